"""The kind of the forest chart: the change of one indicator in every group of several disaggregations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from analysis.findings import Finding, Findings
from figures.changes import is_hidden, pick_most_telling
from figures.draw_forest import draw_forest
from figures.frame import Body, ChartTexts
from figures.groups import count_suppressed
from figures.households import fit_words
from figures.notes import write_hidden, write_note, write_source
from figures.theme import Look
from figures.titles import title_groups
from figures.wording import write_rounds, write_unit
from i18n import Language, word


@dataclass(frozen=True, slots=True)
class ForestKind:
    """The differences of an indicator with their intervals, the whole project first; at most ``most`` rows."""

    key: str
    indicator: str
    columns: tuple[str, ...]
    most: int | None = None
    chosen: ClassVar[str] = "largest"

    def missing(self, findings: Findings) -> str:
        """No group whose change may be shown."""
        if any(finding.group for finding in self.shown(findings)):
            return ""
        is_small = is_hidden(findings, self.indicator) or self._count_hidden(findings)
        return "small" if is_small else self.key

    def shown(self, findings: Findings) -> tuple[Finding, ...]:
        """The whole project, then the groups of each disaggregation by the size of their difference."""
        whole = findings.find(self.indicator)
        groups = (finding for column in self.columns for finding in self._list_groups(findings, column))
        return tuple(one for one in (whole, *groups) if one is not None and one.difference is not None)

    def _list_groups(self, findings: Findings, column: str) -> tuple[Finding, ...]:
        """The groups that can be compared; of a single group nothing is to be compared."""
        known = [one for one in findings.breakdown(self.indicator, column) if one.difference is not None]
        return tuple(sorted(known, key=lambda one: -(one.difference or 0.0))) if len(known) > 1 else ()

    def _count_hidden(self, findings: Findings) -> int:
        return sum(count_suppressed(findings, self.indicator, column) for column in self.columns)

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """In how many groups it rose and fell; hidden groups are said."""
        shown = self.shown(findings)
        unit = write_unit(shown[0].unit, language).strip()
        groups = tuple(one for one in shown if one.group)
        subtitle = word(fit_words(f"figures.{self.key}_subtitle", findings), language, unit=unit)
        return ChartTexts(
            title_groups(groups, self.key, language, self._count_hidden(findings)),
            f"{subtitle}\n{write_rounds(findings, language)}",
            write_source(findings, shown[:1], language),
            write_note((write_hidden(self._count_hidden(findings), language),), shown, language),
        )

    def count(self, findings: Findings) -> int:
        """How many rows the whole chart has."""
        return len(self.shown(findings))

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """The rows in their order; where there is room for a part, those that changed most."""
        shown = self.shown(findings)
        if self.most is None or self.most >= len(shown):
            return draw_forest(shown, look, room)
        telling = pick_most_telling([one for one in shown if one.group], self.most - 1) if self.most > 1 else ()
        kept = {id(one) for one in telling}
        return draw_forest([one for one in shown if not one.group or id(one) in kept], look, room)
