"""Amounts with satang: the noise of floating point is neither a change nor a rank of its own."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from analysis.estimators import ESTIMATORS, Values
from analysis.findings import PairedValues
from analysis.methods import METHODS
from analysis.sample import Sample, take_differences, tell_ways
from figures.pairs import Incomes
from tests.factories_figures import make_finding

# Every one of these changes is 0.1 or −0.1, and every one is another number in floating point.
BEFORE = np.array([0.2, 0.3, 0.7, 1.1, 8.8, 10.9, 13.3, 100.2, 9.5])
AFTER = np.array([0.3, 0.4, 0.8, 1.2, 8.9, 11.0, 13.4, 100.1, 9.4])


def test_changes_of_the_same_size_share_a_rank_of_the_signed_rank_test() -> None:
    assert len(set(np.abs(AFTER - BEFORE).tolist())) > 5
    found = ESTIMATORS["wilcoxon"](Values(Sample(BEFORE, AFTER)))
    tenths = np.array([1, 1, 1, 1, 1, 1, 1, -1, -1])
    expected = stats.wilcoxon(tenths, method=stats.PermutationMethod())
    assert (found.value, found.n) == (2 * (1 + 9) / 2, 9)
    assert found.p_value == pytest.approx(expected.pvalue)


def test_the_sum_of_two_sources_is_no_change_from_the_same_sum() -> None:
    before, after = np.array([0.1 + 0.2] * 6 + [5.0] * 6), np.array([0.3] * 6 + [6.0] * 6)
    sample = Sample(before, after)
    assert ESTIMATORS["wilcoxon"](Values(sample)).n == 6
    assert METHODS["share_same"](sample).endline == 0.5
    assert tell_ways(before, after).tolist() == [0] * 6 + [1] * 6
    drawn = Incomes(PairedValues(before, after, 0, 0), make_finding("member_income", 2.65, 3.15))
    assert drawn.ways.tolist() == [0] * 6 + [1] * 6


@pytest.mark.parametrize("scale", [1e-30, 1e-9, 1.0, 1e6, 1e12, 1e200])
def test_what_is_taken_off_is_less_than_anything_typed(scale: float) -> None:
    before, after = scale * np.array([1.0, 2.0, 4.25]), scale * np.array([1.01, 1.5, 4.25])
    assert take_differences(before, after) == pytest.approx(after - before, abs=1e-12 * scale)
