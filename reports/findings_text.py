"""Findings as a plain text table for a terminal: one line a finding, then the caveats and the problems."""

from __future__ import annotations

from analysis.findings import Finding, Findings
from dictionary.load import code_label, describe
from dictionary.load_indicators import load_caveats, unit_label
from i18n import Language, word
from i18n.dates import write_period
from i18n.numbers import write_number, write_percent, write_signed
from i18n.numbers import write_signed_percent as write_relative


def write_text(findings: Findings, language: Language) -> str:
    """Rounds, findings, caveats and problems as lines of text in ``language``."""
    lines = [_write_rounds(findings, language), ""]
    lines += [_write_finding(finding, language) for finding in findings.findings]
    lines += ["", *_write_caveats(findings, language)]
    lines += [describe(problem, language) for problem in findings.problems]
    return "\n".join(lines).rstrip()


def _write_rounds(findings: Findings, language: Language) -> str:
    written = (
        f"{round_.label[language]} {write_period(round_.start, round_.end, language)}".strip()
        for round_ in findings.rounds
    )
    return " → ".join(written)


def _write_finding(finding: Finding, language: Language) -> str:
    name = finding.indicator.label[language]
    for group, value in finding.group:
        name += f" · {code_label(group, value)[language]}"
    if finding.suppressed or finding.missing:
        reason = "suppressed" if finding.suppressed else finding.missing
        return f"{name}: {code_label('reason', reason)[language]}"
    return f"{name}: {_write_values(finding)} {unit_label(finding.unit)[language]}{_write_change(finding, language)}"


def _write_values(finding: Finding) -> str:
    write = write_percent if finding.unit == "share" else write_number
    values = (value for value in (finding.baseline, finding.endline) if value is not None)
    return " → ".join(write(value) for value in values)


def _write_change(finding: Finding, language: Language) -> str:
    if finding.difference is None:
        return ""
    change = write_signed(finding.difference * (100 if finding.unit == "share" else 1))
    if finding.relative_change is not None:
        change += f", {write_relative(finding.relative_change)}"
    if finding.interval is not None:
        low, high = (write_number(bound) for bound in finding.interval)
        change += f", {word('cli.interval', language, low=low, high=high)}"
    return f" ({change})"


def _write_caveats(findings: Findings, language: Language) -> list[str]:
    codes = sorted({code for finding in findings.findings for code in finding.caveats})
    return [f"{code} {load_caveats()[code].sentence[language]}" for code in codes]
