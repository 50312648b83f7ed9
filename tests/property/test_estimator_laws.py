"""What holds of every estimate, whatever the incomes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.beside import Beside
from analysis.estimators import Values, list_beside
from analysis.sample import Sample
from analysis.statistics import Floats, FourFold, adjust_holm, compare_answers, compare_shares_paired
from dictionary.load_indicators import load_indicators
from dictionary.load_methods import load_method_rows

MONEY = {"hodges_lehmann", "median_difference"}  # go with the unit of money; all others have none
DIRECTED = {"paired_t", "skewness", "hedges_g_av", *MONEY, "gini_change", "palma_change"}
incomes = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=6, max_size=30)


def beside(baseline: Floats, endline: Floats) -> dict[str, Beside]:
    method = load_method_rows()["paired_mean"]
    found = list_beside(load_indicators()["member_income"], method, Values(Sample(baseline, endline)))
    return {one.method: one for one in found}


def split(pairs: list[tuple[int, int]]) -> tuple[Floats, Floats]:
    both = np.array(pairs, dtype=float)
    return both[:, 0], both[:, 1]


def near(value: float | None) -> object:
    return None if value is None else pytest.approx(value, rel=1e-9, abs=1e-9)


@given(incomes, st.sampled_from([0.5, 2.0, 64.0]))
def test_scaling_money_scales_amounts_and_leaves_all_else(pairs: list[tuple[int, int]], factor: float) -> None:
    before, after = split(pairs)
    scaled = beside(before * factor, after * factor)
    for code, one in beside(before, after).items():
        times = factor if code in MONEY else 1.0
        assert scaled[code].value == near(None if one.value is None else one.value * times)
        assert scaled[code].p_value == near(one.p_value)


@given(incomes)
def test_swapped_rounds_turn_the_sign_and_keep_the_p_value(pairs: list[tuple[int, int]]) -> None:
    before, after = split(pairs)
    swapped = beside(after, before)
    for code, one in beside(before, after).items():
        assert swapped[code].p_value == near(one.p_value)
        if code in DIRECTED:
            assert swapped[code].value == near(None if one.value is None else -one.value)
        if code in DIRECTED and one.interval is not None:
            low, high = one.interval
            assert swapped[code].interval == (near(-high), near(-low))


@given(incomes, st.randoms(use_true_random=False))
def test_the_order_of_people_is_irrelevant(pairs: list[tuple[int, int]], chance: object) -> None:
    shuffled = sorted(pairs, key=lambda pair: hash((pair, repr(chance))))
    found, other = beside(*split(pairs)), beside(*split(shuffled))
    for code, one in found.items():
        assert other[code].value == near(one.value)
        assert other[code].p_value == near(one.p_value)


@given(incomes)
def test_the_same_round_twice_shows_no_change(pairs: list[tuple[int, int]]) -> None:
    before, _ = split(pairs)
    found = beside(before, before)
    assert found["wilcoxon"].reason == "too_few"
    assert all(found[code].value in {0, None} for code in DIRECTED)


@given(incomes)
def test_an_interval_holds_its_value_and_a_gini_is_between_0_and_1(pairs: list[tuple[int, int]]) -> None:
    found = beside(*split(pairs))
    for one in found.values():
        if one.interval is not None and one.value is not None:
            assert one.interval[0] - 1e-9 <= one.value <= one.interval[1] + 1e-9
        assert one.p_value is None or 0 <= one.p_value <= 1
    assert all(0 - 1e-12 <= (found[f"gini_{side}"].value or 0) < 1 for side in ("baseline", "endline"))


@given(st.tuples(*[st.integers(0, 40)] * 4).filter(lambda cells: sum(cells) >= 6))
def test_answers_turned_round_turn_the_difference(cells: tuple[int, int, int, int]) -> None:
    both, first, last, neither = cells
    found = compare_shares_paired(FourFold(both, first, last, neither))
    turned = compare_shares_paired(FourFold(both, last, first, neither))
    assert found.value == near(None if turned.value is None else -turned.value)
    assert found.interval is not None
    assert turned.interval == (near(-found.interval[1]), near(-found.interval[0]))
    assert -1 - 1e-9 <= found.interval[0] <= found.interval[1] <= 1 + 1e-9
    same, again = (compare_answers(FourFold(both, *turn, neither)) for turn in ((first, last), (last, first)))
    assert same == again


@given(st.lists(st.floats(0, 1), max_size=12))
def test_holm_never_lowers_a_p_value_and_keeps_their_order(p_values: list[float]) -> None:
    adjusted = adjust_holm(p_values)
    assert all(p <= q <= 1 for p, q in zip(p_values, adjusted, strict=True))
    in_order = [q for _, q in sorted(zip(p_values, adjusted, strict=True))]
    assert in_order == sorted(in_order)
