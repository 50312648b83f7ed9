"""The arrow chart: every indicator from before to after in per cent of before; better and worse in words and colour."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from analysis.findings import Finding
from dictionary.nouns import Dimension
from figures.changes import change_size, count_changes
from figures.draw_rows import draw_rows
from figures.frame import Body
from figures.rows import Axis, Row
from figures.theme import Look
from figures.wording import DOT, write_both, write_change, write_direction, write_n, write_value
from i18n import Language, word
from i18n.numbers import write_signed_percent

LONGEST = 1.5  # of the baseline: longer arrows are cut, unless most are longer
CUT_MARK = " »"
STEPS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 25.0, 50.0, 100.0)


def draw_changes(changes: Sequence[Finding], look: Look, room: float | None) -> Body:
    """Arrows for the given changes, already sorted; a heading opens each dimension."""
    longest = longest_shown(changes)
    rows = tuple(_row(f, i, changes, look.language) for i, f in enumerate(changes))
    shown = [_cut(change_size(f), longest) or 0.0 for f in changes]
    return draw_rows(
        [_shorten(row, longest) for row in rows], _axis(min(0.0, *shown), max(0.0, *shown), look.language), look, room
    )


def longest_shown(changes: Sequence[Finding]) -> float:
    """The size of change from which arrows are cut."""
    sizes = [abs(size) for f in changes if (size := change_size(f)) is not None]
    return max(LONGEST, 2 * median(sizes)) if sizes else LONGEST


def is_cut(finding: Finding, longest: float) -> bool:
    """Whether the arrow of a change is longer than it is drawn."""
    return abs(change_size(finding) or 0.0) > longest


def _row(finding: Finding, at: int, changes: Sequence[Finding], language: Language) -> Row:
    size = change_size(finding)
    first = at == 0 or changes[at - 1].dimension is not finding.dimension
    return Row(
        name=finding.indicator.label[language],
        values=write_facts(finding, language),
        strong=write_change(finding, language) if finding.difference is not None else "",
        words=f" {_words(finding, language)}",
        start=None if finding.difference is None else 0.0,
        stop=0.0 if size is None and finding.difference is not None else size,
        better=finding.better if finding.difference else None,
        heading=word(f"figures.{finding.dimension}", language) if first else "",
        heading_words=_tally_words(changes, finding.dimension, language) if first else "",
    )


def write_facts(finding: Finding, language: Language) -> str:
    """What stands under a name: both values with unit, n, and the target where there is one."""
    parts = [write_both(finding, language), write_n(finding, language)]
    if finding.target is not None:
        parts.append(word("figures.target", language, value=write_value(finding.target, finding.unit)))
    return DOT.join(filter(None, parts))


def _words(finding: Finding, language: Language) -> str:
    if finding.difference is None:
        return word("figures.cannot_compare", language)
    words = write_direction(finding, language)
    return words if change_size(finding) is not None else f"{words} ({word('figures.no_base', language)})"


def _tally_words(changes: Sequence[Finding], dimension: Dimension, language: Language) -> str:
    tally = count_changes([f for f in changes if f.dimension is dimension])
    counts = {"better": tally.better, "worse": tally.worse}
    return DOT.join(word(f"figures.count_{key}", language, count=n) for key, n in counts.items() if n)


def _cut(size: float | None, longest: float) -> float | None:
    return None if size is None else max(-longest, min(longest, size))


def _shorten(row: Row, longest: float) -> Row:
    if row.stop is None or abs(row.stop) <= longest:
        return row
    return Row(
        row.name,
        row.values,
        row.strong,
        row.words + CUT_MARK,
        row.start,
        _cut(row.stop, longest),
        row.better,
        row.heading,
        row.heading_words,
    )


def _axis(low: float, high: float, language: Language) -> Axis:
    """Ticks at before and at one round step to the sides that have arrows."""
    if high - low == 0:
        return Axis(((0.0, word("figures.before", language)),), -0.5, 0.5)
    step = max((s for s in STEPS if s <= max(-low, high) / 1.2), default=STEPS[0])
    sides = [s for s in (-step, step) if low <= s * 0.9 <= high]
    ticks = ((0.0, word("figures.before", language)), *((s, write_signed_percent(s)) for s in sides))
    return Axis(ticks, low, high)
