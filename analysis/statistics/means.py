"""Means and medians of one array of values."""

from __future__ import annotations

import math

import numpy as np
from scipy.special import stdtr, stdtrit

from analysis.statistics.estimate import CONFIDENCE, MIN_TESTED, Estimate, Floats


def estimate_mean(values: Floats) -> Estimate:
    """The mean with the interval and the p-value of Student's one-sample t (for differences: the paired t).

    mean ± t(0.975, n − 1) · s/√n (Student 1908). Under 6 values, or where all values are the same (no spread to
    measure by), there is a mean and no interval.
    """
    n = values.size
    if n == 0:
        return Estimate.missing("too_few")
    mean = float(values.mean())
    error = float(values.std(ddof=1)) / math.sqrt(n) if n > 1 else 0.0
    if n < MIN_TESTED or not _is_spread(error, mean):
        return Estimate(mean, n=n)
    reach = float(stdtrit(n - 1, (1 + CONFIDENCE) / 2)) * error
    p_value = 2 * float(stdtr(n - 1, -abs(mean / error)))
    return Estimate(mean, (mean - reach, mean + reach), p_value, n)


def mean_interval(mean: float, sd: float, n: int) -> tuple[float, float] | None:
    """The 95 % interval of a mean that is given with its standard deviation: mean ± t(0.975, n − 1) · sd/√n.

    None under two values. It rests on few samples being weighed alike; the samples themselves are not known.
    """
    if n < 2:
        return None
    reach = float(stdtrit(n - 1, (1 + CONFIDENCE) / 2)) * sd / math.sqrt(n)
    return mean - reach, mean + reach


def estimate_median(values: Floats) -> Estimate:
    """The middle value, or the mean of the two middle values; no interval yet."""
    if values.size == 0:
        return Estimate.missing("too_few")
    return Estimate(float(np.median(values)), n=values.size)


def _is_spread(error: float, mean: float) -> bool:
    """Whether a standard error is more than the rounding of floating point (R: "data are essentially constant")."""
    return error > 10 * float(np.finfo(float).eps) * abs(mean)
