"""What Excel hides and what calamine does not show: hidden sheets and rows, merges, errors, formulas without value."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook

from ingest import InputFile, Reading, read_files
from ingest.workbooks import RawSheet, read_sheets
from tests.build import Rows, check, codes, find_problem, sums

HEADERS = ["รหัสสมาชิก", "แหล่งรายได้", "ก่อน", "หลัง", "ต่อ"]
INCOME: Rows = [HEADERS, ["M1", "ทอผ้า", 100, 150, "เดือน"], ["M2", "ทอผ้า", 300, 350, "เดือน"]]


def save(rows: Rows, change: Callable[[Any], None] = lambda _sheet: None, name: str = "รายได้") -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = name
    for row in rows:
        sheet.append(row)
    change(sheet)
    if sheet.sheet_state != "visible":
        book.create_sheet("อื่น").append(["x"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def edit(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def first(content: bytes) -> RawSheet:
    raw = read_sheets(content)
    assert not isinstance(raw, str), raw
    return raw[0]


def read(content: bytes) -> Reading:
    return check(read_files([InputFile("x.xls", content)]))


def test_a_hidden_sheet_is_read_and_said_so() -> None:
    def hide(sheet: Any) -> None:
        sheet.sheet_state = "hidden"

    content = save(INCOME, hide)
    assert first(content).is_hidden
    reading = read(content)
    assert sums(reading, "member_income") == {"baseline": 100 + 300, "endline": 150 + 350}
    assert find_problem(reading, "hidden_sheet_read").sheet == "รายได้"


def test_hidden_rows_that_hold_something_are_read_counted_and_said_so() -> None:
    def hide(sheet: Any) -> None:
        for row in (2, 3, 40):
            sheet.row_dimensions[row].hidden = True

    content = save(INCOME, hide)
    assert first(content).hidden_rows == 2
    reading = read(content)
    assert sums(reading, "member_income") == {"baseline": 100 + 300, "endline": 150 + 350}
    assert find_problem(reading, "hidden_rows_read").found == "2"


def test_merged_cells_are_told_within_the_cells_that_are_used() -> None:
    def merge(sheet: Any) -> None:
        sheet.merge_cells("B2:C3")

    sheet = first(save([[], ["", "a", None, "b"], ["", "c", None, "d"]], merge))
    assert (sheet.first_row, sheet.first_column) == (2, 2)
    assert sheet.merges == ((0, 0, 1, 1),)


def test_an_error_is_its_text_and_reported_as_an_error() -> None:
    reading = read(save([*INCOME, ["M3", "ทอผ้า", "#REF!", "#DIV/0!", "เดือน"]]))
    assert codes(reading.problems) == ["formula_error", "formula_error"]
    assert [problem.found for problem in reading.problems if problem.code == "formula_error"] == ["#REF!", "#DIV/0!"]


def test_a_formula_never_calculated_is_its_text_and_reported_as_such() -> None:
    content = save([*INCOME, ["M3", "ทอผ้า", "=MAX(C2:C3)", "=IF(C2<3,1,2)", "เดือน"]])
    assert first(content).cells[3].tolist() == ["M3", "ทอผ้า", "=MAX(C2:C3)", "=IF(C2<3,1,2)", "เดือน"]
    assert codes(read(content).problems) == ["formula_not_calculated"] * 2


def test_a_formula_whose_result_is_an_empty_text_was_calculated() -> None:
    plain = save([["a", "b"], [1, "=A2"]])
    content = edit(plain, SHEET, lambda xml: re.sub(rb'<c r="B2"[^>]*>', b'<c r="B2" t="str">', xml))
    assert first(content).cells.tolist() == [["a", "b"], [1.0, ""]]


def test_a_column_of_uncalculated_formulas_beyond_the_others_widens_the_sheet() -> None:
    assert first(save([["a"], [1], [None, None, "=A2*2"]])).cells.tolist() == [
        ["a", "", ""],
        [1.0, "", ""],
        ["", "", "=A2*2"],
    ]


def test_an_error_where_a_group_belongs_is_no_group() -> None:
    rows = [["รหัสสมาชิก", "หมู่บ้าน", "ก่อน", "หลัง"], ["M1", "#N/A", 1, 1], ["M2", "หมู่ 1", 1, 1]]
    observations = read(save(rows, name="สมาชิก")).observations
    assert set(observations["village"].dropna()) == {"หมู่ 1"}


def test_parts_in_utf_16_are_read() -> None:
    content = edit(
        save(INCOME), SHEET, lambda xml: b"\xff\xfe" + b"".join((xml.decode()).encode("utf-16le").split(b"!!"))
    )
    assert first(content).cells.tolist()[1] == ["M1", "ทอผ้า", 100.0, 150.0, "เดือน"]


def test_names_with_a_prefix_are_searched_like_plain_ones() -> None:
    def prefix(xml: bytes) -> bytes:
        named = re.sub(rb"<(/?)(?=[a-z])", rb"<\1x:", xml.partition(b"?>")[2] or xml)
        return named.replace(b"xmlns=", b"xmlns:x=")

    sheet = first(edit(save([["a", "b"], [1, "=A2*2"]]), SHEET, prefix))
    assert sheet.cells.tolist() == [["a", "b"], [1.0, "=A2*2"]]


ODS = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.2"><office:body><office:spreadsheet><table:table table:name="รายได้">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""


def make_ods(rows: Rows, between: str = "") -> bytes:
    def cell(value: Any) -> str:
        kind = (
            f'office:value-type="float" office:value="{value}"'
            if isinstance(value, int)
            else 'office:value-type="string"'
        )
        return f"<table:table-cell {kind}><text:p>{value}</text:p></table:table-cell>"

    lines = (between.join(["<table:table-row>", *map(cell, row), "</table:table-row>"]) for row in rows)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", ODS.format(rows="".join(lines)))
    return stream.getvalue()


@pytest.mark.parametrize("between", ["", "\n  "])
def test_a_workbook_of_libreoffice_is_read_with_and_without_line_ends_between_its_cells(between: str) -> None:
    sheet = first(make_ods(INCOME, between))
    assert sheet.cells.tolist()[1] == ["M1", "ทอผ้า", 100.0, 150.0, "เดือน"]
    assert sheet.hidden_rows == 0
    assert sums(read(make_ods(INCOME, between)), "member_income") == {"baseline": 100 + 300, "endline": 150 + 350}


def test_the_name_of_the_file_says_nothing_about_its_kind() -> None:
    for name in ("x.csv", "x", "x.pdf"):
        reading = check(read_files([InputFile(name, save(INCOME))]))
        assert sums(reading, "member_income") == {"baseline": 100 + 300, "endline": 150 + 350}


def archive_of(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (archive_of("[Content_Types].xml", "word/document.xml"), "file_is_word"),
        (b"{\\rtf1\\ansi Hello}", "file_is_word"),
        (archive_of("[Content_Types].xml", "ppt/presentation.xml"), "file_is_powerpoint"),
        (archive_of("a.txt", "b.xlsx"), "file_is_zip"),
        (b"%PDF-1.7\n%\xe2\xe3", "file_is_pdf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "file_is_image"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "file_is_image"),
    ],
)
def test_a_file_that_is_something_else_is_told_what_it_is(content: bytes, code: str) -> None:
    assert read_sheets(content) == code
