"""Cells that the user corrected on the screen: laid over the cells of the file when it is read, and said each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dictionary.nouns import Problem
from ingest.addresses import read_address
from ingest.cells import LONGEST_FOUND
from ingest.workbooks import RawSheet


@dataclass(frozen=True, slots=True)
class Mend:
    """The text that stands for a cell (an A1 address) instead of what the file holds there."""

    sheet: str
    cell: str
    value: str


def apply_mends(file: str, sheet: RawSheet, mends: Sequence[Mend]) -> tuple[RawSheet, tuple[Problem, ...]]:
    """The sheet with the mends laid over its cells, and a note for each; the file's own content stays as it is."""
    cells, notes = sheet.cells, []
    for mend in mends:
        row, column = read_address(mend.cell)
        place = row - sheet.first_row, column - sheet.first_column
        if mend.sheet != sheet.name or not _holds(place, cells.shape):
            continue
        cells = cells.copy(order="F") if cells is sheet.cells else cells
        cells[place] = mend.value
        notes.append(Problem("mended_by_user", file, sheet.name, mend.cell, mend.value[:LONGEST_FOUND], personal=True))
    return replace(sheet, cells=cells), tuple(notes)


def _holds(place: tuple[int, int], shape: tuple[int, ...]) -> bool:
    return all(0 <= at < size for at, size in zip(place, shape, strict=True))
