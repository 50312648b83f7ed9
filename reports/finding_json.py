"""One finding as JSON, and what has the shape of a finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TypeAlias

from analysis.beside import is_lopsided
from analysis.findings import Finding
from analysis.income_lines import BelowLine
from analysis.typed_compared import TypedDiffers
from dictionary.nouns import Source
from figures.grade_words import write_claim, write_grade, write_raising
from i18n import Language

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"


def tell_finding(finding: Finding, language: Language) -> dict[str, Json]:
    """One finding with all that stands beside it."""
    return {
        "indicator": finding.indicator.key,
        "label": finding.indicator.label[language],
        "dimension": finding.dimension.value,
        "unit": finding.unit,
        "group": dict(finding.group) or None,
        "baseline": finding.baseline,
        "endline": finding.endline,
        "difference": finding.difference,
        "relative_change": finding.relative_change,
        "interval": finding.interval,
        "interval_may_be_narrow": finding.interval is not None and is_lopsided(finding.beside),
        "p_value": finding.p_value,
        "target": finding.target,
        "method": finding.method,
        "n_baseline": finding.n_baseline,
        "n_endline": finding.n_endline,
        "n_pairs": finding.n_pairs,
        "better": finding.better,
        "missing": finding.reason or None,
        "suppressed": finding.suppressed,
        "caveats": finding.caveats,
        "beside": [asdict(one) for one in finding.beside],
        "p_adjusted": finding.p_adjusted,
        "remedies": [asdict(one) for one in finding.remedies],
        "match_share": finding.match_share,
        **_tell_judged(finding, language),
        "sources": [tell_source(source) for source in finding.sources],
    }


def _tell_judged(finding: Finding, language: Language) -> dict[str, Json]:
    """How strong the evidence is, what would raise it and what may be said: as codes and in words."""
    return {
        "grade": finding.grade or None,
        "grade_label": write_grade(finding, language) or None,
        "raise": finding.raises,
        "raise_sentence": write_raising(finding, language) or None,
        "claim": finding.claim or None,
        "claim_sentence": write_claim(finding, language) or None,
    }


def tell_line(below: BelowLine, language: Language) -> dict[str, Json]:
    """A line in baht a month and the share of the members below it."""
    line = below.line
    return {
        "line": line.code,
        "place": line.place[language] if line.place else None,
        "unit": "thb_per_month",
        "baseline": line.amounts[0],
        "endline": line.amounts[1],
        "in_force_from": [day.isoformat() if day else None for day in line.since],
        "source": line.source[language],
        "finding": tell_finding(below.finding, language),
    }


def tell_typed(one: TypedDiffers, language: Language) -> dict[str, Json]:
    """A typed figure unlike the one computed from rows, each with its cells."""
    return {
        "indicator": one.indicator.key,
        "label": one.indicator.label[language],
        "unit": one.indicator.unit,
        "round": one.round,
        "typed": one.typed,
        "computed": one.computed,
        "difference": one.difference,
        "typed_sources": [tell_source(source) for source in one.typed_sources],
        "sources": [tell_source(source) for source in one.sources],
    }


def tell_source(source: Source) -> dict[str, Json]:
    """A sheet and its ranges."""
    return {"file": source.file, "sheet": source.sheet, "ranges": source.ranges}
