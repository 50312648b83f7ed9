"""People outside the project: how they are read, and what their change tells of the project's."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
import pytest

from analysis.contrasts import Contrast
from analysis.findings import Findings
from i18n import Language
from project import find_changes
from project.opening import make_project
from reports.findings_json import write_json
from tests.build import Rows, Sheets, codes, find, find_problem, read, values

INCOME = ["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
OWN = [(1000, 1500), (1200, 1600), (900, 1700), (1100, 1400), (1300, 2000), (1000, 1300), (800, 1500)]
OTHERS = [(1000, 1100), (1200, 1250), (900, 1000), (1100, 1300), (1300, 1350), (1000, 1000)]


def incomes(letter: str, pairs: Sequence[tuple[float, float]]) -> Rows:
    return [[f"{letter}{number}", *pair] for number, pair in enumerate(pairs, start=1)]


def people(letter: str, count: int, word: object, village: str = "หมู่ 1") -> Rows:
    return [[f"{letter}{number}", "หญิง", village, "ใช่", "ใช่", word] for number in range(1, count + 1)]


MEMBERS = ["รหัสสมาชิก", "เพศ", "หมู่บ้าน", "เป็นสมาชิก ก่อน", "เป็นสมาชิก หลัง", "กลุ่ม"]


def workbook(own: object = "เข้าร่วม", others: object = "ไม่เข้าร่วม", header: str = "กลุ่ม") -> Sheets:
    """Seven people in the project and six outside it, told by a column of the member list."""
    heads = [*MEMBERS[:-1], header]
    return {
        "สมาชิก": [heads, *people("A", 7, own), *people("B", 6, others)],
        "รายได้": [INCOME, *incomes("A", OWN), *incomes("B", OTHERS)],
    }


def contrast(findings: Findings, indicator: str = "member_income") -> Contrast:
    assert findings.comparison is not None
    (one,) = (one for one in findings.comparison.contrasts if one.finding.indicator.key == indicator)
    return one


def mean_change(pairs: Sequence[tuple[float, float]]) -> float:
    return sum(after - before for before, after in pairs) / len(pairs)


@pytest.mark.parametrize(
    ("header", "own", "others"),
    [
        ("กลุ่ม", "เข้าร่วม", "ไม่เข้าร่วม"),
        ("กลุ่มเปรียบเทียบ", "กลุ่มโครงการ", "กลุ่มเปรียบเทียบ"),
        ("กลุ่มเปรียบเทียบ", "ไม่ใช่", "ใช่"),
        ("เข้าร่วมโครงการ", "ใช่", "ไม่ใช่"),
        ("เข้าร่วมโครงการ", "✓", "✗"),
        ("group", "treatment", "control"),
        ("Treatment", 1, 0),
        ("control", 0, 1),
        ("participant", "yes", "no"),
        ("กลุ่ม", None, "กลุ่มควบคุม"),
    ],
)
def test_a_column_says_who_was_not_in_the_project(header: str, own: object, others: object) -> None:
    found = find(workbook(own, others, header))
    plain = found.find("member_income")
    assert plain is not None
    assert plain.difference == pytest.approx(mean_change(OWN))
    assert plain.n_pairs == 7
    assert found.find("members_active").endline == 7  # type: ignore[union-attr]
    assert contrast(found).finding.difference == pytest.approx(mean_change(OWN) - mean_change(OTHERS))


def test_a_sheet_of_its_own_says_it_too_and_its_ids_are_of_other_people() -> None:
    sheets = {
        "สมาชิก": [MEMBERS[:-1], *(row[:-1] for row in people("A", 7, None))],
        "รายได้": [INCOME, *incomes("A", OWN)],
        "กลุ่มเปรียบเทียบ": [INCOME, *incomes("A", OTHERS)],
    }
    found = find(sheets)
    assert contrast(found).finding.difference == pytest.approx(mean_change(OWN) - mean_change(OTHERS))
    assert found.find("member_income").n_pairs == 7  # type: ignore[union-attr]
    assert find_problem(read(sheets), "comparison_ids_shared").found == "6"
    assert "unknown_member" not in codes(found.problems)


def test_a_column_on_the_income_sheet_says_it_as_well() -> None:
    rows = [[*row, "1"] for row in incomes("A", OWN)] + [[*row, "0"] for row in incomes("B", OTHERS)]
    found = find({"รายได้": [[*INCOME, "treatment"], *rows]})
    assert contrast(found).finding.difference == pytest.approx(mean_change(OWN) - mean_change(OTHERS))
    assert found.find("member_income").n_pairs == 7  # type: ignore[union-attr]


def test_a_column_of_other_groups_is_no_comparison_group() -> None:
    rows = [[f"A{number}", f"กลุ่มที่ {number % 3}"] for number in range(9)]
    assert find({"สมาชิก": [["รหัสสมาชิก", "กลุ่ม"], *rows]}).comparison is None
    numbered = [[f"A{number}", 1 + number % 4] for number in range(9)]
    assert find({"สมาชิก": [["รหัสสมาชิก", "กลุ่ม"], *numbered]}).comparison is None


def test_a_sheet_that_compares_before_and_after_is_no_comparison_group() -> None:
    found = find({"เปรียบเทียบรายได้ ก่อน-หลัง": [INCOME, *incomes("A", OWN)]})
    assert found.comparison is None
    assert find({"comparison": [INCOME, *incomes("A", OWN)]}).comparison is None


def test_who_says_neither_is_left_out_with_every_row_and_who_says_both_too() -> None:
    sheets = workbook()
    sheets["สมาชิก"][3][-1] = None
    sheets["รายได้"][0].append("กลุ่ม")
    for row in sheets["รายได้"][1:]:
        row.append("ไม่เข้าร่วม" if row[0] in {"A1", *(f"B{n}" for n in range(1, 7))} else "เข้าร่วม")
    reading = read({**sheets, "รายได้": [row if row[0] != "A3" else [*row[:-1], None] for row in sheets["รายได้"]]})
    assert {unit for unit, *_ in values(reading, "member_income")} & {"A1", "A3"} == set()
    silent = [(p.sheet, p.cell) for p in reading.problems if p.code == "group_not_stated"]
    assert silent == [("สมาชิก", "F4"), ("รายได้", "D4")]
    assert sorted(p.sheet for p in reading.problems if p.code == "group_conflict") == ["รายได้"]


def test_the_published_shares_give_fourteen_points_plainly_and_eleven_beside_others() -> None:
    heads = ["ตัวชี้วัด", "หน่วย", "ก่อน", "หลัง", "n", "กลุ่ม"]
    rows = [["อัตราเข้าเรียน", "ร้อยละ", 60, 74, 500, "treatment"], ["อัตราเข้าเรียน", "ร้อยละ", 78, 81, 500, "control"]]
    found = find({"ตัวชี้วัด": [heads, *rows]})
    told = json.loads(write_json(found, Language.EN))["findings"]
    plain, beside = told
    assert (plain["method"], plain["difference"]) == ("typed_figure", pytest.approx(0.74 - 0.60))
    assert beside["method"] == "difference_in_differences"
    assert beside["difference"] == pytest.approx((0.74 - 0.60) - (0.81 - 0.78))
    assert (beside["baseline"], beside["endline"]) == (0.60, 0.74)
    assert beside["comparison"]["baseline"] == 0.78
    assert beside["expected_endline"] == pytest.approx(0.60 + 0.03)
    assert beside["interval"][0] < 0.11 < beside["interval"][1]


def test_different_people_each_time_are_compared_by_the_means_of_each_round() -> None:
    heads = ["รหัสสมาชิก", "รายได้ (บาท/เดือน)", "กลุ่ม"]
    before = [[f"A{n}", 1000 + n, "เข้าร่วม"] for n in range(8)] + [[f"B{n}", 900 + n, "ไม่เข้าร่วม"] for n in range(8)]
    after = [[f"C{n}", 1500 + n, "เข้าร่วม"] for n in range(8)] + [[f"D{n}", 1000 + n, "ไม่เข้าร่วม"] for n in range(8)]
    found = find({"รายได้ ก่อน": [heads, *before], "รายได้ หลัง": [heads, *after]})
    one = contrast(found, "member_income_all")
    assert one.design == "each_round"
    assert one.finding.difference == pytest.approx(500 - 100)
    assert one.finding.interval is not None


def test_where_there_is_a_comparison_group_no_finding_says_that_there_is_none() -> None:
    found = find(workbook())
    assert "W01" not in found.find("member_income").caveats  # type: ignore[union-attr]
    assert "W01" in found.find("members_active").caveats  # type: ignore[union-attr]
    assert "W01" not in contrast(found).finding.caveats


def test_four_people_outside_the_project_are_shown_nowhere() -> None:
    sheets = workbook()
    few = {**sheets, "สมาชิก": sheets["สมาชิก"][:-2], "รายได้": sheets["รายได้"][:-2]}
    found = find(few)
    one = contrast(found)
    assert one.finding.suppressed
    assert found.comparison is not None
    assert found.comparison.people == ()
    told = json.loads(write_json(found, Language.EN))
    (line,) = (f for f in told["findings"] if f["method"] == "difference_in_differences")
    assert (line["difference"], line["comparison"], line["participants"], line["sources"]) == (None, None, None, [])
    assert all(trait["comparison"] is None for trait in told["comparison"]["balance"])


def test_few_villages_are_said_and_so_are_none() -> None:
    one_each = workbook()
    assert "D02" in contrast(find(one_each)).finding.caveats
    rows = one_each["สมาชิก"]
    for number, row in enumerate(rows[1:]):
        row[2] = f"หมู่ {number % 4}"
    told = contrast(find(one_each))
    assert ("D01" in told.finding.caveats, told.clusters) == (True, 4)


YEARS = (2561, 2562, 2563, 2564)


def person(letter: str, n: int, gain: int) -> list[object]:
    """Somebody whose income grew as everybody's until the last year."""
    base = 1000 + 37 * (n * 7 % 10)
    return [
        f"{letter}{n}",
        base,
        base + 90 + 3 * n % 11,
        base + 200 + n * (3 if letter == "A" else 5) % 7,
        base + 300 + gain,
    ]


