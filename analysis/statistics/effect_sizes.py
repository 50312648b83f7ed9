"""How large a difference of means is, measured by how much the values themselves differ: Hedges' g."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from analysis.statistics.estimate import MIN_TESTED, Estimate, Floats
from analysis.statistics.shares import Z


def correct_small(df: int) -> float:
    """Hedges' correction for few values: J = 1 − 3/(4·df − 1) (Hedges 1981)."""
    return 1 - 3 / (4 * df - 1)


def estimate_effect_paired(baseline: Floats, endline: Floats) -> Estimate:
    """Hedges' g_av of pairs: J · mean difference ÷ √((s₁² + s₂²)/2), with df = n − 1 in J (Cumming 2012, ch. 11).

    The interval is Bonett's (2008, Psychological Methods 13, 99–109) for the paired design, times J:
    d ± 1.96·√(d²(s₁⁴ + s₂⁴ + 2s₁₂²)/(8·df·s⁴) + (s₁² + s₂² − 2s₁₂)/(df·s²)), s² = (s₁² + s₂²)/2, s₁₂ the
    covariance. Positive where the later values are larger. Under 6 pairs there is no interval.
    """
    n = baseline.size
    if n < 2:
        return Estimate.missing("too_few", n)
    df = n - 1
    first, last, both = _spreads(baseline, endline)
    pooled = (first + last) / 2
    if not _is_spread(pooled, baseline, endline):
        return Estimate.missing("no_spread", n)
    d = float(endline.mean() - baseline.mean()) / math.sqrt(pooled)
    first, last, both = (one / pooled for one in (first, last, both))  # squares of large amounts would overflow
    variance = d**2 * (first**2 + last**2 + 2 * both**2) / (8 * df) + (first + last - 2 * both) / df
    return _correct(d, max(variance, 0.0), df, n)


def estimate_effect_independent(first: Floats, last: Floats) -> Estimate:
    """Hedges' g of two groups of different people: J · difference of means ÷ pooled sd, df = n₁ + n₂ − 2.

    The interval is g ± 1.96·J·√((n₁ + n₂)/(n₁n₂) + d²/(2(n₁ + n₂))) (Hedges & Olkin 1985; Borenstein 2009). Under
    6 values in either group there is no interval; ``n`` counts both.
    """
    n = first.size + last.size
    if min(first.size, last.size) < 2:
        return Estimate.missing("too_few", n)
    df = n - 2
    pooled = (float(first.var(ddof=1)) * (first.size - 1) + float(last.var(ddof=1)) * (last.size - 1)) / df
    if not _is_spread(pooled, first, last):
        return Estimate.missing("no_spread", n)
    d = float(last.mean() - first.mean()) / math.sqrt(pooled)
    variance = n / (first.size * last.size) + d**2 / (2 * n)
    return replace(_correct(d, variance, df, min(first.size, last.size)), n=n)


def _correct(d: float, variance: float, df: int, n: int) -> Estimate:
    """G with its interval, which stands from 6 values on."""
    g, reach = correct_small(df) * d, correct_small(df) * Z * math.sqrt(variance)
    return Estimate(g, None if n < MIN_TESTED else (g - reach, g + reach), n=n)


def _spreads(baseline: Floats, endline: Floats) -> tuple[float, float, float]:
    """The variances of both rounds and their covariance."""
    one, other = baseline - baseline.mean(), endline - endline.mean()
    df = baseline.size - 1
    sums = (float((left * right).sum()) for left, right in ((one, one), (other, other), (one, other)))
    first, last, both = sums
    return first / df, last / df, both / df


def _is_spread(variance: float, first: Floats, last: Floats) -> bool:
    """Whether the values differ by more than the rounding of floating point."""
    largest = max(float(np.abs(first).max()), float(np.abs(last).max()))
    return math.isfinite(variance) and math.sqrt(variance) > 10 * float(np.finfo(float).eps) * largest
