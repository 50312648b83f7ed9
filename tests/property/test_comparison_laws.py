"""Laws of differences in differences."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.statistics import Floats
from analysis.statistics.did import CHANGES, ROUNDS, Contrast, estimate_contrast, estimate_share_contrast

amounts = st.lists(st.integers(-5_000, 5_000), min_size=6, max_size=40)
cells = st.tuples(amounts, amounts)


def take(values: list[int], shift: float = 0.0) -> Floats:
    return np.array(values, np.float64) + shift


def contrast(own: Floats, others: Floats, villages: bool = True) -> Contrast:
    said = [np.arange(one.size) % 4 for one in (own, others)] if villages else ()
    return estimate_contrast([own, others], CHANGES, said)


def same(one: tuple[float, float] | None, two: tuple[float, float] | None) -> bool:
    return one == two if one is None or two is None else one == pytest.approx(two, rel=1e-6, abs=1e-6)


@given(cells, st.booleans())
def test_to_swap_the_groups_turns_the_sign_and_the_interval(both: tuple[list[int], list[int]], villages: bool) -> None:
    one = contrast(take(both[0]), take(both[1]), villages).estimate
    two = contrast(take(both[1]), take(both[0]), villages).estimate
    assert one.value == pytest.approx(-(two.value or 0.0), abs=1e-9)
    assert same(one.interval, two.interval and (-two.interval[1], -two.interval[0]))


@given(amounts)
def test_equal_changes_give_no_difference(values: list[int]) -> None:
    assert contrast(take(values), take(values)).estimate.value == 0


@given(cells, st.integers(-100_000, 100_000))
def test_what_is_added_to_everybody_leaves_the_difference(both: tuple[list[int], list[int]], shift: int) -> None:
    one = contrast(take(both[0]), take(both[1])).estimate
    two = contrast(take(both[0], shift), take(both[1], shift)).estimate
    assert two.value == pytest.approx(one.value, abs=1e-6)


@given(cells, st.integers(1, 1000))
def test_in_another_unit_the_difference_and_its_interval_are_so_many_times_as_large(
    both: tuple[list[int], list[int]], times: int
) -> None:
    one = contrast(take(both[0]), take(both[1])).estimate
    two = contrast(take(both[0]) * times, take(both[1]) * times).estimate
    assert two.value == pytest.approx((one.value or 0.0) * times)
    assert same(two.interval, one.interval and (one.interval[0] * times, one.interval[1] * times))


@given(cells)
def test_everybody_a_village_of_their_own_is_the_error_without_villages(both: tuple[list[int], list[int]]) -> None:
    own, others = take(both[0]), take(both[1])
    alone = [np.arange(own.size), own.size + np.arange(others.size)]
    apart, plain = estimate_contrast([own, others], CHANGES, alone).spread, contrast(own, others, villages=False).spread
    assert apart is not None
    assert plain is not None
    assert apart.error == pytest.approx(plain.error, abs=1e-9)


@given(cells)
def test_rows_in_another_order_change_nothing(both: tuple[list[int], list[int]]) -> None:
    own, others = take(both[0]), take(both[1])
    one = contrast(own, others).estimate
    order = np.random.default_rng(3).permutation(own.size)
    villages = [(np.arange(own.size) % 4)[order], np.arange(others.size) % 4]
    two = estimate_contrast([own[order], others], CHANGES, villages).estimate
    assert two.value == pytest.approx(one.value, abs=1e-9)
    assert same(one.interval, two.interval)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(40, 200)), min_size=4, max_size=4))
def test_the_interval_of_shares_holds_their_difference(samples: list[tuple[int, int]]) -> None:
    shares, sizes = [hits / n for hits, n in samples], [n for _, n in samples]
    found = estimate_share_contrast(shares, sizes, ROUNDS)
    assert found.interval is not None
    assert found.interval[0] - 1e-12 <= (found.value or 0.0) <= found.interval[1] + 1e-12
