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


PEOPLE = [(f"M{n}", 4_000.0 + 300 * n) for n in range(12)]


@pytest.mark.parametrize(("times", "raised"), [(12, True), (0.001, True), (8.4, True), (1.5, False), (0.3, False)])
def test_w11_incomes_of_one_round_that_are_many_times_those_of_the_other(times: float, raised: bool) -> None:
    rows: list[list[object]] = [["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]]
    rows += [[name, amount, times * amount] for name, amount in PEOPLE]
    found = find_changes(make_project(read_many({"รายได้.xlsx": {"รายได้": rows}})))
    told = {one.indicator.key: one.caveats for one in found.findings if not one.group}
    assert ("W11" in told["member_income"]) is raised
    assert ("W11" in told["member_income_median"]) is raised


@pytest.mark.parametrize(("after", "raised"), [(5_000_000, True), (5, True), (60_000, False)])
def test_w11_a_typed_figure_a_thousand_times_the_other(after: float, raised: bool) -> None:
    rows: list[list[object]] = [["ตัวชี้วัด", "หน่วย", "ก่อน", "หลัง"], ["ยอดขายรวมพิเศษ", "บาท", 5_000, after]]
    found = find_changes(make_project(read_many({"สรุป.xlsx": {"ตัวชี้วัด": rows}})))
    (finding,) = found.findings
    assert ("W11" in finding.caveats) is raised
