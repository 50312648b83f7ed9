"""The blank form: made from the dictionary, guarded, and the same bytes every time."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dictionary.load import PROJECT, load_codes, load_columns, load_tables
from dictionary.version import dictionary_version
from i18n import Language, word
from reports.form import write_form
from reports.form.layout import FORM_VERSION, choices, lay_out
from reports.workbook_bytes import to_bytes

TABLES = [table for table in load_tables() if table != PROJECT]


@pytest.fixture(scope="module", params=list(Language))
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param)


@pytest.fixture(scope="module")
def book(language: Language) -> Workbook:
    return openpyxl.load_workbook(BytesIO(write_form(language)))


def _sheet(book: Workbook, table: str, language: Language) -> Worksheet:
    return book[load_tables()[table].sheet[language]]


def test_the_form_is_the_same_bytes_every_time(language: Language) -> None:
    assert write_form(language) == write_form(language)


def test_the_sheets_stand_in_order_and_the_lists_are_hidden(book: Workbook, language: Language) -> None:
    tables = [table.sheet[language] for table in load_tables().values()]
    guide, lists = word("form.guide_sheet", language), word("form.lists_sheet", language)
    assert book.sheetnames == [guide, *tables, lists]
    assert [sheet.title for sheet in book if sheet.sheet_state == "hidden"] == [lists]


@pytest.mark.parametrize("table", TABLES)
def test_every_column_of_the_dictionary_stands_in_row_one(book: Workbook, language: Language, table: str) -> None:
    headers = [cell.value for cell in _sheet(book, table, language)[1]]
    rounds = len(load_codes("round"))
    assert len(headers) == sum(rounds if column.by_round else 1 for column in load_columns(table) if column.is_asked)
    assert headers == [column.header(language) for column in lay_out(table)]


def test_amounts_name_their_unit_and_their_round() -> None:
    headers = {column.key: column.header(Language.TH) for column in lay_out("income")}
    assert headers["amount_baseline"] == "จำนวนเงิน ก่อน (บาท)"
    assert headers["amount_endline"] == "จำนวนเงิน หลัง (บาท)"


@pytest.mark.parametrize("table", TABLES)
def test_the_example_row_says_that_it_is_one(book: Workbook, language: Language, table: str) -> None:
    letter = next((column.letter for column in lay_out(table) if column.column.kind == "id"), "A")
    key = str(_sheet(book, table, language)[f"{letter}2"].value)
    assert key.startswith({Language.TH: "ตัวอย่าง", Language.EN: "EXAMPLE"}[language])


def test_the_example_row_agrees_with_itself(book: Workbook, language: Language) -> None:
    def example(table: str) -> dict[str, object]:
        sheet = _sheet(book, table, language)
        return {column.key: sheet[f"{column.letter}2"].value for column in lay_out(table)}

    income, member = example("income"), example("members")
    assert income["amount_baseline"] != income["amount_endline"]
    assert (member["birth_year"] is None) != (member["age"] is None)
    assert example("summary")["unit"] in {unit[language] for unit in choices("unit")}


@pytest.mark.parametrize("table", list(load_tables()))
def test_headers_are_locked_and_cells_are_open_without_a_password(
    book: Workbook, language: Language, table: str
) -> None:
    sheet = _sheet(book, table, language)
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert sheet["A1"].protection.locked
    entry = sheet["B2"] if table == PROJECT else sheet.column_dimensions["A"]
    assert not entry.protection.locked
    assert not sheet.protection.sort
    assert not sheet.protection.formatColumns


@pytest.mark.parametrize("table", TABLES)
def test_every_code_is_chosen_from_a_list(book: Workbook, language: Language, table: str) -> None:
    sheet = _sheet(book, table, language)
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    for column in lay_out(table):
        rule = rules[f"{column.letter}2"]
        assert rule.prompt
        assert (rule.type == "list") == bool(column.codelist)
        if column.codelist:
            name, cells = rule.formula1.replace("'", "").split("!")
            listed = [row[0].value for row in book[name][cells.replace("$", "")]]
            assert listed == [label[language] for label in choices(column.codelist)]


def test_indicators_counted_from_rows_are_not_offered_for_typing() -> None:
    offered = {label.en for label in choices("indicator")}
    assert "Group sales revenue" in offered
    assert "Active members" not in offered


def test_every_header_has_its_guidance_as_a_comment(book: Workbook, language: Language) -> None:
    for table in TABLES:
        for column in lay_out(table):
            comment = _sheet(book, table, language)[f"{column.letter}1"].comment
            assert comment.text.startswith(column.column.guidance[language])


def test_the_version_stands_in_a_cell_and_in_the_properties(book: Workbook, language: Language) -> None:
    cells = {str(cell.value) for cell in book.worksheets[0]["A"]}
    assert word("form.version", language, form=FORM_VERSION, dictionary=dictionary_version()) in cells
    properties = {prop.name: prop.value for prop in book.custom_doc_props}
    assert properties == {"konlang_form": FORM_VERSION, "konlang_dictionary": dictionary_version()}


def test_the_header_stays_in_view_and_is_printed_on_every_page(book: Workbook, language: Language) -> None:
    for table in TABLES:
        sheet = _sheet(book, table, language)
        assert sheet.freeze_panes == "B2"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.fitToWidth == 1


def test_a_workbook_saved_twice_has_the_same_bytes() -> None:
    assert to_bytes(Workbook()) == to_bytes(Workbook())
