"""A figure typed in the summary sheet is compared with what the rows give for the same indicator."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from analysis import PriceChoice, PriceKind
from analysis.findings import Findings
from analysis.typed_compared import is_as_typed
from i18n import Language
from project import find_changes
from project.opening import make_project
from reports.findings_json import write_json
from tests.build import find, read

MEMBERS = [["รหัสสมาชิก", "เป็นสมาชิก ก่อน", "เป็นสมาชิก หลัง"]]
MEMBERS += [[f"ม-{n}", "ใช่" if n < 10 else "ไม่ใช่", "ใช่"] for n in range(12)]
HEAD = ["ตัวชี้วัด", "หน่วย", "มิติ", "ค่า ก่อน", "ค่า หลัง", "ทิศทางที่ดี"]


def _find(before: int, after: int) -> Findings:
    row = ["จำนวนสมาชิก", "คน", "สังคม", before, after, "เพิ่มขึ้น"]
    return find({"สมาชิก": MEMBERS, "ตัวชี้วัด": [HEAD, row]})


def test_a_typed_figure_that_differs_is_told_with_both_values_and_both_cells() -> None:
    findings = _find(10, 15)
    (differs,) = findings.typed_differs
    assert (differs.round, differs.typed, differs.computed, differs.difference) == ("endline", 15, 12, 3)
    assert [source.ranges for source in differs.typed_sources] == [("E2",)]
    found = findings.find("members_active")
    assert found is not None
    assert differs.sources == found.sources
    (problem,) = (one for one in findings.problems if one.code == "typed_differs")
    assert (problem.sheet, problem.cell, problem.found) == ("ตัวชี้วัด", "E2", "15")


def test_the_json_has_both_figures() -> None:
    (told,) = json.loads(write_json(_find(9, 12), Language.EN))["typed_differs"]
    assert (told["indicator"], told["round"], told["typed"], told["computed"]) == ("members_active", "baseline", 9, 10)
    assert told["typed_sources"][0]["ranges"] == ["D2"]
    assert told["sources"]


def test_a_typed_figure_that_agrees_is_not_told() -> None:
    findings = _find(10, 12)
    assert not findings.typed_differs
    assert "typed_differs" not in {one.code for one in findings.problems}


@pytest.mark.parametrize(
    ("typed", "computed", "same"),
    [(59, 59.4, True), (59, 59.6, False), (0.59, 0.5949, True), (0.581, 0.58, False), (58.1 / 100, 0.58099, True)],
)
def test_a_figure_is_the_same_when_it_is_rounded_as_it_was_typed(typed: float, computed: float, same: bool) -> None:
    assert is_as_typed(typed, computed) is same


INCOMES = [["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"], *([f"ม-{n}", 1000, 2000] for n in range(8))]


@pytest.mark.parametrize("kind", list(PriceKind))
def test_a_typed_amount_is_compared_as_it_was_paid_in_whatever_prices_amounts_are_told(kind: PriceKind) -> None:
    row = ["รายได้เฉลี่ยของสมาชิก", "บาท/เดือน", "เศรษฐกิจ", 1000, 2500, "เพิ่มขึ้น"]
    project = make_project(read({"รายได้": INCOMES, "ตัวชี้วัด": [HEAD, row]}))
    years = zip(project.rounds, (2019, 2021), strict=True)
    rounds = tuple(replace(one, start=date(year, 1, 1), end=date(year, 12, 31)) for one, year in years)
    project = replace(project, rounds=rounds, prices=PriceChoice(kind))
    (differs,) = find_changes(project).typed_differs
    assert (differs.round, differs.typed) == ("endline", 2500)
    assert differs.computed == pytest.approx(2000)


FLOWS: list[list[object]] = [
    ["วัตถุดิบ", "จาก", "ไปเป็น", "นำไปใช้", "น้ำหนัก (กก.) ก่อน", "น้ำหนัก (กก.) หลัง", "สดหรือแห้ง"],
    ["ต้นกล้วย", "สวน", "ต้นกล้วย", "", 20, 20, "สด"],
    ["ต้นกล้วย", "ต้นกล้วย", "ใยกล้วย", "ใช้ประโยชน์", 2, 8, "สด"],
]


@pytest.mark.parametrize(("typed", "told"), [((0.1, 0.4), 0), ((0.1, 0.6), 1)])
def test_a_typed_use_rate_is_held_against_the_flows(typed: tuple[float, float], told: int) -> None:
    row = ["อัตราการใช้ประโยชน์ต่อต้น", "ร้อยละ", "สิ่งแวดล้อม", typed[0] * 100, typed[1] * 100, "เพิ่มขึ้น"]
    findings = find({"การใช้วัตถุดิบ": FLOWS, "ตัวชี้วัด": [HEAD, row]})
    assert [one.code for one in findings.typed_differs] == ["rate_differs_from_flows"] * told
    found = findings.find("stem_use_rate")
    assert found is not None
    assert found.endline == pytest.approx(typed[1])  # what was typed stays
