"""A comparison group that only a sheet's title or a file's name tells of."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from analysis.findings import Findings
from project import find_changes
from project.opening import make_project
from tests.build import Rows, Sheets, find, read_many

HEADS = ["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
ROSE, OTHERS_ROSE = 500, 100


def _incomes(rise: int, count: int = 7) -> Rows:
    return [HEADS, *([f"A{number}", 1000 * number, 1000 * number + rise] for number in range(1, count + 1))]


def _find(files: Mapping[str, Sheets]) -> Findings:
    return find_changes(make_project(read_many(files)))


def _tell(found: Findings) -> tuple[float | None, float | None]:
    """The plain change of the project's own people, and what they changed more than the others."""
    plain = found.find("member_income")
    contrasts = found.comparison.contrasts if found.comparison else ()
    return plain.difference if plain else None, contrasts[0].finding.difference if contrasts else None


@pytest.mark.parametrize(
    "name", ["กลุ่มเปรียบเทียบ.xlsx", "รายได้ กลุ่มควบคุม 2564.xlsx", "control group.xlsx", "Control.xlsx"]
)
def test_a_file_of_others_is_read_as_the_comparison_group(name: str) -> None:
    found = _find({"สมาชิก.xlsx": {"Sheet1": _incomes(ROSE)}, name: {"Sheet1": _incomes(OTHERS_ROSE)}})
    assert _tell(found) == (ROSE, ROSE - OTHERS_ROSE)


@pytest.mark.parametrize(
    "title", ["กลุ่มเปรียบเทียบ", "ตารางที่ 2 รายได้ของกลุ่มควบคุม ปี 2562 และ 2564", "Income of the control group"]
)
def test_a_title_above_a_table_says_it_on_a_sheet_of_its_own_or_below_another_table(title: str) -> None:
    sheets = {"Sheet1": _incomes(ROSE), "Sheet2": [[title], [], *_incomes(OTHERS_ROSE)]}
    assert _tell(find(sheets)) == (ROSE, ROSE - OTHERS_ROSE)
    stacked = {"Sheet1": [["กลุ่มที่เข้าร่วมโครงการ"], *_incomes(ROSE), [], [title], *_incomes(OTHERS_ROSE)]}
    assert _tell(find(stacked)) == (ROSE, ROSE - OTHERS_ROSE)


def test_a_sheet_named_for_the_projects_own_people_is_theirs_whatever_the_file_is_called() -> None:
    sheets = {"กลุ่มทดลอง": _incomes(ROSE), "กลุ่มควบคุม": _incomes(OTHERS_ROSE)}
    assert _tell(_find({"กลุ่มเปรียบเทียบ.xlsx": sheets})) == (ROSE, ROSE - OTHERS_ROSE)


@pytest.mark.parametrize(
    "title",
    [
        "รายได้ของกลุ่มโครงการและกลุ่มเปรียบเทียบ",
        "เปรียบเทียบรายได้ก่อนและหลัง",
        "หมายเหตุ ผู้ตอบบางรายย้ายไปอยู่นอกโครงการระหว่างปี จึงไม่ได้สัมภาษณ์ซ้ำในรอบหลัง และไม่ได้นำมารวมไว้ในตารางข้างล่างนี้",
    ],
)
def test_a_title_of_both_groups_or_of_before_and_after_or_in_prose_is_no_comparison_group(title: str) -> None:
    rows = [["รหัสสมาชิก", "เพศ"], *([f"A{number}", "หญิง"] for number in range(1, 8))]
    assert find({"สมาชิก": rows, "รายได้": [[title], *_incomes(ROSE)]}).comparison is None


def test_a_file_that_compares_before_and_after_is_no_comparison_group() -> None:
    rows = [["รหัสสมาชิก", "เพศ"], *([f"A{number}", "หญิง"] for number in range(1, 8))]
    assert _find({"สมาชิก.xlsx": {"สมาชิก": rows}, "เปรียบเทียบ.xlsx": {"Sheet1": _incomes(ROSE)}}).comparison is None
