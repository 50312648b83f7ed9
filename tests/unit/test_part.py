"""When a part of the members may be shown on its own."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis import compare_rounds, hide_part, why_hidden
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
