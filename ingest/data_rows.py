"""Rows in the midst of a table's data, which are no header although a word of theirs is one (``ID``, ``1987``)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ingest.fitting import is_number
from ingest.periods import is_year
from ingest.workbooks import RawSheet

LOOKED_AT = 200  # first columns that are compared
ENOUGH_ALIKE = 2  # rows that must be filled in the same way
MOSTLY = 0.8  # of the cells filled in both rows that must be of one kind
KEPT = 1 << 16  # cells whose kind is remembered
NUMBER, TEXT = "number", "text"

Kinds = dict[int, str]


def is_data_row(sheet: RawSheet, row: int) -> bool:
    """Whether numbers and texts stand in a row just as in the rows around it.

    So in the two above; or in the one above, or below a header of its own for each column, and in those that follow:
    there a row of years may yet be a header, one with any other number is not.
    """
    own = _read_kinds(sheet, row)
    if NUMBER not in own.values() or len(own) < ENOUGH_ALIKE:
        return False
    above, higher, below, lower = (_read_kinds(sheet, one) for one in (row - 1, row - 2, row + 1, row + 2))
    if _are_alike(own, above) and _are_alike(own, higher):
        return True
    is_headed = all(above.get(place) == TEXT for place in own)
    follows = _are_alike(own, above) or (is_headed and _are_alike(own, lower))
    return follows and _are_alike(own, below) and _has_amount(sheet.cells[row, [*own]].tolist())


def _read_kinds(sheet: RawSheet, row: int) -> Kinds:
    """What stands in each filled column of a row; nothing of a row that the sheet does not have."""
    if not 0 <= row < len(sheet.cells):
        return {}
    kinds = enumerate(map(_read_kind, sheet.cells[row, :LOOKED_AT].tolist()))
    return {place: kind for place, kind in kinds if kind}


@lru_cache(maxsize=KEPT, typed=True)
def _read_kind(cell: object) -> str:
    """``NUMBER`` or ``TEXT``, "" where nothing stands: a header is looked for in the same rows over and over."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return ""
    return NUMBER if is_number(cell) else TEXT


def _are_alike(one: Kinds, other: Kinds) -> bool:
    both = [place for place in one if place in other]
    same = [place for place in both if one[place] == other[place]]
    is_same = 2 * len(both) >= max(len(one), len(other)) and len(same) >= MOSTLY * len(both)
    return is_same and any(one[place] == NUMBER for place in same)


def _has_amount(cells: Sequence[object]) -> bool:
    return any(is_number(cell) and not is_year(cell) for cell in cells)
