"""Caveats that come from how the data was gathered: its dates, its units, its sources, and what the project says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
import pytest

from analysis.beside import Remedy
from analysis.circumstances import are_unlike, has_shock
from analysis.evidence.index import weigh
from analysis.findings import Finding, Findings
from dictionary.grants import names_grant
from dictionary.nouns import Problem, Round
from i18n import Text
from project import find_changes
from project.opening import make_project
from tests.build import Sheets, find, read_many
from tests.factories_figures import make_finding

MEMBERS = ["รหัสสมาชิก", "เป็นสมาชิกก่อน", "เป็นสมาชิกหลัง"]
INCOME = ["รหัสสมาชิก", "แหล่งรายได้", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
DATES = {
    "ข้อมูลก่อน ตั้งแต่วันที่": "1/3/2567",
    "ข้อมูลก่อน ถึงวันที่": "31/3/2567",
    "ข้อมูลหลัง ตั้งแต่วันที่": "1/3/2569",
    "ข้อมูลหลัง ถึงวันที่": "31/3/2569",
}
BEFORE = [1000, 2000, 3000, 4000, 5000, 6000]


def _book(project: Mapping[str, object] | None = None, grants: int = 0) -> Sheets:
    """A project of six members with an income before and after, some of them with a grant in the later round."""
    lines = {"ชื่อโครงการ": "สมมติ", **DATES, **(project or {})}
    people = [f"m{n}" for n in range(len(BEFORE))]
    rows: list[list[object]] = [[p, "ทอผ้า", b, 6000 - b / 2] for p, b in zip(people, BEFORE, strict=True)]
    rows += [[p, "เงินอุดหนุนจาก อบต.", 0, 600] for p in people[:grants]]
    return {
        "โครงการ": [["รายการ", "ข้อมูล"], *([k, v] for k, v in lines.items())],
        "สมาชิก": [MEMBERS, *([p, "ใช่", "ใช่"] for p in people)],
        "รายได้": [INCOME, *rows],
        "ตัวชี้วัด": [["ตัวชี้วัด", "หน่วย", "ค่าก่อน", "ค่าหลัง"], ["ปริมาณน้ำที่ใช้", "ลบ.ม./ปี", 100, 80]],
    }


def _get(findings: Findings, key: str = "member_income") -> Finding:
    finding = findings.find(key)
    assert finding is not None
    return finding


def _remedies(finding: Finding, caveat: str) -> dict[str, Remedy]:
    return {remedy.key: remedy for remedy in finding.remedies if remedy.caveat == caveat}


def _round(first: tuple[int, int, int], last: tuple[int, int, int]) -> Round:
    return Round("r", Text("", ""), date(*first), date(*last))


MARCH, APRIL = _round((2024, 3, 1), (2024, 3, 31)), _round((2025, 4, 1), (2025, 4, 30))
YEAR, QUARTER = _round((2025, 1, 1), (2025, 12, 31)), _round((2024, 1, 1), (2024, 3, 31))
LATER_QUARTER, FISCAL = _round((2025, 2, 1), (2025, 4, 30)), _round((2023, 10, 1), (2024, 9, 30))


@pytest.mark.parametrize(
    ("first", "last", "unlike"),
    [
        (MARCH, APRIL, True),  # another month
        (MARCH, _round((2026, 3, 1), (2026, 3, 31)), False),
        (QUARTER, YEAR, True),  # another length
        (QUARTER, LATER_QUARTER, False),  # two of four months are the same
        (QUARTER, _round((2025, 7, 1), (2025, 9, 30)), True),
        (FISCAL, YEAR, False),  # every season is in both
        (Round("r", Text("", "")), YEAR, False),  # dates not known
    ],
)
def test_w07_rounds_of_another_length_or_season(first: Round, last: Round, unlike: bool) -> None:
    assert are_unlike(first, last) is unlike
    assert are_unlike(last, first) is unlike


def test_w07_is_no_matter_of_who_is_a_member() -> None:
    found = find(_book({"ข้อมูลหลัง ตั้งแต่วันที่": "1/1/2569"}))
    assert "W07" in _get(found).caveats
    assert "W07" in _get(found, "water_used").caveats
    assert "W07" not in _get(found, "members_active").caveats
    assert "W07" not in _get(find(_book())).caveats


@pytest.mark.parametrize(
    ("after", "amount", "raised"),
    [("รายได้ (บาท/ปี)", 24_000, True), ("รายได้ (บาท/เดือน)", 2_000, False)],
)
def test_w11_incomes_of_a_month_before_and_of_a_year_after(after: str, amount: int, raised: bool) -> None:
    people = [f"m{n}" for n in range(6)]
    files: dict[str, Sheets] = {
        "ก่อน.xlsx": {"รายได้": [["รหัสสมาชิก", "รายได้ (บาท/เดือน)"], *([p, 1000] for p in people)]},
        "หลัง.xlsx": {"รายได้": [["รหัสสมาชิก", after], *([p, amount] for p in people)]},
    }
    reading = read_many(files, {"ก่อน.xlsx": "baseline", "หลัง.xlsx": "endline"})
    assert ("W11" in _get(find_changes(make_project(reading))).caveats) is raised


@pytest.mark.parametrize(("period", "amount", "raised"), [("ปี", 24_000, True), ("เดือน", 2_000, False)])
def test_w11_rows_that_say_month_before_and_year_after(period: str, amount: int, raised: bool) -> None:
    head, people = ["รหัสสมาชิก", "รายได้", "ต่อเดือนหรือต่อปี"], [f"m{n}" for n in range(6)]
    files: dict[str, Sheets] = {
        "ก่อน.xlsx": {"รายได้": [head, *([p, 1000, "เดือน"] for p in people)]},
        "หลัง.xlsx": {"รายได้": [head, *([p, amount, period] for p in people)]},
    }
    reading = read_many(files, {"ก่อน.xlsx": "baseline", "หลัง.xlsx": "endline"})
    assert ("W11" in _get(find_changes(make_project(reading))).caveats) is raised


@pytest.mark.parametrize(("unit", "raised"), [("กก./ปี", True), ("ตัน/ปี", False)])
def test_w11_a_figure_of_the_summary_in_another_unit_after(unit: str, raised: bool) -> None:
    head = ["ตัวชี้วัด", "หน่วย", "ค่า"]
    files: dict[str, Sheets] = {
        "ก่อน.xlsx": {"ตัวชี้วัด": [head, ["ของเหลือพิเศษ", "ตัน/ปี", 5]]},
        "หลัง.xlsx": {"ตัวชี้วัด": [head, ["ของเหลือพิเศษ", unit, 7]]},
    }
    reading = read_many(files, {"ก่อน.xlsx": "baseline", "หลัง.xlsx": "endline"})
    (finding,) = find_changes(make_project(reading)).findings
    assert ("W11" in finding.caveats) is raised


@pytest.mark.parametrize(
    ("source", "is_grant"),
    [
        ("เงินอุดหนุนจาก อบต.", True),
        ("Grant of the CDD", True),
        ("ทอผ้า", False),
        ("fragrant rice", False),  # an English word counts only as a whole word
    ],
)
def test_w13_a_source_of_income_that_is_a_grant_by_its_name(source: str, is_grant: bool) -> None:
    assert names_grant(source) is is_grant


def test_w13_stands_on_the_income_and_on_the_grant_and_shows_the_income_without_it() -> None:
    found = find(_book(grants=6))
    income = _get(found)
    raised = {f.group[0][1] for f in found.findings if f.group and "W13" in f.caveats}
    assert "W13" in income.caveats
    assert raised == {"เงินอุดหนุนจาก อบต."}
    told = _remedies(income, "W13")["without_grant"]
    assert told.baseline == pytest.approx(sum(BEFORE) / 6)
    assert told.difference == pytest.approx(sum(6000 - b / 2 - b for b in BEFORE) / 6)
    assert "W13" not in _get(find(_book())).caveats


def test_w13_tells_no_income_without_a_grant_that_is_hidden() -> None:
    found = find(_book(grants=2))  # two people have it: its group is not shown
    assert "W13" in _get(found).caveats
    assert _remedies(_get(found), "W13") == {}


def test_w14_members_chosen_for_low_income_drift_towards_the_mean_of_all() -> None:
    said = {"คัดเลือกสมาชิกจากผู้มีรายได้น้อย": "ใช่", "รายได้เฉลี่ยของประชากร": "9,500 บาท"}
    income = _get(find(_book(said)))
    assert "W14" in income.caveats
    told = _remedies(income, "W14")
    drift = (1 - -1.0) * (9500 - sum(BEFORE) / 6)  # incomes after are 6000 less half of those before: r is −1
    assert told["expected_drift"].difference == pytest.approx(drift)
    assert told["beyond_drift"].difference == pytest.approx((income.difference or 0) - drift)


def test_w14_rounds_that_go_together_wholly_drift_by_nothing() -> None:
    incomes = [["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]]
    incomes += [[f"m{n}", 1000 + 10 * n, 1500 + 11 * n] for n in range(25)]  # type: ignore[list-item]
    project = [["คัดเลือกสมาชิกจากผู้มีรายได้น้อย", "ใช่"], ["รายได้เฉลี่ยของประชากร", "6,000 บาท"]]
    told = _remedies(_get(find({"โครงการ": project, "รายได้": incomes})), "W14")
    assert told["expected_drift"].difference == 0  # not what is left of 1 − r by floating point


@pytest.mark.parametrize("said", [{}, {"คัดเลือกสมาชิกจากผู้มีรายได้น้อย": "ไม่ใช่"}])
def test_w14_is_not_raised_where_nobody_says_so(said: dict[str, object]) -> None:
    assert "W14" not in _get(find(_book(said))).caveats


@pytest.mark.parametrize(
    ("first", "last", "inside"),
    [
        (_round((2019, 1, 1), (2019, 12, 31)), _round((2023, 1, 1), (2023, 12, 31)), True),  # between the rounds
        (_round((2022, 12, 1), (2022, 12, 31)), _round((2024, 12, 1), (2024, 12, 31)), True),
        (_round((2023, 1, 1), (2023, 12, 31)), _round((2025, 1, 1), (2025, 12, 31)), False),
        (_round((2017, 1, 1), (2017, 12, 31)), _round((2019, 1, 1), (2019, 12, 31)), False),
    ],
)
def test_w15_the_years_of_covid_lie_in_the_window(first: Round, last: Round, inside: bool) -> None:
    assert has_shock(first, last) is inside


def test_w15_stands_on_every_finding() -> None:
    found = find(_book({"ข้อมูลก่อน ตั้งแต่วันที่": "1/3/2564", "ข้อมูลก่อน ถึงวันที่": "31/3/2564"}))
    assert all("W15" in finding.caveats for finding in found.findings if not finding.suppressed)


@pytest.mark.parametrize(
    ("said", "income", "typed"),
    [
        ({}, True, False),
        ({"วิธีเก็บข้อมูล": "สัมภาษณ์"}, True, True),
        ({"วิธีเก็บข้อมูล": "บัญชีรับจ่าย"}, False, False),
    ],
)
def test_w16_incomes_are_what_members_say_unless_they_rest_on_documents(
    said: dict[str, object], income: bool, typed: bool
) -> None:
    found = find(_book(said))
    assert ("W16" in _get(found).caveats, "W16" in _get(found, "water_used").caveats) == (income, typed)


def test_what_the_project_sheet_says_and_cannot_be_read_is_a_problem() -> None:
    said = {"วิธีเก็บข้อมูล": "เหาะมา", "รายได้เฉลี่ยของประชากร": "ไม่แน่"}
    problems: tuple[Problem, ...] = find(_book(said)).problems
    assert {"unknown_code", "not_a_number"} <= {problem.code for problem in problems}


def test_a_part_of_the_members_has_no_remedies() -> None:
    book = _book(grants=6)
    book = {**book, "สมาชิก": [[*MEMBERS, "เพศ"], *([f"m{n}", "ใช่", "ใช่", "หญิง"] for n in range(6))]}
    assert _get(find(book)).remedies != ()
    assert _get(find(book, {"sex": "female"})).remedies == ()


@pytest.mark.parametrize(
    ("weights", "raised"),
    [({"water_used": 0.0}, True), ({"water_used": 0.1}, False), ({"group_sales": 0.0}, False)],
)
def test_w17_an_indicator_that_got_worse_weighs_nothing_in_the_index(weights: dict[str, float], raised: bool) -> None:
    changes = [make_finding("group_sales", 100, 200), make_finding("water_used", 50, 100)]  # less water is better
    index = weigh(changes, weights, np.random.default_rng(1))
    assert (index.caveats == ("W17",)) is raised
