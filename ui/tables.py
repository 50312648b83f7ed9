"""The table of a screen: each finding with both values, the change, its verdict and n; and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.findings import Finding
from dictionary.load import code_label
from dictionary.load_indicators import unit_label
from figures.grade_words import write_grade, write_short_grade
from figures.wording import DOT, name_finding, write_each, write_judged, write_n
from i18n import Language
from ui.pieces import item, label, show_grid, show_html
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


def show_findings(findings: Sequence[Finding], key: str, title: str = "") -> None:
    """The findings as a table under its title, with a button to the cells behind them."""
    if not findings:
        return
    chosen = language()
    show_titled(title or say("ui.table"), findings, key)
    if is_narrow():
        show_html(*(_item(*named, chosen) for named in _fold_hidden(findings, chosen)), kind="items")
        return
    rows = [_row(*named, chosen) for named in _fold_hidden(findings, chosen)]
    used = [name for i, name in enumerate(COLUMNS) if name in ALWAYS or any(len(row) > i and row[i] for row in rows)]
    kept = [COLUMNS.index(name) for name in used]
    short = [row if len(row) < len(COLUMNS) else tuple(row[i] for i in kept) for row in rows]
    show_grid([say(f"ui.column.{name}") for name in used], short, FIRST_NUMBER)


def _fold_hidden(findings: Sequence[Finding], chosen: Language) -> list[tuple[str, Finding]]:
    """Each finding behind its name; groups of an indicator hidden for one reason stand together as the first."""
    told: dict[tuple[object, ...], list[Finding]] = {}
    for place, one in enumerate(findings):
        key = (one.indicator.key, one.reason) if one.suppressed and one.group else (place,)
        told.setdefault(key, []).append(one)
    names = (
        ", ".join((name_finding(first, chosen), *_name_groups(others, chosen))) for first, *others in told.values()
    )
    return list(zip(names, (first for first, *_ in told.values()), strict=True))


def _name_groups(findings: Sequence[Finding], chosen: Language) -> Iterator[str]:
    for finding in findings:
        yield DOT.join(code_label(group, value)[chosen] for group, value in finding.group)


def _item(name: str, finding: Finding, chosen: Language) -> str:
    """A finding as a phone shows it, with nothing beside the screen: the values, then all that is told of them."""
    change = ", ".join(filter(None, (_write_moved(finding, chosen), write_relative(finding))))
    values = write_values(finding, chosen).replace("/", f"/{WORD_JOINER}")  # no line parts baht/month at its stroke
    interval = write_interval(finding, chosen)
    beside = (
        write_judged(finding, chosen) if finding.difference is not None else "",
        f"{say('ui.column.interval')} {interval}" if interval else "",
        write_n(finding, chosen),
        write_grade(finding, chosen),
    )
    told = (f"{values} ({change})" if change else values, "" if finding.reason else DOT.join(filter(None, beside)))
    return item(label(name, "name"), *(label(one, "block") for one in told if one))


def _write_moved(finding: Finding, chosen: Language) -> str:
    return write_plain_difference(finding, chosen) if finding.difference is not None else ""


def _row(name: str, finding: Finding, chosen: Language) -> tuple[str, ...]:
    """The cells of a row; a finding that cannot be shown has its reason instead."""
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
