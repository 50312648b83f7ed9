"""What .xlsb, .ods and HTML hide is known as it is of .xlsx: sheets, rows, errors, merges, values not stored."""

from __future__ import annotations

from typing import Any

from ingest import InputFile, Reading, read_files
from ingest.workbooks import RawSheet, read_sheets
from tests import hostile
from tests.build import check, codes, find_problem, sums
from tests.xlsb import HIDDEN, Error, xlsb

HEADERS = ["รหัสสมาชิก", "แหล่งรายได้", "ก่อน", "หลัง", "ต่อ"]
REF = 23  # the code of #REF!
XLSB: dict[int, list[Any]] = {
    0: HEADERS,
    1: ["M1", "ทอผ้า", 100, 150, "เดือน"],
    2: ["M2", "ทอผ้า", 300, Error(REF), "เดือน"],
}


def first(content: bytes) -> RawSheet:
    raw = read_sheets(content)
    assert not isinstance(raw, str), raw
    return raw[0]


def read(content: bytes) -> Reading:
    return check(read_files([InputFile("x.xls", content)]))


def text(value: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'


def number(value: int) -> str:
    about = f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {about}><text:p>{value}</text:p></table:table-cell>"


def row(*cells: str, about: str = "") -> str:
    return f"<table:table-row{about}>{''.join(cells)}</table:table-row>"


LIBREOFFICE_ERROR = (
    '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
    'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
)
EXCEL_ERROR = (
    '<table:table-cell table:formula="of:=#REF!" office:value-type="float" office:value="0">'
    "<office:annotation><text:p>a note</text:p></office:annotation><text:p>#REF!</text:p></table:table-cell>"
)
NO_VALUE = '<table:table-cell table:formula="of:=[.C2]*12"/>'
HEAD = row(*map(text, HEADERS))


def test_errors_of_a_binary_workbook_are_their_texts_and_reported() -> None:
    reading = read(xlsb(XLSB))
    assert find_problem(reading, "formula_error").found == "#REF!"
    assert sums(reading, "member_income") == {"baseline": 100 + 300, "endline": 150}


def test_hidden_rows_and_sheets_of_a_binary_workbook_are_read_and_said() -> None:
    reading = read(xlsb({**XLSB, 2: ["M2", "ทอผ้า", 300, 350, "เดือน"]}, hidden=[1, 2], state=HIDDEN))
    assert find_problem(reading, "hidden_rows_read").found == "2"
    assert find_problem(reading, "hidden_sheet_read").sheet == "รายได้"
    assert sums(reading, "member_income") == {"baseline": 100 + 300, "endline": 150 + 350}


def test_merged_headers_of_a_binary_workbook_are_written_over_their_columns() -> None:
    rows: dict[int, list[Any]] = {
        0: ["รหัสสมาชิก", "รายได้ต่อเดือน (บาท)", "", "อื่น"],
        1: ["", "ก่อน", "หลัง", ""],
        2: ["M1", 100, 150, 9],
    }
    assert first(xlsb(rows, merges=[(0, 0, 1, 2)])).merges == ((0, 1, 0, 2),)
    assert sums(read(xlsb(rows, merges=[(0, 0, 1, 2)])), "member_income") == {"baseline": 100, "endline": 150}


def test_errors_and_formulas_without_value_of_libreoffice_are_told_and_no_error_is_taken_for_zero() -> None:
    rows = [
        row(text("M1"), text("ทอผ้า"), number(100), EXCEL_ERROR, text("เดือน")),
        row(text("M2"), text("ทอผ้า"), LIBREOFFICE_ERROR, NO_VALUE, text("เดือน")),
    ]
    reading = read(hostile.ods(HEAD + "".join(rows)))
    assert codes(reading.problems) == ["formula_error", "formula_error", "formula_not_calculated"]
    assert [one.found for one in reading.problems if one.code == "formula_error"] == ["#DIV/0!", "#REF!"]
    assert sums(reading, "member_income") == {"baseline": 100, "endline": 0}  # nothing known adds up to 0


def test_hidden_and_filtered_rows_of_libreoffice_are_read_counted_and_said() -> None:
    data = (text("M1"), text("ทอผ้า"), number(100), number(150), text("เดือน"))
    rows = [
        row(*data, about=' table:visibility="collapse"'),
        row(*(text("M2"), *data[1:]), about=' table:visibility="filter"'),
        row("<table:table-cell/>", about=' table:number-rows-repeated="900" table:visibility="collapse"'),
    ]
    reading = read(hostile.ods(HEAD + "".join(rows), is_shown=False))
    assert find_problem(reading, "hidden_rows_read").found == "2"
    assert find_problem(reading, "hidden_sheet_read").sheet == "รายได้"
    assert sums(reading, "member_income") == {"baseline": 100 + 100, "endline": 150 + 150}


def test_spanned_headers_of_libreoffice_are_merges() -> None:
    spanned = '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" '
    spanned += 'office:value-type="string"><text:p>รายได้</text:p></table:table-cell><table:covered-table-cell/>'
    sheet = first(hostile.ods(row(text("a"), spanned) + row(text("b"), number(1), number(2))))
    assert sheet.cells.tolist() == [["a", "รายได้", ""], ["b", 1.0, 2.0]]
    assert sheet.merges == ((0, 1, 0, 2),)


def test_changes_that_libreoffice_keeps_outside_of_its_tables_are_no_cells() -> None:
    changes = f"<table:tracked-changes>{text('old')}{NO_VALUE}</table:tracked-changes>"
    assert first(hostile.ods(row(text("a"), NO_VALUE), before=changes)).cells.tolist() == [["a", "=[.C2]*12"]]


def test_hidden_rows_of_an_html_table_are_counted() -> None:
    lines = "<tr><td>a</td><td>b</td></tr><tr style='height:1pt;display: none'><td>1</td><td>2</td></tr>"
    assert first(f"<html><table>{lines}</table></html>".encode()).hidden_rows == 1


def test_a_sheet_of_macros_of_excel_4_is_no_table_and_the_others_are_read() -> None:
    content = hostile.macro_sheet()
    raw = read_sheets(content)
    assert not isinstance(raw, str)
    assert [(sheet.name, sheet.is_table, sheet.cells.size) for sheet in raw] == [("S", True, 1), ("Macro", False, 0)]


def test_a_workbook_of_blank_sheets_is_empty() -> None:
    (problem,) = read(hostile.xlsx("<sheetData/>")).problems[:1]
    assert problem.code == "file_empty"


def test_a_binary_workbook_of_the_first_excel_that_wrote_one_is_read() -> None:
    assert first(xlsb(XLSB, is_early=True)).cells.tolist() == first(xlsb(XLSB)).cells.tolist()
    assert find_problem(read(xlsb(XLSB, hidden=[2], is_early=True)), "hidden_rows_read").found == "1"


def test_a_workbook_of_a_chart_alone_is_not_called_damaged_or_empty() -> None:
    (problem,) = read(hostile.embedded_chart()).problems[:1]
    assert problem.code == "file_no_cells"
