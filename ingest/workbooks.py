"""Bytes → raw sheets. The only place that opens a workbook."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

from ingest.file_faults import name_fault

Values = npt.NDArray[np.object_]


@dataclass(frozen=True)
class RawSheet:
    """The used cells of one sheet, rows × columns, with the 1-based row and column of the first.

    A cell is a text ("" is blank), float, int, bool, date, datetime, time or timedelta. ``is_table`` is false for
    a chart or macro sheet, which has no cells. ``merges`` are the merged blocks as 0-based (row, column, last row,
    last column) of ``cells``.
    """

    name: str
    cells: Values
    first_row: int = 1
    first_column: int = 1
    is_table: bool = True
    merges: tuple[tuple[int, int, int, int], ...] = ()


def read_sheets(content: bytes) -> tuple[RawSheet, ...] | str:
    """Every sheet of a workbook, or the code of the problem that makes the file unusable. Never raises."""
    if not content.strip(b"\x00 \t\r\n"):
        return "file_empty"
    try:
        return _read_all(content)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:  # noqa: BLE001 - calamine panics with a BaseException
        return "file_protected" if isinstance(fault, PasswordError) else name_fault(content)


def _read_all(content: bytes) -> tuple[RawSheet, ...]:
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook, _collector_paused():
        return tuple(
            _read_one(workbook.get_sheet_by_name(about.name))
            if about.typ == SheetTypeEnum.WorkSheet
            else RawSheet(about.name, _no_cells(), is_table=False)
            for about in workbook.sheets_metadata
        )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Cells come by the million and none is in a cycle: the collector would walk them over and over for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_one(sheet: CalamineSheet) -> RawSheet:
    row, column = sheet.start or (0, 0)
    rows = sheet.to_python()
    cells = np.array(rows, dtype=object, order="F") if rows else _no_cells()
    return RawSheet(sheet.name, cells, row + 1, column + 1, merges=_read_merges(sheet, row, column))


def _read_merges(sheet: CalamineSheet, row: int, column: int) -> tuple[tuple[int, int, int, int], ...]:
    """Merged blocks of the used cells; formats that do not tell of them have none."""
    blocks = sheet.merged_cell_ranges or []
    inside = [(r0 - row, c0 - column, r1 - row, c1 - column) for (r0, c0), (r1, c1) in blocks]
    return tuple(block for block in inside if min(block) >= 0)


def _no_cells() -> Values:
    return np.empty((0, 0), dtype=object)
