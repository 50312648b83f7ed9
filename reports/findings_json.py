"""Findings as JSON: the same object as on screen, without ids, names or suppressed figures."""

from __future__ import annotations

import json

from analysis.findings import Findings, Trend
from dictionary.load import code_label, describe, load_problems
from dictionary.nouns import Exclusion, MatchedColumn, Problem, ProjectInfo, Round, SheetReading
from dictionary.people import PeopleCounts
from figures.trends import name_trend
from i18n import Language
from reports.comparison_json import list_contrasts, tell_comparison, tell_contrast
from reports.evidence_chain import tell_chain_and_effects
from reports.evidence_flows import tell_avoided, tell_flows
from reports.evidence_network import tell_network
from reports.evidence_participation import tell_participation, tell_technology
from reports.evidence_sroi import tell_social_return
from reports.finding_json import Json, tell_finding, tell_line, tell_source, tell_typed
from reports.prices import tell_prices


def write_json(findings: Findings, language: Language, *, with_factors: bool = False) -> str:
    """The whole result as indented UTF-8 JSON text; labels and messages in ``language``, shares 0–1.

    What is estimated from factors is told only ``with_factors``.
    """
    content = tell_all(findings, language)
    if with_factors:
        content["flow_estimates"] = tell_avoided(findings.evidence)
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)


def tell_all(findings: Findings, language: Language) -> dict[str, Json]:
    """The whole result without what is estimated from factors; ``write_json`` says more."""
    return {
        "methods_version": findings.methods_version,
        "language": language.value,
        "project": _project(findings.project),
        "only": dict(findings.only) or None,
        "rounds": [_round(round_, language) for round_ in findings.rounds],
        **_several(findings, language),
        "prices": tell_prices(findings, language),
        "typed_differs": [tell_typed(one, language) for one in findings.typed_differs],
        "findings": [
            *(tell_finding(finding, language) for finding in findings.findings),
            *(
                {**tell_finding(one.finding, language), **tell_contrast(one)}
                for one in list_contrasts(findings.comparison)
            ),
        ],
        "comparison": tell_comparison(findings),
        "tests": findings.tests,
        "lines": [tell_line(one, language) for one in findings.lines],
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
    }


def _project(project: ProjectInfo) -> dict[str, Json]:
    return {
        "name": project.name,
        "group": project.group,
        "province": project.province,
        "currency": project.currency,
        "sample": project.is_sample,
    }


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
        "label": name_trend(trend, language),
        "dimension": trend.dimension.value,
        "unit": trend.unit,
        "method": trend.method,
        "values": [
            {
                "round": one.round,
                "value": one.value,
                "n": one.n,
                "sources": [tell_source(source) for source in one.sources],
            }
            for one in trend.values
        ],
        "difference": trend.difference,
        "relative_change": trend.relative_change,
        "better": trend.better,
        "suppressed": trend.suppressed,
        "caveats": trend.caveats,
        "sources": [tell_source(source) for source in trend.sources],
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
        "sources": [tell_source(source) for source in counts.sources],
    }


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
