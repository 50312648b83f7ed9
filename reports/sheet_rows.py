"""Rows written to a sheet: numbers as numbers, and every text as text, whatever it begins with."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reports.form.style import font, style_header, width_of

NARROWEST, WIDEST = 12, 60  # in letters


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the format it is shown in."""

    value: float
    format: str = "General"


Value = str | int | float | bool | None | Number


def write_rows(sheet: Worksheet, header: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Header in row 1, kept in view, and the rows below, in columns wide enough to read."""
    written: list[list[Value]] = [list(header), *(list(row) for row in rows)]
    for row, values in enumerate(written, start=1):
        for column, value in enumerate(values, start=1):
            _write(sheet.cell(row, column), value)
    for cell in sheet[1]:
        style_header(cell)
    for column, texts in enumerate(zip(*written, strict=True), start=1):
        longest = max(width_of(_shown(value)) for value in texts)
        sheet.column_dimensions[get_column_letter(column)].width = min(max(longest * 1.2 + 2, NARROWEST), WIDEST)
    sheet.freeze_panes = "A2"


def _write(cell: Cell, value: Value) -> None:
    """Write one value; a text that begins with = stays a text and is never a formula."""
    cell.font = font()
    if isinstance(value, Number):
        cell.number_format, value = value.format, value.value
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type, cell.quotePrefix = "s", True
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    elif value is not None and not (isinstance(value, float) and math.isnan(value)):
        cell.value = value
        cell.alignment = Alignment(vertical="top")


def _shown(value: Value) -> str:
    return str(value.value if isinstance(value, Number) else "" if value is None else value)
