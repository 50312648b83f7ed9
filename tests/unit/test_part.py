"""When a part of the members may be shown on its own."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis import Whole, compare_rounds, hide_part, open_study, why_hidden
from analysis.findings import Group
from dictionary.nouns import ProjectInfo
from project import find_changes
from project.opening import Project
from tests.build import find
from tests.observe import PLACES, ROUNDS, SHEETS, join_frames, observe, read_table


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
    everybody, part = _members(*"aaaabbbbbbb"), _members(*"aaaa")
    whole = Whole(open_study(everybody, ("baseline", "endline"), {}, PLACES))
    hidden = hide_part(compare_rounds(part, ROUNDS, {}, PLACES), whole, {"village": "a"})
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


def _list_rows(few: str, village: str) -> set[tuple[str, Group]]:
    """The rows of a page of one village, where the four people of village a are as ``few`` says."""
    others = [f"m{n} {'bc'[n % 2]} {('female', 'male')[n % 3 % 2]} chair 1 1" for n in range(30)]
    table = "unit village sex role baseline endline\n" + "\n".join([*(f"a{n} a {few} 1 1" for n in range(4)), *others])
    incomes = "unit baseline endline\n" + "\n".join(f"m{n} 100 {100 + n}" for n in range(30))
    earn = "\n".join(f"a{n} 100 200" for n in range(4)) if few.startswith("male") else ""
    earned = observe("member_income", read_table(f"{incomes}\n{earn}"))
    frame = join_frames([observe("members_active", read_table(table)), earned])
    project = Project(ProjectInfo(), ROUNDS, frame, SHEETS, {}, (), (), (), ())
    return {(one.indicator.key, one.group) for one in find_changes(project, {"village": village}).findings}


@pytest.mark.parametrize("village", ["a", "b"])
def test_the_rows_of_a_hidden_part_do_not_tell_who_is_in_it(village: str) -> None:
    same = [_list_rows("male chair", village), _list_rows("female chair", village), _list_rows("female -", village)]
    assert same[0] >= {("members_active", ()), ("members_active", (("sex", "female"),))}
    assert {key for key, _ in same[0]} == {key for key, _ in same[1]}
    assert same[0] == same[1]
    assert {row for row in same[2] if row[1] != (("role", "not_stated"),)} == same[0]


@pytest.mark.parametrize(("blank", "hidden"), [(0, False), (1, True), (4, True), (5, False)])
def test_of_a_part_the_total_is_hidden_that_would_tell_the_means_of_few_with_a_blank(blank: int, hidden: bool) -> None:
    """Six of village a have no later row, some a blank cell: the mean times n less the total is of the latter."""
    there = "unit village baseline endline\n" + "\n".join(f"m{n} {'a' if n < 30 else 'b'} 1 1" for n in range(60))
    later = ["."] * 6 + ["-"] * blank + ["200"] * (54 - blank)
    incomes = "unit baseline endline\n" + "\n".join(f"m{n} {100 + n} {later[n]}" for n in range(60))
    frame = join_frames([observe("members_active", read_table(there)), observe("member_income", read_table(incomes))])
    project = Project(ProjectInfo(), ROUNDS, frame, SHEETS, {}, (), (), (), ())
    for village in ("a", "b"):  # beside the whole, the total of the others would tell as much
        total = find_changes(project, {"village": village}).find("member_income_total")
        assert total is not None
        assert total.suppressed is hidden
