"""Each file that was made to do harm is refused, or read for the little it holds, before anything large is done."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pytest

from dictionary.load import describe
from i18n import Language
from ingest import InputFile, read_files
from ingest.formats.biff import scan_biff
from ingest.formats.sheet import Unreadable
from ingest.limits import LIMITS
from ingest.workbooks import read_sheets
from tests import hostile
from tests.build import sums
from tests.xlsb import xlsb


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (hostile.far_cell, "file_too_large"),
        (hostile.zip_bomb, "file_too_large"),
        (hostile.lying_bomb, "file_too_large"),
        (hostile.looped_ole, "file_damaged"),
        (hostile.deep_xml, "file_damaged"),
        (hostile.looped_directory, "file_damaged"),
        (hostile.truncated, "file_damaged"),
        (hostile.repeated_ods, "file_too_large"),
        (hostile.spanned_html, "file_too_large"),
        (hostile.html_without_table, "file_is_text"),
        (hostile.word_document, "file_is_word"),
    ],
)
def test_it_is_refused_by_a_look_at_it(make: Callable[[], bytes], code: str) -> None:
    assert read_sheets(make()) == code


@pytest.mark.parametrize("number", ['"1000000000"', "'1048576'", ' = "+0001048576"', '"' + "9" * 5000 + '"'])
def test_rows_that_are_said_to_repeat_are_counted_however_the_number_is_written(number: str) -> None:
    cell = '<table:table-cell office:value-type="float" office:value="1"/>' * 20
    attribute = number if "=" in number else f"={number}"
    made = hostile.ods(f"<table:table-row table:number-rows-repeated{attribute}>{cell}</table:table-row>")
    assert read_sheets(made) == "file_too_large"


@pytest.mark.parametrize("name", ["../../evil.xml", "/etc/evil.xml", "C:/evil.xml", "..\\evil.xml"])
def test_a_part_with_a_name_that_leads_elsewhere_makes_the_file_unusable(name: str) -> None:
    assert read_sheets(hostile.xlsx("<sheetData/>", {name: b"x"})) == "file_damaged"


def test_a_million_blank_rows_and_all_columns_cost_nothing() -> None:
    raw = read_sheets(hostile.wide_and_empty())
    assert not isinstance(raw, str)
    assert raw[0].cells.tolist() == [[1.0, 1.0]]


ENTITIES = [hostile.entity_xlsx, hostile.entity_strings, hostile.entity_ods, hostile.entity_spreadsheet_xml]


@pytest.mark.parametrize("make", ENTITIES)
@pytest.mark.parametrize("where", ["", "file:///etc/hostname", "http://127.0.0.1:9/x", "relative.txt"])
def test_a_file_that_defines_entities_is_refused_for_what_it_is(make: Callable[[str], bytes], where: str) -> None:
    assert read_sheets(make(hostile.OUTSIDE.format(where) if where else hostile.BOMB)) == "file_unsafe"


def test_a_text_that_only_speaks_of_entities_is_a_text() -> None:
    cell = '<c r="A1" t="inlineStr"><is><t>&lt;!ENTITY x&gt;</t></is></c>'
    raw = read_sheets(hostile.xlsx(f'<sheetData><row r="1">{cell}</row></sheetData>'))
    assert not isinstance(raw, str)
    assert raw[0].cells.tolist() == [["<!ENTITY x>"]]


def test_a_line_without_end_is_refused() -> None:
    assert read_sheets(hostile.one_long_line()) == "file_too_large"


@pytest.mark.parametrize("size", ["A1", "A1:XFD1048576"])
def test_a_sheet_that_lies_about_its_size_is_read_for_what_it_holds(size: str) -> None:
    rows = f'<row r="1">{hostile.cell("A1")}{hostile.cell("B1", 2)}</row><row r="2">{hostile.cell("A2", 3)}</row>'
    raw = read_sheets(hostile.xlsx(f'<dimension ref="{size}"/><sheetData>{rows}</sheetData>'))
    assert not isinstance(raw, str)
    assert raw[0].cells.tolist() == [[1.0, 2.0], [3.0, ""]]


def test_a_sheet_with_a_header_above_each_of_16384_columns_is_told_how_many_it_may_have() -> None:
    reading = read_files([InputFile("wide.csv", hostile.wide_headers())])
    (problem,) = reading.problems
    assert problem.code == "too_many_columns"
    for language in Language:
        assert all(number in describe(problem, language) for number in ("16,384", f"{LIMITS.filled_columns:,}"))


def test_a_table_among_1500_columns_of_other_things_is_read() -> None:
    others = [f"หัวข้อที่ {n}" for n in range(1497)]
    head = ["รหัสสมาชิก", *others, "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
    lines = [head, ["M1", *["ใช่"] * 1497, "100", "150"], ["M2", *["ไม่"] * 1497, "50", "70"]]
    reading = read_files([InputFile("wide.csv", "\n".join(map(",".join, lines)).encode())])
    assert sums(reading, "member_income") == {"baseline": 100 + 50, "endline": 150 + 70}


def test_values_far_apart_in_a_binary_workbook_are_refused_before_they_are_read() -> None:
    assert read_sheets(xlsb({0: [1], 1_048_575: [*[1] * 300]})) == "file_too_large"


def test_a_legacy_sheet_of_two_values_far_apart_is_refused_before_it_is_read() -> None:
    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def number(row: int, column: int) -> bytes:
        return record(0x203, struct.pack("<HHHd", row, column, 0, 1.0))

    head = record(0x809, bytes(16)) + record(0x85, struct.pack("<I", 33) + b"\x00\x00") + record(0x0A, b"")
    head = head.ljust(33, b"\x00")
    sheet = record(0x809, bytes(16)) + number(0, 0) + number(65_535, 255) + record(0x0A, b"")
    with pytest.raises(Unreadable, match="file_too_large"):
        scan_biff(head.replace(struct.pack("<I", 33), struct.pack("<I", len(head))) + sheet)
