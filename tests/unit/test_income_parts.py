"""Sources of income side by side: under a header of income, in one header each, under a title, on a list of members."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from dictionary.nouns import Problem
from ingest import InputFile, Reading, read_files, read_mappings
from ingest.amounts import name_source
from tests.build import build, read, sums

Rows = list[list[Any]]
LIST = ["ลำดับ", "รหัสสมาชิก", "ชื่อ-สกุล", "เพศ", "อายุ"]
NAMES = ["ที่", "ชื่อ-สกุล"]
ROUNDS = (("ก่อน", 0), ("หลัง", 2))
PEOPLE = ["นางสมใจ ใจดี", "นายบุญมี มีสุข", "นางสาวดาว เรืองแสง"]
AMOUNTS = [(1000, 500, 2000, 800), (1100, 510, 2150, 820), (1200, 520, 2300, 840)]  # own, other: before, after
TOTALS = {"baseline": 1000 + 500 + 1100 + 510 + 1200 + 520.0, "endline": 2000 + 800 + 2150 + 820 + 2300 + 840.0}


def _list(*head: Sequence[Any], order: tuple[int, ...] = (0, 1, 2, 3)) -> Rows:
    rows = [
        [at, f"M{at}", name, "หญิง", 30 + at, *(amounts[one] for one in order)]
        for at, (name, amounts) in enumerate(zip(PEOPLE, AMOUNTS, strict=True), 1)
    ]
    first, *below = head
    return [[*LIST, *first], *([*[None] * len(LIST), *row] for row in below), *rows]


def _names(*head: Sequence[Any]) -> Rows:
    first, *below = head
    rows = [[at, name, *AMOUNTS[at - 1]] for at, name in enumerate(PEOPLE, 1)]
    return [[*NAMES, *first], *([None, None, *row] for row in below), *rows]


SURE: dict[str, Rows] = {
    "under a header of the income of each round": _list(
        ["รายได้ก่อนเข้าร่วม (บาท/เดือน)", None, "รายได้หลังเข้าร่วม (บาท/เดือน)", None], ["จากกลุ่ม", "อื่น ๆ"] * 2
    ),
    "in three rows, rounds above sources": _list(
        ["รายได้ (บาท/เดือน)", None, None, None], ["ก่อน", None, "หลัง", None], ["จากกลุ่ม", "อื่น ๆ"] * 2
    ),
    "in three rows, sources above rounds": _list(
        ["รายได้ (บาท/เดือน)", None, None, None],
        ["จากกลุ่ม", None, "อื่น ๆ", None],
        ["ก่อน", "หลัง"] * 2,
        order=(0, 2, 1, 3),
    ),
    "each said in one header": _list(
        [f"{name}{time} (บาท/เดือน)" for time in ("ก่อน", "หลัง") for name in ("รายได้จากกลุ่ม", "รายได้อื่น")]
    ),
    "under names alone": _names(
        ["รายได้ (บาท/เดือน)", None, None, None], ["ก่อน", None, "หลัง", None], ["จากกลุ่ม", "อื่น ๆ"] * 2
    ),
    "in English": _list(
        ["Income before (THB/month)", None, "Income after (THB/month)", None], ["Weaving", "Other"] * 2
    ),
}


@pytest.mark.parametrize("rows", SURE.values(), ids=SURE)
def test_sources_with_one_of_all_others_are_added_up_and_that_is_said(rows: Rows) -> None:
    reading = read({"ข้อมูล": rows})
    assert not reading.questions
    assert sums(reading, "member_income") == TOTALS
    (note,) = _find(reading, "sources_added_up")
    assert note.allowed is not None
    assert note.allowed.en == "2"


def test_sources_that_a_total_beside_them_sums_up_are_added_up_and_the_total_is_not() -> None:
    rows = _list(["รายได้ก่อน (บาท/เดือน)", None, None, "รายได้หลัง (บาท/เดือน)"], ["เกษตร", "หัตถกรรม", "รวม"] * 2)
    for row, (one, two, three, four) in zip(rows[2:], AMOUNTS, strict=True):
        row[5:] = [one, two, one + two, three, four, three + four]
    reading = read({"ข้อมูล": rows})
    assert not reading.questions
    assert sums(reading, "member_income") == TOTALS


def test_a_total_beside_sources_of_which_some_are_blank_is_the_income() -> None:
    rows = _list(["รายได้ก่อน (บาท/เดือน)", None, None, "รายได้หลัง (บาท/เดือน)"], ["เกษตร", "หัตถกรรม", "รวม"] * 2)
    for row, (one, two, three, four) in zip(rows[2:], AMOUNTS, strict=True):
        row[5:] = [one, two, one + two, three, four, three + four]
    rows[2][6], rows[2][7] = None, 1000
    reading = read({"ข้อมูล": rows})
    assert not reading.questions
    assert sums(reading, "member_income") == TOTALS | {"baseline": TOTALS["baseline"] - 500}


ASKED: dict[str, tuple[str, Rows, str]] = {
    "sources without others on a list of members": (
        "ข้อมูล",
        _list(["รายได้ก่อน (บาท/เดือน)", None, "รายได้หลัง (บาท/เดือน)", None], ["ขายผ้า", "รับจ้าง"] * 2),
        "question.which_of_several",
    ),
    "money under before and after alone": (
        "ข้อมูล",
        _list(["ก่อน (บาท/เดือน)", None, "หลัง (บาท/เดือน)", None], ["ขายผ้า", "รับจ้าง"] * 2),
        "question.which_of_several",
    ),
    "the sheet says income": (
        "รายได้สมาชิก",
        _names(["ก่อน (บาท/เดือน)", None, "หลัง (บาท/เดือน)", None], ["ขายผ้า", "รับจ้าง"] * 2),
        "question.which_of_several",
    ),
    "the sheet says income and nothing the period": (
        "รายได้",
        _names(["ก่อน", None, "หลัง", None], ["ขายผ้า", "รับจ้าง"] * 2),
        "question.which_and_period",
    ),
    "a title says income": (
        "ข้อมูล",
        [["แบบเก็บข้อมูลรายได้สมาชิก (บาทต่อเดือน)"], *_names(["ก่อน", None, "หลัง", None], ["ขายผ้า", "รับจ้าง"] * 2)],
        "question.which_of_several",
    ),
    "a title says income and its money": (
        "ข้อมูล",
        [
            ["ทะเบียนรายได้สมาชิก ประจำปี"],
            ["(หน่วย : บาท/เดือน)"],
            *_names([f"{name}{time}" for time in ("ก่อน", "หลัง") for name in ("ขายผ้า", "รับจ้าง")]),
        ],
        "question.which_of_several",
    ),
    "no period on a list of members": (
        "ข้อมูล",
        _list(["รายได้ก่อน", None, "รายได้หลัง", None], ["ขายผ้า", "รับจ้าง"] * 2),
        "question.which_and_period",
    ),
}


@pytest.mark.parametrize(("sheet", "rows", "code"), ASKED.values(), ids=ASKED)
def test_other_sources_are_asked_about_and_the_answer_adds_them_up(sheet: str, rows: Rows, code: str) -> None:
    content = build({sheet: rows})
    (question,) = read_files([InputFile("a.xlsx", content)]).questions
    assert question.code == code
    assert question.mapping.count('column = "?"') == 4
    text = question.mapping.replace('column = "?"', 'column = "amount"').replace('period = "?"', 'period = "month"')
    mappings = read_mappings("m.toml", text.encode())
    assert isinstance(mappings, tuple)
    reading = read_files([InputFile("a.xlsx", content)], mappings=mappings)
    assert not reading.questions
    assert sums(reading, "member_income") == TOTALS


@pytest.mark.parametrize(("sheet", "rows", "code"), ASKED.values(), ids=ASKED)
def test_the_guide_proposes_each_of_them_as_an_amount(sheet: str, rows: Rows, code: str) -> None:
    (preview,) = read({sheet: rows}).previews
    (table,) = preview.mapping.tables
    assert [one.column for one in table.columns][-4:] == ["amount"] * 4


def test_what_is_no_income_beside_one_stays_measured_apart() -> None:
    head: Rows = [["ก่อน (บาท/เดือน)", None, "หลัง (บาท/เดือน)", None], ["รายได้", "หนี้สิน"] * 2]
    reading = read({"ข้อมูล": _list(*head)})
    assert not reading.questions
    assert sums(reading, "member_income") == {"baseline": 1000 + 1100 + 1200.0, "endline": 2000 + 2150 + 2300.0}
    assert not _find(reading, "numbers_not_used")  # debts are measured


def test_costs_under_an_income_are_no_part_of_it() -> None:
    head: Rows = [["รายได้ก่อน (บาท/เดือน)", None, "รายได้หลัง (บาท/เดือน)", None], ["จากกลุ่ม", "ต้นทุน"] * 2]
    reading = read({"ข้อมูล": _list(*head)})
    assert sums(reading, "member_income") == {"baseline": 1000 + 1100 + 1200.0, "endline": 2000 + 2150 + 2300.0}
    assert _find(reading, "costs_not_used")


def test_a_title_of_how_many_there_are_is_no_income() -> None:
    title = [["จำนวนต้นไม้ที่สมาชิกปลูก"]]
    reading = read({"ข้อมูล": [*title, *_names(["ก่อน", None, "หลัง", None], ["ไผ่", "กล้วย"] * 2)]})
    assert "member_income" not in reading.indicators
    assert [one.unit for key, one in reading.indicators.items() if key.startswith("personal_")] == ["", ""]


def _find(reading: Reading, code: str) -> list[Problem]:
    return [one for one in reading.problems if one.code == code]


BY_ROW = [[f"M{at}", time, *AMOUNTS[at - 1][place : place + 2]] for at in (1, 2, 3) for time, place in ROUNDS]


def test_sources_of_a_table_whose_rows_say_the_round_are_added_up() -> None:
    head = ["รหัส", "ช่วงเวลา", "รายได้จากกลุ่ม (บาท/เดือน)", "รายได้อื่น ๆ (บาท/เดือน)"]
    reading = read({"ข้อมูล": [head, *BY_ROW]})
    assert not reading.questions
    assert sums(reading, "member_income") == TOTALS
    assert _find(reading, "sources_added_up")[0].found == "รายได้จากกลุ่ม, รายได้อื่น ๆ"


def test_such_a_table_is_asked_about_once() -> None:
    head = [["รหัส", "ช่วงเวลา", "รายได้ (บาท/เดือน)", None], [None, None, "ขายผ้า", "รับจ้าง"]]
    reading = read({"ข้อมูล": [*head, *BY_ROW]})
    assert [one.code for one in reading.questions] == ["question.which_of_several"]


def test_a_source_is_named_without_round_year_unit_and_income() -> None:
    assert name_source("รายได้ครัวเรือน (บาท/ปี) ก่อนร่วมโครงการ (ปี 2565) ภาคเกษตร") == "รายได้ครัวเรือน ภาคเกษตร"
    assert name_source("รายได้ปี 2565 (บาท/เดือน) ทอผ้า") == "ทอผ้า"
    assert name_source("Income before (THB/month) from weaving (own loom)") == "income from weaving (own loom)"


@pytest.mark.parametrize("total", ["รวมรายได้ต่อปี", "รายได้รวม (บาท/ปี)", "รวม", "รวมทั้งสิ้น"])
def test_a_total_of_any_name_beside_sources_is_told_from_them(total: str) -> None:
    head = ["รหัส", "รายได้จากผ้าทอ (บาท/ปี)", "รายได้อื่น ๆ (บาท/ปี)", total]
    sheets: dict[str, Rows] = {
        name: [head, *([f"M{at}", one * 12, two * 12, (one + two) * 12] for at, (one, two) in enumerate(rows, 1))]
        for name, rows in (("ก่อน", [row[:2] for row in AMOUNTS]), ("หลัง", [row[2:] for row in AMOUNTS]))
    }
    reading = read(sheets)
    assert not reading.questions
    assert sums(reading, "member_income") == pytest.approx(TOTALS)
    for rows in sheets.values():
        rows[1][3] += 600
    assert {one.code for one in read(sheets).questions} <= {"question.which_of_several", "question.which_and_period"}
    assert read(sheets).questions


@pytest.mark.parametrize(
    "total", ["รวมรายได้ (บาท/ปี)", "รายได้ทั้งหมด (บาท/ปี)", "รายได้สุทธิ (บาท/ปี)", "รายได้ (บาท/ปี)", "รายได้เฉลี่ย (บาท/เดือน)"]
)
def test_what_equals_the_sum_of_named_sources_is_their_total_and_said(total: str) -> None:
    times = 1 if "เดือน" in total else 12
    head = ["รหัส", "รายได้จากผ้าทอ (บาท/ปี)", "รายได้จากการเกษตร (บาท/ปี)", total]
    sheets: dict[str, Rows] = {
        name: [head, *([f"M{at}", one * 12, two * 12, (one + two) * times] for at, (one, two) in enumerate(rows, 1))]
        for name, rows in (("ก่อน", [row[:2] for row in AMOUNTS]), ("หลัง", [row[2:] for row in AMOUNTS]))
    }
    reading = read(sheets)
    assert not reading.questions
    assert sums(reading, "member_income") == pytest.approx(TOTALS)
    assert [one.cell for one in reading.problems if one.code == "total_of_sources"] == ["D1", "D1"]
    for rows in sheets.values():
        rows[1][3] += 600
    assert read(sheets).questions


def test_a_source_that_is_blank_where_the_others_make_the_total_is_zero_and_is_said() -> None:
    head = ["รหัส", "รายได้จากผ้าทอ (บาท/เดือน)", "รายได้จากการเกษตร (บาท/เดือน)", "รวม"]
    rows: Rows = [[f"M{at}", one, two, one + two] for at, (one, two, _, _) in enumerate(AMOUNTS, 1)]
    rows[1][2], rows[1][3] = None, rows[1][1]
    reading = read({"ก่อน": [head, *rows], "หลัง": [head, *rows]})
    assert not reading.questions
    said = [(one.sheet, one.cell, one.allowed.th) for one in reading.problems if one.code == "blank_source_zero"]
    assert said == [("ก่อน", "C1", "1"), ("หลัง", "C1", "1")]
    assert not any(one.code == "amount_gap" for one in reading.problems)
    assert sums(reading, "member_income")["endline"] == sum(row[3] for row in rows)
    rows[1][3] = None  # nothing proves the blank any more
    reading = read({"ก่อน": [head, *rows], "หลัง": [head, *rows]})
    assert [one.cell for one in reading.problems if one.code == "amount_gap"] == ["C3", "C3"]


@pytest.mark.parametrize("total_at", [1, 4])
def test_columns_beside_an_income_that_is_their_sum_are_its_sources_whatever_they_are_called(total_at: int) -> None:
    names, sheets = ["ขายข้าว", "เลี้ยงไก่/เป็ด", "รับจ้าง"], dict[str, Rows]()
    for title, first in (("ปี 2564", 1000), ("ปี 2566", 1200)):
        rows: Rows = [["ทะเบียนรายได้สมาชิก (หน่วย : บาท/ปี)"], ["รหัส", *names, "หนี้สิน"]]
        rows[1].insert(total_at, "รวมรายได้")
        for at in range(1, 7):
            parts = [first * at, 600 * at, 300]
            row: list[object] = [f"M{at}", *parts, 50_000]
            row.insert(total_at, sum(parts))
            rows.append(row)
        sheets[title] = rows
    reading = read(sheets)
    assert not reading.questions
    months = {"baseline": 1000, "endline": 1200}
    expected = {key: sum(one * at + 600 * at + 300 for at in range(1, 7)) / 12 for key, one in months.items()}
    assert sums(reading, "member_income") == pytest.approx(expected)
    assert len(_find(reading, "total_of_sources")) == 2
    assert not _find(reading, "duplicate_column")
    assert {*reading.observations["indicator"]} == {"member_income", "personal_1"}
    assert reading.indicators["personal_1"].unit == "thb"


def test_an_income_without_a_name_beside_a_source_may_be_the_whole_and_is_asked_about() -> None:
    head = [f"{name}{time} (บาท/เดือน)" for time in ("ก่อน", "หลัง") for name in ("รายได้", "รายได้เสริม")]
    (question,) = read({"ข้อมูล": _list(head)}).questions
    assert question.code == "question.which_of_several"
