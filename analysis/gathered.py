"""Findings with the caveats that come from how the data was gathered, and what those call for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from analysis.beside import Remedy
from analysis.circumstances import Circumstances, find_circumstances, is_of_income
from analysis.findings import Finding, PairedValues, Trend
from analysis.sample import subtract
from analysis.statistics import MIN_TESTED

SOURCE = "income_source"
OPEN_PEOPLE = "W23"
PAIRED_MEAN = "paired_mean"  # the finding whose means are parted by source, and over which a drift can be told


@dataclass(frozen=True, slots=True)
class Gathered:
    """The findings and the paired values behind the incomes (None where nobody was paired)."""

    findings: Sequence[Finding]
    pairs: PairedValues | None = None


def add_circumstances(gathered: Gathered, known: Circumstances) -> tuple[Finding, ...]:
    """The findings with the caveats of the circumstances, in the order of their codes; suppressed ones as they are."""
    return tuple(
        finding if finding.suppressed else _count_open(_add_remedies(_add(finding, known), gathered, known), known)
        for finding in gathered.findings
    )


def add_to_trend(trend: Trend, known: Circumstances) -> Trend:
    """The same of a trend over all rounds."""
    codes = () if trend.suppressed else find_circumstances(trend, known)
    return replace(trend, caveats=_sort(trend.caveats, codes))


def _add(finding: Finding, known: Circumstances) -> Finding:
    return replace(finding, caveats=_sort(finding.caveats, find_circumstances(finding, known)))


def _sort(first: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*first, *more}))


def _count_open(finding: Finding, known: Circumstances) -> Finding:
    """How many pairs of people are open, beside what is told of everybody."""
    if OPEN_PEOPLE not in finding.caveats or finding.group:
        return finding
    return replace(finding, remedies=(*finding.remedies, Remedy(OPEN_PEOPLE, "open_pairs", n=known.open_pairs)))


def _add_remedies(finding: Finding, gathered: Gathered, known: Circumstances) -> Finding:
    """The mean income without grants, and how far a low income would drift by itself."""
    if finding.method != PAIRED_MEAN or finding.group or finding.difference is None or not is_of_income(finding):
        return finding
    more: list[Remedy] = []
    if "W13" in finding.caveats:
        more += _leave_out_grants(finding, gathered.findings, known.grants)
    if "W14" in finding.caveats and known.project.population_mean is not None and gathered.pairs:
        more += _expect_drift(finding, gathered.pairs, known.project.population_mean)
    return replace(finding, remedies=(*finding.remedies, *more))


def _leave_out_grants(whole: Finding, findings: Sequence[Finding], grants: frozenset[str]) -> Iterator[Remedy]:
    """The means less those of the grants; nothing where one of them is hidden, which this would give away.

    The sources of income add up to the whole, so no more is told than stands on screen already.
    """
    parts = [f for f in findings if f.indicator.key == whole.indicator.key and dict(f.group).get(SOURCE) in grants]
    if any(len(part.group) > 1 or part.difference is None for part in parts):
        return
    figures = [(part.baseline or 0.0, part.endline or 0.0) for part in parts]
    before, after = (sum(side) for side in zip(*figures, strict=True))
    baseline, endline = (whole.baseline or 0.0) - before, (whole.endline or 0.0) - after
    yield Remedy("W13", "without_grant", baseline, endline, endline - baseline, None, whole.n_pairs)


def _expect_drift(whole: Finding, pairs: PairedValues, population: float) -> Iterator[Remedy]:
    """(1 − r)(population mean − group mean), r the correlation of the rounds among the pairs; and what goes beyond."""
    before, after = pairs.baseline, pairs.endline
    if before.size < MIN_TESTED or whole.baseline is None or whole.difference is None:
        return
    spread = float(before.std() * after.std())
    if not spread or not np.isfinite(spread):
        return
    r = float(((before - before.mean()) * (after - after.mean())).mean()) / spread
    drift = subtract(whole.baseline, whole.baseline + (1 - r) * (population - whole.baseline)) or 0.0
    yield Remedy("W14", "expected_drift", difference=drift, n=before.size)
    yield Remedy("W14", "beyond_drift", difference=whole.difference - drift, n=before.size)
