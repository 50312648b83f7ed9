"""The methods of ``methods.csv``: each takes a sample and gives a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import numpy as np

from analysis.observed import Bools
from analysis.sample import SAME, Change, Sample, subtract
from analysis.statistics import Estimate, Floats, compare_means, estimate_mean, estimate_median, estimate_share
from dictionary.nouns import Better

MAX_UNKNOWN = 0.2  # of the units: with more whose presence is not known, a census says nothing of the change

Level = Callable[[Floats], Estimate]
Pick = Callable[[Sample], Bools]


def count_present(sample: Sample) -> Change:
    """How many are there in each round (presence 0 or 1); n counts those who are there.

    Where presence is unknown for more than ``MAX_UNKNOWN`` of the units, the counts stand but no difference is taken.
    """
    levels = _levels(sample, _total)
    baseline, endline = levels
    missing = _why_missing(sample, levels) or _why_no_census(sample)
    difference = None if missing else subtract(*levels)
    return replace(_count_heads(sample), baseline=baseline, endline=endline, difference=difference, missing=missing)


def count_moved(sample: Sample, pick: Pick) -> Change:
    """How many joined, left or stayed, among those whose presence is known in both rounds."""
    if not all(sample.seen) or _why_no_census(sample):
        return Change(missing=_why_missing(sample, _levels(sample, _total)) or _why_no_census(sample))
    return replace(_count_heads(sample), endline=float(pick(sample).sum()))


def share_stayed(sample: Sample) -> Change:
    """Those there in both rounds as a share of those there in the earlier whose later presence is known.

    Nothing where presence is unknown for more than ``MAX_UNKNOWN`` of the units.
    """
    base, stayed = int(((sample.baseline == 1) & sample.paired).sum()), int(pick_stayed(sample).sum())
    if not all(sample.seen):
        return Change(missing=_why_missing(sample, _levels(sample, _total)))
    if missing := _why_no_census(sample) or ("" if base else "no_base"):
        return Change(missing=missing)
    return Change(endline=stayed / base, n_baseline=base, n_endline=stayed, n_pairs=stayed)


def compare_levels(sample: Sample, level: Level) -> Change:
    """One figure for each round from whoever is known in it: mean, total or share."""
    levels = _levels(sample, level)
    n_baseline, n_endline = sample.counts
    return Change(
        *levels,
        difference=subtract(*levels),
        n_baseline=n_baseline,
        n_endline=n_endline,
        n_pairs=int(sample.paired.sum()),
        missing=_why_missing(sample, levels),
    )


def compare_means_of_known(sample: Sample) -> Change:
    """The mean of whoever is known in each round; where nobody is known in both, with Welch's interval and p-value."""
    change = compare_levels(sample, _mean)
    if sample.paired.any() or change.difference is None:
        return change
    welch = compare_means(*(values[~np.isnan(values)] for values in sample.sides))
    return replace(change, interval=welch.interval, p_value=welch.p_value)


def find_highest(sample: Sample) -> Change:
    """The highest rank known in each round; those that are not known cannot make it lower."""
    return compare_levels(sample, _highest)


def compare_totals(sample: Sample) -> Change:
    """The total of each round; no difference where more than ``MAX_UNKNOWN`` of the units are not known in a round.

    A total of other units is another total: what is unknown would pass for a change.
    """
    change = compare_levels(sample, _total)
    missing = change.missing or _why_no_census(sample)
    return replace(change, difference=None if missing else change.difference, missing=missing)


def compare_pairs(sample: Sample, level: Level, of_differences: bool) -> Change:
    """One figure for each round from those known in both; with the t interval of the mean difference where asked."""
    baseline, endline = sample.baseline[sample.paired], sample.endline[sample.paired]
    n_baseline, n_endline = sample.counts
    levels = level(baseline).value, level(endline).value
    change = estimate_mean(endline - baseline) if of_differences else Estimate(None)
    return Change(
        *levels,
        difference=subtract(*levels),
        interval=change.interval,
        p_value=change.p_value,
        n_baseline=n_baseline,
        n_endline=n_endline,
        n_pairs=baseline.size,
        missing="" if baseline.size else _why_unpaired(sample),
    )


