"""Incomes of households are told in words for households, and those of members in words for members."""

from __future__ import annotations

import pytest

from analysis.findings import Findings
from figures import default_texts, list_charts
from i18n import Language
from tests.build import find
from ui.answers import answer_income, detail_income
from ui.certainty import tell_certainty

MEMBERS = {Language.TH: ("สมาชิก", "คนเดียวกัน", " คน"), Language.EN: ("member", "people (")}
HOUSEHOLD = {Language.TH: "ครัวเรือน", Language.EN: "ousehold"}


BEFORE = [3000 + 37 * n % 11 * 40 for n in range(14)]
AFTER = {
    "some more, some less": [3500 + 90 * n for n in range(14)],
    "all more": [before + 10 + n for n, before in enumerate(BEFORE)],
    "all less": [before - 10 - n for n, before in enumerate(BEFORE)],
    "all the same": BEFORE,
}


def _find(key: str, way: str = "some more, some less") -> Findings:
    header = [key, "หมู่บ้าน", "แหล่งรายได้", "ก่อน", "หลัง"]
    rows = [[f"H{n:02}", f"หมู่ {n % 2}", "ข้าว", BEFORE[n], AFTER[way][n]] for n in range(14)]
    return find({"รายได้": [["รายได้ (บาท/เดือน)"], header, *rows]})


def _tell(findings: Findings, language: Language) -> str:
    charts = list_charts(findings, "income")
    texts = [default_texts(findings, one.key, language) for one in charts if one.available]
    said = [text for one in texts for text in (one.title, one.subtitle)]
    said += [text for one in charts for text in (one.name[language], one.missing[language])]
    said += [answer_income(findings, language), detail_income(findings, language)]
    return "\n".join([*said, *tell_certainty(findings, language)])


@pytest.mark.parametrize("way", list(AFTER))
@pytest.mark.parametrize("language", list(Language))
def test_households_are_not_called_members(language: Language, way: str) -> None:
    told = _tell(_find("รหัสครัวเรือน", way), language)
    assert HOUSEHOLD[language] in told
    assert [text for text in told.split("\n") if any(word in text for word in MEMBERS[language])] == []


@pytest.mark.parametrize("language", list(Language))
def test_members_stay_members(language: Language) -> None:
    told = _tell(_find("รหัสสมาชิก"), language)
    assert HOUSEHOLD[language] not in told
    assert MEMBERS[language][0] in told


@pytest.mark.parametrize("language", list(Language))
def test_charts_that_are_missing_speak_of_households_too(language: Language) -> None:
    header = ["รหัสครัวเรือน", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
    findings = find({"รายได้": [header, ["H1", 3000, None], ["H2", None, 3500]]})
    reasons = {one.key: one.missing[language] for one in list_charts(findings, "income")}
    assert HOUSEHOLD[language] in reasons["income_groups"]
    assert HOUSEHOLD[language] in reasons["income_pairs"]
