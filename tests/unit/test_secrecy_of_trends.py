"""Trends and estimates of a part of the members tell nothing of few people, alone or beside those of everybody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.beside import Beside
from analysis.disclosure import MIN_GROUP
from analysis.findings import Trend
from analysis.part import Whole, hide_given_away
from analysis.study import open_study
from project import find_changes
from tests.factories_rounds import make_project
from tests.observe import PLACES, compare, join_frames, observe, read_table

ENOUGH = 7


def _trend(earning_beside: int, key: str) -> Trend:
    """Ten members of village a and seven of village b; in the middle year only some of b have an income."""
    people = [(f"m{n}", "a" if n < 10 else "b") for n in range(10 + ENOUGH)]
    members = "unit village y2562 y2563 y2564\n" + "\n".join(f"{unit} {where} 1 1 1" for unit, where in people)
    known = ["3000"] * (10 + earning_beside) + ["."] * (ENOUGH - earning_beside)
    incomes = "unit y2562 y2563 y2564\n" + "\n".join(
        f"{unit} 2000 {middle} 4000" for (unit, _), middle in zip(people, known, strict=True)
    )
    frame = join_frames([observe("members_active", read_table(members)), observe("member_income", read_table(incomes))])
    found = find_changes(make_project(frame), {"village": "a"})
    return next(trend for trend in found.trends if trend.indicator.key == key)


@pytest.mark.parametrize(
    ("earning_beside", "reason"), [(2, "protecting"), (MIN_GROUP - 1, "protecting"), (MIN_GROUP, ""), (ENOUGH, "")]
)
def test_a_trend_of_a_part_is_hidden_where_that_of_everybody_less_it_is_of_few(
    earning_beside: int, reason: str
) -> None:
    trend = _trend(earning_beside, "member_income_all")
    assert trend.reason == reason
    assert [one.n for one in trend.values] == ([] if reason else [10, 10, 10])
    assert not _trend(earning_beside, "members_active").suppressed  # seven others in every year


@pytest.mark.parametrize(("n", "hidden"), [(MIN_GROUP - 1, True), (MIN_GROUP, False), (None, False)])
def test_an_estimate_of_a_part_that_rests_on_few_has_no_figure(n: int | None, hidden: bool) -> None:
    members = "unit village baseline endline\n" + "\n".join(f"m{i} {'ab'[i % 2]} 1 1" for i in range(20))
    frame = observe("members_active", read_table(members))
    compared, whole = compare(frame), Whole(open_study(frame, ("baseline", "endline"), {}, PLACES))
    beside = Beside("hedges_g_av", 1.5, (1.0, 2.0), 0.01, n)
    told = replace(compared, findings=tuple(replace(one, beside=(beside,)) for one in compared.findings))
    shown = hide_given_away(told, whole, {"village": "a"})
    kept = {one.beside[0] for one in shown.findings if one.beside}
    assert kept == {Beside("hedges_g_av", reason="suppressed") if hidden else beside}
