"""Ratios of sums, and the jackknife: how far a figure moves when one unit is left out."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from scipy.special import stdtrit

from analysis.statistics.estimate import CONFIDENCE, MIN_TESTED, Estimate, Floats


def estimate_ratio(numerator: Floats, denominator: Floats) -> Estimate:
    """Σ numerator ÷ Σ denominator of the same units, with the interval of the delta method.

    R ± t(0.975, n − 1)·s(y − R·x)/(x̄·√n) (Cochran, *Sampling Techniques*, 6.4). No ratio where the denominators sum to
    zero or less; under 6 units no interval. The sums must be of many units, none of which makes most of them.
    """
    n, base = denominator.size, float(denominator.sum())
    if n == 0:
        return Estimate.missing("too_few")
    if base <= 0:
        return Estimate.missing("no_base", n)
    ratio = float(numerator.sum()) / base
    if n < MIN_TESTED:
        return Estimate(ratio, n=n)
    reach = _reach(n) * float(np.std(numerator - ratio * denominator, ddof=1)) * math.sqrt(n) / base
    return Estimate(ratio, (ratio - reach, ratio + reach), n=n)


def estimate_ratio_of_means(numerator: Floats, denominator: Floats) -> Estimate:
    """Mean of the one ÷ mean of the other, of different people, with the interval of the delta method.

    R ± t(0.975, df)·√(s_y²/n_y + R²·s_x²/n_x)/x̄ (Cochran, *Sampling Techniques*, 6.4, without covariance), df after
    Welch and Satterthwaite. No ratio of a mean of zero or less; under 6 people on a side no interval.
    """
    sizes = (numerator.size, denominator.size)
    base = float(denominator.mean()) if denominator.size else 0.0
    if min(sizes) == 0:
        return Estimate.missing("too_few", sum(sizes))
    if base <= 0:
        return Estimate.missing("no_base", sum(sizes))
    ratio = float(numerator.mean()) / base
    if min(sizes) < MIN_TESTED:
        return Estimate(ratio, n=sum(sizes))
    errors = (float(np.std(numerator, ddof=1)) / base, ratio * float(np.std(denominator, ddof=1)) / base)
    return add_errors(ratio, [error / math.sqrt(n) for error, n in zip(errors, sizes, strict=True)], sizes)


def add_errors(value: float, errors: Sequence[float], sizes: Sequence[int]) -> Estimate:
    """A figure that rests on samples of different people, with the interval of their standard errors together.

    value ± t(0.975, df)·√Σe², df = (Σe²)²/Σ(e⁴/(n − 1)) (Welch 1947; Satterthwaite 1946).
    """
    total = sum(error**2 for error in errors)
    if not total or not math.isfinite(total):
        return Estimate(value, n=sum(sizes))
    df = 1 / sum((error**2 / total) ** 2 / (n - 1) for error, n in zip(errors, sizes, strict=True))
    reach = float(stdtrit(df, (1 + CONFIDENCE) / 2)) * math.sqrt(total)
    return Estimate(value, (value - reach, value + reach), n=sum(sizes), df=df)


def jackknife(value: float, without: Floats) -> Estimate:
    """A figure with the interval of the jackknife; ``without`` is what it is when each unit in turn is left out.

    value ± t(0.975, n − 1)·√((n − 1)/n · Σ(wᵢ − w̄)²) (Quenouille, Tukey; Efron & Tibshirani 1993, ch. 11). No interval
    under 6 units, nor where the figure cannot be had without one of them.
    """
    n = without.size
    error = find_jackknife_error(without)
    if error is None:
        return Estimate(value, n=n)
    reach = _reach(n) * error
    return Estimate(value, (value - reach, value + reach), n=n)


def find_jackknife_error(without: Floats) -> float | None:
    """The standard error of the jackknife; None under 6 units, or where one of them cannot be left out."""
    n = without.size
    if n < MIN_TESTED or not bool(np.isfinite(without).all()):
        return None
    return math.sqrt((n - 1) * float(without.var()))


def _reach(n: int) -> float:
    return float(stdtrit(n - 1, (1 + CONFIDENCE) / 2))
