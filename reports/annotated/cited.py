"""The cells behind a number, to be marked in the user's own workbook: used in one colour, left out in another."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.findings import Finding, Findings
from dictionary.load import code_label
from dictionary.load_methods import KnownIn, load_measures, load_method_rows
from dictionary.nouns import GUIDE_SHEET, Exclusion, Problem, Source
from i18n import Text
from reports.annotated.marks import LEFT_OUT, USED

OF_ONE_ROUND = {"baseline_only", "endline_only"}  # not paired; used where each round is looked at by itself


def list_excluded(findings: Findings, finding: Finding) -> tuple[Exclusion, ...]:
    """What a number leaves out: rows of the sheets it came from, and units that its method does not use.

    Of a group only the rows: which group a unit left out belongs to is often not known.
    """
    sheets = {(source.file, source.sheet) for source in finding.sources}
    rows = (one for one in findings.excluded if not one.indicator and (one.file, one.sheet) in sheets)
    units = () if finding.group else _list_units(findings.excluded, finding)
    return (*(one for one in rows if one.reason != GUIDE_SHEET), *units)


def _list_units(excluded: Sequence[Exclusion], finding: Finding) -> tuple[Exclusion, ...]:
    """The units left out of the observations that a finding is made of."""
    observed = {measure.indicator: measure.observed for measure in load_measures()}
    mine = observed.get(finding.indicator.key)
    method = load_method_rows()[finding.method]
    used = OF_ONE_ROUND if method.known_in is KnownIn.ROUND else set()
    return tuple(
        one
        for one in excluded
        if one.indicator and mine == observed.get(one.indicator) and mine and one.reason not in used
    )


def mark_cited(name: Text, sources: Sequence[Source], excluded: Sequence[Exclusion]) -> tuple[Problem, ...]:
    """A mark for each range used, and for each left out with its reason; ``name`` is what the number is called."""
    used = (
        Problem(USED, source.file, source.sheet, cell, allowed=name) for source in sources for cell in source.ranges
    )
    left = (
        Problem(LEFT_OUT, one.file, one.sheet, cell, allowed=code_label("reason", one.reason))
        for one in excluded
        for cell in one.ranges
    )
    return (*used, *left)