def share_of_pairs(sample: Sample, sign: int) -> Change:
    """The share of pairs that got better (1), stayed the same (0) or got worse (−1), with Wilson's interval."""
    baseline, endline = sample.baseline[sample.paired], sample.endline[sample.paired]
    moved = endline - baseline
    moved[np.abs(moved) <= SAME * np.maximum(np.abs(baseline), np.abs(endline))] = 0
    towards = -sign if sample.better is Better.LOWER else sign
    share = estimate_share(int((np.sign(moved) == towards).sum()), moved.size)
    n_baseline, n_endline = sample.counts
    return Change(
        endline=share.value,
        interval=share.interval,
        n_baseline=n_baseline,
        n_endline=n_endline,
        n_pairs=moved.size,
        missing="" if moved.size else _why_unpaired(sample),
    )


def pick_joined(sample: Sample) -> Bools:
    """Not there in the earlier round, there in the later."""
    return np.asarray((sample.baseline == 0) & (sample.endline == 1))


def pick_left(sample: Sample) -> Bools:
    """There in the earlier round, not in the later."""
    return np.asarray((sample.baseline == 1) & (sample.endline == 0))


def pick_stayed(sample: Sample) -> Bools:
    """There in both rounds."""
    return np.asarray((sample.baseline == 1) & (sample.endline == 1))


def _total(values: Floats) -> Estimate:
    return Estimate(float(values.sum()), n=values.size)


def _mean(values: Floats) -> Estimate:
    return Estimate(float(values.mean()), n=values.size) if values.size else Estimate.missing("too_few")


def _highest(values: Floats) -> Estimate:
    return Estimate(float(values.max()), n=values.size) if values.size else Estimate.missing("too_few")


def _levels(sample: Sample, level: Level) -> tuple[float | None, float | None]:
    """The figure of each round; None where the round was not recorded or nothing but blanks is there."""
    known = [values[~np.isnan(values)] for values in sample.sides]
    found = [
        level(values).value if seen and (values.size or not unknown) else None
        for values, seen, unknown in zip(known, sample.seen, sample.unknown, strict=True)
    ]
    return found[0], found[1]


def _why_missing(sample: Sample, levels: tuple[float | None, float | None]) -> str:
    """The reason code for a figure that a round does not have; "" where both rounds have one."""
    no_baseline, no_endline = (level is None for level in levels)
    if no_baseline and no_endline:
        return "not_stated"
    if no_baseline:
        return "baseline_unknown" if sample.unknown[0] else "endline_only"
    if no_endline:
        return "endline_unknown" if sample.unknown[1] else "baseline_only"
    return ""


def _why_unpaired(sample: Sample) -> str:
    """The reason code where nobody is known in both rounds."""
    return _why_missing(sample, _levels(sample, _mean)) or "no_pairs"


def _why_no_census(sample: Sample) -> str:
    """The reason code where too many units are unknown in a round to speak of a change; else ""."""
    for unknown, reason in zip(sample.unknown, ("baseline_unknown", "endline_unknown"), strict=True):
        if unknown > MAX_UNKNOWN * sample.baseline.size:
            return reason
    return ""


def _count_heads(sample: Sample) -> Change:
    """How many are there in each round and in both, and nothing else yet."""
    first, last = (int((values == 1).sum()) for values in sample.sides)
    return Change(n_baseline=first, n_endline=last, n_pairs=int(pick_stayed(sample).sum()))


METHODS: Mapping[str, Callable[[Sample], Change]] = {
    "count": count_present,
    "count_joined": partial(count_moved, pick=pick_joined),
    "count_left": partial(count_moved, pick=pick_left),
    "count_stayed": partial(count_moved, pick=pick_stayed),
    "share_stayed": share_stayed,
    "share_of_group": partial(compare_levels, level=_mean),
    "paired_mean": partial(compare_pairs, level=_mean, of_differences=True),
    "paired_median": partial(compare_pairs, level=estimate_median, of_differences=False),
    "mean_of_known": compare_means_of_known,
    "sum_of_known": compare_totals,
    "highest": find_highest,
    "share_better": partial(share_of_pairs, sign=1),
    "share_same": partial(share_of_pairs, sign=0),
    "share_worse": partial(share_of_pairs, sign=-1),
}
