"""Bytes → raw sheets. The only place that opens a workbook."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

Values = npt.NDArray[np.object_]

ZIP_START = b"PK\x03\x04"
OLE_START = b"\xd0\xcf\x11\xe0"
NO_FORMAT = "Cannot detect file format"


@dataclass(frozen=True)
class RawSheet:
    """The used cells of one sheet, rows × columns, with the 1-based row and column of the first.

    A cell is a text ("" is blank), float, int, bool, date, datetime, time or timedelta. ``is_table`` is false for
    a chart or macro sheet, which has no cells.
    """

    name: str
    cells: Values
    first_row: int = 1
    first_column: int = 1
    is_table: bool = True


def read_sheets(content: bytes) -> tuple[RawSheet, ...] | str:
    """Every sheet of a workbook, or the code of the problem that makes the file unusable. Never raises."""
    if not content.strip(b"\x00 \t\r\n"):
        return "file_empty"
    try:
        return _read_all(content)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:  # noqa: BLE001 - calamine panics with a BaseException
        return _name_fault(content, fault)


def _read_all(content: bytes) -> tuple[RawSheet, ...]:
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        return tuple(
            _read_one(workbook.get_sheet_by_name(about.name))
            if about.typ == SheetTypeEnum.WorkSheet
            else RawSheet(about.name, _no_cells(), is_table=False)
            for about in workbook.sheets_metadata
        )


def _read_one(sheet: CalamineSheet) -> RawSheet:
    row, column = sheet.start or (0, 0)
    rows = sheet.to_python()
    cells = np.array(rows, dtype=object, order="F") if rows else _no_cells()
    return RawSheet(sheet.name, cells, row + 1, column + 1)


def _no_cells() -> Values:
    return np.empty((0, 0), dtype=object)


def _name_fault(content: bytes, fault: BaseException) -> str:
    """The code of the problem: protected, damaged, or no workbook at all."""
    if isinstance(fault, PasswordError):
        return "file_protected"
    is_workbook = content.startswith((ZIP_START, OLE_START)) and NO_FORMAT not in str(fault)
    return "file_damaged" if is_workbook else "file_not_excel"
