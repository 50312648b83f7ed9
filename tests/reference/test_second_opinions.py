"""Every closed form against SciPy, or against the same thing worked out the long way, on random data."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from scipy import stats

from analysis.statistics import (
    Floats,
    FourFold,
    Spread,
    compare_answers,
    compare_means,
    compare_ranks,
    compare_spreads,
    count_off,
    estimate_median,
    estimate_pseudo_median,
    estimate_ratio,
    find_gini,
    find_palma,
    jackknife,
)


def draw(seed: int, size: int) -> Floats:
    """Skewed differences without ties, rounded ones with ties and zeros, and few whole numbers."""
    generator = np.random.default_rng(seed)
    kinds = (generator.lognormal(0, 1, size) - 1, generator.normal(2, 9, size).round(), generator.integers(-1, 3, size))
    return np.asarray(kinds[seed % 3], dtype=float)


@pytest.mark.parametrize("size", [8, 13, 14, 30, 50, 51, 300])
@pytest.mark.parametrize("seed", range(6))
def test_the_signed_rank_test_agrees_with_scipy(seed: int, size: int) -> None:
    differences = draw(seed, size)
    found, expected = compare_ranks(differences), stats.wilcoxon(differences)
    if found.value is None:
        assert np.count_nonzero(differences) < 6
        return
    assert found.value == pytest.approx(float(expected.statistic))
    assert found.p_value == pytest.approx(float(expected.pvalue))


@pytest.mark.parametrize("size", [1, 2, 7, 150, 1_300])
@pytest.mark.parametrize("seed", range(6))
def test_the_pseudo_median_is_the_median_of_all_means_of_two(seed: int, size: int) -> None:
    values = draw(seed, size)
    means = (values[:, None] + values)[np.triu_indices(size)] / 2
    assert estimate_pseudo_median(values).value == pytest.approx(float(np.median(means)))


@pytest.mark.parametrize("size", [6, 9, 20, 50, 51, 300])
def test_the_interval_of_the_pseudo_median_holds_what_the_signed_rank_test_does_not_reject(size: int) -> None:
    values = np.random.default_rng(size).lognormal(1, 1, size) - 2
    interval = estimate_pseudo_median(values).interval
    assert interval is not None
    means = np.sort((values[:, None] + values)[np.triu_indices(size)] / 2)
    means = np.r_[means[0] - 1, means, means[-1] + 1]
    for bound, inside in zip(interval, (1, -1), strict=True):
        place = int(np.searchsorted(means, bound))
        next_to = (means[place] + means[place + inside]) / 2, (means[place] + means[place - inside]) / 2
        kept, rejected = (stats.wilcoxon(values - one, correction=False).pvalue for one in next_to)
        assert kept > 0.05 - 0.004 * (size > 50)
        assert rejected <= 0.05 + 0.004 * (size > 50)


def test_a_gini_is_never_told_beyond_0_and_1_nor_a_palma_below_0() -> None:
    odd = np.array([2.0, 3, 4, 5, 6, 7, 8, 9, 10, 20])
    interval = find_palma(odd).estimate().interval
    assert interval is not None
    assert interval[0] == 0
    interval = find_gini(np.array([0.0] * 9 + [5.0])).estimate().interval
    assert interval is None or interval[1] == 1


@pytest.mark.parametrize("size", [6, 7, 20, 41, 500, 100_000])
def test_the_interval_of_the_median_covers_at_least_95_per_cent_and_no_more_than_it_must(size: int) -> None:
    off = count_off(size)
    assert 2 * stats.binom.cdf(off - 1, size, 0.5) <= 0.05 < 2 * stats.binom.cdf(off, size, 0.5)
    interval = estimate_median(np.arange(size, dtype=float)).interval
    assert interval == (off - 1, size - off)


@pytest.mark.parametrize("seed", range(4))
def test_welch_agrees_with_scipy(seed: int) -> None:
    generator = np.random.default_rng(seed)
    first, last = generator.lognormal(8, 1, 15), generator.lognormal(8.3, 1.4, 40)
    expected = stats.ttest_ind(last, first, equal_var=False)
    found = compare_means(first, last)
    assert found.p_value == pytest.approx(expected.pvalue)
    assert found.interval == pytest.approx(tuple(expected.confidence_interval()))


@pytest.mark.parametrize(("first_only", "last_only"), [(0, 9), (3, 4), (5, 5), (40, 12)])
def test_mcnemar_is_the_binomial_test_of_those_who_changed(first_only: int, last_only: int) -> None:
    found = compare_answers(FourFold(10, first_only, last_only, 10))
    assert found.p_value == pytest.approx(stats.binomtest(first_only, first_only + last_only).pvalue)


@pytest.mark.parametrize("find", [find_gini, find_palma])
@pytest.mark.parametrize("size", [6, 9, 10, 11, 37, 100])
def test_leaving_one_out_in_closed_form_is_leaving_one_out(find: Callable[[Floats], Spread], size: int) -> None:
    incomes = np.random.default_rng(size).integers(1, 20, size).astype(float)
    expected = [find(np.delete(incomes, place)).value for place in range(size)]
    assert find(incomes).without == pytest.approx(np.array(expected, dtype=float))


def test_the_jackknife_of_a_change_of_the_gini_leaves_out_pairs() -> None:
    before, after = np.random.default_rng(0).lognormal(8, 1, (2, 25))
    found = compare_spreads(find_gini(before), find_gini(after))
    changes = np.array([_gini_of(np.delete(after, i)) - _gini_of(np.delete(before, i)) for i in range(25)])
    error = np.sqrt(24 / 25 * ((changes - changes.mean()) ** 2).sum())
    assert found.value == pytest.approx(_gini_of(after) - _gini_of(before))
    assert found.interval is not None
    assert (found.interval[1] - found.interval[0]) / 2 == pytest.approx(stats.t.ppf(0.975, 24) * error)


def test_the_delta_method_and_the_jackknife_of_a_ratio_agree_for_many_units() -> None:
    generator = np.random.default_rng(5)
    below = generator.lognormal(8, 0.5, 5_000)
    above = below * generator.uniform(0.8, 1.6, 5_000)
    ratio = float(above.sum() / below.sum())
    without = (above.sum() - above) / (below.sum() - below)
    delta, knife = estimate_ratio(above, below), jackknife(ratio, without)
    assert delta.value == pytest.approx(above.sum() / below.sum())
    assert delta.interval == pytest.approx(knife.interval, rel=1e-4)


def _gini_of(values: Floats) -> float:
    """Half the mean difference of all pairs of people over the mean."""
    return float(np.abs(values[:, None] - values).mean() / (2 * values.mean()))
