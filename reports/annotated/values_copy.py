"""A plain .xlsx of the values of a file whose own format cannot be written into."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from ingest.workbooks import RawSheet
from reports.annotated.book import LONGEST_NAME, free_sheet_name

_TEXT_LENGTH = 32_767
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))


def write_values(sheets: Sequence[RawSheet]) -> tuple[bytes, dict[str, str]]:
    """The workbook, each value in its own cell, and the name of the tab of each sheet."""
    book = Workbook(write_only=True)
    tabs: dict[str, str] = {}
    for sheet in sheets:
        wanted = sheet.name.translate(_FORBIDDEN).strip("'")[:LONGEST_NAME] or "Sheet"
        tabs[sheet.name] = free_sheet_name(wanted, list(tabs.values()))
        _write_sheet(book.create_sheet(tabs[sheet.name]), sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue(), tabs


def _write_sheet(target: WriteOnlyWorksheet, sheet: RawSheet) -> None:
    for _ in range(sheet.first_row - 1):
        target.append([])
    left = [None] * (sheet.first_column - 1)
    for row in sheet.cells:
        target.append([*left, *_read_row(target, row)])


def _read_row(target: WriteOnlyWorksheet, row: Sequence[object]) -> Iterator[object]:
    for value in row:
        yield _write_text(target, value) if isinstance(value, str) and value else _plain(value)


def _write_text(target: WriteOnlyWorksheet, text: str) -> object:
    """A text stays a text: a formula that was never calculated is told, not run."""
    cell = WriteOnlyCell(target, ILLEGAL_CHARACTERS_RE.sub("", text)[:_TEXT_LENGTH])
    cell.data_type = "s"
    return cell


def _plain(value: object) -> object:
    return None if value == "" or (isinstance(value, float) and not math.isfinite(value)) else value
