"""A sheet as a file holds it, of whatever kind the file is, and the refusal of a file that holds none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ingest.limits import LIMITS

Values = npt.NDArray[np.object_]
Merge = tuple[int, int, int, int]
Place = tuple[int, int]


class Unreadable(Exception):
    """A file that cannot be used; its argument is the code of the problem that says why."""

    @property
    def code(self) -> str:
        """The code of the problem."""
        return str(self.args[0])


@dataclass(frozen=True)
class RawSheet:
    """The used cells of one sheet, rows × columns, with the 1-based row and column of the first.

    A cell is a text ("" is blank), float, int, bool, date, datetime, time or timedelta; an error of Excel is its text
    ("#REF!"), a formula that was never calculated its text with "=". ``is_table`` is false for a chart or macro
    sheet, which has no cells. ``hidden_rows`` counts hidden rows that hold something (None: not known). ``merges``
    are 0-based (first row, first column, last row, last column) of ``cells``. ``formulas`` are the 0-based places on
    the whole sheet of formulas without a stored result. ``decimal_commas``: its numbers were written 1.234,56.
    """

    name: str
    cells: Values
    first_row: int = 1
    first_column: int = 1
    is_table: bool = True
    is_hidden: bool = False
    hidden_rows: int | None = 0
    merges: tuple[Merge, ...] = ()
    formulas: tuple[Place, ...] = ()
    decimal_commas: bool = False


def no_cells() -> Values:
    """The cells of a sheet that has none."""
    return np.empty((0, 0), dtype=object)


def check_size(rows: int, columns: int) -> None:
    """Refuse a rectangle of cells that is beyond the limits."""
    if rows > LIMITS.rows or columns > LIMITS.columns or rows * columns > LIMITS.sheet_cells:
        raise Unreadable("file_too_large")


def count_columns(sheet: RawSheet) -> int:
    """How many columns hold anything."""
    return int((sheet.cells != "").any(axis=0).sum())


def lay_out(rows: Sequence[Sequence[object]]) -> Values:
    """Rows of unlike length as one rectangle; blank cells to the right and blank rows at the end are cut off."""
    lengths = [next((n for n in range(len(row), 0, -1) if row[n - 1] != ""), 0) for row in rows]
    height = next((n for n in range(len(rows), 0, -1) if lengths[n - 1]), 0)
    width = max(lengths, default=0)
    check_size(height, width)
    cells = np.full((height, width), "", dtype=object, order="F")
    for index, (row, length) in enumerate(zip(rows[:height], lengths[:height], strict=True)):
        cells[index, :length] = row[:length]
    return cells


def fill_in(sheet: RawSheet, values: Mapping[Place, object]) -> RawSheet:
    """The sheet with values at 0-based places of the whole sheet, which grows where they stand outside its cells."""
    if not values:
        return sheet
    height, width = sheet.cells.shape
    used = [] if not sheet.cells.size else [(sheet.first_row - 1, sheet.first_column - 1)]
    used += [(row + height - 1, column + width - 1) for row, column in used]
    rows, columns = zip(*values, *used, strict=True)
    top, left = min(rows), min(columns)
    check_size(max(rows) - top + 1, max(columns) - left + 1)
    cells = np.full((max(rows) - top + 1, max(columns) - left + 1), "", dtype=object, order="F")
    down, right = sheet.first_row - 1 - top, sheet.first_column - 1 - left
    if sheet.cells.size:
        cells[down : down + height, right : right + width] = sheet.cells
    for (row, column), value in values.items():
        cells[row - top, column - left] = value
    moved = tuple((a + down, b + right, c + down, d + right) for a, b, c, d in sheet.merges)
    return replace(sheet, cells=cells, first_row=top + 1, first_column=left + 1, merges=moved)
