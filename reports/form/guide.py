"""The form's first sheet: how to fill it in, and what each column means, all from the dictionary."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from dictionary.load import PROJECT, load_tables
from i18n import Language, word
from reports.form.layout import FormColumn, choices, lay_out
from reports.form.style import FRAME, QUIET, ROW_HEIGHT, font, protect, set_up_print, style_header, width_of

STEPS = ("project", "rows", "zero", "same", "private", "colour")
HEADERS = ("sheet", "name", "needed", "guidance", "allowed")
WIDTHS = (18, 34, 18, 66, 62)
SHOWN_CHOICES = 10


def write_guide(book: Workbook, language: Language, version: str) -> None:
    """Title, version, steps, and a table with one row for each column of the form."""
    sheet = book.create_sheet(word("form.guide_sheet", language))
    _write_top(sheet, language, version)
    sheet.append([])
    sheet.append([word(f"form.column_{name}", language) for name in HEADERS])
    for cell in sheet[sheet.max_row]:
        style_header(cell)
    sheet.row_dimensions[sheet.max_row].height = ROW_HEIGHT
    for table in load_tables():
        for column in lay_out(table):
            _write_row(sheet, column, language)
    for letter, width in zip("ABCDE", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.sheet_view.showGridLines = False
    protect(sheet)
    set_up_print(sheet, word("form.page", language, page="&P", pages="&N"))


def _write_top(sheet: Worksheet, language: Language, version: str) -> None:
    project = load_tables()[PROJECT].sheet[language]
    steps = [word(f"form.step_{name}", language, project=project) for name in STEPS]
    lines = [
        (word("form.title", language), font(size=26, bold=True)),
        (word("form.subtitle", language), font()),
        (version, font(QUIET)),
        (word("form.steps", language), font(size=20, bold=True)),
        *((f"{number}. {step}", font()) for number, step in enumerate(steps, start=1)),
        (word("form.columns", language), font(size=20, bold=True)),
    ]
    for row, (text, look) in enumerate(lines, start=1):
        cell = sheet.cell(row, 1, text)
        cell.font = look
        sheet.row_dimensions[row].height = ROW_HEIGHT * look.size / 16


def _write_row(sheet: Worksheet, column: FormColumn, language: Language) -> None:
    needed = "needed" if column.column.required else "optional"
    texts = (
        load_tables()[column.column.table].sheet[language],
        column.header(language),
        word(f"form.{needed}", language),
        column.column.guidance[language],
        _allowed(column, language),
    )
    sheet.append(texts)
    for cell in sheet[sheet.max_row]:
        cell.font, cell.border = font(), FRAME
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    lines = max(-(-width_of(text) // (width * 0.8)) for text, width in zip(texts, WIDTHS, strict=True))
    sheet.row_dimensions[sheet.max_row].height = ROW_HEIGHT * lines


def _allowed(column: FormColumn, language: Language) -> str:
    if column.codelist:
        return _listed(column.codelist, language)
    kind = column.column.kind
    name = "date" if kind == "date" else "text" if kind in ("text", "id") else "number"
    return word(f"form.allowed_{name}", language)


def _listed(codelist: str, language: Language) -> str:
    labels = [label[language] for label in choices(codelist)]
    if len(labels) <= SHOWN_CHOICES:
        return " · ".join(labels)
    first, lists = " · ".join(labels[:4]), word("form.lists_sheet", language)
    return word("form.allowed_list", language, first=first, count=len(labels), sheet=lists)
