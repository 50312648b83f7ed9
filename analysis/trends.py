"""Several rounds: each indicator in every round by itself, whether or not the rounds can be paired."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.caveats import Facts
from analysis.cited import cite_round
from analysis.findings import Trend, TrendValue
from analysis.measured import find_measured
from analysis.provenance import Place
from analysis.sample import Change, subtract
from analysis.study import Study, open_study
from analysis.typed_figures import METHOD, read_figure
from analysis.write_finding import Subject, write_finding
from dictionary.load_indicators import is_share
from dictionary.load_methods import Design, KnownIn, Measure, load_method_rows
from dictionary.nouns import TARGET, Indicator, Round, Source

OTHERS = "others"  # all rounds but the one that is looked at: they say who else there is, and in which group
NO_BASE = "W10"  # a caveat of a percentage, which a value by itself has not


def find_trends(
    observations: pd.DataFrame,
    rounds: Sequence[Round],
    indicators: Mapping[str, Indicator],
    places: Sequence[Place],
) -> tuple[Trend, ...]:
    """The value in every round of each indicator whose method needs no other round; () where there are only two.

    Arguments as of ``compare_rounds``, with all rounds in the order of time.
    """
    if len(rounds) <= 2:
        return ()
    with np.errstate(over="ignore", invalid="ignore"):  # what overflows is told as not known
        studies = open_rounds(observations, rounds, indicators, places)
        measured = [trend for measure in _list_measures(studies[0]) for trend in _find_measured(studies, measure)]
        return (*measured, *_find_typed(studies))


def open_rounds(
    observations: pd.DataFrame, rounds: Sequence[Round], indicators: Mapping[str, Indicator], places: Sequence[Place]
) -> tuple[Study, ...]:
    """Each round by itself, beside all the others put together."""
    return tuple(open_study(_look_at(observations, one.key), (one.key, OTHERS), indicators, places) for one in rounds)


def hide_trend(trend: Trend, *, protects: bool = False) -> Trend:
    """The same trend without any value: a round would tell of too few people, or give away a smaller group."""
    return Trend(trend.indicator, trend.unit, trend.method, suppressed=True, protects=protects)


def _look_at(observations: pd.DataFrame, key: str) -> pd.DataFrame:
    """The observations with every round but one put together."""
    rounds = observations["round"].astype(object)
    return observations.assign(round=rounds.where(rounds.isin([key, TARGET]), OTHERS))


def _list_measures(study: Study) -> Iterator[Measure]:
    """The measures that say something of a round by itself, without their groups."""
    for measure in study.measures:
        alone = load_method_rows()[measure.method].known_in is not KnownIn.BOTH
        if alone and measure.observed in study.observed:
            yield replace(measure, by=())


def _find_measured(studies: Sequence[Study], measure: Measure) -> Iterator[Trend]:
    """The trend of one measure; none where the group whose share it is was stated nowhere."""
    found = [finding for study in studies for finding in find_measured(study, measure)]
    if not found:
        return
    first = found[0]
    trend = Trend(first.indicator, first.unit, measure.method, caveats=tuple(c for c in first.caveats if c != NO_BASE))
    hidden = [finding for finding in found if finding.suppressed]
    if hidden:
        yield hide_trend(trend, protects=all(finding.protects for finding in hidden))
        return
    values = (
        TrendValue(study.rounds[0], finding.baseline, finding.n_baseline, _name_cells(study, measure))
        for study, finding in zip(studies, found, strict=True)
    )
    yield _add_change(replace(trend, values=tuple(values)))


def _name_cells(study: Study, measure: Measure) -> tuple[Source, ...]:
    """The cells of the round that is looked at."""
    observed = study.observed[measure.observed]
    used = observed.used(load_method_rows()[measure.method].known_in)
    return cite_round(study, measure, used & (observed.side == 0))


def _find_typed(studies: Sequence[Study]) -> Iterator[Trend]:
    """The trend of each indicator of the summary sheet that has a figure of any round."""
    typed = studies[0].typed
    figures = typed[typed["round"] != TARGET]
    for key in figures["indicator"].unique():
        indicator = studies[0].indicators[str(key)]
        values = tuple(_find_figure(study, str(key)) for study in studies)
        caveats = write_finding(Subject(indicator, METHOD), Facts(Change(), Design.TYPED), ()).caveats
        yield _add_change(Trend(indicator, indicator.unit, METHOD, values, caveats=caveats))


def _find_figure(study: Study, key: str) -> TrendValue:
    return TrendValue(study.rounds[0], *read_figure(study, key, study.rounds[0]))


def _add_change(trend: Trend) -> Trend:
    """The trend with what changed from its first known value to its last."""
    known = [one.value for one in trend.known]
    if len(known) < 2:
        return trend
    change = Change(known[0], known[-1], subtract(known[0], known[-1]))
    facts = Facts(change, Design.EACH_ROUND, share=is_share(trend.unit))
    found = write_finding(Subject(trend.indicator, trend.method), facts, ())
    return replace(trend, difference=found.difference, relative_change=found.relative_change, better=found.better)
