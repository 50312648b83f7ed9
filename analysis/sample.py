"""What a method is given: the values of some units of observation in two rounds; and what it gives back."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from analysis.observed import Bools, Observed
from analysis.statistics import MIN_TESTED, Floats
from dictionary.nouns import Better

SAME = 1e-9  # two values nearer than this share of the larger are the same: floating point, not change
SURE_DIGITS = 13  # of the largest value, counted from its first: beyond them a difference is floating point
MOST_DECIMALS = 22  # powers of ten up to this one are exact


@dataclass(frozen=True)
class Sample:
    """Values of the same units in the earlier and the later round (NaN: not known there).

    ``unknown`` counts the units that have a cell but no known value, ``seen`` says whether the round was recorded at
    all, ``stated`` replaces the number of known units where a missing row was counted as 0; ``better`` is the direction
    in which the values improve.
    """

    baseline: Floats
    endline: Floats
    unknown: tuple[int, int] = (0, 0)
    seen: tuple[bool, bool] = (True, True)
    stated: tuple[int, int] | None = None
    better: Better = Better.HIGHER

    @cached_property
    def known(self) -> tuple[Bools, Bools]:
        """Which units are known in each round."""
        return ~np.isnan(self.baseline), ~np.isnan(self.endline)

    @cached_property
    def paired(self) -> Bools:
        """Which units are known in both rounds."""
        return self.known[0] & self.known[1]

    @cached_property
    def pairs(self) -> tuple[Floats, Floats]:
        """The earlier and the later values of the units known in both rounds."""
        if self.paired.all():
            return self.sides
        return self.baseline[self.paired], self.endline[self.paired]

    @cached_property
    def moved(self) -> Floats:
        """What each unit known in both rounds changed by."""
        return take_differences(*self.pairs)

    @cached_property
    def ordered(self) -> Floats:
        """The same from the lowest: sorted once for all that goes by ranks."""
        return np.sort(self.moved)

    @property
    def settled(self) -> tuple[Floats, Floats]:
        """The values of the same units where there are enough, else of whoever is there (NaN: not known)."""
        return self.pairs if self.pairs[0].size >= MIN_TESTED else self.sides

    @cached_property
    def usual(self) -> tuple[float | None, float | None]:
        """The medians of the values above zero, of the same units where there are enough; None for too few values."""
        sides = [side[side > 0] for side in self.settled]
        if min(side.size for side in sides) < MIN_TESTED:
            return None, None
        return float(np.median(sides[0])), float(np.median(sides[1]))

    @property
    def sides(self) -> tuple[Floats, Floats]:
        """The values of the earlier and of the later round."""
        return self.baseline, self.endline

    @property
    def counts(self) -> tuple[int, int]:
        """How many units are known in each round."""
        return self.stated or (int(np.count_nonzero(self.known[0])), int(np.count_nonzero(self.known[1])))


@dataclass(frozen=True, slots=True)
class Change:
    """What a method found: the values of both rounds and what is known of the difference. ``missing``: why not."""

    baseline: float | None = None
    endline: float | None = None
    difference: float | None = None
    interval: tuple[float, float] | None = None
    p_value: float | None = None
    n_baseline: int | None = None
    n_endline: int | None = None
    n_pairs: int | None = None
    missing: str = ""


def take_sample(observed: Observed, better: Better) -> Sample:
    """All units of an indicator."""
    unknown = tuple(int((here & ~known).sum()) for here, known in zip(observed.here, observed.known, strict=True))
    return Sample(*observed.values, unknown=(unknown[0], unknown[1]), seen=observed.seen, better=better)


def is_same(first: float, second: float) -> bool:
    """Whether two values differ by no more than floating point does."""
    return abs(second - first) <= SAME * max(abs(first), abs(second))


def take_differences(baseline: Floats, endline: Floats) -> Floats:
    """Later less earlier of each unit, without the noise of floating point: 0.4 − 0.3 and 0.3 − 0.2 are one rank."""
    differences = np.asarray(endline - baseline)
    largest = max(float(np.abs(side).max(initial=0.0)) for side in (baseline, endline))
    if largest == 0 or not math.isfinite(largest):
        return differences
    decimals = SURE_DIGITS - math.ceil(math.log10(largest))
    return np.asarray(np.round(differences, decimals)) if abs(decimals) <= MOST_DECIMALS else differences


def tell_ways(baseline: Floats, endline: Floats) -> Floats:
    """Which way each unit went: 1 up, −1 down, 0 where both values are the same but for floating point."""
    differences = endline - baseline
    is_still = np.abs(differences) <= SAME * np.maximum(np.abs(baseline), np.abs(endline))
    return np.asarray(np.where(is_still, 0.0, np.sign(differences)))


def subtract(baseline: float | None, endline: float | None) -> float | None:
    """The later value less the earlier; exactly 0 where they are the same but for floating point."""
    if baseline is None or endline is None:
        return None
    return 0.0 if is_same(baseline, endline) else endline - baseline


def blank_out(sample: Sample, units: Bools) -> Sample:
    """The sample with the values of some units known in neither round; how many blanks there are is still told."""
    sides = [np.where(units, np.nan, values) for values in sample.sides]
    return replace(sample, baseline=sides[0], endline=sides[1])
