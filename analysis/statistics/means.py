"""Means: of one array of values (for pairs: of their differences), and of two groups of different people."""

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


def find_t(values: Floats) -> Estimate:
    """Student's t of the mean against 0: mean ÷ (s/√n) with n − 1 degrees of freedom, and its p-value, two-sided."""
    mean = estimate_mean(values)
    if mean.p_value is None or mean.value is None:
        return Estimate.missing("too_few" if values.size < MIN_TESTED else "no_spread", values.size)
    t = mean.value / (float(values.std(ddof=1)) / math.sqrt(values.size))
    return Estimate(t, p_value=mean.p_value, n=values.size, df=float(values.size - 1))


def estimate_skewness(values: Floats) -> Estimate:
    """How lopsided values are: G₁ = √(n(n − 1))/(n − 2) · m₃/m₂^1.5 (Joanes & Gill 1998); 0 where both sides are alike.

    Under 6 values, or without any spread, it is not given.
    """
    n = values.size
    if n < MIN_TESTED:
        return Estimate.missing("too_few", n)
    scaled = values / max(float(np.abs(values).max()), np.finfo(float).tiny)  # cubes of large amounts would overflow
    rest = scaled - scaled.mean()
    squares = rest * rest
    spread = float(squares.mean())
    if not _is_spread(math.sqrt(spread), 1.0):
        return Estimate.missing("no_spread", n)
    return Estimate(math.sqrt(n * (n - 1)) / (n - 2) * float((squares * rest).mean()) / spread**1.5, n=n)


def compare_means(first: Floats, last: Floats) -> Estimate:
    """The later mean less the earlier one, of different people, with Welch's interval and p-value (Welch 1947).

    Difference ± t(0.975, df)·√(s₁²/n₁ + s₂²/n₂), df after Welch and Satterthwaite:
    (s₁²/n₁ + s₂²/n₂)² ÷ ((s₁²/n₁)²/(n₁ − 1) + (s₂²/n₂)²/(n₂ − 1)). Under 6 in either group, or without any spread,
    there is a difference and no test; ``n`` counts both groups.
    """
    n = first.size + last.size
    if min(first.size, last.size) == 0:
        return Estimate.missing("too_few", n)
    difference = float(last.mean() - first.mean())
    if min(first.size, last.size) < MIN_TESTED:
        return Estimate(difference, n=n)
    one, other = (float(values.var(ddof=1)) / values.size for values in (first, last))
    error = math.sqrt(one + other)
    if not _is_spread(error, max(abs(float(first.mean())), abs(float(last.mean())))):
        return Estimate(difference, n=n)
    share = one / (one + other)  # of the variance; squares of large amounts would overflow
    df = 1 / (share**2 / (first.size - 1) + (1 - share) ** 2 / (last.size - 1))
    reach = float(stdtrit(df, (1 + CONFIDENCE) / 2)) * error
    p_value = 2 * float(stdtr(df, -abs(difference / error)))
    return Estimate(difference, (difference - reach, difference + reach), p_value, n, df=df)


def _is_spread(error: float, mean: float) -> bool:
    """Whether a standard error is more than the rounding of floating point (R: "data are essentially constant")."""
    return error > 10 * float(np.finfo(float).eps) * abs(mean)
