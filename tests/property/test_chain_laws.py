"""Laws of attainment and of the index: units, directions and the order of rounds do what they must."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.attainment import find_attainment
from analysis.evidence.index import score_change, weigh
from tests.factories_figures import make_finding

AMOUNT = st.floats(1, 1e6)
KEYS = ("group_sales", "household_debt", "member_savings", "stems_used", "residue_dumped", "volunteer_hours")
CHANGES = st.lists(st.tuples(st.sampled_from(KEYS), AMOUNT, AMOUNT), min_size=1, max_size=6, unique_by=lambda c: c[0])


@given(st.tuples(AMOUNT, AMOUNT, AMOUNT), st.floats(0.01, 100), st.floats(-1e3, 1e3))
def test_attainment_has_no_unit(values: tuple[float, float, float], scale: float, shift: float) -> None:
    before, after, target = values
    if abs(target - before) < 1e-3:
        return
    moved = [value * scale + shift for value in (before, after, target)]
    assert find_attainment(*moved) == pytest.approx(find_attainment(before, after, target), rel=1e-4, abs=1e-4)


@given(AMOUNT, AMOUNT)
def test_no_way_is_gone_at_the_baseline_and_all_of_it_at_the_target(before: float, target: float) -> None:
    if before != target:
        assert find_attainment(before, before, target) == 0
        assert find_attainment(before, target, target) == 1


@given(st.sampled_from(KEYS), AMOUNT, AMOUNT)
def test_exchanged_rounds_turn_the_sign_of_a_score(key: str, before: float, after: float) -> None:
    there, back = (score_change(make_finding(key, *pair)) for pair in ((before, after), (after, before)))
    assert there is not None
    assert back == pytest.approx(-there)
    assert -1 <= there <= 1


@given(st.sampled_from(KEYS), AMOUNT, AMOUNT, st.floats(0.01, 100))
def test_a_score_has_no_unit(key: str, before: float, after: float, scale: float) -> None:
    scaled = score_change(make_finding(key, before * scale, after * scale))
    assert scaled == pytest.approx(score_change(make_finding(key, before, after)), abs=1e-9)


@given(CHANGES, st.floats(0.1, 9))
def test_scaling_all_weights_leaves_the_index(changes: list[tuple[str, float, float]], scale: float) -> None:
    found = [make_finding(*change) for change in changes]
    equal, scaled = (
        weigh(found, dict.fromkeys(KEYS, weight), np.random.default_rng(1)).dimensions for weight in (1.0, scale)
    )
    for one, other in zip(equal, scaled, strict=True):
        assert other.value == pytest.approx(one.value, abs=1e-6)


@given(CHANGES, st.lists(st.floats(0, 10), min_size=6, max_size=6))
def test_no_weights_lead_out_of_the_range_that_any_weights_give(
    changes: list[tuple[str, float, float]], weights: list[float]
) -> None:
    found = [make_finding(*change) for change in changes]
    index = weigh(found, dict(zip(KEYS, weights, strict=True)), np.random.default_rng(1))
    for one in index.dimensions:
        low, high = one.extreme
        assert low - 1e-6 <= one.usual[0] <= one.usual[1] <= high + 1e-6
        assert one.value is None or low - 1e-6 <= one.value <= high + 1e-6
