"""The statistics against published figures and against SciPy."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from analysis.statistics import MIN_TESTED, Estimate, estimate_mean, estimate_median, estimate_share

# Student's sleep data (Biometrika 1908), as in R's data set `sleep`: extra hours of sleep with each of two drugs.
# R: t.test(extra ~ group, data = sleep, paired = TRUE) gives t = -4.0621, df = 9, p-value = 0.002833,
# 95 % interval -2.4598858 to -0.7001142, mean difference -1.58.
FIRST_DRUG = np.array([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0])
SECOND_DRUG = np.array([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])


def test_the_paired_mean_is_that_of_r_for_the_sleep_data() -> None:
    difference = estimate_mean(FIRST_DRUG - SECOND_DRUG)
    assert difference.value == pytest.approx(-1.58)
    assert difference.interval == pytest.approx((-2.4598858, -0.7001142), abs=5e-8)
    assert difference.p_value == pytest.approx(0.002833, abs=5e-7)
    assert difference.n == 10


@pytest.mark.parametrize("size", [6, 7, 20, 500])
def test_the_mean_agrees_with_scipy_on_random_skewed_values(size: int) -> None:
    values = np.random.default_rng(size).lognormal(8, 1, size) - 3_000
    expected = stats.ttest_1samp(values, 0)
    found = estimate_mean(values)
    assert found.p_value == pytest.approx(expected.pvalue)
    assert found.interval == pytest.approx(tuple(expected.confidence_interval(0.95)))


def test_under_six_values_there_is_no_interval() -> None:
    values = np.arange(MIN_TESTED - 1, dtype=float)
    assert estimate_mean(values) == Estimate((0 + 1 + 2 + 3 + 4) / 5, n=5)
    assert estimate_share(3, MIN_TESTED - 1) == Estimate(3 / 5, n=5)


def test_values_that_are_all_the_same_have_no_interval() -> None:
    assert estimate_mean(np.full(10, 0.1)).interval is None
    assert estimate_mean(np.zeros(10)) == Estimate(0.0, n=10)


def test_nothing_at_all_is_missing_with_a_reason() -> None:
    nothing = np.zeros(0)
    assert estimate_mean(nothing) == estimate_median(nothing) == estimate_share(0, 0) == Estimate.missing("too_few")


# Newcombe, Statistics in Medicine 17 (1998) 857-872, table I: Wilson's score interval without continuity correction.
@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval_is_that_of_newcombes_table(hits: int, n: int, low: float, high: float) -> None:
    assert estimate_share(hits, n).interval == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(("hits", "n"), [(0, 7), (7, 7), (34, 38), (500, 1_000)])
def test_wilsons_interval_agrees_with_scipy(hits: int, n: int) -> None:
    expected = stats.binomtest(hits, n).proportion_ci(0.95, method="wilson")
    assert estimate_share(hits, n).interval == pytest.approx((expected.low, expected.high))


def test_the_median_is_the_middle() -> None:
    assert estimate_median(np.array([5.0, 1.0, 3.0])).value == 3
    assert estimate_median(np.array([5.0, 1.0, 3.0, 4.0])).value == (3 + 4) / 2
