"""Headers and words that are nearly known: used where it is sure, asked about between the bounds, else not used."""

from __future__ import annotations

from typing import Any

import pytest

from dictionary.load import load_columns
from ingest.headers import split_header
from ingest.likeness import ASK, SURE, find_like
from ingest.matching import HeaderMatch, match_headers, match_likely
from ingest.recognise import ROW_TABLES
from tests.build import find_problem, read, sums, values


def _match(headers: list[str], table: str) -> tuple[HeaderMatch, ...]:
    return match_likely(match_headers([(text, split_header(text)) for text in headers], table), table)


@pytest.mark.parametrize(
    ("header", "table", "column"),
    [
        ("ภาคสวน", "partners", "sector"),
        ("แหล่งรายได", "income", "income_source"),
        ("ตอเดือนหรือต่อปี", "income", "period"),
        ("ชื่อหนวยงาน", "partners", "partner"),
        ("Membr ID", "members", "member_id"),
    ],
)
def test_a_header_with_a_slip_of_the_pen_is_used_and_its_likeness_told(header: str, table: str, column: str) -> None:
    (match,) = _match([header], table)
    assert (match.column, match.by_likeness) == (column, True)
    assert SURE <= match.confidence < 1


def test_a_header_that_is_less_like_is_a_guess_and_not_used() -> None:
    (match,) = _match(["ตัวชี้วัดโครงการ"], "summary")
    assert (match.column, match.guess) == (None, "indicator")
    assert ASK <= match.confidence < SURE


def test_an_exact_header_is_certain_and_one_found_inside_another_nearly() -> None:
    exact, inside = _match(["รหัสสมาชิก", "เพศของสมาชิกที่ตอบ"], "members")
    assert exact.confidence == 1
    assert inside.column is None or SURE <= inside.confidence < 1


@pytest.mark.parametrize("table", ROW_TABLES)
def test_no_label_of_a_table_is_taken_for_another_column(table: str) -> None:
    for column in load_columns(table):
        for text in (column.label.th, column.label.en):
            (match,) = _match([text], table)
            assert match.column == column.key
            assert match.confidence == 1


@pytest.mark.parametrize("header", ["หมายเหตุ", "ลำดับที่", "เบอร์โทรศัพท์", "ที่อยู่ปัจจุบัน", "ผู้บันทึกข้อมูล", "ลายมือชื่อ"])
@pytest.mark.parametrize("table", ROW_TABLES)
def test_a_header_of_something_else_is_taken_for_nothing(header: str, table: str) -> None:
    (match,) = _match([header], table)
    assert (match.column, match.guess) == (None, None)


@pytest.mark.parametrize(
    ("word", "known"),
    [("ไม่เข้าร่วมโครงการ", "เข้าร่วมโครงการ"), ("nongovernmental", "governmental"), ("income2", "income1")],
)
def test_a_negation_or_another_number_is_no_likeness(word: str, known: str) -> None:
    assert find_like([word], {known: ("x",)}) is None


def test_between_two_meanings_that_are_nearly_as_like_nothing_is_sure() -> None:
    like = find_like(["abcdefghijx"], {"abcdefghijy": ("one",), "abcdefghijz": ("two",)})
    assert like is not None
    assert not like.is_sure


ROWS: list[Any] = [["M1", 100, 150, "เดือน"], ["M2", 200, 250, "เดือน"], ["M3", 10, 20, "เดือน"]]


def test_a_sheet_known_by_likeness_alone_is_read_and_it_is_said() -> None:
    reading = read({"Sheet1": [["Membr ID", "Amount before", "Amount after", "ต่อ"], *ROWS]})
    assert reading.questions == ()
    assert sums(reading, "member_income") == {"baseline": 100 + 200 + 10, "endline": 150 + 250 + 20}
    said = [problem.found for problem in reading.problems if problem.code == "header_by_likeness"]
    assert said == ["Membr ID"]
    assert [column.confidence < 1 for column in reading.sheets[0].columns] == [True, False, False, False]


def test_a_likeness_whose_values_are_of_another_kind_is_not_used() -> None:
    headers = ["รหัส", "แหล่งรายได", "รายได้ก่อน", "รายได้หลัง", "ต่อ"]
    (sheet,) = read({"รายได้": [headers, ["M1", 7, 1, 2, "เดือน"], ["M2", 8, 1, 2, "เดือน"]]}).sheets
    assert sheet.columns[1].column is None


def test_a_misspelt_code_is_read_and_said() -> None:
    reading = read(
        {"ภาคี": [["ชื่อหน่วยงาน", "ภาคส่วน", "ร่วมงาน ก่อน", "ร่วมงาน หลัง"], ["ก", "องค์กรปกครองส่วนท้องถิน", "ใช่", "ใช่"]]}
    )
    problem = find_problem(reading, "code_by_likeness")
    assert (problem.cell, problem.found) == ("B2", "องค์กรปกครองส่วนท้องถิน")
    assert ("ก", "baseline", "local_authority") in values(reading, "partners", "sector")
