"""Drop-downs: the choices of every codelist on one hidden sheet, and the validations that point there."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from dictionary.load import load_tables
from i18n import Language, word
from reports.form.layout import FormColumn, choices, lay_out

LAST_ROW = 10_000
OPEN_LISTS = ("role", "support_kind", "unit")  # another word may be typed
PROMPT_LENGTH, TITLE_LENGTH = 255, 32  # Excel's limits


def codelists() -> tuple[str, ...]:
    """Every codelist that a column of the form is chosen from, in the order of the sheets."""
    columns = [column for table in load_tables() for column in lay_out(table)]
    return tuple(dict.fromkeys(column.codelist for column in columns if column.codelist))


def write_lists(book: Workbook, language: Language) -> None:
    """The hidden sheet of choices: one codelist a column, its name on top."""
    sheet = book.create_sheet(word("form.lists_sheet", language))
    for index, codelist in enumerate(codelists(), start=1):
        sheet.cell(1, index, codelist)
        for row, label in enumerate(choices(codelist), start=2):
            sheet.cell(row, index, label[language])
    sheet.sheet_state = "hidden"


def validate(column: FormColumn, cells: str, language: Language) -> DataValidation:
    """The guidance that appears on the cells, with a drop-down where the column has a codelist."""
    rule = DataValidation(type="list" if column.codelist else None, allow_blank=True)
    rule.promptTitle = column.header(language)[:TITLE_LENGTH]
    rule.prompt = guide(column, language)[:PROMPT_LENGTH]
    rule.showInputMessage = True
    if column.codelist:
        rule.formula1 = _reference(column.codelist, language)
        rule.showErrorMessage = _is_closed(column)
        rule.error = word("form.not_in_list", language)
    rule.add(cells)
    return rule


def _is_closed(column: FormColumn) -> bool:
    """Whether nothing but the list may be typed: elsewhere another word, or an indicator of the group's own, may."""
    return column.column.kind == "code" and column.codelist not in OPEN_LISTS


def guide(column: FormColumn, language: Language) -> str:
    """The dictionary's guidance with its example."""
    example = column.example(language)
    shown = [word("form.example", language, example=example)] if example and not column.codelist else []
    return "\n".join([column.column.guidance[language], *shown])


def _reference(codelist: str, language: Language) -> str:
    letter = get_column_letter(codelists().index(codelist) + 1)
    last = len(choices(codelist)) + 1
    return f"'{word('form.lists_sheet', language)}'!${letter}$2:${letter}${last}"
