"""The middle of values and how sure it is: order statistics, which ask nothing of the shape of the values."""

from __future__ import annotations

import math

import numpy as np
from scipy.special import bdtr

from analysis.statistics.estimate import CONFIDENCE, MIN_TESTED, Estimate, Floats
from analysis.statistics.shares import Z


def estimate_median(values: Floats) -> Estimate:
    """The middle value (or the mean of the two middle ones) with the exact interval of order statistics.

    From the k-th smallest to the k-th largest value, k the largest number with P(Binomial(n, ½) < k) ≤ 0.025
    (Thompson 1936; Conover, *Practical Nonparametric Statistics*, 3.2): it covers at least 95 %, whatever the shape.
    Of differences of pairs it is the interval of the median difference. Under 6 values there is no interval.
    """
    n = values.size
    if n == 0:
        return Estimate.missing("too_few")
    if n < MIN_TESTED:
        return Estimate(float(np.median(values)), n=n)
    low, high = count_off(n) - 1, n - count_off(n)
    middle = [(n - 1) // 2, n // 2]
    ordered = np.partition(values, sorted({low, *middle, high}))
    return Estimate(float(ordered[middle].mean()), (float(ordered[low]), float(ordered[high])), n=n)


def count_off(n: int) -> int:
    """k: the interval of the median runs from the k-th smallest to the k-th largest of ``n`` values (6 or more)."""
    tail = (1 - CONFIDENCE) / 2
    about = max(0, math.floor(n / 2 - Z * math.sqrt(n) / 2) - 3)
    tails = bdtr(np.arange(about, about + 8, dtype=float), n, 0.5)
    return about + int(np.searchsorted(tails, tail, side="right"))
