"""Findings as a plain text table for a terminal: one line a finding or trend, then the caveats and the problems."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.findings import Finding, Findings, Trend
from dictionary.load import code_label, describe
from dictionary.load_methods import load_caveats
from figures.comparison_paths import list_paths, tell_path
from figures.grade_words import write_grade
from figures.kinds_sroi import find_social_return
from figures.prices import write_prices
from figures.remedy_words import list_remedies
from figures.sroi_tables import tell_lines
from figures.sroi_words import write_basis, write_headline
from figures.totals import tell_whose_total
from figures.trends import name_trend, tell_trend
from figures.values import write_value
from figures.wording import (
    ARROW,
    DOT,
    name_finding,
    write_both,
    write_bounds,
    write_difference,
    write_n,
    write_only,
    write_reason,
    write_round,
    write_unit,
    write_version,
)
from i18n import Language, word
from i18n.numbers import write_signed_percent
from reports.evidence_text import Part, list_evidence, write_evidence


def write_text(findings: Findings, language: Language) -> str:
    """Rounds, findings, trends, caveats and problems as lines of text in ``language``, without any id or name."""
    lines = [f" {ARROW} ".join(write_round(round_, language) for round_ in findings.rounds)]
    prices = write_prices(findings.prices, language, [one.key for one in findings.all_rounds])
    lines += [*filter(None, [write_only(findings, language), prices, write_version(findings, language)]), ""]
    lines += [_write_finding(finding, language) for finding in findings.findings]
    lines += filter(None, [tell_whose_total(findings, language)])
    if findings.trends:
        lines += ["", word("figures.chart_trend", language)]
        lines += [_write_trend(trend, findings, language) for trend in findings.trends]
    lines += _write_comparison(findings, language)
    parts = list_evidence(findings.evidence)
    lines += [*write_evidence(findings, parts, language), *_write_social_return(findings, language)]
    lines += ["", *_write_caveats(findings, parts, language)]
    lines += [describe(problem, language, personal=False) for problem in findings.problems]
    return "\n".join(lines).rstrip()


def _write_finding(finding: Finding, language: Language) -> str:
    values, n = _write_values(finding, language), write_n(finding, language)
    told = (values, n if values else "", write_reason(finding, language), write_grade(finding, language))
    return f"{name_finding(finding, language)}: {DOT.join(filter(None, told))}"


def _write_trend(trend: Trend, findings: Findings, language: Language) -> str:
    hidden = code_label("reason", trend.reason)[language] if trend.reason else ""
    told = hidden or tell_trend(trend, findings.all_rounds, language)
    return f"{name_trend(trend, language)}: {told}"


def _write_values(finding: Finding, language: Language) -> str:
    if finding.baseline is None and finding.endline is None:
        return ""
    if finding.baseline is None and not finding.missing:
        written = write_value(finding.endline, finding.unit)
        return written + write_unit(finding.unit, language, written)
    return write_both(finding, language) + _write_change(finding, language)


def _write_change(finding: Finding, language: Language) -> str:
    if finding.difference is None:
        return ""
    change = write_difference(finding, language)
    if finding.relative_change is not None:
        change += f", {write_signed_percent(finding.relative_change)}"
    if finding.interval is not None:
        low, high = write_bounds(finding, language)
        change += f", {word('cli.interval', language, low=low, high=high)}"
    return f" ({change})"


def _write_comparison(findings: Findings, language: Language) -> list[str]:
    """Both groups and the difference in their changes, by indicator; nothing without a comparison group."""
    paths = list_paths(findings)
    told = [f"{path.contrast.finding.indicator.label[language]}: {tell_path(path, language)}" for path in paths]
    return ["", word("ui.page.comparison", language), *told] if told else []


def _write_social_return(findings: Findings, language: Language) -> list[str]:
    """The ratio with its range, the choices under it, and each line; nothing where nothing is priced."""
    found = find_social_return(findings)
    if found is None:
        return []
    lines = [f"{told.name[language]}: {told.how[language] or told.values[language]}" for told in tell_lines(found)]
    return ["", write_headline(found, language), write_basis(found, language), *lines]


def _write_caveats(findings: Findings, parts: Sequence[Part], language: Language) -> list[str]:
    found = {code for finding in findings.findings for code in finding.caveats}
    found |= {code for _, told in parts for one in told for code in one.caveats}
    sroi = find_social_return(findings)
    found |= {*sroi.caveats} if sroi else set()
    found |= {code for path in list_paths(findings) for code in path.contrast.finding.caveats}
    codes = sorted(found | {code for trend in findings.trends for code in trend.caveats})
    return [line for code in codes for line in _write_caveat(code, findings, language)]


def _write_caveat(code: str, findings: Findings, language: Language) -> list[str]:
    """The sentence of a caveat, and below it the figures that it calls for."""
    remedies = list_remedies(findings.findings, code, language)
    return [f"{code} {load_caveats()[code].sentence[language]}", *(f"    {told}" for told in remedies)]
