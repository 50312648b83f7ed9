"""Each change is told and counted once: of the same people, or of whoever is known where nobody is known twice."""

from __future__ import annotations

import pytest

from figures.changes import count_changes, is_unsure, list_changes
from tests.build import Rows, Sheets, find


def incomes(letters: tuple[str, str], more: int = 0) -> Sheets:
    """Ten people before and ten or more after, each round named by its own letter."""
    head = ["รหัสสมาชิก", "รายได้ (บาท/เดือน)"]
    first = [[f"{letters[0]}{n}", 1000 + 100 * n] for n in range(10)]
    last = [[f"{letters[1]}{n}", 1010 + 100 * (n % 10)] for n in range(10 + more)]
    return {"รายได้ ก่อน": [head, *first], "รายได้ หลัง": [head, *last]}


def told(sheets: Sheets) -> list[str]:
    return [one.indicator.key for one in list_changes(find(sheets))]


def test_of_the_same_people_their_mean_is_told() -> None:
    assert told(incomes(("A", "A"))) == ["member_income"]


def test_of_different_people_the_mean_of_whoever_is_known_is_told_and_may_be_chance() -> None:
    sheets = incomes(("A", "B"), more=10)
    (one,) = list_changes(find(sheets))
    assert one.indicator.key == "member_income_all"
    assert one.difference == pytest.approx(10)  # the total doubles, as twice as many were asked
    assert is_unsure(one)


def test_answers_of_the_same_people_count_once() -> None:
    rows: Rows = [
        ["รหัสสมาชิก", "ใช้ปุ๋ยหมัก ก่อน", "ใช้ปุ๋ยหมัก หลัง"],
        *([n, "ใช่" if n < 6 else "ไม่ใช่", "ใช่" if n < 14 else "ไม่ใช่"] for n in range(20)),
    ]
    findings = find({"แบบสอบถาม": rows})
    own = [one for one in list_changes(findings) if one.indicator.key.startswith("personal_")]
    assert [one.method for one in own] == ["paired_share"]
    assert count_changes(own).compared == 1
