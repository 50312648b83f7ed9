"""Parts of a sample set side by side: those who left and who stayed, one unit and all others."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from analysis.sample import Sample
from analysis.statistics import Floats

MIN_COMPARED = 2  # units that have a spread
LOOKED_AT = 500  # values by which it is guessed where a middle lies


@dataclass(frozen=True, slots=True)
class Leavers:
    """The means, at baseline, of those with a later value and those without; ``distance`` in standard deviations."""

    stayed: float
    left: float
    n_stayed: int
    n_left: int
    distance: float


@dataclass(frozen=True, slots=True)
class Dominant:
    """The unit (its place) that changed most, its share of all changes added up, and of how many units."""

    place: int
    share: float
    units: int


def compare_leavers(sample: Sample) -> Leavers | None:
    """Those known in the earlier round with and without a later value; None under two of either.

    The distance is the standardised difference |m₁ − m₂| / √((s₁² + s₂²) / 2) (Austin 2009), infinite where the means
    differ and nobody else does.
    """
    left = sample.baseline[sample.known[0] & ~sample.paired]
    stayed = sample.pairs[0]
    if min(stayed.size, left.size) < MIN_COMPARED:
        return None
    means = float(stayed.mean()), float(left.mean())
    spread = math.sqrt((float(stayed.var(ddof=1)) + float(left.var(ddof=1))) / 2)
    apart = abs(means[0] - means[1])
    return Leavers(*means, stayed.size, left.size, apart / spread if spread else math.inf if apart else 0.0)


def find_dominant(sample: Sample) -> Dominant | None:
    """The unit whose change is the largest part of all changes, whatever their signs; None where nothing changed.

    Where all go one way that is its share of the total change. A value that is not there counts as 0, as in a total.
    """
    if sample.paired.all():
        moved = np.abs(sample.moved)
    else:
        moved = np.abs(np.nan_to_num(sample.endline) - np.nan_to_num(sample.baseline))
    total = float(moved.sum())
    if not total or not math.isfinite(total):
        return None
    place = int(moved.argmax())
    return Dominant(place, float(moved[place]) / total, moved.size)


def keep_pairs(sample: Sample) -> Sample:
    """The units known in both rounds alone."""
    if sample.stated is None and sample.paired.all():
        return sample
    baseline, endline = sample.pairs
    return replace(sample, baseline=baseline, endline=endline, stated=None)


def leave_out(sample: Sample, place: int) -> Sample:
    """The same sample without one unit."""
    sides = (np.delete(values, place) for values in sample.sides)
    return replace(sample, baseline=next(sides), endline=next(sides), stated=None)


def lie_near(sides: tuple[Floats, Floats], times: float) -> bool:
    """Whether the medians of all values above 0 surely lie less than so many ``times`` apart: counted, not sorted.

    Where more than half lie within √times of one value, in both rounds, so do both medians. False says nothing.
    """
    middle = _guess_middle(sides[0])
    low, high = middle / (0.99 * math.sqrt(times)), middle * 0.99 * math.sqrt(times)
    return middle > 0 and all(_is_middle_within(values, low, high) for values in sides)


def _guess_middle(values: Floats) -> float:
    few = values[:: max(1, values.size // LOOKED_AT)]
    few = few[few > 0]
    return float(np.median(few)) if few.size else 0.0


def _is_middle_within(values: Floats, low: float, high: float) -> bool:
    """Whether of the values above 0 fewer than half are ``low`` or less, and fewer than half ``high`` or more."""
    several = int(np.count_nonzero(values > 0))
    return 2 * int(np.count_nonzero(values > low)) > several > 2 * int(np.count_nonzero(values >= high))
