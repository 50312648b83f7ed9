"""What was tested, and how p-values are read when there are several: Holm's adjustment over the project's findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from analysis.findings import Finding, Findings
from analysis.income_lines import BelowLine
from analysis.statistics import adjust_holm


def adjust_all(findings: Findings, lines: Sequence[BelowLine]) -> Findings:
    """The findings with these comparisons with a line, all that was tested adjusted together."""
    compared = findings.comparison
    groups = (
        findings.findings,
        [one.finding for one in lines],
        [one.finding for one in compared.contrasts] if compared else [],
    )
    adjusted = iter(adjust_findings([finding for group in groups for finding in group]))
    plain, below, contrasts = (tuple(islice(adjusted, len(group))) for group in groups)
    return replace(
        findings,
        findings=plain,
        lines=tuple(replace(one, finding=finding) for one, finding in zip(lines, below, strict=True)),
        comparison=compared.told_as(contrasts) if compared else None,
    )


def adjust_findings(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, those of the whole project that were tested with Holm's adjusted p-value (``p_adjusted``)."""
    tested = [place for place, finding in enumerate(findings) if is_tested(finding)]
    adjusted = dict(zip(tested, adjust_holm([findings[place].p_value or 0.0 for place in tested]), strict=True))
    return tuple(replace(one, p_adjusted=adjusted.get(place)) for place, one in enumerate(findings))


def is_tested(finding: Finding) -> bool:
    """Whether a finding of the whole project has a p-value; those of its groups are looked at, not tested."""
    return not finding.group and finding.p_value is not None
