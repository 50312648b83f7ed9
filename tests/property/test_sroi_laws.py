"""Laws of the social return: what must hold whatever is entered in the value map."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.sroi import Combination, Settings, SocialReturn, Timing, find_return
from analysis.sroi.value_map import DEDUCTIONS
from tests.factories_sroi import make_line, make_map

PLAIN = settings(max_examples=20, deadline=None)
SHARES = st.floats(0, 1).map(lambda share: round(share, 3))
AMOUNTS = st.integers(-5_000, 50_000).map(float)
NOTHING: dict[str, str | float | None] = dict.fromkeys(DEDUCTIONS, 0.0)
Line = dict[str, str | float | None]


@st.composite
def lines(draw: st.DrawFn) -> list[Line]:
    """A value map of one to six outcomes; the first states what was put in."""
    rows = [
        make_line(
            outcome=f"o{number}",
            proxy=f"p{draw(st.integers(0, 2))}",
            quantity=float(draw(st.integers(-50, 200))),
            proxy_thb=draw(AMOUNTS),
            duration_years=float(draw(st.integers(1, 6))),
            start=float(draw(st.sampled_from([1, 2]))),
            **{key: draw(SHARES) for key in DEDUCTIONS},
        )
        for number in range(draw(st.integers(1, 6)))
    ]
    rows[0]["input_thb"] = float(draw(st.integers(1, 10**6)))
    return rows


def find(rows: list[Line], **choices: object) -> SocialReturn:
    return find_return(make_map(*rows), Settings(**choices))  # type: ignore[arg-type]


@given(st.integers(-100, 100), AMOUNTS)
@PLAIN
def test_without_deductions_and_in_one_year_it_is_quantity_times_proxy(quantity: int, proxy: float) -> None:
    row = make_line(input_thb=100, quantity=quantity, proxy_thb=proxy, **NOTHING)
    assert find([row], discount_rate=0.0).present_value == pytest.approx(quantity * proxy)


@given(lines(), st.sampled_from(Timing))
@PLAIN
def test_without_drop_off_every_year_is_the_same(rows: list[Line], timing: Timing) -> None:
    for line in find([{**row, "drop_off": 0.0} for row in rows], timing=timing).lines:
        assert len(line.impacts) == line.outcome.duration
        assert line.impacts == pytest.approx([line.impacts[0]] * len(line.impacts))


@given(lines())
@PLAIN
def test_adding_deductions_never_leaves_more_than_multiplying(rows: list[Line]) -> None:
    added, multiplied = (find(rows, combination=how).lines for how in (Combination.ADD, Combination.MULTIPLY))
    for less, more in zip(added, multiplied, strict=True):
        assert 0 <= less.kept <= more.kept + 1e-12


@given(lines(), st.floats(0.001, 0.3))
@PLAIN
def test_the_later_value_is_counted_the_less_it_is_worth(rows: list[Line], rate: float) -> None:
    gains = [{**row, "quantity": abs(float(row["quantity"] or 0)), "proxy_thb": 500.0} for row in rows]
    end, mid, start = (find(gains, timing=timing, discount_rate=rate).present_value for timing in Timing)
    assert end <= mid <= start
    assert start == pytest.approx(end * (1 + rate))
    assert mid == pytest.approx(end * (1 + rate) ** 0.5)


@given(lines())
@PLAIN
def test_lines_add_up_and_years_add_up(rows: list[Line]) -> None:
    found = find(rows)
    assert sum(line.present_value for line in found.lines) == pytest.approx(found.present_value, abs=1e-6)
    for line in found.lines:
        assert sum(line.discounted) == pytest.approx(line.present_value, abs=1e-6)
    assert found.ratio == pytest.approx(found.present_value / (found.inputs_thb or 0))


@given(lines(), st.integers(2, 50))
@PLAIN
def test_scaling_all_money_leaves_the_ratio_and_its_range(rows: list[Line], times: int) -> None:
    scaled = [
        {**row, **{key: times * float(row[key] or 0) for key in ("proxy_thb", "input_thb") if key in row}}
        for row in rows
    ]
    before, after = find(rows), find(scaled)
    assert after.ratio == pytest.approx(before.ratio)
    assert after.range == pytest.approx(before.range)
    assert after.present_value == pytest.approx(times * before.present_value)


@given(lines(), st.randoms())
@PLAIN
def test_the_order_of_rows_changes_no_line(rows: list[Line], random: object) -> None:
    turned = [*rows]
    random.shuffle(turned)  # type: ignore[attr-defined]
    before, after = find(rows), find(turned)
    assert after.ratio == pytest.approx(before.ratio)
    values = {line.outcome.outcome: line.present_value for line in before.lines}
    assert {line.outcome.outcome: line.present_value for line in after.lines} == pytest.approx(values)


@given(lines(), st.integers(0, 5))
@PLAIN
def test_the_same_seed_says_the_same_and_every_line_lies_between_its_ends(rows: list[Line], seed: int) -> None:
    one, same = (find_return(make_map(*rows), rng=np.random.default_rng(seed)) for _ in range(2))
    assert one.range == same.range
    assert one.range is not None
    assert one.range[0] <= one.range[1]
    for line in one.lines:
        low, high = line.range or (0.0, 0.0)
        assert low - 1e-9 <= line.present_value <= high + 1e-9


@given(lines())
@PLAIN
def test_the_break_even_of_a_proxy_brings_the_ratio_to_one(rows: list[Line]) -> None:
    own = [{**row, "proxy": f"p{place}"} for place, row in enumerate(rows)]
    for place, line in enumerate(find(own).lines):
        if line.break_even is not None and abs(line.outcome.proxy_thb or 0.0) > 1:
            changed = [{**row, "proxy_thb": line.break_even} if at == place else row for at, row in enumerate(own)]
            assert find(changed).ratio == pytest.approx(1, abs=1e-6)
