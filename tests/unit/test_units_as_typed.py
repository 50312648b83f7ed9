"""A unit of the summary is printed as it was typed: nothing is said of the amounts that the sheet does not say."""

from __future__ import annotations

import pytest

from project import find_changes
from project.opening import make_project
from tests.build import Sheets, read_many

HEAD = ["ตัวชี้วัด", "หน่วย", "ก่อน", "หลัง"]
RESIDUE, JOBS = "เศษเหลือที่ยังทิ้ง/เผา", "การจ้างงานใหม่ (FTE)"
PLAIN, FRESH = "tonne_per_year", "tonne_fresh_per_year"


@pytest.mark.parametrize(
    ("name", "typed", "unit"),
    [
        (RESIDUE, "ตัน/ปี", PLAIN),
        (RESIDUE, "tonnes/year", PLAIN),
        (RESIDUE, "ตัน (น้ำหนักสด)/ปี", FRESH),
        (RESIDUE, "ตันสด/ปี", FRESH),
        (JOBS, "คน", "person"),
        (JOBS, "คน (เทียบเท่าเต็มเวลา)", "fte"),
    ],
)
def test_a_unit_says_no_more_than_was_typed(name: str, typed: str, unit: str) -> None:
    found = find_changes(make_project(read_many({"สรุป.xlsx": {"ตัวชี้วัด": [HEAD, [name, typed, 21, 12]]}})))
    (finding,) = found.findings
    assert (finding.indicator.unit, finding.baseline, finding.endline) == (unit, 21, 12)
    assert [one.code for one in found.problems if one.code.startswith("unit_")] == []


def test_rounds_whose_units_say_more_and_less_of_the_same_amount_are_compared() -> None:
    files: dict[str, Sheets] = {
        "ก่อน.xlsx": {"ตัวชี้วัด": [["ตัวชี้วัด", "หน่วย", "ค่า"], [RESIDUE, "ตัน/ปี", 21]]},
        "หลัง.xlsx": {"ตัวชี้วัด": [["ตัวชี้วัด", "หน่วย", "ค่า"], [RESIDUE, "ตัน (น้ำหนักสด)/ปี", 12]]},
    }
    found = find_changes(make_project(read_many(files, {"ก่อน.xlsx": "baseline", "หลัง.xlsx": "endline"})))
    (finding,) = found.findings
    assert (finding.baseline, finding.endline) == (21, 12)
    assert [one.code for one in found.problems if one.code.startswith("unit_")] == []
