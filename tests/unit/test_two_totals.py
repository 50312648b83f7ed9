"""Two totals of income on one page say of whom each is."""

from __future__ import annotations

import pytest

from figures.totals import tell_whose_total
from figures.trends import name_trend
from i18n import Language
from tests.build import find

HEADER = ["รหัส", "ชื่อ", *(f"รายได้ปี {year} (บาท/เดือน)" for year in (2562, 2563, 2564))]


def rows(*blanks: tuple[int, int]) -> list[list[object]]:
    """Twelve people; ``blanks`` are the person and the column left blank."""
    told: list[list[object]] = [[f"M{n}", f"นาย ก{n}", 100 * n, 110 * n, 120 * n] for n in range(1, 13)]
    for person, column in blanks:
        told[person - 1][column] = None
    return told


@pytest.mark.parametrize("language", Language)
def test_a_total_of_two_rounds_and_that_of_all_rounds_say_whom_they_add_up(language: Language) -> None:
    findings = find({"รายได้": [HEADER, *rows((3, 3), (5, 4))]})
    total = findings.find("member_income_total")
    trend = next(one for one in findings.trends if one.indicator.key == "member_income_total")
    assert total is not None
    assert total.baseline == sum(100 * n for n in range(1, 13) if n != 5)
    assert trend.values[0].value == sum(100 * n for n in range(1, 13) if n not in {3, 5})
    told = tell_whose_total(findings, language)
    assert "n 11 → 11" in told
    assert "n 10 → 10" in told
    assert {Language.TH: "ช่องว่างในรอบใดเลย", Language.EN: "without a blank in any round"}[language] in name_trend(
        trend, language
    )


def test_where_both_are_of_the_same_people_nothing_is_said() -> None:
    assert tell_whose_total(find({"รายได้": [HEADER, *rows()]}), Language.TH) == ""
