"""The Hodges–Lehmann pseudo-median, without writing down the n(n + 1)/2 means of pairs that it is the median of."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from analysis.statistics.estimate import CONFIDENCE, MIN_TESTED, Estimate, Floats
from analysis.statistics.ranks import MAX_EXACT
from analysis.statistics.shares import Z

Whole = npt.NDArray[np.int64]
THINNED = 500  # values that stand for all: from their sums it is first guessed between which two the middle one lies
NEAR = 4e-4  # of all sums: how far such a guess may be out
DRAWN = 20_000  # sums drawn from those still in question, to guess again
DRAWN_NEAR = 4 * math.sqrt(DRAWN) / 2 / DRAWN  # four standard errors of such a guess
LISTED = 400_000  # from this few on they are written down


def estimate_pseudo_median(values: Floats) -> Estimate:
    """The median of the means of all pairs of values, each value with itself included (Hodges & Lehmann 1963).

    Of differences of pairs it is the estimate that belongs to the signed rank test; differences of 0 count. For an
    even number of means it is the mean of the two middle ones. Exact at every size, in about n·log n steps.

    The interval (Hollander, Wolfe & Chicken 2014, 3.3) runs from the k-th smallest to the k-th largest of the means, k
    the largest number with P(W < k) ≤ 0.025 for the signed rank sum W: exact to 50 values, then by the normal
    distribution. It is given from 6 values up to some 890, whose means are few enough to be written down.
    """
    n = values.size
    if n == 0:
        return Estimate.missing("too_few")
    ordered = np.sort(values, kind="stable")  # costs next to nothing where they are in order already
    total = n * (n + 1) // 2
    if n >= MIN_TESTED and total <= LISTED:
        return _estimate_listed(ordered, total)
    first, second = _select(ordered, (total - 1) // 2)
    if total % 2:
        second = first
    elif second is None:
        second = _next(ordered, first, total // 2)
    return Estimate((first + second) / 4, n=n)


def _estimate_listed(ordered: Floats, total: int) -> Estimate:
    """The middle of all sums written down, and their k-th from either end."""
    n, k = ordered.size, count_off_ranks(ordered.size)
    places = [k - 1, (total - 1) // 2, total // 2, total - k]
    sums = np.partition(_all(n).list(ordered), sorted(places))[places]
    low, first, second, high = (float(one) for one in sums)
    return Estimate((first + second) / 4, (low / 2, high / 2), n=n)


@cache
def count_off_ranks(n: int) -> int:
    """k: the interval of the pseudo-median runs from the k-th smallest to the k-th largest mean of pairs."""
    tail = (1 - CONFIDENCE) / 2
    if n > MAX_EXACT:
        return int(n * (n + 1) / 4 - Z * math.sqrt(n * (n + 1) * (2 * n + 1) / 24))
    ways = np.ones(1)
    for rank in range(1, n + 1):
        ways = np.r_[ways, np.zeros(rank)] + np.r_[np.zeros(rank), ways]
    return int(np.searchsorted(np.cumsum(ways) / 2.0**n, tail, side="right"))


@dataclass(frozen=True, slots=True)
class _Open:
    """The sums of values i and j (i ≤ j) still in question: row i has the columns ``first[i]`` up to ``last[i]``."""

    first: Whole
    last: Whole

    @property
    def counts(self) -> Whole:
        return self.last - self.first

    def draw(self, ordered: Floats, draw: np.random.Generator) -> Floats:
        """``DRAWN`` of the sums, one from each of as many equal parts of them, counted row by row."""
        ends = np.cumsum(self.counts)
        places = ((np.arange(DRAWN) + draw.random(DRAWN)) * (ends[-1] / DRAWN)).astype(np.int64)
        places = np.minimum(places, ends[-1] - 1)
        rows = np.searchsorted(ends, places, side="right")
        return np.asarray(ordered[rows] + ordered[self.last[rows] - (ends[rows] - places)])

    def list(self, ordered: Floats) -> Floats:
        """All of the sums."""
        counts = self.counts
        starts = np.cumsum(counts) - counts
        columns = np.arange(int(counts.sum())) + np.repeat(self.first - starts, counts)
        return np.asarray(np.repeat(ordered, counts) + ordered[columns])

    def cut(self, ordered: Floats, pivot: float, side: Literal["left", "right"]) -> Whole:
        """For each row the first column whose sum is not below the pivot (``left``) or is above it (``right``)."""
        cut = self.first.copy()
        rows = int(np.searchsorted(ordered, pivot / 2, side=side))  # in all others twice the value itself is too much
        columns = np.searchsorted(ordered, pivot - ordered[:rows], side=side)
        cut[:rows] = np.clip(columns, self.first[:rows], self.last[:rows])
        return cut


def _all(size: int) -> _Open:
    return _Open(np.arange(size), np.full(size, size))


def _select(ordered: Floats, rank: int) -> tuple[float, float | None]:
    """The sum of two values with the given rank (from 0) among all of them, narrowed down by guesses that are checked.

    With the sum of the next rank, where that is among those written down at last.

    Where guesses are drawn the generator has a fixed seed; they decide how long it takes and not what comes out.
    """
    draw = np.random.default_rng(0)
    still, total = _all(ordered.size), ordered.size * (ordered.size + 1) // 2
    while (left := int(still.counts.sum())) > LISTED:
        sums, reach = (_thin(ordered), NEAR) if left == total else (still.draw(ordered, draw), DRAWN_NEAR)
        low, high = _guess(sums, rank / left, reach)
        below, upto = still.cut(ordered, low, "left"), still.cut(ordered, high, "right")
        n_below, n_upto = int((below - still.first).sum()), int((upto - still.first).sum())
        if rank < n_below:
            still = _Open(still.first, below)
        elif rank >= n_upto:
            still, rank = _Open(upto, still.last), rank - n_upto
        elif low == high:
            return low, None
        elif n_upto - n_below < left / 2:
            still, rank = _Open(below, upto), rank - n_below
        else:
            still, rank = _halve(ordered, still, low, rank)
    listed = still.list(ordered)
    if rank + 1 == left:
        return float(listed.max()), None
    first, second = np.partition(listed, (rank, rank + 1))[rank : rank + 2].tolist()
    return first, second


def _thin(ordered: Floats) -> Floats:
    """The sums of evenly spaced values alone."""
    few = ordered[(np.arange(THINNED) * 2 + 1) * ordered.size // (2 * THINNED)]
    return np.concatenate([few[i:] + few[i] for i in range(THINNED)])


def _guess(sums: Floats, share: float, reach: float) -> tuple[float, float]:
    """Two of some sums that the one at a share of the whole almost surely lies between."""
    places = (np.clip((share - reach, share + reach), 0, 1) * (sums.size - 1)).astype(np.int64)
    low, high = np.partition(sums, places)[places].tolist()
    return low, high


def _halve(ordered: Floats, still: _Open, pivot: float, rank: int) -> tuple[_Open, int]:
    """Where most sums are ties, the guess leaves too many: what stays are the ties of the pivot, or all above them."""
    upto = still.cut(ordered, pivot, "right")
    n_upto = int((upto - still.first).sum())
    if rank >= n_upto:
        return _Open(upto, still.last), rank - n_upto
    return _Open(still.first, upto), rank


def _next(ordered: Floats, found: float, rank: int) -> float:
    """The sum at a rank, where that of the rank before is ``found``: the same, or the smallest that is larger."""
    last = int(np.searchsorted(ordered, found / 2, side="right"))  # from this row on every sum is larger
    rows = np.arange(min(last + 1, ordered.size))
    own = ordered[: rows.size]
    upto = np.maximum(np.searchsorted(ordered, found - own, side="right"), rows)
    before, after = np.maximum(upto - 1, rows), np.minimum(upto, ordered.size - 1)
    upto = upto - ((upto > rows) & (own + ordered[before] > found))  # where subtracting rounded the other way
    upto = upto + ((upto < ordered.size) & (own + ordered[after] <= found))
    if rank < int((upto - rows).sum()):
        return found
    more = upto < ordered.size
    return float((own[more] + ordered[upto[more]]).min())
