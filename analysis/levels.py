"""One figure for each round from whoever is known in it, and why a round has none."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from analysis.sample import Sample
from analysis.statistics import Estimate, Floats

MAX_UNKNOWN = 0.2  # of the units: with more whose presence is not known, a census says nothing of the change

Level = Callable[[Floats], Estimate]


def sum_up(values: Floats) -> Estimate:
    """The total."""
    return Estimate(float(values.sum()), n=values.size)


def take_mean(values: Floats) -> Estimate:
    """The mean; none of nothing."""
    return Estimate(float(values.mean()), n=values.size) if values.size else Estimate.missing("too_few")


def take_highest(values: Floats) -> Estimate:
    """The highest; none of nothing."""
    return Estimate(float(values.max()), n=values.size) if values.size else Estimate.missing("too_few")


def find_levels(sample: Sample, level: Level) -> tuple[float | None, float | None]:
    """The figure of each round; None where the round was not recorded or nothing but blanks is there."""
    known = [values[~np.isnan(values)] for values in sample.sides]
    found = [
        level(values).value if seen and (values.size or not unknown) else None
        for values, seen, unknown in zip(known, sample.seen, sample.unknown, strict=True)
    ]
    return found[0], found[1]


def why_missing(sample: Sample, levels: tuple[float | None, float | None]) -> str:
    """The reason code for a figure that a round does not have; "" where both rounds have one."""
    no_baseline, no_endline = (level is None for level in levels)
    if no_baseline and no_endline:
        return "not_stated"
    if no_baseline:
        return "baseline_unknown" if sample.unknown[0] else "endline_only"
    if no_endline:
        return "endline_unknown" if sample.unknown[1] else "baseline_only"
    return ""


def why_unpaired(sample: Sample) -> str:
    """The reason code where nobody is known in both rounds."""
    return why_missing(sample, find_levels(sample, take_mean)) or "no_pairs"


def why_no_census(sample: Sample) -> str:
    """The reason code where too many units are unknown in a round to speak of a change; else ""."""
    for unknown, reason in zip(sample.unknown, ("baseline_unknown", "endline_unknown"), strict=True):
        if unknown > MAX_UNKNOWN * sample.baseline.size:
            return reason
    return ""
