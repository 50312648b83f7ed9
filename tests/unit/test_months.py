"""Incomes in a column for each month: their mean is baht per month, and no month is lost in silence."""

from __future__ import annotations

import pytest

from ingest import InputFile, read_files
from ingest.months import MONTH, QUARTER, Span, read_span
from tests.build import Rows, build, check, codes, find_problem, read, sums, values

THAI = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
LONG = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
PEOPLE = ["นายสมชาย ใจดี", "นางมาลี มีสุข"]
BLANKS = [None] * 11


def amounts(first: int) -> list[int]:
    return [first + 100 * place for place in range(12)]


MEAN_ABOVE_FIRST = 550
ROWS: Rows = [[PEOPLE[0], *amounts(1000), *amounts(2000)], [PEOPLE[1], *amounts(3000), *amounts(3000)]]


@pytest.mark.parametrize("months", [THAI, LONG, ENGLISH, [name.replace(".", "") for name in THAI]])
def test_months_under_before_and_after_are_averaged(months: list[str]) -> None:
    head: Rows = [["รายได้รายเดือน"], ["ชื่อ-สกุล", "ก่อน", *BLANKS, "หลัง", *BLANKS], [None, *months, *months]]
    reading = read({"ข้อมูล": [*head, *ROWS]})
    found = sums(reading, "member_income")
    assert found == pytest.approx({"baseline": 4000 + 2 * MEAN_ABOVE_FIRST, "endline": 5000 + 2 * MEAN_ABOVE_FIRST})
    assert [column.column for column in reading.sheets[0].columns] == ["name", *["amount"] * 24]
    assert codes(reading.problems) == ["months_averaged", "months_averaged"]


@pytest.mark.parametrize("ending", ["65", "2565", " 65", "-22", " 2022"])
def test_months_of_two_years_in_one_row_are_two_rounds(ending: str) -> None:
    after = str(int(ending) + 2) if ending.strip() == ending and "-" not in ending else None
    later = after or {" 65": " 67", "-22": "-24", " 2022": " 2024"}[ending]
    head = ["ชื่อ-สกุล", *(name + ending for name in THAI), *(name + later for name in THAI)]
    reading = read({"รายได้": [head, *ROWS]})
    assert sums(reading, "member_income") == pytest.approx({"baseline": 5100, "endline": 6100})
    assert {"year_of_two_digits", "period_not_stated"}.isdisjoint(codes(reading.problems))


def test_months_from_october_on_are_of_fiscal_years() -> None:
    names = [f"{THAI[(9 + place) % 12]} {2564 + (place + 9) // 12}" for place in range(24)]
    reading = read({"รายได้": [["ชื่อ-สกุล", *names], *ROWS]})
    assert sums(reading, "member_income") == pytest.approx({"baseline": 5100, "endline": 6100})
    assert [one.start and one.start.month for one in reading.rounds] == [10, 10]


def test_a_blank_month_is_left_out_of_the_mean_and_said_and_a_row_of_none_is_unknown() -> None:
    head: Rows = [["รายได้"], ["ชื่อ-สกุล", "ก่อน", None, None, "หลัง", None, None], [None, *THAI[:3], *THAI[:3]]]
    rows: Rows = [[PEOPLE[0], 100, None, 300, 10, 20, 30], [PEOPLE[1], None, None, None, 40, 50, 60]]
    reading = read({"ข้อมูล": [*head, *rows]})
    assert find_problem(reading, "month_blank").cell == "C4"
    assert sums(reading, "member_income") == pytest.approx({"baseline": 200, "endline": 70})
    unknown = reading.observations[reading.observations["value"].isna()]
    assert list(unknown["round"]) == ["baseline"]


def test_quarters_are_a_third_of_their_amount_a_month() -> None:
    quarters = ["ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4"]
    head: Rows = [["รายได้"], ["ชื่อ-สกุล", "ก่อน", *BLANKS[:3], "หลัง", *BLANKS[:3]], [None, *quarters, *quarters]]
    reading = read({"ข้อมูล": [*head, [PEOPLE[0], 300, 600, 900, 1200, 3000, 3000, 3000, 3000]]})
    assert sums(reading, "member_income") == pytest.approx({"baseline": 250, "endline": 1000})


def test_a_sum_beside_the_months_is_not_added_to_them_and_is_listed() -> None:
    head: Rows = [["รายได้"], ["ชื่อ-สกุล", "ก่อน", *BLANKS[:3], "หลัง", *BLANKS[:3]]]
    head = [*head, [None, *THAI[:3], "รวม", *THAI[:3], "รวม"]]
    reading = read({"ข้อมูล": [*head, [PEOPLE[0], 1, 2, 3, 6, 2, 3, 4, 9], [PEOPLE[1], 1, 2, 3, 6, 2, 3, 4, 9]]})
    assert sums(reading, "member_income") == pytest.approx({"baseline": 4, "endline": 6})
    assert {column.header: column.column for column in reading.sheets[0].columns}["ก่อน รวม"] is None


def test_months_of_what_is_no_income_are_not_taken_for_income() -> None:
    head: Rows = [["ปริมาณน้ำ (ลิตร)"], ["ชื่อ-สกุล", "ก่อน", *BLANKS, "หลัง", *BLANKS], [None, *THAI, *THAI]]
    reading = read({"ข้อมูล": [*head, *ROWS]})
    assert not values(reading, "member_income")
    assert len(reading.sheets[0].columns) == 25


def test_the_mapping_of_months_reads_the_same_again() -> None:
    head: Rows = [["รายได้รายเดือน"], ["ชื่อ-สกุล", "ก่อน", *BLANKS, "หลัง", *BLANKS], [None, *THAI, *THAI]]
    content = build({"ข้อมูล": [*head, *ROWS]})
    first = check(read_files([InputFile("a.xlsx", content)]))
    again = check(read_files([InputFile("a.xlsx", content)], mappings=[first.previews[0].mapping]))
    assert sums(again, "member_income") == pytest.approx(sums(first, "member_income"))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("ก่อนโครงการ ปี 2565 ม.ค.", Span(1, MONTH, 2565)),
        ("รายได้ ธ.ค.2567", Span(12, MONTH, 2567)),
        ("Jan-22", Span(1, MONTH, 2565)),
        ("2022-03-01", Span(3, MONTH, 2565)),
        ("ไตรมาสที่ ๒ ปี 2566", Span(2, QUARTER, 2566)),
        ("Q3", Span(3, QUARTER)),
        ("ม.ค.–ธ.ค. 2565", None),
        ("maybe", None),
        ("ราคม", None),
    ],
)
def test_a_header_names_one_month_or_quarter_or_none(text: str, span: Span | None) -> None:
    assert read_span(text) == span
