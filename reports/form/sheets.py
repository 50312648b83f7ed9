"""The sheets that are filled in: one table a sheet, and the project as keys and values."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dictionary.load import PROJECT, load_tables
from i18n import Language, word
from i18n.numbers import read_number
from reports.form.layout import FormColumn, choices, lay_out
from reports.form.lists import LAST_ROW, guide, validate
from reports.form.style import (
    HEADER_HEIGHT,
    OPEN,
    font,
    protect,
    set_row_height,
    set_up_print,
    style_entry,
    style_example,
    style_header,
    width_of,
)

NUMERIC = ("money", "number", "integer", "year")
WIDTHS, WIDEST = {"text": 32, "date": 17, "number": 13, "money": 20}, 46  # in letters
OPEN_COLUMNS = 60  # columns to the right of the table that stay unlocked for notes


def write_table(book: Workbook, table: str, language: Language) -> None:
    """A sheet with the header in row 1, the example in row 2 and open cells below."""
    sheet = book.create_sheet(load_tables()[table].sheet[language])
    columns = lay_out(table)
    _open_cells(sheet, len(columns))
    for column in columns:
        _write_column(sheet, column, language)
    sheet.row_dimensions[1].height = HEADER_HEIGHT
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    _finish(sheet, language)


def write_project(book: Workbook, language: Language) -> None:
    """The project's sheet: the items in column A, what the group writes in column B."""
    sheet = book.create_sheet(load_tables()[PROJECT].sheet[language])
    sheet.append([word("form.item", language), word("form.value", language)])
    for cell in sheet[1]:
        style_header(cell)
    for row, column in enumerate(lay_out(PROJECT), start=2):
        _write_item(sheet, row, column, language)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 30, 60
    sheet.freeze_panes = "A2"
    _finish(sheet, language)


def _write_item(sheet: Worksheet, row: int, column: FormColumn, language: Language) -> None:
    label, entry = sheet.cell(row, 1, column.header(language)), sheet.cell(row, 2)
    style_header(label, needed=column.column.required)
    label.alignment = Alignment(horizontal="left", vertical="center")
    label.comment = _comment(column, language)
    style_entry(entry, column.column.kind)
    entry.alignment = Alignment(horizontal="left", vertical="center")
    sheet.add_data_validation(validate(column, entry.coordinate, language))


def _write_column(sheet: Worksheet, column: FormColumn, language: Language) -> None:
    header = sheet[f"{column.letter}1"]
    header.value = column.header(language)
    header.comment = _comment(column, language)
    style_header(header, needed=column.column.required)
    _write_example(sheet, column, language)
    dimension = sheet.column_dimensions[column.letter]
    style_entry(dimension, column.column.kind)
    dimension.width = _width(column, language)
    sheet.add_data_validation(validate(column, f"{column.letter}2:{column.letter}{LAST_ROW}", language))


def _write_example(sheet: Worksheet, column: FormColumn, language: Language) -> None:
    text = column.example(language)
    number = read_number(text) if column.column.kind in NUMERIC else None
    cell = sheet[f"{column.letter}2"]
    cell.value = number if number is not None else text or None
    style_example(cell, column.column.kind)


def _width(column: FormColumn, language: Language) -> float:
    """Room for the header's longest word, the example, the choices, and what the kind usually takes."""
    texts = [*column.header(language).split(), column.example(language)]
    texts += [label[language] for label in choices(column.codelist)] if column.codelist else []
    least = WIDTHS.get(column.column.kind, 0)
    return min(max(*(width_of(text) * 1.4 + 3 for text in texts), least), WIDEST)


def _comment(column: FormColumn, language: Language) -> Comment:
    comment = Comment(guide(column, language), "Konlang")
    comment.width, comment.height = 320, 110
    return comment


def _open_cells(sheet: Worksheet, used: int) -> None:
    """Unlock whole columns, so that pasting, sorting and notes beside the table need no unlocking."""
    for index in range(1, used + OPEN_COLUMNS):
        dimension = sheet.column_dimensions[get_column_letter(index)]
        dimension.protection, dimension.font = OPEN, font()


def _finish(sheet: Worksheet, language: Language) -> None:
    set_row_height(sheet)
    protect(sheet)
    set_up_print(sheet, word("form.page", language, page="&P", pages="&N"))
