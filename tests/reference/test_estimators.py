"""Estimates beside a finding against published figures; ``make_reference.R`` prints those that come from R."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.statistics import (
    Floats,
    FourFold,
    adjust_holm,
    compare_answers,
    compare_means,
    compare_ranks,
    compare_shares_independent,
    compare_shares_paired,
    correct_small,
    estimate_effect_paired,
    estimate_median,
    estimate_pseudo_median,
    find_gini,
    find_palma,
    find_t,
    list_lorenz,
)

# Student's sleep data, as in R's data set `sleep`.
FIRST_DRUG = np.array([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0])
SECOND_DRUG = np.array([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
# Hollander & Wolfe (1973), p. 29, as in the example of R's wilcox.test: depression before and after a tranquiliser.
BEFORE = np.array([1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30])
AFTER = np.array([0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29])
# Incomes of the examples of R's package ineq (and acid): Gini 0.4620911 without, 0.5134346 with n/(n − 1).
INCOMES = np.array([541.0, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261])


def test_the_paired_t_of_the_sleep_data_is_that_of_r() -> None:
    found = find_t(FIRST_DRUG - SECOND_DRUG)
    assert found.value == pytest.approx(-4.0621, abs=5e-5)
    assert found.p_value == pytest.approx(0.002833, abs=5e-7)
    assert found.df == 9


def test_welchs_test_of_the_sleep_data_is_that_of_r() -> None:
    found = compare_means(SECOND_DRUG, FIRST_DRUG)
    assert found.df == pytest.approx(17.776, abs=5e-4)
    assert found.p_value == pytest.approx(0.07939, abs=5e-6)
    assert found.interval == pytest.approx((-3.3654832, 0.2054832), abs=5e-8)


def test_the_signed_rank_test_and_the_pseudo_median_are_those_of_hollander_and_wolfe() -> None:
    differences = AFTER - BEFORE
    found = compare_ranks(differences)
    assert (found.value, found.exact, found.n) == (5, True, 9)
    assert found.p_value == pytest.approx(2 * 0.01953125)  # one-sided in the book: 0.01953
    middle = estimate_pseudo_median(differences)
    assert middle.value == pytest.approx(-0.46)
    assert middle.interval == pytest.approx((-0.786, -0.010))  # R: wilcox.test(y - x, conf.int = TRUE)


def test_the_median_of_the_sleep_data_has_the_exact_interval_of_order_statistics() -> None:
    found = estimate_median(np.sort(SECOND_DRUG - FIRST_DRUG))
    assert found.value == pytest.approx((1.3 + 1.3) / 2)
    assert found.interval == pytest.approx((0.8, 2.4))  # the 2nd and the 9th of ten: P = 1 - 2 * 11 / 2**10


def test_bonetts_interval_of_the_paired_effect_is_that_of_statpsych() -> None:
    """ci.stdmean.ps(.05, 110.4, 102.1, 15.3, 14.6, .75, 25): 0.5550319, 0.2394905 to 0.8705732; ours is J times it."""
    one, other = _make_correlated(25, 0.75)
    found = estimate_effect_paired(102.1 + 14.6 * one, 110.4 + 15.3 * other)
    shrunk = correct_small(24)
    assert shrunk == 1 - 3 / (4 * 24 - 1)
    assert found.value == pytest.approx(0.5550319 * shrunk, abs=5e-8)
    assert found.interval == pytest.approx((0.2394905 * shrunk, 0.8705732 * shrunk), abs=5e-8)


def test_g_of_the_sleep_data_is_the_mean_over_the_averaged_spread_times_j() -> None:
    spread = ((FIRST_DRUG.var(ddof=1) + SECOND_DRUG.var(ddof=1)) / 2) ** 0.5
    assert estimate_effect_paired(FIRST_DRUG, SECOND_DRUG).value == pytest.approx(1.58 / spread * (1 - 3 / 35))


# Bentur et al. 2009 (airway hyper-responsiveness before and after), worked in Fagerland, Lydersen & Laake 2014, BMC
# Medical Research Methodology 14: McNemar exact 0.0703, Newcombe's square-and-add interval -0.507 to -0.026.
def test_mcnemar_and_newcombe_are_those_of_fagerland() -> None:
    table = FourFold(both=1, first_only=1, last_only=7, neither=12)
    assert compare_answers(table).p_value == pytest.approx(2 * (1 + 8) / 2**8)
    found = compare_shares_paired(table)
    assert found.value == pytest.approx(8 / 21 - 2 / 21)
    assert found.interval == pytest.approx((0.026, 0.507), abs=5e-4)  # later less earlier: their sign turned


# Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10: 56/70 - 48/80, 9/10 - 3/10 and so on.
@pytest.mark.parametrize(
    ("last", "first", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_newcombes_interval_of_different_people_is_that_of_his_table(
    last: tuple[int, int], first: tuple[int, int], low: float, high: float
) -> None:
    assert compare_shares_independent(first, last).interval == pytest.approx((low, high), abs=5e-5)


def test_the_gini_is_that_of_the_r_package_ineq() -> None:
    assert find_gini(INCOMES).value == pytest.approx(0.4620911, abs=5e-8)
    assert find_gini(np.array([1.0, 3, 2, 1, 1, 1, 4])).value == pytest.approx(0.3076923, abs=5e-8)


def test_the_palma_takes_the_top_tenth_over_the_lowest_four() -> None:
    assert find_palma(INCOMES).value == pytest.approx(22261 / (541 + 1463 + 2445 + 3438))
    five = np.array([1.0, 2, 3, 4, 10])  # half of the highest of five over the lowest two
    assert find_palma(five).value == pytest.approx(10 / 2 / (1 + 2))


def test_the_lorenz_curve_bounds_the_gini() -> None:
    people, money = list_lorenz(INCOMES, 11)
    assert money[4] == pytest.approx((541 + 1463 + 2445 + 3438) / INCOMES.sum())
    assert 1 - 2 * np.trapezoid(money, people) == pytest.approx(0.4620911, abs=5e-8)


def test_holms_adjustment_is_that_of_r() -> None:
    assert adjust_holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx((0.03, 0.06, 0.06, 0.02))
    assert adjust_holm([0.6, 0.7]) == (1.0, 1.0)
    assert adjust_holm([]) == ()


def _make_correlated(size: int, correlation: float) -> tuple[Floats, Floats]:
    """Two arrays of mean 0 and standard deviation 1 with exactly that correlation."""
    one, other = np.random.default_rng(1).normal(size=(2, size))
    one, other = one - one.mean(), other - other.mean()
    one, other = one / one.std(ddof=1), other - one * (one @ other) / (one @ one)
    return one, correlation * one + (1 - correlation**2) ** 0.5 * other / other.std(ddof=1)
