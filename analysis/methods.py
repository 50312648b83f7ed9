"""The methods of ``methods.csv``: each takes a sample and gives a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import numpy as np

from analysis.estimators import Values
from analysis.levels import (
    Level,
    find_levels,
    sum_up,
    take_highest,
    take_mean,
    why_missing,
    why_no_census,
    why_unpaired,
)
from analysis.observed import Bools
from analysis.sample import Change, Sample, subtract, tell_ways
from analysis.statistics import (
    Estimate,
    compare_answers,
    compare_means,
    compare_shares_independent,
    compare_shares_paired,
    estimate_mean,
    estimate_median,
    estimate_share,
)
from dictionary.nouns import Better

Pick = Callable[[Sample], Bools]


def count_present(sample: Sample) -> Change:
    """How many are there in each round (presence 0 or 1); n counts those who are there.

    Where presence is unknown for more than ``MAX_UNKNOWN`` of the units, the counts stand but no difference is taken.
    """
    levels = find_levels(sample, sum_up)
    baseline, endline = levels
    missing = why_missing(sample, levels) or why_no_census(sample)
    difference = None if missing else subtract(*levels)
    return replace(_count_heads(sample), baseline=baseline, endline=endline, difference=difference, missing=missing)


def count_moved(sample: Sample, pick: Pick) -> Change:
    """How many joined, left or stayed, among those whose presence is known in both rounds."""
    if not all(sample.seen) or why_no_census(sample):
        return Change(missing=why_missing(sample, find_levels(sample, sum_up)) or why_no_census(sample))
    return replace(_count_heads(sample), endline=float(pick(sample).sum()))


def share_stayed(sample: Sample) -> Change:
    """Those there in both rounds as a share of those there in the earlier whose later presence is known.

    Nothing where presence is unknown for more than ``MAX_UNKNOWN`` of the units.
    """
    base, stayed = int(((sample.baseline == 1) & sample.paired).sum()), int(pick_stayed(sample).sum())
    if not all(sample.seen):
        return Change(missing=why_missing(sample, find_levels(sample, sum_up)))
    if missing := why_no_census(sample) or ("" if base else "no_base"):
        return Change(missing=missing)
    return Change(endline=stayed / base, n_baseline=base, n_endline=stayed, n_pairs=stayed)


def compare_levels(sample: Sample, level: Level) -> Change:
    """One figure for each round from whoever is known in it: mean, total or share."""
    levels = find_levels(sample, level)
    n_baseline, n_endline = sample.counts
    return Change(
        *levels,
        difference=subtract(*levels),
        n_baseline=n_baseline,
        n_endline=n_endline,
        n_pairs=int(sample.paired.sum()),
        missing=why_missing(sample, levels),
    )


def compare_means_of_known(sample: Sample) -> Change:
    """The mean of whoever is known in each round; where nobody is known in both, with Welch's interval and p-value."""
    change = compare_levels(sample, take_mean)
    if sample.paired.any() or change.difference is None:
        return change
    welch = compare_means(*(values[~np.isnan(values)] for values in sample.sides))
    return replace(change, interval=welch.interval, p_value=welch.p_value)


def compare_shares_of_known(sample: Sample) -> Change:
    """The share of yes (1) among whoever is known in each round; Newcombe's interval where nobody is known in both."""
    change = compare_levels(sample, take_mean)
    if sample.paired.any() or change.difference is None:
        return change
    return replace(change, interval=compare_shares_independent(*Values(sample).yes).interval)


def compare_answered(sample: Sample) -> Change:
    """The shares of yes (1) among those known in both rounds, with Newcombe's interval and McNemar's exact p-value."""
    change = compare_pairs(sample, take_mean, of_differences=False)
    if change.difference is None:
        return change
    answers = Values(sample).answers
    return replace(change, interval=compare_shares_paired(answers).interval, p_value=compare_answers(answers).p_value)


def find_highest(sample: Sample) -> Change:
    """The highest rank known in each round; those that are not known cannot make it lower."""
    return compare_levels(sample, take_highest)


def compare_totals(sample: Sample) -> Change:
    """The total of each round; no difference where more than ``MAX_UNKNOWN`` of the units are not known in a round.

    A total of other units is another total: what is unknown would pass for a change.
    """
    change = compare_levels(sample, sum_up)
    missing = change.missing or why_no_census(sample)
    return replace(change, difference=None if missing else change.difference, missing=missing)


def compare_totals_of_people(sample: Sample) -> Change:
    """The same of people; no difference where nobody is known in both rounds: it goes by how many were asked."""
    change = compare_totals(sample)
    if change.difference is None or sample.paired.any():
        return change
    return replace(change, difference=None, missing="no_pairs")


def compare_pairs(sample: Sample, level: Level, of_differences: bool) -> Change:
    """One figure for each round from those known in both; with the t interval of the mean difference where asked."""
    baseline, endline = sample.pairs
    n_baseline, n_endline = sample.counts
    levels = level(baseline).value, level(endline).value
    change = estimate_mean(sample.moved) if of_differences else Estimate(None)
    return Change(
        *levels,
        difference=subtract(*levels),
        interval=change.interval,
        p_value=change.p_value,
        n_baseline=n_baseline,
        n_endline=n_endline,
        n_pairs=baseline.size,
        missing="" if baseline.size else why_unpaired(sample),
    )


def share_of_pairs(sample: Sample, sign: int) -> Change:
    """The share of pairs that got better (1), stayed the same (0) or got worse (−1), with Wilson's interval."""
    ways = tell_ways(*sample.pairs)
    towards = -sign if sample.better is Better.LOWER else sign
    share = estimate_share(int((ways == towards).sum()), ways.size)
    n_baseline, n_endline = sample.counts
    return Change(
        endline=share.value,
        interval=share.interval,
        n_baseline=n_baseline,
        n_endline=n_endline,
        n_pairs=ways.size,
        missing="" if ways.size else why_unpaired(sample),
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
    "share_of_group": partial(compare_levels, level=take_mean),
    "paired_mean": partial(compare_pairs, level=take_mean, of_differences=True),
    "paired_share": compare_answered,
    "paired_median": partial(compare_pairs, level=estimate_median, of_differences=False),
    "mean_of_known": compare_means_of_known,
    "share_of_known": compare_shares_of_known,
    "sum_of_known": compare_totals,
    "sum_of_unbroken": compare_totals_of_people,
    "highest": find_highest,
    "share_better": partial(share_of_pairs, sign=1),
    "share_same": partial(share_of_pairs, sign=0),
    "share_worse": partial(share_of_pairs, sign=-1),
}
