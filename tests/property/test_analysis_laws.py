"""Laws that hold whatever the data: of rounds, order, scale, sums, finiteness and secrecy."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import Compared, compare_rounds
from analysis.disclosure import MIN_GROUP, choose_suppressed
from analysis.findings import Finding, Group
from tests.observe import PLACES, ROUNDS, compare, find, join_frames, observe

SEXES, VILLAGES, SOURCES, SECTORS = ("female", "male", "-"), ("a", "b", "c", "-"), ("x", "y", "-"), ("p", "q", "-")
MONEY = st.one_of(st.sampled_from(["-", ".", "0"]), st.integers(-500, 9_000).map(str))
WILD = st.one_of(MONEY, st.floats(allow_nan=False, allow_infinity=False).map(repr))
PRESENCE = st.sampled_from(["0", "1", "1", "1", "-", "."])
AMOUNTS = {"member_income", "member_income_median", "member_income_all", "member_income_total", "partner_support"}
PLAIN = settings(max_examples=25)


def _rows(names: Iterable[str], cells: Iterable[tuple[str, ...]]) -> list[dict[str, str]]:
    return [dict(zip(names, row, strict=True)) for row in cells]


@st.composite
def projects(draw: st.DrawFn, amounts: st.SearchStrategy[str] = MONEY) -> pd.DataFrame:
    """Observations of a small project: members with income from two sources, and partners with support."""
    ids = [f"m{number}" for number in range(draw(st.integers(1, 30)))]
    members = [
        (unit, draw(st.sampled_from(SEXES)), draw(st.sampled_from(VILLAGES)), draw(PRESENCE), draw(PRESENCE))
        for unit in ids
    ]
    incomes = [
        (draw(st.sampled_from(ids)), draw(st.sampled_from(SOURCES)), draw(amounts), draw(amounts))
        for _ in range(len(ids) * 2)
    ]
    partners = [(f"p{n}", draw(st.sampled_from(SECTORS)), draw(PRESENCE), draw(PRESENCE)) for n in range(4)]
    support = [(unit, sector, draw(amounts), draw(amounts)) for unit, sector, *_ in partners]
    rounds = ("baseline", "endline")
    return join_frames(
        [
            observe("members_active", _rows(("unit", "sex", "village", *rounds), members)),
            observe("member_income", _rows(("unit", "income_source", *rounds), incomes)),
            observe("partners", _rows(("unit", "sector", *rounds), partners)),
            observe("partner_support", _rows(("unit", "sector", *rounds), support)),
        ]
    )


def _close(value: object) -> object:
    """The value itself, a number but for its last digits: they depend on the order of a sum."""
    numbers = isinstance(value, int | float | tuple) and not isinstance(value, bool)
    return pytest.approx(value, rel=1e-6, abs=1e-6) if numbers else value


def _same(first: Compared, second: Compared) -> None:
    for one, other in zip(first.findings, second.findings, strict=True):
        told = [(f.indicator, f.group, f.caveats, f.sources, f.better, f.missing) for f in (one, other)]
        assert told[0] == told[1]
        for field in ("baseline", "endline", "difference", "relative_change", "interval", "n_pairs"):
            assert getattr(one, field) == _close(getattr(other, field))


@given(projects())
@PLAIN
def test_the_same_round_twice_is_no_change(frame: pd.DataFrame) -> None:
    before = frame[frame["round"] == "baseline"]
    twice = compare(before, before.assign(round="endline"))
    assert all(finding.difference in {None, 0.0} and finding.better is None for finding in twice.findings)
    moved = [f for f in twice.findings if f.indicator.key in {"members_new", "members_left", "income_worse_share"}]
    assert all(not finding.endline for finding in moved)


@given(projects())
@PLAIN
def test_swapped_rounds_flip_the_sign(frame: pd.DataFrame) -> None:
    forth, back = compare(frame), compare_rounds(frame, (ROUNDS[1], ROUNDS[0]), {}, PLACES)
    for one, other in zip(forth.findings, back.findings, strict=True):
        assert (one.indicator, one.group, one.suppressed) == (other.indicator, other.group, other.suppressed)
        if one.difference is not None and other.difference is not None:
            assert one.difference == pytest.approx(-other.difference, abs=1e-6)
    if find(forth, "members_active").difference is not None:
        assert find(forth, "members_new").endline == find(back, "members_left").endline


@given(projects(), st.integers(0, 99))
@PLAIN
def test_the_order_of_the_rows_is_irrelevant(frame: pd.DataFrame, seed: int) -> None:
    first, second = compare(frame), compare(frame.sample(frac=1, random_state=seed))
    _same(first, second)
    assert set(first.excluded) == set(second.excluded)


@given(projects(), st.sampled_from([0.5, 3.0, 1_000.0]))
@PLAIN
def test_scaling_money_scales_the_difference_and_no_share(frame: pd.DataFrame, factor: float) -> None:
    is_money = frame["indicator"].isin(["member_income", "partner_support"])
    scaled = compare(frame.assign(value=frame["value"].where(~is_money, frame["value"] * factor)))
    for one, other in zip(compare(frame).findings, scaled.findings, strict=True):
        times = factor if one.indicator.key in AMOUNTS else 1
        for field in ("baseline", "endline", "difference"):
            value = getattr(one, field)
            assert getattr(other, field) == (None if value is None else _close(value * times))
        assert other.relative_change == _close(one.relative_change)


def _shown(compared: Compared, indicator: str, by: str) -> list[Finding]:
    return [f for f in compared.findings if f.indicator.key == indicator and f.group and f.group[0][0] == by]


@given(projects())
@PLAIN
def test_groups_sum_to_the_total(frame: pd.DataFrame) -> None:
    compared = compare(frame)
    breakdowns = [("members_active", "village"), ("members_active", "sex"), ("member_income", "income_source")]
    for indicator, by in [*breakdowns, ("partners", "sector"), ("partner_support", "sector")]:
        groups = _shown(compared, indicator, by)
        total = next((f for f in compared.findings if f.indicator.key == indicator and not f.group), None)
        if not groups or total is None or any(group.suppressed or group.missing for group in groups):
            continue
        for field in ("baseline", "endline"):
            assert getattr(total, field) == pytest.approx(sum(getattr(group, field) for group in groups), abs=1e-6)


@given(projects(WILD))
@settings(max_examples=50)
def test_no_finding_holds_a_nan_or_an_infinity(frame: pd.DataFrame) -> None:
    for finding in compare(frame).findings:
        values = (finding.baseline, finding.endline, finding.difference, finding.relative_change, finding.p_value)
        assert all(value is None or math.isfinite(value) for value in (*values, *(finding.interval or ())))


@given(projects())
@PLAIN
def test_whatever_is_not_computed_says_why(frame: pd.DataFrame) -> None:
    for finding in compare(frame).findings:
        if finding.endline is None and not finding.suppressed:
            assert finding.missing
        if finding.missing:
            assert finding.difference is None


@given(projects())
@PLAIN
def test_the_observations_are_left_as_they_were(frame: pd.DataFrame) -> None:
    before = frame.copy(deep=True)
    compare_rounds(frame, ROUNDS, {}, PLACES)
    pd.testing.assert_frame_equal(frame, before)


@given(projects())
@PLAIN
def test_every_member_with_an_income_cell_is_paired_or_listed_once(frame: pd.DataFrame) -> None:
    compared = compare(frame)
    units = set(frame.loc[frame["indicator"] == "member_income", "unit"])
    listed = [line.unit for line in compared.excluded if line.indicator == "member_income"]
    assert len(listed) == len(set(listed))
    paired = find(compared, "member_income").n_pairs if units else 0
    assert len(units - set(listed)) == paired


SIZES = st.dictionaries(st.integers(0, 8), st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=2)


@given(SIZES, st.booleans())
@settings(max_examples=300)
def test_a_suppressed_group_cannot_be_recovered_from_the_total(
    sizes: dict[int, tuple[int, int]], overlapping: bool
) -> None:
    hidden = choose_suppressed(sizes, overlapping)
    shown = sizes.keys() - hidden
    assert all(people == 0 or people >= MIN_GROUP for group in shown for people in sizes[group])
    if hidden:
        assert len(hidden) >= 2
    for side in (0, 1):
        rest = sum(size[side] for size in sizes.values()) - sum(sizes[group][side] for group in shown)
        assert rest == 0 or rest >= MIN_GROUP or not shown


@given(projects())
@PLAIN
def test_no_breakdown_of_people_shows_or_gives_away_a_small_group(frame: pd.DataFrame) -> None:
    compared = compare(frame)
    for by in ("village", "sex"):
        groups = _shown(compared, "members_active", by)
        shown = [group for group in groups if not group.suppressed]
        assert all(count == 0 or (count or 0) >= MIN_GROUP for g in shown for count in (g.n_baseline, g.n_endline))
        assert sum(group.suppressed for group in groups) != 1 or len(groups) == 1


def _key(finding: Finding) -> tuple[str, Group]:
    return finding.indicator.key, finding.group


@given(projects())
@PLAIN
def test_each_indicator_and_group_is_found_once(frame: pd.DataFrame) -> None:
    keys = [_key(finding) for finding in compare(frame).findings]
    assert len(keys) == len(set(keys))
