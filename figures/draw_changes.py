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
from figures.values import write_value
from figures.wording import DOT, write_both, write_briefly, write_change, write_n
from i18n import Language, word
from i18n.numbers import write_signed_percent

LONGEST = 1.5  # of the baseline: longer arrows are cut, unless most are longer
CUT_MARK = " »"
STEPS = tuple(step * 10.0**power for power in range(-2, 3) for step in (1, 1.5, 2, 3, 4, 5, 6, 8))


def draw_changes(drawn: Sequence[Finding], all_changes: Sequence[Finding], look: Look, room: float | None) -> Body:
    """Arrows for the changes ``drawn``, already sorted; a heading opens each dimension and counts all its changes."""
    longest = longest_shown(all_changes)
    rows: list[Row] = []
    headed: set[Dimension] = set()
    for finding in drawn:
        opens = finding.dimension not in headed
        heading = _heading(finding.dimension, all_changes, look.language) if opens else ("", "")
        rows.append(_row(finding, heading, longest, look.language))
        headed.add(finding.dimension)
    stops = [row.stop or 0.0 for row in rows]
    return draw_rows(rows, _axis(min(0.0, *stops), max(0.0, *stops), look.language), look, room)


def _heading(dimension: Dimension, changes: Sequence[Finding], language: Language) -> tuple[str, str]:
    """The name of a dimension, and how many of its indicators got better and worse."""
    tally = count_changes([f for f in changes if f.dimension is dimension])
    counts = {"better": tally.better, "worse": tally.worse}
    words = DOT.join(word(f"figures.count_{key}", language, count=n) for key, n in counts.items() if n)
    return word(f"figures.{dimension}", language), words


def longest_shown(changes: Sequence[Finding]) -> float:
    """The size of change from which arrows are cut."""
    sizes = [abs(size) for f in changes if (size := change_size(f)) is not None]
    return max(LONGEST, LONGEST * median(sizes)) if sizes else LONGEST


def is_cut(finding: Finding, longest: float) -> bool:
    """Whether the arrow of a change is longer than it is drawn."""
    return abs(change_size(finding) or 0.0) > longest


def _row(finding: Finding, heading: tuple[str, str], longest: float, language: Language) -> Row:
    size = change_size(finding)
    known = finding.difference is not None
    return Row(
        name=finding.indicator.label[language],
        values=write_facts(finding, language),
        strong=write_change(finding, language) if known else "",
        words=" " + _words(finding, language) + (CUT_MARK if is_cut(finding, longest) else ""),
        start=0.0 if known else None,
        stop=None if not known else max(-longest, min(longest, size or 0.0)),
        better=finding.better if finding.difference else None,
        heading=heading[0],
        heading_words=heading[1],
    )


def write_facts(finding: Finding, language: Language) -> str:
    """What stands under a name: both values with unit, n, and the target where there is one."""
    parts = [write_both(finding, language), write_n(finding, language)]
    if finding.difference is not None and change_size(finding) is None:
        parts.append(word("figures.no_base", language))
    if finding.target is not None:
        parts.append(word("figures.target", language, value=write_value(finding.target, finding.unit)))
    return DOT.join(filter(None, parts))


def _words(finding: Finding, language: Language) -> str:
    return word("figures.cannot_compare", language) if finding.difference is None else write_briefly(finding, language)


def _axis(low: float, high: float, language: Language) -> Axis:
    """Ticks at before and at one round step to the sides that have arrows, as far out as it can stand."""
    if high - low == 0:
        return Axis(((0.0, word("figures.before", language)),), -0.5, 0.5)
    step = max((s for s in STEPS if s <= max(-low, high)), default=STEPS[0])
    sides = [s for s in (-step, step) if low <= s * 0.9 <= high]
    ticks = ((0.0, word("figures.before", language)), *((s, write_signed_percent(s)) for s in sides))
    return Axis(ticks, low, high)
