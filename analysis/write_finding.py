"""A change of one indicator for one group, written as a finding."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.caveats import Facts, find_caveats
from analysis.findings import Finding, Group
from analysis.remedies import find_remedies
from analysis.sample import Change
from dictionary.load_indicators import is_share
from dictionary.load_methods import Design
from dictionary.nouns import Better, Indicator, Source

NOT_A_NUMBER = "not_a_number"
HIGHEST = "max"  # how ranks are rolled up
LEVEL = "level"  # the unit of answers on an ordered scale


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about: the indicator, the code of its method, the group and what was planned."""

    indicator: Indicator
    method: str
    group: Group = ()
    target: float | None = None


def write_finding(subject: Subject, facts: Facts, sources: Sequence[Source]) -> Finding:
    """The finding of a change, with its direction, its share of the baseline, its caveats and its cells."""
    change, indicator = _keep_finite(facts.change), subject.indicator
    caveats = find_caveats(facts)
    return Finding(
        indicator=indicator,
        unit=indicator.unit,
        method=subject.method,
        group=subject.group,
        baseline=change.baseline,
        endline=change.endline,
        difference=change.difference,
        relative_change=divide_by_base(change) if has_percentage(indicator) else None,
        interval=change.interval,
        p_value=change.p_value,
        better=is_better(change.difference, indicator.better),
        n_baseline=change.n_baseline,
        n_endline=change.n_endline,
        n_pairs=change.n_pairs,
        target=subject.target,
        caveats=caveats,
        sources=sources,
        missing=change.missing,
        remedies=find_remedies(replace(facts, change=change), caveats),
        match_share=_share_matched(facts),
    )


def has_percentage(indicator: Indicator) -> bool:
    """Whether a change may be told in per cent: not of a share, nor of levels, whose lowest is no zero."""
    return not is_share(indicator.unit) and indicator.aggregation != HIGHEST and indicator.unit != LEVEL


def suppress(finding: Finding, *, protects: bool = False) -> Finding:
    """The same finding with every value and cell hidden: its group is too small, or would give away a smaller one."""
    hidden = Finding(finding.indicator, finding.unit, finding.method, finding.group, suppressed=True)
    return replace(hidden, protects=protects)


def is_better(difference: float | None, better: Better) -> bool | None:
    """Whether the point estimate went the good way; None where no way is better or nothing changed."""
    if not difference or better is Better.NEITHER:
        return None
    return (difference > 0) == (better is Better.HIGHER)


def divide_by_base(change: Change) -> float | None:
    """The difference as a share of the baseline; None where the base is zero or negative."""
    if change.baseline is None or change.difference is None or change.baseline <= 0:
        return None
    share = change.difference / change.baseline
    return share if math.isfinite(share) else None


def _keep_finite(change: Change) -> Change:
    """No infinity stands in a finding: what overflows is not a number that can be shown."""
    figures = (change.baseline, change.endline, change.difference)
    if not all(figure is None or math.isfinite(figure) for figure in figures):
        nothing = replace(change, baseline=None, endline=None, difference=None, missing=NOT_A_NUMBER)
        return replace(nothing, interval=None, p_value=None)
    certain = change.interval is not None and all(map(math.isfinite, (*change.interval, change.p_value or 0)))
    return change if certain else replace(change, interval=None, p_value=None)


def _share_matched(facts: Facts) -> float | None:
    """The share of the baseline units that were paired; None of a design that pairs nobody."""
    match = facts.match
    return match.matched / match.baseline_units if facts.design is Design.PAIRED and match.baseline_units else None
