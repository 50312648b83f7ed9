"""W11: a figure of the summary whose unit was converted in one round, and not in the other."""

from __future__ import annotations

import pytest

from project import find_changes
from project.opening import make_project
from tests.build import Sheets, read_many

HEAD = ["ตัวชี้วัด", "หน่วย", "ค่า"]


@pytest.mark.parametrize(
    ("before", "after", "raised"),
    [(["ร้อยละ", 40], ["สัดส่วน", 0.5], True), (["ร้อยละ", 40], ["%", 50], False), (["บาท", 5], ["บาท", 7], False)],
)
def test_w11_a_unit_that_was_converted_in_one_round_alone(
    before: list[object], after: list[object], raised: bool
) -> None:
    name = "ความพร้อมพิเศษ"
    files: dict[str, Sheets] = {
        "ก่อน.xlsx": {"ตัวชี้วัด": [HEAD, [name, *before]]},
        "หลัง.xlsx": {"ตัวชี้วัด": [HEAD, [name, *after]]},
    }
    found = find_changes(make_project(read_many(files, {"ก่อน.xlsx": "baseline", "หลัง.xlsx": "endline"})))
    (finding,) = found.findings
    assert finding.baseline is not None
    assert finding.endline is not None
    assert ("W11" in finding.caveats) is raised
    codes = [one.code for one in found.problems]
    assert ("unit_converted_between_rounds" in codes) is raised
