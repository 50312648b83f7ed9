"""How the form looks and prints: fonts, colours, column widths, page set-up and protection without a password."""

from __future__ import annotations

import unicodedata

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

FONT = "TH Sarabun New"  # the official font of Thai government offices
INK, QUIET, LINE, STRONG, SOFT, GROUND = "1F2933", "66727F", "C9D1D9", "0B6E99", "DCEBF3", "F4F6F8"
ROW_HEIGHT, HEADER_HEIGHT = 24, 72  # points: Thai vowels above and below need the room
FORMATS = {"id": "@", "text": "@", "code": "@", "date": "d/m/yyyy", "year": "0", "integer": "#,##0", "money": "#,##0"}
OPEN, LOCKED = Protection(locked=False), Protection(locked=True)
_EDGE = Side(style="thin", color=LINE)
FRAME = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)


def font(colour: str = INK, size: int = 16, *, bold: bool = False, italic: bool = False) -> Font:
    """The form's font in a colour and size (points)."""
    return Font(name=FONT, size=size, bold=bold, italic=italic, color=colour)


def style_header(cell: Cell, *, needed: bool = True) -> None:
    """A locked header: dark where the column must be filled in, light where it may stay blank."""
    cell.font = font("FFFFFF" if needed else INK, bold=True)
    cell.fill = PatternFill("solid", fgColor=STRONG if needed else SOFT)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border, cell.protection = FRAME, LOCKED


def style_example(cell: Cell, kind: str) -> None:
    """A quiet row that shows how a row looks; it may be overwritten."""
    cell.font = font(QUIET, italic=True)
    cell.fill = PatternFill("solid", fgColor=GROUND)
    cell.number_format, cell.alignment = FORMATS.get(kind, "General"), _alignment(kind)
    cell.border, cell.protection = FRAME, OPEN


def style_entry(cell: Cell | ColumnDimension, kind: str) -> None:
    """An unlocked cell (or a whole column of them) for a value of a kind of column."""
    cell.font, cell.border, cell.protection = font(), FRAME, OPEN
    cell.number_format = FORMATS.get(kind, "General")
    cell.alignment = _alignment(kind)


def _alignment(kind: str) -> Alignment:
    """Words and dates to the left with a little room; numbers to the right."""
    is_number = kind in ("money", "number", "integer", "year")
    return Alignment(horizontal="right" if is_number else "left", indent=0 if is_number else 1, vertical="center")


def width_of(text: str) -> int:
    """How many columns of width the text takes: Thai vowels and marks above or below take none."""
    return sum(unicodedata.category(character) != "Mn" for character in text)


def set_row_height(sheet: Worksheet) -> None:
    """Give every row room for Thai, also those not written yet."""
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = ROW_HEIGHT, True


def protect(sheet: Worksheet) -> None:
    """Lock what is not unlocked, without a password; widths, sorting, filters and new rows stay allowed."""
    sheet.protection.sheet = True
    for freedom in ("formatCells", "formatColumns", "formatRows", "sort", "autoFilter", "insertRows", "deleteRows"):
        setattr(sheet.protection, freedom, False)  # False is Excel's word for "not forbidden"


def set_up_print(sheet: Worksheet, footer: str) -> None:
    """A4 across, one page wide, the sheet's name and page numbers below."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", footer
    sheet.page_margins.left = sheet.page_margins.right = 0.5
