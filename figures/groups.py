"""Breakdowns: one row for each village, source or sector, before and after; small groups are never drawn."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.findings import Finding, Findings
from dictionary.load import code_label
from dictionary.load_indicators import find_unit
from figures.draw_rows import draw_rows
from figures.frame import Body
from figures.rows import Axis, Row
from figures.scale import round_ticks
from figures.theme import Look
from figures.values import write_value
from figures.wording import DOT, write_bare_difference, write_both, write_briefly, write_n
from i18n import Language, word


def list_groups(findings: Findings, indicator: str, by: str) -> tuple[Finding, ...]:
    """The groups of a breakdown that may be shown and hold a value, the largest rise first."""
    shown = [
        f
        for f in findings.breakdown(indicator, by)
        if not f.suppressed and (f.baseline is not None or f.endline is not None)
    ]
    return tuple(sorted(shown, key=lambda f: -(f.difference or 0.0)))


def list_unknown(findings: Findings, indicator: str, by: str) -> tuple[Finding, ...]:
    """The groups of a breakdown that are not hidden and hold no value: there, and not to be drawn."""
    groups = findings.breakdown(indicator, by)
    return tuple(f for f in groups if not f.suppressed and f.baseline is None and f.endline is None)


def count_suppressed(findings: Findings, indicator: str, by: str) -> int:
    """How many groups of a breakdown are hidden because they are small."""
    return sum(f.suppressed for f in findings.breakdown(indicator, by))


def group_name(finding: Finding, language: Language) -> str:
    """The name of a finding's group; the indicator's where it speaks of the whole project."""
    names = [code_label(by, value)[language] for by, value in finding.group]
    return DOT.join(names) or finding.indicator.label[language]


def draw_groups(groups: Sequence[Finding], look: Look, room: float | None) -> Body:
    """A hollow dot for before joined to a full one for after, for each group on one scale from zero."""
    values = [v for f in groups for v in (f.baseline, f.endline) if v is not None]
    low, high = min(0.0, *values), max(0.0, *values) or 1.0
    whole = find_unit(groups[0].unit).kind == "count"
    most = 3 if look.canvas.narrow else 4
    ticks = tuple((at, write_value(at, groups[0].unit)) for at in round_ticks(low, high, most, whole=whole))
    rows = [_row(f, look.language) for f in groups]
    return draw_rows(rows, Axis(ticks, low, high, arrows=False), look, room)


def _row(finding: Finding, language: Language) -> Row:
    """The group; that there was nothing before is no mark where what is there after is not known."""
    known = finding.difference is not None
    words = write_briefly(finding, language) if known else word("figures.cannot_compare", language)
    return Row(
        name=group_name(finding, language),
        values=DOT.join(filter(None, (write_both(finding, language), write_n(finding, language)))),
        strong=write_bare_difference(finding, language) if known and finding.difference else "",
        words=f" {words}",
        start=finding.baseline,
        stop=finding.endline if finding.endline is not None else finding.baseline or None,
        better=finding.better if finding.difference else None,
    )
