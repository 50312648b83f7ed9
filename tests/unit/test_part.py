"""When a part of the members may be shown on its own."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis import compare_rounds, hide_part, why_hidden
from tests.build import find
from tests.observe import PLACES, ROUNDS, observe, read_table


def _members(*villages: str) -> pd.DataFrame:
    rows = "\n".join(f"m{n} {village} 1 1" for n, village in enumerate(villages))
    return observe("members_active", read_table("unit village baseline endline\n" + rows))


def _why(villages: str, village: str) -> str:
    whole = _members(*villages)
    return why_hidden(whole, whole[whole["village"] == village], ROUNDS)


@pytest.mark.parametrize(
    ("villages", "hidden"), [("aaaaabbbbb", ""), ("aaaabbbbb", "suppressed"), ("aaaaabbbb", "protecting")]
)
def test_a_part_is_hidden_where_it_is_under_five_or_would_give_away_a_rest_that_is(villages: str, hidden: str) -> None:
    assert _why(villages, "a") == hidden


def test_all_members_are_no_part() -> None:
    assert not _why("aaaaaaa", "a")


def test_without_a_list_of_members_those_with_a_row_are_counted() -> None:
    rows = "\n".join(f"m{n} 100 200" for n in range(4))
    incomes = observe("member_income", read_table("unit baseline endline\n" + rows))
    assert why_hidden(incomes, incomes, ROUNDS)


def test_a_hidden_part_keeps_no_value_and_no_person() -> None:
    hidden = hide_part(compare_rounds(_members(*"aaaa"), ROUNDS, {}, PLACES))
    assert hidden.findings
    assert all(f.suppressed and f.endline is None and not f.sources for f in hidden.findings)
    assert (hidden.pairs, hidden.excluded) == ({}, ())


@pytest.mark.parametrize(("left", "hidden"), [(0, False), (1, True), (4, True), (5, False)])
def test_of_a_part_the_total_is_hidden_that_would_tell_of_few_without_a_pair(left: int, hidden: bool) -> None:
    people = [["รหัสสมาชิก", "หมู่บ้าน", "เป็นสมาชิก ก่อน", "เป็นสมาชิก หลัง"]]
    incomes: list[list[object]] = [["รหัสสมาชิก", "จำนวนเงิน ก่อน", "จำนวนเงิน หลัง", "ต่อเดือนหรือต่อปี"]]
    for number in range(40):
        leaves = number < left
        people.append([f"M{number}", f"หมู่ {1 if number < 20 else 2}", "ใช่", "ไม่ใช่" if leaves else "ใช่"])
        incomes.append([f"M{number}", 100 + number, None if leaves else 200 + number, "เดือน"])
    found = find({"สมาชิก": people, "รายได้": incomes}, {"village": "หมู่ 1"})
    for key in ("member_income_total", "member_income_all"):
        one = found.find(key)
        assert one is not None
        assert one.suppressed is hidden
    paired = found.find("member_income")
    assert paired is not None
    assert not paired.suppressed
