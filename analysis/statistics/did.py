"""Difference in differences: a sum of means, some taken with + and some with −, and how sure it is.

The means are of cells of people: changes of participants less changes of others, or of different people each time the
four means of group and round. People of one village share its luck, so its people count as one draw:

CR2 (Bell & McCaffrey 2002; Pustejovsky & Tipton 2018): se² = Σ over villages g of (Σ over cells c of
sign_c · (Σ of the residuals of g in c) / (N_c · √(1 − n_gc/N_c)))², with t on their Satterthwaite degrees of freedom.
The regression has one mean for each cell, so its adjustment matrices are diagonal and nothing of size N × N is made.
CR1, the usual sandwich: the same without the root, times G/(G − 1) · (N − 1)/(N − K), with t on G − 1.
Without villages each person is a draw: Welch's t on the cells.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import stdtr, stdtrit

from analysis.statistics.estimate import CONFIDENCE, MIN_TESTED, Estimate, Floats
from analysis.statistics.shares import estimate_share

Ints = npt.NDArray[np.int64]
CHANGES = (1.0, -1.0)  # signs of the cells: changes of participants, changes of others
ROUNDS = (1.0, -1.0, -1.0, 1.0)  # participants after and before, others after and before
ROUNDING = 10 * float(np.finfo(float).eps)


@dataclass(frozen=True, slots=True)
class Spread:
    """How sure a sum of means is: standard error, degrees of freedom, and the number of villages (0: none told).

    ``usual`` is the standard error of CR1, for comparison with other programs; None without villages.
    """

    error: float
    df: float
    clusters: int = 0
    usual: float | None = None


@dataclass(frozen=True, slots=True)
class Contrast:
    """The sum of means with its interval, and the spread that it rests on (None: too few for any)."""

    estimate: Estimate
    spread: Spread | None = None


def estimate_contrast(cells: Sequence[Floats], signs: Sequence[float], clusters: Sequence[Ints] = ()) -> Contrast:
    """Σ sign · mean over the cells; ``clusters`` number the village of each value, cell by cell (empty: none).

    A cell under 6 values gives no interval; one that lies in a single village cannot be told from that village, and
    then villages are left out.
    """
    n = sum(cell.size for cell in cells)
    if any(cell.size == 0 for cell in cells):
        return Contrast(Estimate.missing("too_few", n))
    value = float(sum(sign * cell.mean() for cell, sign in zip(cells, signs, strict=True)))
    if any(cell.size < MIN_TESTED for cell in cells):
        return Contrast(Estimate(value, n=n))
    parted = bool(clusters) and all(np.unique(one).size > 1 for one in clusters)
    spread = _spread_clusters(cells, signs, clusters) if parted else _spread_people(cells)
    largest = max(float(np.abs(cell).max()) for cell in cells)
    if spread.error <= ROUNDING * largest:
        return Contrast(Estimate(value, n=n), spread)
    reach = float(stdtrit(spread.df, (1 + CONFIDENCE) / 2)) * spread.error
    p_value = 2 * float(stdtr(spread.df, -abs(value) / spread.error))
    return Contrast(Estimate(value, (value - reach, value + reach), p_value, n), spread)


def estimate_share_contrast(shares: Sequence[float], sizes: Sequence[int], signs: Sequence[float]) -> Estimate:
    """Σ sign · share of independent samples, with the interval that squares and adds Wilson's (MOVER).

    Zou & Donner 2008, which for two shares is Newcombe's interval (1998, method 10). Where the same people were asked
    twice it is too wide rather than too narrow. Under 6 in a sample there is no interval.
    """
    value = float(sum(sign * share for sign, share in zip(signs, shares, strict=True)))
    found = [estimate_share(round(share * n), n) for share, n in zip(shares, sizes, strict=True)]
    reaches = [_reach(one) for one in found]
    total = sum(sizes)
    if any(reach is None for reach in reaches):
        return Estimate(value, n=total)
    known = [reach for reach in reaches if reach is not None]
    turned = [(low, high) if sign > 0 else (high, low) for (low, high), sign in zip(known, signs, strict=True)]
    low, high = (math.sqrt(sum(pair[side] ** 2 for pair in turned)) for side in (0, 1))
    return Estimate(value, (value - low, value + high), n=total)


def _reach(share: Estimate) -> tuple[float, float] | None:
    """How far the interval of a share reaches down and up."""
    if share.interval is None or share.value is None:
        return None
    return share.value - share.interval[0], share.interval[1] - share.value


def _spread_people(cells: Sequence[Floats]) -> Spread:
    """Welch: every person is a draw."""
    parts = [float(cell.var(ddof=1)) / cell.size for cell in cells]
    total = sum(parts)
    if not total:
        return Spread(0.0, float(cells[0].size - 1))
    shares = (part / total for part in parts)  # squares of large amounts would overflow
    return Spread(
        math.sqrt(total), 1 / sum(share**2 / (cell.size - 1) for share, cell in zip(shares, cells, strict=True))
    )


def _spread_clusters(cells: Sequence[Floats], signs: Sequence[float], clusters: Sequence[Ints]) -> Spread:
    """CR2 with its degrees of freedom; every village is a draw, in whatever cells its people are."""
    _, numbers = np.unique(np.concatenate(clusters), return_inverse=True)
    parts = np.split(numbers, np.cumsum([one.size for one in clusters])[:-1])
    count, n = int(numbers.max()) + 1, numbers.size
    scores, plain = np.zeros(count), np.zeros(count)
    own, shared = np.zeros(count), []
    for cell, sign, part in zip(cells, signs, parts, strict=True):
        sizes = np.bincount(part, minlength=count)
        sums = np.bincount(part, cell - cell.mean(), count) * sign / cell.size
        root = 1 / np.sqrt(1 - sizes / cell.size)
        plain += sums
        scores += sums * root
        own += sizes * root**2 / cell.size**2
        shared.append(sizes * root / cell.size**1.5)
    usual = float((plain**2).sum()) * count / (count - 1) * (n - 1) / (n - len(cells))
    error = math.sqrt(float((scores**2).sum()))
    return Spread(error, _count_df(own, np.array(shared)), count, math.sqrt(usual))


def _count_df(own: Floats, shared: Floats) -> float:
    """Satterthwaite's tr(M)²/tr(M²) of M = diag(own) − Σ over cells of shared · shared', if all people vary alike."""
    trace = float(own.sum() - (shared**2).sum())
    gram = shared @ shared.T
    squares = float((own**2).sum() - 2 * (shared**2 @ own).sum() + (gram**2).sum())
    return trace**2 / squares
