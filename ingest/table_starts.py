"""Rows at which a further table of another kind may begin: after blank rows, at a title, or where the key is headed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np

from ingest.keys import find_key
from ingest.recognise import FoundTable, key_column

FEWEST_HEADS = 3  # filled cells of a row that may be a header
MOST_GAPS = 60  # rows of each kind that are looked at


def list_likely_starts(found: FoundTable) -> list[int]:
    """The rows below a table's header, in order, that may begin another table; titles above a header included."""
    key = find_key(found, key_column(found.table))
    if key is None:
        return []
    kinds = (_find_after_blanks(found, key.position), _find_titled(found), _find_headed(found, key.position))
    return sorted({row for rows in kinds for row in islice(rows, MOST_GAPS)})


def _find_after_blanks(found: FoundTable, key: int) -> Iterator[int]:
    """The rows after blank ones."""
    cells = found.sheet.cells
    free = np.flatnonzero(cells[found.header + 1 :, key] == "") + found.header + 1
    blank = free[(cells[free] == "").all(axis=1)] if len(free) else free
    blanks = {*blank.tolist()}
    return (int(row) + 1 for row in blank if row + 1 not in blanks)


def _find_titled(found: FoundTable) -> Iterator[int]:
    """The rows of one text above a row of several cells, all of them texts."""
    filled = found.sheet.cells != ""
    counts = filled.sum(axis=1)
    lone = map(int, np.flatnonzero((counts[:-1] == 1) & (counts[1:] >= FEWEST_HEADS)))
    return (row for row in lone if row > found.header and _are_texts(found, row) and _are_texts(found, row + 1))


def _find_headed(found: FoundTable, key: int) -> Iterator[int]:
    """The rows in which the header of the key stands again, each with a title right above it."""
    cells = found.sheet.cells
    heads = [cell for cell in cells[found.first_header : found.header + 1, key] if isinstance(cell, str) and cell]
    again = np.flatnonzero(np.isin(cells[found.header + 1 :, key], heads)) + found.header + 1 if heads else ()
    for row in map(int, again):
        above = row - 1
        has_title = above > found.header and (cells[above] != "").sum() == 1 and _are_texts(found, above)
        yield above if has_title else row


def _are_texts(found: FoundTable, row: int) -> bool:
    return all(isinstance(cell, str) for cell in found.sheet.cells[row])
