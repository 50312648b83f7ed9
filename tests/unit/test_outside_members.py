"""An income told of people who were not members in a round says how many, in its sentence and beside its cells."""

from __future__ import annotations

import pytest

from figures.remedy_words import tell_outside
from i18n import Language
from tests.build import find
from ui.answers import detail_income, detail_overview

STATUSES = [*["คงอยู่"] * 9, *["ลาออก"] * 3, *["ใหม่"] * 2]
HEADER = ["รหัส", "สถานะ", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]


@pytest.mark.parametrize(
    ("language", "of_all", "before", "after"),
    [
        (Language.TH, "14 ราย", "ไม่ใช่สมาชิกในรอบก่อน 2 ราย", "ไม่ใช่สมาชิกในรอบหลัง 3 ราย"),
        (
            Language.EN,
            "of the 14",
            "2 of them were not members in the earlier",
            "3 of them were not members in the later",
        ),
    ],
)
def test_leavers_and_joiners_with_an_income_are_counted_in_words(
    language: Language, of_all: str, before: str, after: str
) -> None:
    rows = [[f"M{n}", status, 1000 + n, 1100 + n * n] for n, status in enumerate(STATUSES)]
    findings = find({"สมาชิก": [HEADER, *rows]})
    income = findings.find("member_income")
    assert income is not None
    for told in (detail_income(findings, language), detail_overview(findings, language)):
        assert of_all in told
        assert before in told
        assert after in told
    assert before in tell_outside(income, language)


def test_nothing_is_said_where_all_with_an_income_were_members_in_both_rounds() -> None:
    rows = [[f"M{n}", "คงอยู่", 1000 + n, 1100 + n * n] for n in range(12)]
    findings = find({"สมาชิก": [HEADER, *rows, ["M12", "ใหม่", None, 900], ["M13", "ลาออก", 900, None]]})
    assert "ไม่ใช่สมาชิก" not in detail_income(findings, Language.TH) + detail_overview(findings, Language.TH)
