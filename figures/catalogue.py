"""Every chart by its key: which pages show it, whether the findings allow it, and the figure itself."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go

from analysis.findings import Finding, Findings, Trend
from figures.chart_texts import write_texts
from figures.charts import CHARTS
from figures.fitting import fit_chart
from figures.frame import ChartTexts
from figures.households import fit_words
from figures.kinds import Kind
from figures.kinds_comparison import ComparisonKind, LoveKind
from figures.kinds_material import MaterialKind, MaterialUsesKind
from figures.kinds_trend import TrendKind
from figures.priced import tell_prices
from figures.theme import Look
from figures.told import Told
from figures.trends import has_trends
from i18n import Language, Text
from i18n.words import load_words


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of the catalogue: its name, the pages that show it, and why it cannot be drawn (empty: it can)."""

    key: str
    pages: tuple[str, ...]
    name: Text
    missing: Text

    @property
    def available(self) -> bool:
        """Whether the findings allow the chart."""
        return not self.missing.en


def list_charts(findings: Findings, page: str | None = None) -> tuple[Chart, ...]:
    """All charts in their order (of one page), also those that the findings do not allow, with the reason.

    Trends are listed only where there are more than two rounds, materials and comparison groups where a sheet tells of
    them.
    """
    return tuple(
        Chart(key, pages, load_words()[fit_words(f"figures.chart_{key}", findings)], _reason(kind, findings))
        for key, (kind, pages) in CHARTS.items()
        if (page is None or page in pages) and _is_listed(kind, findings)
    )


def _is_listed(kind: Kind, findings: Findings) -> bool:
    """Whether the data are of a sort that the chart is for at all, so that its absence would have to be told."""
    if isinstance(kind, TrendKind):
        return has_trends(findings)
    return not isinstance(kind, MaterialKind | MaterialUsesKind | ComparisonKind | LoveKind) or kind.is_listed(findings)


def _reason(kind: Kind, findings: Findings) -> Text:
    missing = kind.missing(findings)
    return load_words()[fit_words(f"figures.missing_{missing}", findings)] if missing else Text("", "")


def shown_findings(findings: Findings, key: str) -> tuple[Finding, ...] | tuple[Trend, ...] | tuple[Told, ...]:
    """The findings, the trends or what else is told behind a chart, in the chart's order."""
    return CHARTS[key][0].shown(findings)


def shows_amounts(findings: Findings, key: str) -> bool:
    """Whether a chart shows amounts that were to be put into constant prices; a file of all findings does."""
    return key not in CHARTS or bool(tell_prices(CHARTS[key][0], findings, Language.EN))


def default_texts(findings: Findings, key: str, language: Language) -> ChartTexts:
    """The words around a chart before anybody changes them; that they are of one group only is said first.

    Ask ``list_charts`` first whether the chart is available.
    """
    return write_texts(CHARTS[key][0], findings, language)


def draw_chart(findings: Findings, key: str, look: Look, texts: ChartTexts | None = None) -> go.Figure:
    """The figure of an available chart, laid out for the look's canvas; ``texts`` replace the default words."""
    return fit_chart(CHARTS[key][0], findings, texts or default_texts(findings, key, look.language), look)
