"""Laws of prices: equal indices leave everything, a doubled index doubles, what is no amount never moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.findings import Finding, Findings
from dictionary.load_indicators import is_money
from dictionary.nouns import Round
from project import Project, find_changes
from tests.factories_prices import find_real, make_rows
from tests.factories_rounds import make_project
from tests.property.test_rounds_laws import PLAIN, observations

YEARS = (2019, 2020, 2021)
LEVELS = st.tuples(*(st.integers(50, 200).map(float) for _ in YEARS))
FIELDS = ("baseline", "endline", "difference", "relative_change", "interval", "p_value")


def _with(frame: pd.DataFrame, indices: Mapping[int, float]) -> Project:
    return replace(make_project(frame), records=make_rows(indices))


def _figures(one: Finding) -> list[float | None]:
    figures = [getattr(one, name) for name in FIELDS]
    return [part for figure in figures for part in (figure if isinstance(figure, tuple) else (figure,))]


def _amounts(findings: Findings) -> list[Finding]:
    return [one for one in findings.findings if is_money(one.unit)]


@given(observations(), st.integers(50, 200).map(float))
@PLAIN
def test_equal_indices_leave_every_figure(frame: pd.DataFrame, level: float) -> None:
    project = _with(frame, dict.fromkeys(YEARS, level))
    nominal, real = find_changes(project), find_real(project)
    assert [_figures(one) for one in real.findings] == [_figures(one) for one in nominal.findings]
    assert [one.values for one in real.trends] == [one.values for one in nominal.trends]


@given(observations(), LEVELS)
@PLAIN
def test_doubling_the_index_of_the_earlier_round_halves_its_real_amounts(
    frame: pd.DataFrame, levels: tuple[float, ...]
) -> None:
    indices = dict(zip(YEARS, levels, strict=True))
    once = _amounts(find_real(_with(frame, indices)))
    twice = _amounts(find_real(_with(frame, {**indices, YEARS[0]: 2 * levels[0]})))
    for one, other in zip(once, twice, strict=True):
        assert other.endline == one.endline
        assert (other.baseline is None) == (one.baseline is None)
        if one.baseline is not None:
            assert other.baseline == pytest.approx(one.baseline / 2)


@given(observations(), LEVELS)
@PLAIN
def test_what_is_no_amount_does_not_move(frame: pd.DataFrame, levels: tuple[float, ...]) -> None:
    project = _with(frame, dict(zip(YEARS, levels, strict=True)))
    nominal, real = (
        [one for one in found.findings if not is_money(one.unit) and one.indicator.key[:7] != "income_"]
        for found in (find_changes(project), find_real(project))
    )
    assert nominal == real


@given(observations(), LEVELS, st.permutations(range(3)))
@settings(PLAIN, max_examples=15)
def test_the_order_of_rows_of_indices_and_of_observations_is_nothing(
    frame: pd.DataFrame, levels: tuple[float, ...], order: list[int]
) -> None:
    indices = dict(zip(YEARS, levels, strict=True))
    shuffled = {YEARS[at]: indices[YEARS[at]] for at in order}
    assert find_real(_with(frame, indices)).findings == find_real(_with(frame, shuffled)).findings


@given(observations(), LEVELS)
@PLAIN
def test_swapped_rounds_have_swapped_real_amounts_but_for_the_year_of_the_prices(
    frame: pd.DataFrame, levels: tuple[float, ...]
) -> None:
    project = _with(frame, dict(zip(YEARS, levels, strict=True)))
    there = find_real(project, pair=("y2562", "y2564"))
    first, middle, last = project.rounds
    back = find_real(_turn(project, (last, middle, first)), pair=("y2564", "y2562"))
    factor = levels[0] / levels[2]
    for one, other in zip(_amounts(there), _amounts(back), strict=True):
        if not one.group and one.baseline is not None and other.endline is not None:
            assert other.endline == pytest.approx(one.baseline * factor)


def _turn(project: Project, rounds: tuple[Round, ...]) -> Project:
    return replace(project, rounds=rounds)
