"""The whole of a comparison: contrasts, the time before the project, and how alike the groups were at its start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.alike import UNLIKE, weigh_traits
from analysis.compared_cells import PAIRED
from analysis.comparison import DESIGNS, GROUP, TYPED, contrast_groups, part_observations
from analysis.contrasts import SIDES, Contrast, GroupComparison, Step, Trait
from analysis.disclosure import MIN_GROUP
from analysis.findings import Finding
from analysis.followed import follow_groups
from analysis.left_out import list_left_out
from analysis.provenance import Place
from analysis.study import open_study
from dictionary.nouns import Exclusion, Indicator, Round
from dictionary.personal import find_observed

NO_COMPARISON = "W01"
OF_AMOUNTS = ("W03", "W06", "W07", "W08", "W09", "W11", "W13", "W14", "W15", "W16", "W19")  # of any comparison of them


def compare_with_others(
    observations: pd.DataFrame,
    rounds: tuple[tuple[Round, Round], Sequence[Round]],
    indicators: Mapping[str, Indicator],
    places: Sequence[Place],
) -> GroupComparison | None:
    """What the comparison group tells of the pair of rounds, beside all rounds; None where there is no such group."""
    if not (observations[GROUP] == SIDES[1]).to_numpy().any():
        return None
    pair, every = rounds
    with np.errstate(over="ignore", invalid="ignore"):
        found = contrast_groups(observations, pair, indicators, places)
        balance = weigh_traits(observations, pair, places, indicators)
        before = _look_before(observations, (pair[0], every), indicators, places)
        steps = follow_groups(observations, rounds, indicators, places)
    contrasts = tuple(
        _finish(one, steps.get(one.finding.indicator.key, ()), before.get(one.finding.indicator.key), balance)
        for one in found
    )
    left_out = tuple(_list_left_out(observations, pair, indicators, places))
    return GroupComparison(contrasts, balance, tuple(_count_people(observations)), left_out)


def lift_no_comparison(findings: Sequence[Finding], comparison: GroupComparison | None) -> tuple[Finding, ...]:
    """The findings, without the caveat that there is no comparison group where one was found for their indicator."""
    shown = [one.finding for one in comparison.contrasts if one.finding.difference is not None] if comparison else []
    compared = {find_observed(one.indicator.key) for one in shown}
    return tuple(
        replace(one, caveats=tuple(code for code in one.caveats if code != NO_COMPARISON))
        if find_observed(one.indicator.key) in compared
        else one
        for one in findings
    )


def share_doubts(comparison: GroupComparison | None, findings: Sequence[Finding]) -> GroupComparison | None:
    """The contrasts with what weakens the plain change of the same indicator: prices, periods, who reported it."""
    if comparison is None:
        return None
    known = {one.indicator.key: one.caveats for one in findings if not one.group}
    told = []
    for contrast in comparison.contrasts:
        plain, own = known.get(contrast.finding.indicator.key, ()), contrast.finding.caveats
        more = [code for code in plain if code in OF_AMOUNTS and code not in own and not contrast.finding.suppressed]
        told.append(replace(contrast.finding, caveats=(*own, *more)))
    return comparison.told_as(told)


def _finish(one: Contrast, steps: tuple[Step, ...], before: Finding | None, balance: Sequence[Trait]) -> Contrast:
    """The contrast with its rounds, the time before, and what follows from both for its caveats."""
    if one.finding.suppressed:
        return one
    told = replace(one, steps=steps, earlier=before)
    unlike = one.design != TYPED and any(abs(trait.difference or 0.0) > UNLIKE for trait in balance)
    codes = [
        *one.finding.caveats,
        *(["D03"] if unlike else []),
        *(["D04"] if told.is_parallel is False else ["D05"] if told.is_parallel is None else []),
    ]
    return replace(told, finding=replace(one.finding, caveats=tuple(codes)))


def _look_before(
    observations: pd.DataFrame,
    rounds: tuple[Round, Sequence[Round]],
    indicators: Mapping[str, Indicator],
    places: Sequence[Place],
) -> dict[str, Finding]:
    """The same difference from the first round to the baseline, by indicator; {} where the baseline is the first."""
    baseline, every = rounds
    if every[0].key == baseline.key:
        return {}
    found = contrast_groups(observations, (every[0], baseline), indicators, places)
    return {one.finding.indicator.key: one.finding for one in found if one.finding.difference is not None}


def _list_left_out(
    observations: pd.DataFrame, pair: tuple[Round, Round], indicators: Mapping[str, Indicator], places: Sequence[Place]
) -> Iterator[Exclusion]:
    """The people of the comparison group whose change is not known."""
    study = open_study(part_observations(observations)[1], (pair[0].key, pair[1].key), indicators, places)
    for measure in study.measures:
        if DESIGNS.get(measure.method) == PAIRED:
            yield from list_left_out(study, measure)


def _count_people(observations: pd.DataFrame) -> Iterator[tuple[str, int]]:
    """How many people each group has in the rows; of a comparison group as of any that may be shown."""
    rows = observations[~observations["typed"].to_numpy(bool)]
    own, others = (part["unit"].nunique() for part in part_observations(rows[rows[GROUP].notna()]))
    if others >= MIN_GROUP:
        yield from zip(SIDES, (int(own), int(others)), strict=True)
