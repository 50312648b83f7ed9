"""What the caveats of a finding call for: the same change looked at in another way, or two figures side by side.

They stand on findings of the whole project alone: beside them the remedy of a group could single somebody out. What
they tell is of project totals and of leavers, which the disclosure policy shows; no mean is of one person.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping

import numpy as np

from analysis.beside import Remedy
from analysis.caveats import Facts, take_added
from analysis.comparisons import compare_leavers, find_dominant, leave_out
from analysis.disclosure import PEOPLE
from analysis.methods import METHODS
from analysis.sample import Change, Sample
from dictionary.load_methods import Design

FEWEST = 2  # people behind a mean or a median: that of one is what this one earns
MEANS = ("paired_mean", "mean_of_known")  # of those known in both rounds, and of all known in each


def find_remedies(facts: Facts, caveats: tuple[str, ...]) -> tuple[Remedy, ...]:
    """The remedies of the caveats raised, in their order; none for a group."""
    sample = facts.sample
    if sample is None or not facts.is_whole or facts.change.missing:
        return ()
    raised = (RULES[code] for code in caveats if code in RULES)
    return tuple(remedy for rule in raised for remedy in rule(facts, sample) if _is_finite(remedy))


def _is_finite(remedy: Remedy) -> bool:
    figures = (remedy.baseline, remedy.endline, remedy.difference, *(remedy.interval or ()))
    return all(figure is None or math.isfinite(figure) for figure in figures)


def _show_leavers(facts: Facts, sample: Sample) -> Iterator[Remedy]:
    """The baseline means of those who stayed and of those who left, however few: leavers are shown (decision 26)."""
    found = compare_leavers(sample)
    if found and facts.method in MEANS:
        yield Remedy("W03", "stayed", baseline=found.stayed, n=found.n_stayed)
        yield Remedy("W03", "left", baseline=found.left, n=found.n_left)


def _show_both_ways(facts: Facts, sample: Sample) -> Iterator[Remedy]:
    """The means of those known in both rounds and of all known in each."""
    if facts.method in MEANS:
        pairs, everybody = (METHODS[method](sample) for method in MEANS)
        if (pairs.n_pairs or 0) >= FEWEST:
            yield _write("W04", "known_in_both", pairs, pairs.n_pairs)
            yield _write("W04", "all_known", everybody, everybody.n_endline)


def _leave_out_dominant(facts: Facts, sample: Sample) -> Iterator[Remedy]:
    """The result without the unit that changed most; of people the mean difference of pairs alone.

    A level, or a total that joiners are part of, would tell the income of one person.
    """
    units = take_added(sample, facts.design)
    found = find_dominant(units)
    if found is None or (facts.about == PEOPLE and facts.design is not Design.PAIRED):
        return
    rest = METHODS[facts.method](leave_out(units, found.place))
    if facts.about == PEOPLE:
        rest = Change(difference=rest.difference, interval=rest.interval)
    yield _write("W08", "without_dominant", rest, found.units - 1)


def _show_median(_: Facts, sample: Sample) -> Iterator[Remedy]:
    """The middle one of the changes, beside their mean."""
    moved = sample.moved
    if moved.size >= FEWEST:
        yield Remedy("W09", "median_change", difference=float(np.median(moved)), n=moved.size)


def _count_outside(facts: Facts, _: Sample) -> Iterator[Remedy]:
    """How many of the people told of were no members in each round: leavers and joiners are shown, however few."""
    for key, n in zip(("not_members_before", "not_members_after"), facts.outside, strict=True):
        if n:
            yield Remedy("W24", key, n=n)


def _write(caveat: str, key: str, change: Change, n: int | None) -> Remedy:
    return Remedy(caveat, key, change.baseline, change.endline, change.difference, change.interval, n)


RULES: Mapping[str, Callable[[Facts, Sample], Iterator[Remedy]]] = {
    "W03": _show_leavers,
    "W04": _show_both_ways,
    "W08": _leave_out_dominant,
    "W09": _show_median,
    "W24": _count_outside,
}
