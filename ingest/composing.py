"""Header rows → one text for each column: a group named once above several columns is written over each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ingest.cells import write_cell
from ingest.data_rows import is_data_row
from ingest.former import Header, hear_former
from ingest.header_ends import are_levels, goes_on, is_cut
from ingest.headers import HeaderWords, is_question, split_header
from ingest.map_labels import names_rate
from ingest.periods import is_year
from ingest.workbooks import RawSheet

LONGEST_HEADER = 200  # signs; longer texts are notes
MOST_HEADER_ROWS = 4  # rows that one header may take, blank ones not counted
ENOUGH_TEXTS = 2
ENOUGH_YEARS = 2  # numbers or dates stand in a header only as years, and then several do


def read_headers(sheet: RawSheet, top: int, last: int) -> list[Header]:
    """The headers that the rows from ``top`` to ``last`` make together: text and words, None where there is no text.

    Below groups a header is also known by fewer of them: a group may be written over a column that is none of it.
    """
    parts = compose_parts(sheet, top, last)
    return hear_former([(_join(one), _split(one) if any(one) else None) for one in parts])


def _split(parts: tuple[str, ...]) -> HeaderWords:
    words, own = split_header(_join(parts)), [part for part in parts if part]
    if len(own) == 1:
        return words
    fewer = [_join(tuple(own[start:])) for start in range(1, len(own))] + [_join((own[0], own[-1]))]
    if is_question(own[-1]):
        fewer += [_join(tuple(own[start:-1])) for start in range(len(own) - 1)]  # it only explains the name above
    more = [key for text in fewer for key in split_header(text).keys if key]
    return replace(words, keys=tuple(dict.fromkeys((*words.keys, *more))))


def compose(sheet: RawSheet, top: int, last: int) -> list[str]:
    """One text for each column: its own, below those of the groups that it stands under."""
    return [_join(parts) for parts in compose_parts(sheet, top, last)]


def name_groups(sheet: RawSheet, top: int, last: int) -> list[str]:
    """For each column what stands above its own header: the groups that it is under."""
    return [_join(parts[:-1]) for parts in compose_parts(sheet, top, last)]


def compose_parts(sheet: RawSheet, top: int, last: int) -> list[tuple[str, ...]]:
    """For each column the texts of its header, one a row."""
    rows = [read_texts(sheet, index) for index in range(top, last + 1)]
    return list(zip(*(_spread(sheet, rows, step, top) for step in range(len(rows))), strict=True))


def list_tops(sheet: RawSheet, last: int) -> list[int]:
    """The rows at which a header that ends in row ``last`` may begin, nearest first; none where it goes on or is data.

    It begins no lower than a name that is merged down into it, or than the groups of its columns.
    """
    if goes_on(sheet, last) or is_data_row(sheet, last):
        return []
    tops = list(_list_tops(sheet, last))
    return [top for top in tops if not is_cut(sheet, top, last)] or tops


def _list_tops(sheet: RawSheet, last: int) -> Iterator[int]:
    yield last
    if _has_numbers(sheet, last):
        return
    filled, blank, below = 1, 0, read_texts(sheet, last)
    for top in range(last - 1, -1, -1):
        texts = read_texts(sheet, top)
        if not any(texts):
            blank += 1
        elif _has_numbers(sheet, top) or _is_title(texts, sheet, (top, last)) or _is_list(texts, below):
            return
        else:
            filled, below = filled + 1, texts
            yield top
        if blank > 1 or filled == MOST_HEADER_ROWS:
            return


def find_top(sheet: RawSheet, last: int, count: int) -> int:
    """The row at which a header of ``count`` filled rows begins that ends in row ``last``; blank rows are passed."""
    top, filled = last, 1
    for row in range(last - 1, -1, -1):
        if filled == count:
            break
        if any(read_texts(sheet, row)):
            top, filled = row, filled + 1
    return top


def count_rows(sheet: RawSheet, top: int, last: int) -> int:
    """How many rows a header takes, blank ones not counted."""
    return sum(row == last or any(read_texts(sheet, row)) for row in range(top, last + 1))


def join_titles(sheet: RawSheet, header: int) -> str:
    """All that stands as text above a header, whose first row is the 0-based ``header``."""
    return " ".join(cell for row in sheet.cells[:header] for cell in row if isinstance(cell, str))


def read_texts(sheet: RawSheet, index: int) -> list[str]:
    """The texts of a row, "" where there is none; years and dates count where several stand and no other number.

    So do the levels of a scale that the row repeats (5 4 3 2 1 5 4 3 2 1): it heads numbers of answers.
    """
    row = sheet.cells[index]
    odd = [cell for cell in row if not isinstance(cell, str) and cell is not None]
    if are_levels(odd):
        return [_read_text(cell, dated=True) for cell in row]
    dated = bool(odd) and all(isinstance(cell, date) or is_year(cell) for cell in odd)
    dated = dated and len(odd) + sum(isinstance(cell, str) and is_year(cell) for cell in row) >= ENOUGH_YEARS
    return [_read_text(cell, dated=dated) for cell in row]


def _read_text(cell: object, *, dated: bool) -> str:
    if isinstance(cell, str):
        return cell if cell.strip() and len(cell) <= LONGEST_HEADER else ""
    return write_cell(cell) if dated and cell is not None else ""


def _has_numbers(sheet: RawSheet, index: int) -> bool:
    """Whether a row holds a number or date that is no part of a header; a discount rate may stand in one."""
    texts, row = read_texts(sheet, index), sheet.cells[index]
    odd = [
        place
        for place, (cell, text) in enumerate(zip(row, texts, strict=True))
        if not isinstance(cell, str) and cell is not None and not text
    ]
    return bool(odd) and not (len(odd) == 1 and any(names_rate(cell) for cell in row[: odd[0]]))


def _is_title(texts: list[str], sheet: RawSheet, block: tuple[int, int]) -> bool:
    """Whether a row holds one text that stands over the whole header below it, or beyond its left end.

    Below a row of several texts it is a group among them.
    """
    places = [place for place, text in enumerate(texts) if text]
    below = [read_texts(sheet, index) for index in range(block[0] + 1, block[1] + 1)]
    first = min((place for row in below for place, text in enumerate(row) if text), default=0)
    above = read_texts(sheet, block[0] - 1) if block[0] else []
    return len(places) == 1 and places[0] <= first and sum(map(bool, above)) < ENOUGH_TEXTS


def _is_list(texts: list[str], below: list[str]) -> bool:
    """Whether two rows are filled in the same columns: rows of a list, not a group and what stands under it."""
    return all(bool(upper) == bool(lower) for upper, lower in zip(texts, below, strict=True))


def _spread(sheet: RawSheet, rows: list[list[str]], step: int, top: int) -> list[str]:
    """A header row with the names of its groups written over each of their columns."""
    texts, below = rows[step], rows[step + 1 :]
    if not below:
        return texts
    merged = [block for block in sheet.merges if block[0] == top + step and block[3] > block[1]]
    if merged:
        return _spread_merged(texts, merged)
    under = [any(row[place] for row in below) for place in range(len(texts))]
    spread, group = list(texts), ""
    for place, text in enumerate(texts):
        if text:
            group = text if under[place] else ""
        elif under[place]:
            spread[place] = group
    return spread


def _spread_merged(texts: list[str], merged: list[tuple[int, int, int, int]]) -> list[str]:
    spread = list(texts)
    for _, first, _, last in merged:
        spread[first : last + 1] = [texts[first]] * len(spread[first : last + 1])
    return spread


def _join(parts: tuple[str, ...]) -> str:
    return " ".join(dict.fromkeys(part for part in parts if part))