def test_earlier_rounds_show_whether_both_groups_went_alike_before() -> None:
    project = make_project(
        read(
            {
                "สมาชิก": [[*MEMBERS[:3], MEMBERS[-1]]]
                + [[f"A{n}", "หญิง", f"หมู่ {n % 5}", "เข้าร่วม"] for n in range(12)]
                + [[f"B{n}", "หญิง", f"หมู่ {n % 5}", "ไม่เข้าร่วม"] for n in range(12)],
                "รายได้": [["รหัสสมาชิก", *(f"รายได้ {year} (บาท/เดือน)" for year in YEARS)]]
                + [person("A", n, 500 + 20 * n) for n in range(12)]
                + [person("B", n, 9 * n) for n in range(12)],
            }
        )
    )
    one = contrast(find_changes(project, pair=("y2563", "y2564")))
    assert [step.round for step in one.steps] == ["y2561", "y2562", "y2563", "y2564"]
    assert one.earlier is not None
    assert one.is_parallel
    assert not {"D04", "D05"} & set(one.finding.caveats)
    assert "D05" in contrast(find_changes(project)).finding.caveats


def test_who_joined_later_is_not_weighed_at_the_baseline() -> None:
    head = ["รหัสสมาชิก", "ปีเกิด (พ.ศ.)", "เป็นสมาชิก ก่อน", "เป็นสมาชิก หลัง", "กลุ่มโครงการหรือกลุ่มเปรียบเทียบ"]
    own = [[f"A{n}", 2510 + n, "ใช่", "ใช่", "โครงการ"] for n in range(8)]
    later = [[f"L{n}", 2540, "ไม่ใช่", "ใช่", "โครงการ"] for n in range(6)]
    others = [[f"B{n}", 2515 + n, "ใช่", "ใช่", "เปรียบเทียบ"] for n in range(8)]
    dates = [["ก่อนดำเนินการ ถึง", "31/12/2562"], ["หลังดำเนินการ ถึง", "31/12/2566"]]
    sheets: Sheets = {
        "ข้อมูลโครงการ": dates,
        "สมาชิก": [head, *own, *later, *others],
        "รายได้": [INCOME, *incomes("A", OWN), *incomes("B", OTHERS)],
    }
    found = find(sheets)
    assert found.comparison is not None
    (age,) = (one for one in found.comparison.balance if one.trait == "member_age")
    assert (age.n_participants, age.n_comparison) == (8, 8)
    assert age.participants == pytest.approx(np.mean([2562 - (2510 + n) for n in range(8)]))
