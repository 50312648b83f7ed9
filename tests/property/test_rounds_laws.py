"""Laws of several rounds: two of them are compared as if there were no others, and a trend agrees with each pair."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.findings import Finding, Group
from project import find_changes
from tests.factories_rounds import THREE, make_project
from tests.observe import ROUNDS, join_frames, observe

KEYS = tuple(one.key for one in THREE)
PRESENCE = st.sampled_from(["0", "1", "1", "1", "-", "."])
MONEY = st.one_of(st.sampled_from(["-", ".", "0"]), st.integers(-500, 9_000).map(str))
PAIRS = st.sampled_from([(KEYS[0], KEYS[1]), (KEYS[0], KEYS[2]), (KEYS[1], KEYS[2])])
ALONE = ("members_active", "member_income_all", "member_income_total", "partners", "partner_support", "training_hours")
WITHOUT_GAPS = ("member_income_total",)  # a blank in a third round leaves its member out of the trend
PLAIN = settings(max_examples=25, deadline=None)


@st.composite
def observations(draw: st.DrawFn) -> pd.DataFrame:
    """A small project of three rounds: members, incomes, partners, support and one typed figure."""
    ids = [f"m{number}" for number in range(draw(st.integers(1, 20)))]

    def row(unit: str, cells: st.SearchStrategy[str], **groups: str) -> dict[str, str]:
        return {"unit": unit, **groups, **{key: draw(cells) for key in KEYS}}

    sexes, villages = st.sampled_from(["female", "male", "-"]), st.sampled_from(["a", "b", "-"])
    members = [row(unit, PRESENCE, sex=draw(sexes), village=draw(villages)) for unit in ids]
    incomes = [row(draw(st.sampled_from(ids)), MONEY, income_source=draw(st.sampled_from("xy"))) for _ in ids]
    partners = [row(f"p{n}", PRESENCE, sector=draw(st.sampled_from("pq"))) for n in range(3)]
    figures = [row("", MONEY, indicator="training_hours", target=draw(MONEY))]
    return join_frames(
        [
            observe("members_active", members),
            observe("member_income", incomes),
            observe("partners", partners),
            observe("partner_support", [row(f"p{n}", MONEY) for n in range(3)]),
            observe("training_hours", figures, typed=True),
        ]
    )


def _by_group(findings: Iterable[Finding]) -> dict[tuple[str, Group], Finding]:
    return {(finding.indicator.key, finding.group): finding for finding in findings}


@given(observations(), PAIRS)
@PLAIN
def test_two_rounds_are_compared_as_if_there_were_no_others(frame: pd.DataFrame, pair: tuple[str, str]) -> None:
    names = {pair[0]: "baseline", pair[1]: "endline", "target": "target"}
    alone = frame.assign(round=frame["round"].astype(object).map(names)).dropna(subset="round")
    one = find_changes(make_project(frame), pair=pair)
    dated = {names[one.key]: one for one in THREE if one.key in names}
    rounds = tuple(replace(one, start=dated[one.key].start, end=dated[one.key].end) for one in ROUNDS)
    other = find_changes(make_project(alone.astype({"round": "category"}), rounds))
    mine, yours = _by_group(one.findings), _by_group(other.findings)
    assert {key for key, found in yours.items() if found.suppressed and not found.protects} <= {
        key for key, found in mine.items() if found.suppressed
    }
    for found in mine.keys() & yours.keys():  # which group protects a small one is chosen over all rounds
        assert mine[found] == yours[found] or mine[found].suppressed or yours[found].suppressed
    assert mine.keys() ^ yours.keys() <= {key for key in (*mine, *yours) if key[1]}
    assert one.excluded == other.excluded
    assert one.pairs.keys() == other.pairs.keys()
    for key, values in one.pairs.items():
        assert values.baseline.tolist() == other.pairs[key].baseline.tolist()
        assert values.endline.tolist() == other.pairs[key].endline.tolist()


@given(observations(), PAIRS)
@PLAIN
def test_a_trend_says_of_a_round_what_its_comparison_says(frame: pd.DataFrame, pair: tuple[str, str]) -> None:
    found = find_changes(make_project(frame), pair=pair)
    trends = {trend.indicator.key: {one.round: one for one in trend.values} for trend in found.trends}
    gaps = frame["indicator"].eq("member_income") & frame["value"].isna()
    for key in ALONE if not gaps.any() else [key for key in ALONE if key not in WITHOUT_GAPS]:
        finding = found.find(key)
        if finding is not None:
            _agree(finding, [(trends[key][name].value, trends[key][name].n) for name in pair])


def _agree(finding: Finding, told: list[tuple[float | None, int | None]]) -> None:
    for level, (value, _) in zip((finding.baseline, finding.endline), told, strict=True):
        assert level == (None if value is None else pytest.approx(value, abs=1e-6))
    assert [finding.n_baseline, finding.n_endline] == [n for _, n in told]
