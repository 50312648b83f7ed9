"""Findings as JSON: the same object as on screen, without ids, names or suppressed figures."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TypeAlias

from analysis.findings import Finding, Findings, Trend
from dictionary.load import code_label, describe, load_problems
from dictionary.nouns import Exclusion, MatchedColumn, Problem, Round, SheetReading, Source
from dictionary.people import PeopleCounts
from figures.grade_words import write_raising
from i18n import Language
from reports.comparison_json import list_contrasts, tell_comparison, tell_contrast
from reports.evidence_chain import tell_chain_and_effects
from reports.evidence_flows import tell_avoided, tell_flows
from reports.evidence_network import tell_network
from reports.evidence_participation import tell_participation, tell_technology
from reports.evidence_sroi import tell_social_return

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"


def write_json(findings: Findings, language: Language, *, with_factors: bool = False) -> str:
    """The whole result as indented UTF-8 JSON text; labels and messages in ``language``, shares 0–1.

    What is estimated from factors is told only ``with_factors``.
    """
    project = findings.project
    content: dict[str, Json] = {
        "methods_version": findings.methods_version,
        "language": language.value,
        "project": {
            "name": project.name,
            "group": project.group,
            "province": project.province,
            "currency": project.currency,
            "sample": project.is_sample,
        },
        "only": dict(findings.only) or None,
        "rounds": [_round(round_, language) for round_ in findings.rounds],
        **_several(findings, language),
        "findings": [
            *(_finding(finding, language) for finding in findings.findings),
            *({**_finding(one.finding, language), **tell_contrast(one)} for one in list_contrasts(findings.comparison)),
        ],
        "comparison": tell_comparison(findings),
        "network": tell_network(findings.evidence.network if findings.evidence else None),
        "problems": [tell_problem(problem, language) for problem in findings.problems],
        "excluded": [_exclusion(exclusion, language) for exclusion in findings.excluded],
        **tell_chain_and_effects(findings, language),
        "people": _people(findings.people),
        "sroi": tell_social_return(findings.evidence.sroi if findings.evidence else None),
        "sheets": [tell_sheet(sheet) for sheet in findings.sheets],
        "participation": tell_participation(findings.evidence, language),
        "technology": tell_technology(findings.evidence, language),
        "flows": tell_flows(findings.evidence),
        **({"flow_estimates": tell_avoided(findings.evidence)} if with_factors else {}),
    }
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)


def _several(findings: Findings, language: Language) -> dict[str, Json]:
    """All rounds and the trends over them, where there are more than the two compared."""
    if len(findings.all_rounds) <= 2:
        return {}
    return {
        "all_rounds": [_round(round_, language) for round_ in findings.all_rounds],
        "trends": [_trend(trend, language) for trend in findings.trends],
    }


def _trend(trend: Trend, language: Language) -> dict[str, Json]:
    return {
        "indicator": trend.indicator.key,
        "label": trend.indicator.label[language],
        "dimension": trend.dimension.value,
        "unit": trend.unit,
        "method": trend.method,
        "values": [
            {"round": one.round, "value": one.value, "n": one.n, "sources": [_source(source) for source in one.sources]}
            for one in trend.values
        ],
        "difference": trend.difference,
        "relative_change": trend.relative_change,
        "better": trend.better,
        "suppressed": trend.suppressed,
        "caveats": trend.caveats,
    }


def _round(round_: Round, language: Language) -> dict[str, Json]:
    return {
        "round": round_.key,
        "label": round_.label[language],
        "from": round_.start.isoformat() if round_.start else None,
        "to": round_.end.isoformat() if round_.end else None,
    }


def _people(counts: PeopleCounts | None) -> Json:
    """How many people were matched between the rounds; never who."""
    if counts is None:
        return None
    return {
        "matched": counts.matched,
        "only": dict(counts.only),
        "duplicates": counts.duplicates,
        "uncertain": counts.uncertain,
    }


def _finding(finding: Finding, language: Language) -> dict[str, Json]:
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
        "grade": finding.grade or None,
        "raise": finding.raises,
        "raise_sentence": write_raising(finding, language) or None,
        "match_share": finding.match_share,
        "claim": finding.claim or None,
        "sources": [_source(source) for source in finding.sources],
    }


def _source(source: Source) -> dict[str, Json]:
    return {"file": source.file, "sheet": source.sheet, "ranges": source.ranges}


def tell_problem(problem: Problem, language: Language) -> dict[str, Json]:
    """A problem without the id or name that it may quote."""
    return {
        "code": problem.code,
        "severity": load_problems()[problem.code].severity.value,
        "file": problem.file,
        "sheet": problem.sheet,
        "cell": problem.cell,
        "found": None if problem.personal else problem.found,
        "allowed": problem.allowed[language],
        "message": describe(problem, language, personal=False),
    }


def _exclusion(exclusion: Exclusion, language: Language) -> dict[str, Json]:
    return {
        "reason": exclusion.reason,
        "message": code_label("reason", exclusion.reason)[language],
        "indicator": exclusion.indicator or None,
        "file": exclusion.file,
        "sheet": exclusion.sheet,
        "row": exclusion.row,
        "ranges": exclusion.ranges,
    }


def tell_sheet(sheet: SheetReading) -> dict[str, Json]:
    """What a sheet was taken for, and its rows: the form's guide and lists are read and left out as well."""
    return {
        "file": sheet.file,
        "sheet": sheet.sheet,
        "table": sheet.table,
        "round": sheet.round,
        "header_row": sheet.header_row,
        "columns": [_column(column) for column in sheet.columns],
        "rows_read": sheet.rows_read,
        "rows_used": sheet.rows_used,
        "rows_left_out": sheet.rows_left_out,
        "reason": sheet.reason or None,
    }


def _column(column: MatchedColumn) -> dict[str, Json]:
    return {
        "header": column.header,
        "cell": column.cell,
        "column": column.column,
        "round": column.round,
        "period": column.period,
        "confidence": column.confidence,
        **({"rounds": column.rounds} if column.rounds else {}),
    }
