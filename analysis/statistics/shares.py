"""Shares: so many of so many."""

from __future__ import annotations

import math

from scipy.special import ndtri

from analysis.statistics.estimate import CONFIDENCE, MIN_TESTED, Estimate

Z = float(ndtri((1 + CONFIDENCE) / 2))


def estimate_share(hits: int, n: int) -> Estimate:
    """A share with Wilson's score interval (Wilson 1927), which stays within 0 and 1.

    (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n). Under 6 observations there is a share and no interval.
    """
    if n == 0:
        return Estimate.missing("too_few")
    share = hits / n
    if n < MIN_TESTED:
        return Estimate(share, n=n)
    centre = share + Z**2 / (2 * n)
    reach = Z * math.sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    scale = 1 + Z**2 / n
    low = 0.0 if hits == 0 else (centre - reach) / scale  # exactly, not but for floating point
    high = 1.0 if hits == n else (centre + reach) / scale
    return Estimate(share, (low, high), n=n)
