"""People who may be the same though their family name or the zeros of their id differ: offered, told, never taken."""

from __future__ import annotations

from typing import Any

import pytest

from i18n import Language
from ingest.people.traits import fold_id
from project import find_changes
from project.opening import make_project
from tests.build import Sheets, read
from ui.answers import detail_members, detail_overview

BEFORE, AFTER = "สมาชิก ก่อน", "สมาชิก หลัง"
STAYED = [f"นาย{given} ใจดี" for given in ("ก้อง", "ขวัญ", "คำแสน", "จำลอง", "ชูชาติ", "ดำรง")]


def _lists(before: list[list[Any]], after: list[list[Any]], *more: str) -> Sheets:
    headers = ["ชื่อ-สกุล", *more]
    blank = [""] * len(more)
    stayed = [[name, *blank] for name in STAYED]
    return {BEFORE: [headers, *stayed, *before], AFTER: [headers, *stayed, *after]}


def _count(sheets: Sheets) -> int:
    people = read(sheets).people
    assert people is not None
    return people.counts.uncertain


RENAMED = _lists([["นางสมหญิง ทองคำ"]], [["นางสมหญิง เพชรรัตน์"]])


def test_a_changed_family_name_is_offered_where_nobody_else_left_over_has_the_given_name() -> None:
    assert _count(RENAMED) == 1
    assert _count(_lists([["นางสมหญิง ทองคำ"]], [["นางสมหญิง เพชรรัตน์"], ["นางสมหญิง แก้วมณี"]])) == 0
    assert _count(_lists([["นายสมหญิง ทองคำ"]], [["นางสมหญิง เพชรรัตน์"]])) == 0


def test_what_rows_say_against_a_changed_family_name_counts() -> None:
    village = [["นางสมหญิง ทองคำ", "1"]], [["นางสมหญิง เพชรรัตน์", "2"]]
    assert _count(_lists(*village, "หมู่บ้าน")) == 0


def test_among_many_left_over_a_given_name_alone_says_nothing() -> None:
    letters = "กขคงจฉชซญดตถทธนบปผพฟมยรลวสหอ"
    before = [[f"นาง{one}{two}ร {two}{one}สุข", ""] for one in letters[:10] for two in letters[:8]]
    assert _count(_lists([*before, ["นางสมหญิง ทองคำ", "1"]], [["นางสมหญิง เพชรรัตน์", ""]], "หมู่บ้าน")) == 0
    assert _count(_lists([*before, ["นางสมหญิง ทองคำ", "1"]], [["นางสมหญิง เพชรรัตน์", "1"]], "หมู่บ้าน")) == 1


def test_open_pairs_are_told_with_the_members_and_lower_their_grade() -> None:
    findings = find_changes(make_project(read(RENAMED)))
    members = findings.find("members_active")
    assert members is not None
    assert "W23" in members.caveats
    assert [one.n for one in members.remedies if one.caveat == "W23"] == [1]
    assert members.grade == "preliminary"
    assert "1 คู่ที่อาจเป็นคนเดียวกัน" in detail_members(findings, Language.TH)
    assert "1 pair may be the same" in detail_overview(findings, Language.EN)


def test_where_nobody_is_open_nothing_is_said() -> None:
    findings = find_changes(make_project(read(_lists([["นางสมหญิง ทองคำ"]], [["นางบุญมี มีสุข"]]))))
    members = findings.find("members_active")
    assert members is not None
    assert "W23" not in members.caveats
    assert members.grade == "moderate"


@pytest.mark.parametrize("typed", ["a6", "A-006", "a 6", "A0006"])
def test_ids_that_differ_in_zeros_spaces_and_signs_are_near(typed: str) -> None:
    assert fold_id(typed) == fold_id("A006")


@pytest.mark.parametrize(("one", "other"), [("A6", "A60"), ("1-05", "10-5"), ("A6", "B6")])
def test_ids_that_differ_in_more_are_not_near(one: str, other: str) -> None:
    assert fold_id(one) != fold_id(other)


def _incomes(*ids: str, name: str = "สมชาย ใจดี") -> Sheets:
    return {
        "สมาชิก": [["รหัสสมาชิก", "ชื่อ-สกุล"], ["A005", "สมศรี มีสุข"], ["A006", "สมชาย ใจดี"]],
        "รายได้": [
            ["รหัสสมาชิก", "ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"],
            *([one, name, 100, 200] for one in ids),
        ],
    }


def test_a_near_id_of_another_list_is_offered() -> None:
    people = read(_incomes("a6", name="")).people
    assert people is not None
    (pair,) = people.uncertain
    assert pair.near_id
    assert (pair.agrees, pair.differs) == ((), ())


def test_a_near_id_is_not_offered_beside_the_id_itself_or_another_name() -> None:
    assert _count(_incomes("a6", "A006", name="")) == 0
    assert _count(_incomes("a6", name="ประเสริฐ วงศ์ไทย")) == 0
