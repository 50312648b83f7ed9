"""The table of a screen: each finding with both values, the change, its verdict and n; and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.findings import Finding
from dictionary.load_indicators import unit_label
from figures.grade_words import write_short_grade
from figures.wording import name_finding, write_each, write_judged, write_n
from i18n import Language
from ui.pieces import show_grid
from ui.screen import is_narrow
from ui.session import language, say
from ui.sources import show_titled
from ui.texts import (
    write_interval,
    write_plain_difference,
    write_relative,
    write_values,
)

COLUMNS = ("indicator", "unit", "verdict", "before", "after", "difference", "relative", "interval", "n", "grade")
ALWAYS = COLUMNS[:6]  # the others stand only where a finding has something to say there
FIRST_NUMBER = 3
WORD_JOINER = "\N{WORD JOINER}"
NARROW = ("indicator", "before", "after", "difference")


def show_findings(findings: Sequence[Finding], key: str, title: str = "") -> None:
    """The findings as a table under its title, with a button to the cells behind them."""
    if not findings:
        return
    chosen = language()
    show_titled(title or say("ui.table"), findings, key)
    rows = [_row(finding, chosen) for finding in findings]
    if is_narrow():
        _show_narrow(rows)
        return
    used = [name for i, name in enumerate(COLUMNS) if name in ALWAYS or any(len(row) > i and row[i] for row in rows)]
    kept = [COLUMNS.index(name) for name in used]
    short = [row if len(row) < len(COLUMNS) else tuple(row[i] for i in kept) for row in rows]
    show_grid([say(f"ui.column.{name}") for name in used], short, FIRST_NUMBER)


def _show_narrow(rows: Sequence[tuple[str, ...]]) -> None:
    """What fits a phone: the unit stands with the name, then both values and the difference."""
    told = [(_with_unit(name, rest[0]) if len(rest) > 1 else name, *(rest[2:5] or rest)) for name, *rest in rows]
    show_grid([say(f"ui.column.{name}") for name in NARROW], told, 1)


def _with_unit(name: str, unit: str) -> str:
    """A name and its unit, which no line parts at its stroke (baht/month)."""
    return f"{name} ({unit.replace('/', f'/{WORD_JOINER}')})"


def _row(finding: Finding, chosen: Language) -> tuple[str, ...]:
    """The cells of a row; a finding that cannot be shown has its reason instead."""
    name = name_finding(finding, chosen)
    if finding.reason:
        return (name, write_values(finding, chosen))
    return (
        name,
        unit_label(finding.unit)[chosen],
        write_judged(finding, chosen) if finding.difference is not None else "",
        *write_each(finding),
        write_plain_difference(finding, chosen),
        write_relative(finding),
        write_interval(finding, chosen),
        write_n(finding, chosen).removeprefix("n").strip(),
        write_short_grade(finding, chosen),
    )
