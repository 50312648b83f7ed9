"""A list that does not say who was a member when tells of nobody who came or left; where it says so, it does."""

from __future__ import annotations

import pytest

from i18n import Language
from tests.build import Rows, Sheets, codes, find
from ui.answers import answer_members, detail_members, detail_overview

COUNTS = ("members_active", "members_new", "members_left", "member_retention", "women_share")
WIDE: Rows = [
    ["รหัส", "เพศ", "หมู่บ้าน", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"],
    *([f"M{n}", "หญิง" if n % 2 else "ชาย", f"หมู่ {1 + n % 2}", 1000 * n, 1100 * n] for n in range(1, 13)),
]


def tell_before_and_after(first: int, last: int) -> Sheets:
    """A list of each round: of the first people, and of the last."""
    header, people = ["รหัส", "เพศ", "รายได้ (บาท/เดือน)"], [[f"M{n}", "หญิง", 1000 * n] for n in range(1, 13)]
    return {"สมาชิก ก่อน": [header, *people[:first]], "สมาชิก หลัง": [header, *people[-last:]]}


def test_one_list_with_income_before_and_after_tells_nothing_of_members() -> None:
    findings = find({"รายชื่อ": WIDE})
    assert "presence_not_stated" in codes(findings.problems)
    assert [one.indicator.key for one in findings.findings if one.indicator.key in COUNTS] == []
    assert [line.indicator for line in findings.excluded] == []
    income = findings.find("member_income")
    assert income is not None
    assert income.n_pairs == 12
    assert income.difference == pytest.approx(sum(100 * n for n in range(1, 13)) / 12)
    assert len(findings.breakdown("member_income", "village")) == 2


def test_a_filter_on_such_a_list_tells_nothing_of_members_either() -> None:
    findings = find({"รายชื่อ": WIDE}, {"village": "หมู่ 1"})
    assert {one.indicator.key for one in findings.findings} & {*COUNTS} == set()
    assert findings.find("member_income") is not None


@pytest.mark.parametrize(("first", "last", "stayed"), [(12, 12, 1.0), (9, 9, 6 / 9)])
def test_a_list_of_each_round_says_who_was_a_member_also_where_all_are_the_same(
    first: int, last: int, stayed: float
) -> None:
    retention = find(tell_before_and_after(first, last)).find("member_retention")
    assert retention is not None
    assert retention.endline == pytest.approx(stayed)


def test_yes_or_no_of_one_round_alone_does_not_tell_of_the_other() -> None:
    said = ["เป็นสมาชิก หลัง", *(["ไม่ใช่"] * 3), *(["ใช่"] * 9)]
    rows = [[*row, one] for row, one in zip(WIDE, said, strict=True)]
    findings = find({"รายชื่อ": rows})
    assert "presence_not_stated" in codes(findings.problems)
    assert {one.indicator.key for one in findings.findings} & {*COUNTS} == set()


def test_a_number_of_members_in_the_summary_stands_where_the_list_does_not_say() -> None:
    summary = [["ตัวชี้วัด", "หน่วย", "ก่อน", "หลัง"], ["จำนวนสมาชิก", "คน", 9, 12]]
    findings = find({"รายชื่อ": WIDE, "สรุป": summary})
    members = findings.find("members_active")
    assert members is not None
    assert (members.baseline, members.endline, members.method) == (9, 12, "typed_figure")


def test_rounds_of_which_a_list_does_not_say_who_was_there_have_no_trend_of_members() -> None:
    header = ["รหัส", "เพศ", *(f"รายได้ปี {year} (บาท/เดือน)" for year in (2562, 2563, 2564))]
    findings = find({"สมาชิก": [header, *([f"M{n}", "หญิง", n, n + 1, n + 2] for n in range(1, 13))]})
    assert {one.indicator.key for one in findings.trends} & {*COUNTS} == set()
    assert "member_income_all" in {one.indicator.key for one in findings.trends}


@pytest.mark.parametrize(
    ("language", "what", "add"), [(Language.TH, "ใครเป็นสมาชิกเมื่อใด", "วันที่ออก"), (Language.EN, "when", "leaving")]
)
def test_the_pages_say_what_is_missing_and_what_to_add(language: Language, what: str, add: str) -> None:
    findings = find({"รายชื่อ": WIDE})
    assert what in answer_members(findings, language)
    assert add in detail_members(findings, language)
    assert what in detail_overview(findings, language)
    assert add in detail_overview(findings, language)
    told = find(tell_before_and_after(12, 12))
    assert what not in answer_members(told, language) + detail_members(told, language) + detail_overview(told, language)
