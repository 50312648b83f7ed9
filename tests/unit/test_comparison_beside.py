"""What the table of scale × design puts beside a difference in differences."""

from __future__ import annotations

import pytest
from scipy import stats

from analysis.beside import Beside
from analysis.contrasts import Contrast
from tests.build import Sheets, find
from tests.unit.test_comparison import INCOME, MEMBERS, OTHERS, OWN, contrast, incomes, people, workbook


def beside(one: Contrast) -> dict[str, Beside]:
    return {each.method: each for each in one.finding.beside}


def test_by_person_it_is_welchs_t_of_the_changes_and_of_one_village_it_is_not_told_by_village() -> None:
    told = beside(contrast(find(workbook())))
    changes = [[after - before for before, after in pairs] for pairs in (OWN, OTHERS)]
    welch = stats.ttest_ind(*changes, equal_var=False)
    assert told["did_people"].p_value == pytest.approx(welch.pvalue)
    assert told["did_people"].interval == pytest.approx(tuple(welch.confidence_interval(0.95)))
    assert told["did_people"].df == pytest.approx(welch.df)
    assert told["did_villages"].reason == "no_villages"


def test_where_villages_are_told_both_are_and_the_finding_has_that_by_village() -> None:
    rows = [*people("A", 7, "เข้าร่วม"), *people("B", 6, "ไม่เข้าร่วม")]
    sheets: Sheets = {
        "สมาชิก": [[*MEMBERS], *([*row[:2], f"หมู่ {n % 3}", *row[3:]] for n, row in enumerate(rows))],
        "รายได้": [INCOME, *incomes("A", OWN), *incomes("B", OTHERS)],
    }
    found = contrast(find(sheets))
    told = beside(found)
    assert told["did_villages"].interval == found.finding.interval
    assert told["did_villages"].df == found.df
    assert told["did_people"].interval != found.finding.interval
    assert told["did_people"].value == found.finding.difference


@pytest.mark.parametrize(("unit", "told"), [("ร้อยละ", "did_typed"), ("กิโลกรัม", "no_test")])
def test_of_typed_figures_only_shares_have_an_interval(unit: str, told: str) -> None:
    head = ["ตัวชี้วัด", "หน่วย", "ค่าก่อน", "ค่าหลัง", "จำนวนก่อน", "จำนวนหลัง", "กลุ่ม"]
    found = find(
        {
            "สรุป": [
                head,
                ["ผู้ที่ใช้ปุ๋ยหมัก", unit, 60, 74, 100, 100, "กลุ่มโครงการ"],
                ["ผู้ที่ใช้ปุ๋ยหมัก", unit, 78, 81, 100, 100, "กลุ่มเปรียบเทียบ"],
            ]
        }
    )
    assert found.comparison is not None
    (one,) = found.comparison.contrasts
    assert [each.method for each in one.finding.beside] == [told]
    assert one.finding.beside[0].interval == one.finding.interval
