"""The kinds of charts: each knows when it can be drawn, from which findings, with which words, and its body."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Protocol, runtime_checkable

import pandas as pd

from analysis.findings import Finding, Findings, Trend
from dictionary.nouns import Dimension
from figures.changes import is_hidden, list_changes, pick_leading, pick_most_telling
from figures.draw_changes import draw_changes, is_cut, longest_shown
from figures.draw_flow import draw_flow
from figures.flows import Flow
from figures.frame import Body, ChartTexts
from figures.groups import count_suppressed, draw_groups, list_groups, list_unknown
from figures.households import fit_words
from figures.notes import write_hidden, write_note, write_source
from figures.theme import Look
from figures.titles import title_changes, title_flow, title_groups
from figures.told import Told
from figures.wording import DOT, write_both, write_rounds, write_unit
from i18n import Language, word
from i18n.numbers import write_number

NO_PAIRS = "no_pairs"  # why nothing was found: nobody is known in both rounds
MEANS = {"paired_mean", "mean_of_known"}  # methods whose whole is a mean for each member


class Kind(Protocol):
    """What the catalogue asks of a chart."""

    def missing(self, findings: Findings) -> str:
        """Why the chart cannot be drawn: the end of a key ``figures.missing_…``; empty where it can."""

    def shown(self, findings: Findings) -> tuple[Finding, ...] | tuple[Trend, ...] | tuple[Told, ...]:
        """The findings, the trends or what else is told behind the chart, in its order."""

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """Title, subtitle, source and note as they are before anybody changes them."""

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """The chart itself; ``room`` px high where the canvas is fixed."""


@runtime_checkable
class Tabled(Protocol):
    """A chart whose figures behind it are no findings: it makes its own table."""

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """The figures behind the chart, one row each, with headers in the language."""


@dataclass(frozen=True, slots=True)
class ChangesKind:
    """Arrows for the indicators of one dimension, or of all; at most ``most`` are drawn."""

    dimension: Dimension | None = None
    most: int | None = None
    chosen: ClassVar[str] = "leading"

    def missing(self, findings: Findings) -> str:
        """No indicator, or none that can be compared."""
        if any(f.difference is not None for f in self.shown(findings)):
            return ""
        return "small" if any(f.suppressed for f in list_changes(findings, self.dimension)) else "changes"

    def shown(self, findings: Findings) -> tuple[Finding, ...]:
        """The whole-project changes that may be shown."""
        return tuple(f for f in list_changes(findings, self.dimension) if not f.suppressed)

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How many got better and worse, and what the arrows are."""
        shown = self.shown(findings)
        cut = any(is_cut(f, longest_shown(shown)) for f in shown)
        sentences = (word("figures.cut", language) if cut else "",)
        return ChartTexts(
            title_changes(shown, self.dimension, language),
            f"{word('figures.changes_subtitle', language)}\n{write_rounds(findings, language)}",
            write_source(findings, shown, language, n=_counted(findings, language)),
            write_note(sentences, shown, language),
        )

    def count(self, findings: Findings) -> int:
        """How many rows the whole chart has."""
        return len(self.shown(findings))

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Arrows, by dimension."""
        shown = self.shown(findings)
        return draw_changes(pick_leading(shown, self.most), shown, look, room)


@dataclass(frozen=True, slots=True)
class GroupsKind:
    """One indicator by village, source or sector; at most ``most`` groups are drawn."""

    key: str
    indicator: str
    by: str
    most: int | None = None
    chosen: ClassVar[str] = "largest"

    def missing(self, findings: Findings) -> str:
        """No group that may be shown, or no value to show."""
        if self.shown(findings):
            return ""
        if is_hidden(findings, self.indicator) or count_suppressed(findings, self.indicator, self.by):
            return "small"
        total = findings.find(self.indicator)
        if total is not None and total.missing == NO_PAIRS:
            return "pairs"
        known = total is not None and (total.baseline is not None or total.endline is not None)
        return self.by if known else self.indicator

    def shown(self, findings: Findings) -> tuple[Finding, ...]:
        """The groups that may be shown."""
        return list_groups(findings, self.indicator, self.by)

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """In how many groups it rose and fell; hidden groups are said."""
        shown = self.shown(findings)
        unit = write_unit(shown[0].unit, language).strip()
        subtitle = word(fit_words(f"figures.{self.key}_subtitle", shown[0]), language, unit=unit)
        hidden = count_suppressed(findings, self.indicator, self.by)
        listed = (*shown, *list_unknown(findings, self.indicator, self.by))
        return ChartTexts(
            title_groups(listed, self.key, language, hidden),
            f"{subtitle}\n{write_rounds(findings, language)}",
            write_source(findings, shown, language, n=_whole(findings, self.indicator, language)),
            write_note((write_hidden(hidden, language),), shown, language),
        )

    def count(self, findings: Findings) -> int:
        """How many rows the whole chart has."""
        return len(self.shown(findings))

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Dumbbells on one scale."""
        return draw_groups(pick_most_telling(self.shown(findings), self.most), look, room)


@dataclass(frozen=True, slots=True)
class FlowKind:
    """Who stayed, left and joined."""

    find: Callable[[Findings], Flow | None]
    keys: tuple[str, ...]

    def missing(self, findings: Findings) -> str:
        """A count is missing."""
        if self.find(findings):
            return ""
        return "small" if is_hidden(findings, *self.keys) else "flow"

    def shown(self, findings: Findings) -> tuple[Finding, ...]:
        """The counts that make the flow."""
        return tuple(f for key in self.keys if (f := findings.find(key)))

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """From how many to how many."""
        flow = self._flow(findings)
        shown = self.shown(findings)
        return ChartTexts(
            title_flow(flow, language),
            f"{word(f'figures.flow_{flow.kind}_subtitle', language)}\n{write_rounds(findings, language)}",
            write_source(findings, shown, language, n=_whole(findings, self.keys[0], language)),
            write_note((), shown, language),
        )

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Bands from before to after."""
        return draw_flow(self._flow(findings), findings.rounds, look, room)

    def _flow(self, findings: Findings) -> Flow:
        flow = self.find(findings)
        if flow is None:
            raise ValueError("the flow cannot be drawn: ask missing() first")
        return flow


def _whole(findings: Findings, indicator: str, language: Language) -> str:
    """The total that the groups are parts of, or the mean that those of the groups make up, as the chart's n."""
    total = findings.find(indicator)
    if total is None or total.difference is None:
        return ""
    key = "figures.total_mean" if total.method in MEANS else "figures.total"
    return word(key, language, values=write_both(total, language))


def _counted(findings: Findings, language: Language) -> str:
    """How many members and partners there are after: the n of a chart of all indicators."""
    totals = {key: findings.find(key) for key in ("members_active", "partners")}
    known = {key: f.endline for key, f in totals.items() if f and f.endline is not None}
    return DOT.join(word(f"figures.n_{key}", language, n=write_number(value)) for key, value in known.items())
