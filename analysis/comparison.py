"""Participants against people outside the project: differences in differences from rows and from typed figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.beside import Beside
from analysis.cited import cite_stated
from analysis.compared_cells import EACH_ROUND, PAIRED, Side, gather_cells, list_beside_contrast, list_beside_typed
from analysis.contrasts import COMPARISON, METHOD, Contrast, SideValues
from analysis.disclosure import is_small
from analysis.findings import Finding
from analysis.observed import read_groups
from analysis.provenance import Place, join_sources
from analysis.sample import is_same
from analysis.statistics.did import ROUNDS, estimate_share_contrast
from analysis.statistics.did import Contrast as Sum
from analysis.statistics.estimate import MIN_TESTED, Estimate
from analysis.study import Study, open_study
from analysis.typed_figures import read_figure
from analysis.write_finding import is_better
from dictionary.load_indicators import is_share
from dictionary.load_methods import Measure
from dictionary.nouns import Indicator, Round, Source

GROUP = "project_group"
TYPED = "typed"
DESIGNS = {
    "paired_mean": PAIRED,
    "paired_share": PAIRED,
    "mean_of_known": EACH_ROUND,
    "share_of_known": EACH_ROUND,
}  # methods of measures that can be set beside others
FEW_CLUSTERS = 10
FEW_PAIRS = 20

Studies = tuple[Study, Study]  # of participants, of others


def part_observations(observations: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The observations of the project's own people, and those of the comparison group (often none)."""
    others = (observations[GROUP] == COMPARISON).to_numpy()
    return (observations[~others], observations[others]) if others.any() else (observations, observations[:0])


def contrast_groups(
    observations: pd.DataFrame,
    rounds: tuple[Round, Round],
    indicators: Mapping[str, Indicator],
    places: Sequence[Place],
) -> tuple[Contrast, ...]:
    """A contrast for each indicator that both groups have. Arguments as of ``compare_rounds``."""
    keys = rounds[0].key, rounds[1].key
    studies = [open_study(part, keys, indicators, places) for part in part_observations(observations)]
    both = studies[0], studies[1]
    return (*_contrast_measured(both), *_contrast_typed(both))


def _contrast_measured(studies: Studies) -> Iterator[Contrast]:
    """Changes of the same people; where too few are, also of whoever is known each time."""
    few = False
    for measure in studies[0].measures:
        design = DESIGNS.get(measure.method)
        if design is None or any(measure.observed not in study.observed for study in studies):
            continue
        if design == EACH_ROUND and not few:
            continue
        sides = take_sides(studies, measure)
        few = design == PAIRED and _are_others(sides)
        told = sides[0].tell(design), sides[1].tell(design)
        cells = gather_cells(sides, design)
        sources = join_sources(one for study in studies for one in cite_stated(study, measure, GROUP))
        indicator = studies[0].indicators[measure.indicator]
        contrast = _write(indicator, design, told, (cells.estimate(), sources))
        yield _put_beside(contrast, list_beside_contrast(indicator, measure.method, cells))


def _are_others(sides: tuple[Side, Side]) -> bool:
    """Whether too few are the same people in both rounds, while there are enough in each."""
    pairs = min(int(side.known[2].sum()) for side in sides)
    each = min(int(known.sum()) for side in sides for known in side.known[:2])
    return pairs < MIN_TESTED <= each


def take_sides(studies: Studies, measure: Measure) -> tuple[Side, Side]:
    """The values of both groups, with villages and people numbered alike in both."""
    sides = [_take_side(study, measure.observed) for study in studies]
    villages = {name: code for code, name in enumerate(dict.fromkeys((*sides[0][1], *sides[1][1])))}
    numbered = [
        replace(side, villages=np.array([*(villages[name] for name in names), -1], np.int64)[side.villages])
        for side, names in sides
    ]
    return numbered[0], replace(numbered[1], units=-1 - numbered[1].units)


def _take_side(study: Study, key: str) -> tuple[Side, list[str]]:
    observed = study.observed[key]
    villages = read_groups(study.presence_of(key) or observed, "village", observed.units)[0]
    return Side(observed.values, villages, observed.units), study.names["village"].tolist()


