"""A unit typed beside a figure of the summary sheet: the row's own is no fault, another one is."""

from __future__ import annotations

import pytest

from dictionary.load import describe
from i18n import Language
from tests.build import codes, find_problem, read, values

HEAD = ["ตัวชี้วัด", "หน่วย", "มิติ", "ค่า ก่อน", "ค่า หลัง", "ทิศทางที่ดี"]


@pytest.mark.parametrize(
    ("unit", "cell"),
    [("กก.", "3 ตัน"), ("ต้น/ปี", "50 กก."), ("คน", "12 ครัวเรือน"), ("ร้อยละ", "45 คน"), ("ชั่วโมง", "3 วัน")],
)
def test_a_figure_of_another_unit_than_its_row_is_not_used(unit: str, cell: str) -> None:
    reading = read({"ตัวชี้วัด": [HEAD, ["เรื่องของเรา", unit, "สังคม", 10, cell, "เพิ่มขึ้น"]]})
    problem = find_problem(reading, "figure_of_another_unit")
    assert (problem.cell, problem.found, problem.allowed.th) == ("E2", cell, unit)
    assert not {*codes(reading.problems)} & {"not_a_number"}
    for language in Language:
        assert all(told in describe(problem, language) for told in (cell, unit))
    assert None in values(reading, "custom_1").values()


@pytest.mark.parametrize(
    ("unit", "cell", "number"),
    [
        ("กก.", "3 กิโลกรัม", 3),
        ("ตัน/ปี", "3 ตัน", 3),
        ("คน", "12 ราย", 12),
        ("บาท", "1.5 หมื่นบาท", 15_000),
        ("ร้อยละ", "45%", 0.45),
        ("ครั้งที่จัด", "4 คน", 4),
        (None, "4 คน", 4),
    ],
)
def test_the_unit_of_the_row_or_one_that_nobody_knows_is_no_fault(unit: str | None, cell: str, number: float) -> None:
    before = "10%" if unit == "ร้อยละ" else 10
    reading = read({"ตัวชี้วัด": [HEAD, ["เรื่องของเรา", unit, "สังคม", before, cell, "เพิ่มขึ้น"]]})
    assert not {*codes(reading.problems)} & {"not_a_number", "figure_of_another_unit"}
    assert number in values(reading, "custom_1").values()
