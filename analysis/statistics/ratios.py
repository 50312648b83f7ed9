"""Ratios of sums, and the jackknife: how far a figure moves when one unit is left out."""

from __future__ import annotations

import math

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


def jackknife(value: float, without: Floats) -> Estimate:
    """A figure with the interval of the jackknife; ``without`` is what it is when each unit in turn is left out.

    value ± t(0.975, n − 1)·√((n − 1)/n · Σ(wᵢ − w̄)²) (Quenouille, Tukey; Efron & Tibshirani 1993, ch. 11). No interval
    under 6 units, nor where the figure cannot be had without one of them.
    """
    n = without.size
    if n < MIN_TESTED or not bool(np.isfinite(without).all()):
        return Estimate(value, n=n)
    reach = _reach(n) * math.sqrt((n - 1) * float(without.var()))
    return Estimate(value, (value - reach, value + reach), n=n)


def _reach(n: int) -> float:
    return float(stdtrit(n - 1, (1 + CONFIDENCE) / 2))
