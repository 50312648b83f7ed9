"""A column that says of which round each row is: the table is parted into one table for each round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile

import numpy as np
import pandas as pd

from dictionary.load import code_label, load_spellings_of
from dictionary.nouns import Problem
from dictionary.squash import squash
from ingest.cells import report, write_cell
from ingest.composing import read_headers
from ingest.fitting import fits
from ingest.headers import find_round
from ingest.income_parts import hear_parts
from ingest.matching import HeaderMatch, match_headers
from ingest.recognise import FoundTable, by_round_columns, key_column, says_rounds
from ingest.round_headings import split_by_headings
from ingest.row_kinds import Indexes, is_filled, read_kind
from ingest.row_rounds import LEFT_OUT, SHORT, by_year, names_after, read_numbers, read_round, read_rounds
from ingest.rows import body_of, take_cells
from ingest.workbooks import Values

SAMPLE = 60  # first rows that show whether a column may say rounds
MOST_ROUNDS = 12
MOST_VALUES = 2 * MOST_ROUNDS  # different cells of a column that may say rounds, blanks and totals among them
CHUNK = 1000  # cells that are looked at before it is known whether they are too many


def split_periods(found: FoundTable) -> list[FoundTable]:
    """The table by the rounds that one of its columns says, or the table itself where no column does.

    A column that says one round only is what the table is of; rows whose round cannot be read are in none.
    """
    if found.round:
        return [found]
    after = find_after(found)
    if after is None and _names_rounds(found):
        return [found]
    candidates = list_round_columns(found) if after is None else [after]
    body = body_of(found) if candidates else np.empty(0, dtype=np.intp)
    for position in candidates:
        said = _read_column(found, body, position)
        periods = sorted({period for period in said if period})
        if periods == [SHORT]:
            return _split(found, body, (position, [None] * len(body)))
        if len(periods) == 1:
            return [replace(found, hint=found.hint or periods[0])]
        if 1 < len(periods) <= MOST_ROUNDS:
            return _split(found, body, (position, said))
    return split_by_headings(found)


def _read_column(found: FoundTable, body: Indexes, position: int) -> list[str | None]:
    """The round that a column says of each row: in words and years, or else by the numbers under its name."""
    said = read_rounds(found.sheet.cells[body, position])
    match = next((one for one in found.matches if one.position == position), None)
    if match is None or len({*said} - {None, SHORT}) > 1:
        return said
    is_named = names_after(match.header) or says_rounds(match)
    numbered = read_numbers(found, body, match) if is_named else []
    return numbered if any(numbered) else said


def find_after(found: FoundTable) -> int | None:
    """The column under *post* or *after* that says 1 where a row is of after, where no other header names a round."""
    columns = by_round_columns(found.table)
    named = [match for match in found.matches if match.round and (match.column in columns or names_after(match.header))]
    if len(named) != 1 or not names_after(named[0].header):
        return None
    return named[0].position if any(read_numbers(found, body_of(found), named[0])) else None


def split_as_told(found: FoundTable, position: int, told: Mapping[str, str], reason: str) -> list[FoundTable]:
    """The table by the rounds that somebody said its texts at ``position`` mean.

    The rows of a text that means "" are left out for the ``reason``.
    """
    body = body_of(found)
    parts = _split(replace(found, round=None), body, (position, hear_as_told(found, body, position, told)))
    return [replace(one, round=None, reason=reason) if one.round == LEFT_OUT else one for one in parts]


def hear_as_told(found: FoundTable, body: Indexes, position: int, told: Mapping[str, str]) -> list[str | None]:
    """The round of each row, as somebody said the texts at ``position`` mean; others are read as they stand.

    It is ``LEFT_OUT`` where the text means "".
    """
    codes, uniques = pd.factorize(found.sheet.cells[body, position])
    meant = {squash(text): period or LEFT_OUT for text, period in told.items()}
    own = [meant.get(squash(write_cell(value)), "") for value in uniques]
    read = by_year([None if one else read_round(value) for one, value in zip(own, uniques, strict=True)])
    periods = [one or period for one, period in zip(own, read, strict=True)]
    return [periods[code] if code >= 0 else None for code in codes]


def has_round_column(found: FoundTable) -> bool:
    """Whether some column seems to say of which round each row is."""
    return bool(list_round_columns(found)) or find_after(found) is not None


def is_cut_by_after(found: FoundTable) -> bool:
    """Whether a column under *post* or *after* cut the table into rounds."""
    place = found.round_column
    return place is not None and any(one.position == place and names_after(one.header) for one in found.matches)


def find_round_column(found: FoundTable) -> int | None:
    """The position of the column that says the round, or that is named so and holds few texts; None if there is none.

    It is not looked for where the headers or the sheet say the round, nor where the texts are what the header means.
    """
    if found.round_column is not None or found.round or found.is_confirmed or _names_rounds(found):
        return found.round_column
    meant = {match.position: match.column for match in found.matches if match.column}
    candidates = list_round_columns(found)
    body = take_body(found) if candidates else found.sheet.cells
    free = (at for at in candidates if at not in meant or not fits(body[:, at], found.table, meant[at]))
    return next((at for at in free if list_few(body[:, at])), None)


def take_body(found: FoundTable) -> Values:
    """The cells of the rows of a table."""
    return found.sheet.cells[body_of(found)]


def list_few(cells: Values) -> tuple[str, ...]:
    """The different texts of filled cells in the order of the sheet; none where they are more than rounds may be."""
    values: dict[object, None] = {}
    for start in range(0, len(cells), CHUNK):
        values |= dict.fromkeys(cells[start : start + CHUNK].tolist())
        if len(values) > MOST_VALUES:
            return ()
    texts = dict.fromkeys(
        write_cell(value) for value in values if is_filled(value) and not (isinstance(value, str) and read_kind(value))
    )
    return tuple(texts) if len(texts) <= MOST_ROUNDS else ()


def _names_rounds(found: FoundTable) -> bool:
    columns = by_round_columns(found.table)
    return any(match.round for match in found.matches if match.column in columns)


def list_round_columns(found: FoundTable) -> list[int]:
    """The positions of columns named as one that says the round, then of those whose cells say before and after."""
    sheet = found.sheet
    headers = read_headers(sheet, found.first_header, found.header)
    known = set(load_spellings_of("round_column", "round"))
    named = [place for place, (_, words) in enumerate(headers) if words and known & {*words.keys}]
    taken = {match.position for match in found.matches if match.column == key_column(found.table)}
    top = sheet.cells[found.header + 1 : found.header + 1 + SAMPLE]
    spoken = [place for place in range(sheet.cells.shape[1]) if place not in taken and _says_words(top[:, place])]
    return [place for place in dict.fromkeys((*named, *spoken)) if place not in taken]


def _says_words(cells: Values) -> bool:
    """Whether the filled cells all say before or after, both of them."""
    texts = [cell for cell in cells if is_filled(cell) and not (isinstance(cell, str) and read_kind(cell))]
    if not all(isinstance(cell, str) for cell in texts):
        return False
    rounds = list(takewhile(bool, map(find_round, texts)))  # most columns end at their first text
    return len(rounds) == len(texts) and len(set(rounds)) > 1


def say_round(text: str) -> str | None:
    """The round that a text says of a row; None where it says none, or a year of two digits."""
    found = read_round(text)
    return None if found == SHORT else found


def _split(found: FoundTable, body: Indexes, column: tuple[int, list[str | None]]) -> list[FoundTable]:
    """A table for each round, and one of no round with the rows of which it is not known."""
    position, said = column
    rounds = np.array(["" if period in {None, SHORT} else period for period in said], dtype=object)
    whole = replace(found if found.is_confirmed else _free_column(found, position), round_column=position)
    parts = [replace(whole, round=str(one), only=body[rounds == one]) for one in sorted({*rounds} - {""})]
    return [*parts, *([replace(whole, only=body[rounds == ""])] if (rounds == "").any() else [])]


def _free_column(found: FoundTable, position: int) -> FoundTable:
    """The table with its headers matched without the one that says the round."""
    headers = read_headers(found.sheet, found.first_header, found.header)
    others = [(text, None if place == position else words) for place, (text, words) in enumerate(headers)]
    said_by = HeaderMatch(headers[position][0], position, None, None, None)
    ends = found.first_header, found.header
    told = hear_parts(match_headers(others, found.table), found.sheet, ends, found.table)
    matches = tuple(sorted((*told, said_by), key=lambda match: match.position))
    return replace(found, matches=matches)


def report_unread(found: FoundTable, rows: Indexes) -> tuple[Problem, ...]:
    """A problem for each row whose round cannot be read; a year of two digits is asked about."""
    if found.round_column is None or not len(rows):
        return ()
    cells = take_cells(found, HeaderMatch("", found.round_column, None, None, None), rows)
    short = np.array([read_round(value) == SHORT for value in cells.values], dtype=bool)
    return (
        *report("round_of_row_unknown", cells, ~short, code_label("allowed", "round_or_year")),
        *report("year_of_two_digits", cells, short, code_label("allowed", "four_digit_year")),
    )
