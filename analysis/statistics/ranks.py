"""Paired differences by their ranks: Wilcoxon's signed rank test.

SciPy's ``wilcoxon`` gives the same p-values (``tests/reference``). Loading ``scipy.stats`` takes longer than a page
may, so the two distributions, exact and normal, are written here.
"""

from __future__ import annotations

import math

import numpy as np
from scipy.special import ndtr

from analysis.statistics.estimate import MIN_TESTED, Estimate, Floats

MAX_EXACT = 50  # up to this many differences without ties or zeros the exact distribution is used, as in SciPy
MAX_TOLD_APART = 13  # up to this many with ties or zeros all 2ⁿ signs are tried, as in SciPy


def compare_ranks(differences: Floats) -> Estimate:
    """Wilcoxon's signed rank test (Wilcoxon 1945), two-sided; the value is T, the smaller of the two rank sums.

    Differences of 0 are left out and ties share their mean rank. Exact (``exact``) up to 50 differences without ties or
    zeros, and up to 13 with them (all 2ⁿ signs); else the normal approximation with the variance reduced for ties
    and without continuity correction: n(n + 1)(2n + 1)/24 − Σ(t³ − t)/48. ``n`` counts the differences other than 0;
    under 6 of those nothing is tested. It asks that differences are spread alike above and below their middle.
    """
    ordered = np.sort(differences, kind="stable")  # costs next to nothing where they are in order already
    falls, rises = -ordered[ordered < 0][::-1], ordered[ordered > 0]
    n = falls.size + rises.size
    if n < MIN_TESTED:
        return Estimate.missing("too_few", n)
    ranks, ties = _rank(np.concatenate([falls, rises]))
    above = float(ranks[falls.size :].sum())
    smaller = min(above, n * (n + 1) / 2 - above)
    plain = ties == 0 and n == differences.size
    exact = differences.size <= (MAX_EXACT if plain else MAX_TOLD_APART)
    p_value = _exact_tail(ranks, smaller) if exact else _normal_tail(n, ties, smaller)
    return Estimate(smaller, p_value=p_value, n=n, exact=exact)


def _rank(sizes: Floats) -> tuple[Floats, float]:
    """Ranks from 1 with ties sharing their mean, and Σ(t³ − t) over ties of t values."""
    order = np.argsort(sizes, kind="stable")  # what comes as two runs in order is merged
    ordered = sizes[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    counts = np.diff(np.r_[starts, sizes.size])
    ranks = np.empty(sizes.size)
    ranks[order] = np.repeat(starts + (counts + 1) / 2, counts)
    ties = counts.astype(float)
    return ranks, float((ties**3 - ties).sum())


def _exact_tail(ranks: Floats, smaller: float) -> float:
    """Twice the share of all 2ⁿ ways to put signs on the ranks whose sum is as small; ranks are halves or wholes."""
    doubled = np.rint(2 * ranks).astype(np.int64)
    ways = np.zeros(int(doubled.sum()) + 1)
    ways[0] = 1.0
    for rank in doubled:
        ways[rank:] += ways[: ways.size - rank].copy()
    return min(1.0, 2 * float(ways[: round(2 * smaller) + 1].sum()) / 2.0**ranks.size)


def _normal_tail(n: int, ties: float, smaller: float) -> float:
    variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48
    return min(1.0, 2 * float(ndtr((smaller - n * (n + 1) / 4) / math.sqrt(variance))))
