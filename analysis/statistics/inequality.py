"""How evenly money is spread: Gini, Palma and the Lorenz curve, each also without one person in turn."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from analysis.statistics.estimate import Estimate, Floats
from analysis.statistics.ratios import add_errors, find_jackknife_error, jackknife

Places = npt.NDArray[np.intp]
TOP, BOTTOM = 0.1, 0.4  # Palma: the share of the highest tenth over that of the lowest four tenths


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure of one round and what it is without each person in turn, in the order of the values given.

    ``value`` is None where it cannot be had; ``reason`` says why. It lies between 0 and ``highest``.
    """

    value: float | None
    without: Floats
    reason: str = ""
    highest: float = math.inf

    def estimate(self) -> Estimate:
        """The figure with its jackknife interval, no further than the figure can be: from 0 to the highest."""
        if self.value is None:
            return Estimate.missing(self.reason, self.without.size)
        found = jackknife(self.value, self.without)
        if found.interval is None:
            return found
        low, high = found.interval
        return replace(found, interval=(max(low, 0.0), min(high, self.highest)))


def find_gini(values: Floats, order: Places | None = None) -> Spread:
    """Gini: Σ(2i − n − 1)·x₍ᵢ₎ ÷ (n·Σx), i the rank from the lowest (population form: no n/(n − 1)); 0 is all alike.

    Without one person from the same sums (Ogwang 2000; Karagiannis & Kovačević 2000), so sorting is the longest step.
    None for negative amounts, or where nobody has anything. ``order``: the places of the values from the lowest, where
    that is known.
    """
    if reason := _why_none(values):
        return Spread(None, np.full(values.size, np.nan), reason)
    n, order = values.size, np.argsort(values) if order is None else order
    ordered = values[order]
    sums, ranks = np.cumsum(ordered), np.arange(1, n + 1)
    total, weighted = float(sums[-1]), float((ranks * ordered).sum())
    without = np.full(n, np.nan)
    if n > 1:
        with np.errstate(divide="ignore", invalid="ignore"):
            rest = (weighted - ranks * ordered - (total - sums)) / (total - ordered)
        without[order] = 2 * rest / (n - 1) - n / (n - 1)
    return Spread(2 * weighted / (n * total) - (n + 1) / n, without, highest=1.0)


def find_palma(values: Floats, order: Places | None = None) -> Spread:
    """Palma (S90/S40): the sum of the highest 10 % over the sum of the lowest 40 % of the people.

    A share of the people that is no whole number takes that part of the next person (the Lorenz curve in straight
    lines). None for negative amounts, or where the lowest 40 % have nothing. ``order`` as of ``find_gini``.
    """
    if reason := _why_none(values):
        return Spread(None, np.full(values.size, np.nan), reason)
    n, order = values.size, np.argsort(values) if order is None else order
    ordered = values[order]
    sums = np.r_[0.0, np.cumsum(ordered)]
    low = _sum_lowest(sums, ordered, BOTTOM * n)
    if low <= 0:
        return Spread(None, np.full(n, np.nan), "no_base")
    without = np.full(n, np.nan)
    if n > 1:
        lows, tops = (_sums_without(sums, ordered, share * (n - 1)) for share in (BOTTOM, 1 - TOP))
        with np.errstate(divide="ignore", invalid="ignore"):
            without[order] = (sums[-1] - ordered - tops) / lows
    return Spread((float(sums[-1]) - _sum_lowest(sums, ordered, (1 - TOP) * n)) / low, without)


def compare_spreads(baseline: Spread, endline: Spread) -> Estimate:
    """The later figure less the earlier one of the same people, with the jackknife over pairs."""
    if baseline.value is None or endline.value is None:
        return Estimate.missing(baseline.reason or endline.reason, baseline.without.size)
    with np.errstate(invalid="ignore"):  # a figure that cannot be had without somebody leaves the interval out
        moved = endline.without - baseline.without
    return jackknife(endline.value - baseline.value, moved)


def compare_spreads_apart(baseline: Spread, endline: Spread) -> Estimate:
    """The later figure less the earlier one of different people: the jackknife errors of both rounds together."""
    sizes = (baseline.without.size, endline.without.size)
    if baseline.value is None or endline.value is None:
        return Estimate.missing(baseline.reason or endline.reason, sum(sizes))
    change = endline.value - baseline.value
    errors = [find_jackknife_error(one.without) for one in (baseline, endline)]
    known = [error for error in errors if error is not None]
    return add_errors(change, known, sizes) if len(known) == len(errors) else Estimate(change, n=sum(sizes))


def list_lorenz(values: Floats, points: int = 101) -> tuple[Floats, Floats]:
    """The Lorenz curve at evenly spaced shares of the people: the share of all money that the lowest so many have.

    Empty where there is no Gini either.
    """
    if _why_none(values):
        return np.zeros(0), np.zeros(0)
    sums = np.r_[0.0, np.cumsum(np.sort(values))]
    people = np.linspace(0, 1, points)
    return people, np.clip(np.interp(people, np.linspace(0, 1, sums.size), sums / sums[-1]), 0, 1)


def _why_none(values: Floats) -> str:
    if values.size == 0:
        return "too_few"
    if bool((values < 0).any()):
        return "negative_values"
    return "" if float(values.sum()) > 0 else "no_base"


def _sum_lowest(sums: Floats, ordered: Floats, count: float) -> float:
    """The sum of the lowest ``count`` values, the last one in part."""
    whole = int(count + 1e-9)
    part = max(count - whole, 0.0)
    return float(sums[whole] + (part * ordered[whole] if part > 1e-9 else 0.0))


def _sums_without(sums: Floats, ordered: Floats, count: float) -> Floats:
    """The sum of the lowest ``count`` values when each in turn is left out, in sorted order."""
    n, whole = ordered.size, int(count + 1e-9)
    part = max(count - whole, 0.0)
    lowest = np.full(n, sums[whole])
    lowest[:whole] = sums[min(whole + 1, n)] - ordered[:whole]
    lowest[: whole + 1] += part * ordered[min(whole + 1, n - 1)]
    lowest[whole + 1 :] += part * ordered[min(whole, n - 1)]
    return lowest
