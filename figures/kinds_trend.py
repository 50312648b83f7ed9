"""The chart of several rounds: one small panel for each indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from analysis.findings import Findings, Trend
from dictionary.nouns import Dimension
from figures.changes import pick_leading
from figures.draw_trend import draw_trends
from figures.frame import Body, ChartTexts
from figures.notes import write_note, write_source
from figures.theme import Look
from figures.titles import title_changes
from figures.trends import count_once, list_trends, name_rounds
from figures.wording import COUNT, DOT, write_round
from i18n import Language, word

DETAILS = {
    "income": ("member_income_all", "member_income_total"),
    "members": ("members_active", "women_share"),
    "partners": ("partners", "partner_support"),
}  # what the page of a detail tells over all rounds
TYPED = "typed_figure"  # a figure that nobody of ours has counted: who is behind it is not known


@dataclass(frozen=True, slots=True)
class TrendKind:
    """Small panels for the indicators of one dimension, of one detail, or for all; at most ``most`` are drawn."""

    dimension: Dimension | None = None
    most: int | None = None
    detail: str = ""
    chosen: ClassVar[str] = "leading"

    def missing(self, findings: Findings) -> str:
        """No indicator that is known in two rounds."""
        if any(trend.difference is not None for trend in self.shown(findings)):
            return ""
        return "small" if any(trend.suppressed for trend in findings.trends) else "trend"

    def shown(self, findings: Findings) -> tuple[Trend, ...]:
        """The trends that hold a value."""
        trends = list_trends(findings, self.dimension)
        return tuple(one for one in trends if not self.detail or one.indicator.key in DETAILS[self.detail])

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How many got better and worse since the first round; that people may differ and where lines break is said."""
        shown = self.shown(findings)
        names = name_rounds(findings.all_rounds, language)
        about = self.dimension or (f"trend_of_{self.detail}" if self.detail else "")
        place = word(f"figures.{about}", language) if about else ""
        span = " ".join(filter(None, (place, f"{names[0]}–{names[-1]}")))
        rounds = DOT.join(write_round(one, language) for one in findings.all_rounds)
        broken = any(one.value is None for trend in shown for one in trend.values)
        differ = any(trend.method not in {COUNT, TYPED} for trend in shown)
        sentences = (
            word("figures.trend_each_round", language) if differ else "",
            word("figures.trend_gap", language) if broken else "",
        )
        return ChartTexts(
            f"{span}: {title_changes(count_once(shown), None, language)}",
            f"{word('figures.trend_subtitle', language)}\n{rounds}",
            write_source(findings, shown, language),
            write_note(sentences, shown, language),
        )

    def count(self, findings: Findings) -> int:
        """How many rows the whole chart has."""
        return len(self.shown(findings))

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Panels, by dimension."""
        return draw_trends(pick_leading(self.shown(findings), self.most), findings.all_rounds, look, room)
