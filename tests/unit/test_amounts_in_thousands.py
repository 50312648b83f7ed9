"""Incomes in thousands of baht: by their header, or beside the word for unit above the table."""

from __future__ import annotations

import pytest

from project import find_changes
from project.opening import make_project
from tests.build import Rows, read_many

AMOUNTS = [(f"M{n}", 5 + n, 7 + n) for n in range(8)]


@pytest.mark.parametrize(
    ("title", "unit", "times"),
    [
        *(
            ("", "พันบาท/เดือน", 1000),
            ("", "thousand baht/month", 1000),
            ("", "บาท/เดือน", 1),
            ("", "หมื่นบาท/เดือน", 10_000),
        ),
        *(("หน่วย: พันบาท", "ต่อเดือน", 1000), ("รายได้ของสมาชิก (ล้านบาท)", "ต่อเดือน", 1_000_000)),
        ("โครงการได้เงินหนึ่งล้านบาท", "บาท/เดือน", 1),
    ],
)
def test_amounts_are_read_as_baht_and_it_is_said(title: str, unit: str, times: int) -> None:
    head: list[Rows] = [["รหัสสมาชิก", f"รายได้ก่อน ({unit})", f"รายได้หลัง ({unit})"]]
    rows = [*([[title]] if title else []), *head, *(list(one) for one in AMOUNTS)]
    found = find_changes(make_project(read_many({"รายได้.xlsx": {"รายได้": rows}})))
    income = found.find("member_income")
    assert income is not None
    assert income.baseline == pytest.approx(8.5 * times)
    assert income.difference == pytest.approx(2 * times)
    assert ("amount_scaled" in {one.code for one in found.problems}) is (times > 1)


def test_a_row_for_each_village_is_not_taken_for_a_person() -> None:
    rows: list[Rows] = [["หมู่บ้าน", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]]
    rows += [[f"หมู่ {n}", 5_000 + n, 6_000 + n] for n in range(1, 9)]
    reading = read_many({"รายได้.xlsx": {"รายได้": rows}})
    assert "rows_as_people" not in {one.code for one in reading.problems}


def test_incomes_without_ids_are_of_one_person_a_row() -> None:
    rows: list[Rows] = [["ลำดับ", "เพศ", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]]
    rows += [[n, "หญิง", 5_000 + n, 6_000 + 2 * n] for n in range(1, 9)]
    found = find_changes(make_project(read_many({"ข้อมูล.xlsx": {"Sheet1": rows}})))
    income = found.find("member_income")
    assert income is not None
    assert income.n_pairs == 8
    assert income.difference == pytest.approx(1_000 + 4.5)
    assert "rows_as_people" in {one.code for one in found.problems}


@pytest.mark.parametrize(("before", "raised"), [("พันบาท", True), ("บาท", False)])
def test_w11_thousands_of_baht_in_one_round_alone(before: str, raised: bool) -> None:
    rows: list[Rows] = [["รหัสสมาชิก", f"รายได้ก่อน ({before}/เดือน)", "รายได้หลัง (บาท/เดือน)"]]
    rows += [[f"M{n}", (5 + n) * (1 if raised else 1_000), 6_000 + 1_000 * n] for n in range(8)]
    income = find_changes(make_project(read_many({"รายได้.xlsx": {"รายได้": rows}}))).find("member_income")
    assert income is not None
    assert income.difference == pytest.approx(1_000)
    assert ("W11" in income.caveats) is raised
