"""Yes or no before and after: McNemar's exact test and Newcombe's intervals for a difference of two shares."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.special import bdtr

from analysis.statistics.estimate import MIN_TESTED, Estimate
from analysis.statistics.shares import estimate_share


@dataclass(frozen=True, slots=True)
class FourFold:
    """How many pairs say yes in both rounds, in the earlier only, in the later only, and in neither."""

    both: int
    first_only: int
    last_only: int
    neither: int

    @property
    def n(self) -> int:
        """All pairs."""
        return self.both + self.first_only + self.last_only + self.neither

    @property
    def yes(self) -> tuple[int, int]:
        """How many say yes in each round."""
        return self.both + self.first_only, self.both + self.last_only


def compare_answers(table: FourFold) -> Estimate:
    """McNemar's test, exact (McNemar 1947): those who changed are as likely to have changed one way as the other.

    Two-sided p = min(1, 2·P(Binomial(b + c, ½) ≤ min(b, c))), b and c those who changed either way. The value is
    min(b, c), ``n`` is b + c. Under 6 pairs in all nothing is tested; where nobody changed p is 1.
    """
    changed, fewer = table.first_only + table.last_only, min(table.first_only, table.last_only)
    if table.n < MIN_TESTED:
        return Estimate.missing("too_few", table.n)
    return Estimate(float(fewer), p_value=min(1.0, 2 * float(bdtr(fewer, changed, 0.5))), n=changed, exact=True)


def compare_shares_paired(table: FourFold) -> Estimate:
    """The later share less the earlier one, of the same units, with Newcombe's interval for pairs (method 10).

    Newcombe 1998, Statistics in Medicine 17, 2635–2650: the Wilson limits of both shares, squared and added with the
    correlation φ of the answers, its numerator reduced by n/2 (but not below 0) where it is positive. Under 6
    pairs there is no interval.
    """
    if table.n == 0:
        return Estimate.missing("too_few")
    first, last = (estimate_share(yes, table.n) for yes in table.yes)
    return _subtract(first, last, _correlate(table), table.n)


def compare_shares_independent(first: tuple[int, int], last: tuple[int, int]) -> Estimate:
    """The later share less the earlier one, of different people, each (yes, n), with Newcombe's hybrid score interval.

    Newcombe 1998, Statistics in Medicine 17, 873–890, method 10 (no continuity correction). Under 6 in either group
    there is no interval; ``n`` counts both.
    """
    if min(first[1], last[1]) == 0:
        return Estimate.missing("too_few")
    return _subtract(estimate_share(*first), estimate_share(*last), 0.0, first[1] + last[1])


def _subtract(first: Estimate, last: Estimate, correlation: float, n: int) -> Estimate:
    one, other = first.value or 0.0, last.value or 0.0
    if first.interval is None or last.interval is None:
        return Estimate(other - one, n=n)
    down = _join(other - last.interval[0], first.interval[1] - one, correlation)
    up = _join(last.interval[1] - other, one - first.interval[0], correlation)
    return Estimate(other - one, (other - one - down, other - one + up), n=n)


def _join(one: float, other: float, correlation: float) -> float:
    return math.sqrt(max(one**2 - 2 * correlation * one * other + other**2, 0.0))


def _correlate(table: FourFold) -> float:
    """φ of the two answers, corrected for continuity; 0 where a margin is empty."""
    yes, n = table.yes, table.n
    margins = yes[0] * yes[1] * (n - yes[0]) * (n - yes[1])
    if margins == 0:
        return 0.0
    numerator = table.both * table.neither - table.first_only * table.last_only
    corrected = max(numerator - n / 2, 0.0) if numerator > 0 else float(numerator)
    return corrected / math.sqrt(margins)
