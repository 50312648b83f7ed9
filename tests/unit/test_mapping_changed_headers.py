"""A confirmed sheet whose headers are others now: read as confirmed where that can be, and what changed is said."""

from __future__ import annotations

from pathlib import Path

import pytest

import cli
from dictionary.load import describe
from i18n import Language
from ingest import InputFile, Reading, SheetMapping, read_files, write_mappings
from tests.build import Rows, build, check, codes, find_problem, sums
from tests.unit.test_mapping import HEADERS, MAPPING, ROWS


def _read(header: Rows, rows: Rows = ROWS, name: str = "ข้อมูล", *mappings: SheetMapping) -> Reading:
    book = build({name: [header, *rows]})
    return check(read_files([InputFile("book.xlsx", book)], mappings=mappings or (MAPPING,)))


def _add(at: int, cells: Rows) -> list[list[object]]:
    return [[*row[:at], cell, *row[at:]] for row, cell in zip(ROWS, cells, strict=True)]


@pytest.mark.parametrize("at", range(len(HEADERS) + 1))
@pytest.mark.parametrize("cells", [["ก", "ข", "ค"], [1, 2, 3]])
def test_a_column_that_was_added_leaves_the_answers_standing_and_is_told(at: int, cells: Rows) -> None:
    reading = _read([*HEADERS[:at], "ของใหม่", *HEADERS[at:]], _add(at, cells))
    assert reading.questions == ()
    assert sums(reading, "member_income") == {"baseline": 100 + 200 + 10, "endline": 150 + 20}
    assert find_problem(reading, "columns_added").found == "ของใหม่"
    assert "numbers_put_aside" not in codes(reading.problems)  # nobody put it aside: it was not there


def test_columns_in_another_order_are_known_by_their_wordings() -> None:
    reading = _read([*reversed(HEADERS)], [[*reversed(row)] for row in ROWS])
    assert sums(reading, "member_income") == {"baseline": 100 + 200 + 10, "endline": 150 + 20}
    assert not {"columns_added", "headers_changed"} & {*codes(reading.problems)}


def test_a_sheet_of_another_name_with_more_columns_is_not_taken_for_the_confirmed_one() -> None:
    reading = _read([*HEADERS, "ของใหม่"], _add(4, [1, 2, 3]), "อื่น")
    assert "columns_added" not in codes(reading.problems)


def test_a_header_that_is_gone_is_named_and_the_sheet_read_anew() -> None:
    reading = _read(["ใคร", "แต่เดิม", "เดี๋ยวนี้", "ทุก"])
    problem = find_problem(reading, "headers_changed")
    assert (problem.sheet, problem.found) == ("ข้อมูล", "ตอนนี้")
    for language in Language:
        assert "ตอนนี้" in describe(problem, language)


def test_another_table_on_a_sheet_of_the_same_name_is_no_change() -> None:
    reading = _read(["รหัสสมาชิก", "รายได้ก่อน", "รายได้หลัง", "ทุก"])
    assert "headers_changed" not in codes(reading.problems)


def test_a_mapping_for_other_sheets_is_refused_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, mapping = tmp_path / "book.xlsx", tmp_path / "other.toml"
    head = ["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
    book.write_bytes(build({"รายได้": [head, ["M1", 1, 2], ["M2", 2, 3]]}))
    mapping.write_text(write_mappings([MAPPING]), "utf-8")
    for command in (["analyse"], ["inspect"], ["charts", "--out", str(tmp_path)]):
        assert cli.main([*command, str(book), "--mapping", str(mapping)]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert "other.toml" in said.err
        assert "ข้อมูล" in said.err
