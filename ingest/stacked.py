"""Tables of several rounds one under another: the same header again, under a title or in words of another round."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dictionary.squash import squash
from ingest.composing import read_texts
from ingest.headers import drop_round, find_round
from ingest.periods import drop_year, find_year
from ingest.workbooks import RawSheet

ENOUGH_HEADS = 2  # filled cells of a header that must stand again
MOST_TITLES = 4  # rows of one cell above a header that are looked at for its round


def list_stacked(sheet: RawSheet, top: int, last: int) -> Iterator[int]:
    """The rows at which the header of rows ``top`` to ``last`` begins again for another round, titles included.

    The header of the next page of a print is of the same round and begins no table.
    """
    before = _hear(sheet, top, last)
    for row in _find_again(sheet, top, last):
        told = _hear(sheet, row, row + last - top)
        if told and told != before:
            yield find_start(sheet, row)
        before = told or before


def find_start(sheet: RawSheet, top: int) -> int:
    """The row at which the table whose header begins in row ``top`` does: that of the title naming its round, if any.

    Only rows of one text stand between the two; what stands above the title belongs to the table before.
    """
    for row in _list_titles(sheet, top):
        if _hear_text(_join(sheet, row)):
            return row
    return top


def _find_again(sheet: RawSheet, top: int, last: int) -> list[int]:
    """The rows below a header in which all its rows stand again but for rounds and years."""
    heads = [_read_heads(sheet, row) for row in range(top, last + 1)]
    if max(map(len, heads)) < ENOUGH_HEADS:
        return []
    columns = [*heads[0]]
    alike = (sheet.cells[last + 1 : len(sheet.cells) - (last - top), columns] == sheet.cells[top, columns]).any(axis=1)
    likely = (np.flatnonzero(alike) + last + 1).tolist()
    return [row for row in likely if all(_read_heads(sheet, row + step) == one for step, one in enumerate(heads))]


def _read_heads(sheet: RawSheet, row: int) -> dict[int, str]:
    """The texts of a row by their columns, without the rounds and years that they name."""
    texts = enumerate(read_texts(sheet, row))
    return {place: squash(drop_year(drop_round(text))) for place, text in texts if text}


def _hear(sheet: RawSheet, top: int, last: int) -> str | None:
    """The round that a header names, or else the nearest of the titles above it that names one."""
    own = " ".join(_join(sheet, row) for row in range(top, last + 1))
    told = (_hear_text(_join(sheet, row)) for row in _list_titles(sheet, top))
    return _hear_text(own) or next(filter(None, told), None)


def _hear_text(text: str) -> str | None:
    return find_round(text) or find_year(text)


def _list_titles(sheet: RawSheet, top: int) -> Iterator[int]:
    """The rows of one text that stand above a header with nothing else between, the nearest first."""
    for row in range(top - 1, max(-1, top - 1 - MOST_TITLES), -1):
        filled = [cell for cell in sheet.cells[row] if not isinstance(cell, str) or cell.strip()]
        if len(filled) > 1 or not all(isinstance(cell, str) for cell in filled):
            return
        if filled:
            yield row


def _join(sheet: RawSheet, row: int) -> str:
    return " ".join(text for text in read_texts(sheet, row) if text)