def _contrast_typed(studies: Studies) -> Iterator[Contrast]:
    """Figures typed for both groups; only of shares whose n is typed too is it known how sure they are."""
    own, others = (set(study.typed["indicator"].unique()) for study in studies)
    for key in (key for key in studies[0].typed["indicator"].unique() if key in own & others):
        indicator = studies[0].indicators[str(key)]
        read = [[read_figure(study, str(key), name) for name in study.rounds] for study in studies]
        told = [SideValues(b, e, nb, ne) for (b, nb, _), (e, ne, _) in read]
        sources = join_sources(source for pair in read for _, _, cells in pair for source in cells)
        found = _estimate_typed(told, indicator)
        contrast = _write(indicator, TYPED, (told[0], told[1]), (Sum(found), sources))
        yield _put_beside(contrast, list_beside_typed(indicator, found))


def _estimate_typed(told: Sequence[SideValues], indicator: Indicator) -> Estimate:
    values = [value for side in told for value in (side.endline, side.baseline)]
    sizes = [n for side in told for n in (side.n_endline, side.n_baseline)]
    if any(value is None for value in values):
        return Estimate.missing("no_comparison" if None in values[2:] else "not_stated")
    known = [value for value in values if value is not None]
    counts = [n for n in sizes if n]
    shares = is_share(indicator.unit) and all(0 <= value <= 1 for value in known)
    if shares and len(counts) == len(known):
        return estimate_share_contrast(known, counts, ROUNDS)
    return Estimate(sum(sign * value for sign, value in zip(ROUNDS, known, strict=True)))


def _write(
    indicator: Indicator, design: str, told: tuple[SideValues, SideValues], found: tuple[Sum, tuple[Source, ...]]
) -> Contrast:
    """The contrast of an indicator; all of it hidden where the comparison group has too few people."""
    own, others = told
    if is_small((others.n_baseline or 0, others.n_endline or 0, others.n_pairs or 0)):
        return Contrast(Finding(indicator, indicator.unit, METHOD, suppressed=True), design)
    (estimate, spread), sources = (found[0].estimate, found[0].spread), found[1]
    value = estimate.value
    if own.change is not None and others.change is not None and is_same(own.change, others.change):
        value = 0.0
    finding = Finding(
        indicator,
        indicator.unit,
        METHOD,
        baseline=own.baseline,
        endline=own.endline,
        difference=value,
        interval=estimate.interval,
        p_value=estimate.p_value,
        better=is_better(value, indicator.better),
        n_baseline=own.n_baseline,
        n_endline=own.n_endline,
        n_pairs=own.n_pairs if design == PAIRED else None,
        sources=sources,
        missing=estimate.reason and ("no_comparison" if others.change is None else "too_few"),
    )
    contrast = Contrast(finding, design, own, others)
    if spread is not None:
        contrast = replace(contrast, error=spread.error, df=spread.df, clusters=spread.clusters, usual=spread.usual)
    return replace(contrast, finding=replace(finding, caveats=tuple(_list_caveats(contrast))))


def _put_beside(contrast: Contrast, beside: tuple[Beside, ...]) -> Contrast:
    """The contrast with its further estimates; one that is hidden, or has no figure, has none."""
    finding = contrast.finding
    return contrast if finding.difference is None else replace(contrast, finding=replace(finding, beside=beside))


def _list_caveats(contrast: Contrast) -> Iterator[str]:
    """What weakens the contrast, by codes of ``caveats.csv``."""
    pairs = (contrast.participants.n_pairs, contrast.comparison.n_pairs)
    if contrast.design == PAIRED and min(n or 0 for n in pairs) < FEW_PAIRS:
        yield "W05"
    if contrast.design == TYPED:
        yield "W12"
    if contrast.error is not None and 0 < contrast.clusters < FEW_CLUSTERS:
        yield "D01"
    if contrast.error is not None and not contrast.clusters:
        yield "D02"
