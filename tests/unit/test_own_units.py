"""Amounts in thousands and millions of baht, and cells that say their own unit."""

from __future__ import annotations

from typing import Any

import pytest

from tests.build import codes, find_problem, read, values

HEAD = ["ชื่อ-สกุล", "รายได้ก่อน (พันบาท/เดือน)", "รายได้หลัง (พันบาท/เดือน)"]


def incomes(*after: Any) -> list[float | None]:
    """What is known of people with 5 thousand before and these incomes after."""
    rows = [HEAD, *([f"นางก{'กขคงจ'[at]} ใจดี", 5, one] for at, one in enumerate(after))]
    reading = read({"รายได้": rows})
    return [value for key, value in values(reading, "member_income").items() if key[-1] == "endline"]


def test_a_cell_that_writes_baht_under_thousands_is_in_baht() -> None:
    assert incomes(6, "6,500 บาท", "7 พัน", "๘,๐๐๐.-") == [6000, 6500, 7000, 8000]


def test_it_is_said_which_cells_say_their_own_unit() -> None:
    reading = read({"รายได้": [HEAD, ["นางกมล ใจดี", 5, "6,500 บาท"]]})
    assert find_problem(reading, "amount_own_unit").cell == "C2"


@pytest.mark.parametrize(
    ("unit", "before", "after"),
    [
        ("ล้านบาท", 1.2, "1.5"),
        ("ล้านบาท", "1.2 ล้าน", "1,500,000 บาท"),
        ("พันบาท", 1200, "1.5 ล้านบาท"),
        ("million baht", 1.2, 1.5),
    ],
)
def test_a_summary_in_millions_is_told_in_baht(unit: str, before: Any, after: Any) -> None:
    reading = read({"ตัวชี้วัด": [["ตัวชี้วัด", "หน่วย", "ก่อน", "หลัง"], ["ยอดขายร้านค้า", unit, before, after]]})
    assert reading.indicators["custom_1"].unit == "thb"
    assert [*values(reading, "custom_1").values()] == pytest.approx([1_200_000, 1_500_000])


@pytest.mark.parametrize("text", ["12.500", "12.500 บาท", "๑๒.๕๐๐"])
def test_a_point_where_a_comma_may_belong_is_asked_about(text: str) -> None:
    head = ["ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
    reading = read({"รายได้": [head, ["นางกมล ใจดี", text, "12.50"]]})
    assert values(reading, "member_income") == {("P0001", "baseline"): None, ("P0001", "endline"): 12.5}
    assert codes(reading.problems).count("point_or_comma") == 1


@pytest.mark.parametrize(("others", "known"), [(("14.5", 9.75), 12.505), ((9_800, "10,200"), None)])
def test_the_size_of_the_other_amounts_tells_a_decimal_point(others: tuple[Any, Any], known: float | None) -> None:
    head = ["ชื่อ-สกุล", "รายได้หลัง (บาท/เดือน)"]
    people = zip(("นางกมล ใจดี", "นางขวัญ ใจดี", "นางคำ ใจดี"), ("12.505", *others), strict=True)
    reading = read({"รายได้": [head, *map(list, people)]})
    assert values(reading, "member_income")["P0001", "endline"] == known
    assert codes(reading.problems).count("point_or_comma") == (known is None)
