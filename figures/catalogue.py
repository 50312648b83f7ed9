"""Every chart by its key: which pages show it, whether the findings allow it, and the figure itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd
import plotly.graph_objects as go

from analysis.findings import Finding, Findings, Trend
from dictionary.nouns import Dimension
from figures.flows import find_members_flow, find_partners_flow
from figures.frame import Body, ChartTexts, build_figure, most_for_body, room_for_body
from figures.kinds import ChangesKind, FlowKind, GroupsKind, Kind
from figures.kinds_income import PairsKind, SharesKind
from figures.kinds_sroi import DrawsKind, TornadoKind, ValuesKind
from figures.kinds_trend import TrendKind
from figures.parts import Part, PartsKind
from figures.theme import Look
from figures.trends import has_trends
from figures.wording import DOT, write_only
from i18n import Language, Text, word
from i18n.words import load_words

CHARTS: dict[str, tuple[Kind, tuple[str, ...]]] = {
    "changes": (ChangesKind(), ("overview",)),
    "trend": (TrendKind(), ("overview",)),
    "changes_economic": (ChangesKind(Dimension.ECONOMIC), ("economic",)),
    "trend_economic": (TrendKind(Dimension.ECONOMIC), ("economic",)),
    "changes_social": (ChangesKind(Dimension.SOCIAL), ("social",)),
    "trend_social": (TrendKind(Dimension.SOCIAL), ("social",)),
    "changes_environmental": (ChangesKind(Dimension.ENVIRONMENTAL), ("environmental",)),
    "trend_environmental": (TrendKind(Dimension.ENVIRONMENTAL), ("environmental",)),
    "income_pairs": (PairsKind(), ("income", "economic")),
    "income_shares": (SharesKind(), ("income", "economic")),
    "income_sources": (GroupsKind("income_sources", "member_income", "income_source"), ("income",)),
    "members_flow": (
        FlowKind(find_members_flow, ("members_active", "members_new", "members_left")),
        ("members", "social"),
    ),
    "members_villages": (GroupsKind("members_villages", "members_active", "village"), ("members",)),
    "partners_sectors": (GroupsKind("partners_sectors", "partners", "sector"), ("partners", "social")),
    "partners_flow": (FlowKind(find_partners_flow, ("partners", "partners_new", "partners_ended")), ("partners",)),
    "partners_support": (GroupsKind("partners_support", "partner_support", "sector"), ("partners",)),
    "sroi_values": (ValuesKind(), ("sroi",)),
    "sroi_tornado": (TornadoKind(), ("sroi",)),
    "sroi_draws": (DrawsKind(), ("sroi",)),
}
STEPS = (1.0, 1.12, 1.25, 1.4)  # how much smaller type may be set where a chart does not fit a fixed canvas


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

    Trends are listed only where there are more than two rounds.
    """
    return tuple(
        Chart(key, pages, load_words()[f"figures.chart_{key}"], _reason(kind.missing(findings)))
        for key, (kind, pages) in CHARTS.items()
        if (page is None or page in pages) and (has_trends(findings) or not isinstance(kind, TrendKind))
    )


def _reason(missing: str) -> Text:
    return load_words()[f"figures.missing_{missing}"] if missing else Text("", "")


def shown_findings(findings: Findings, key: str) -> tuple[Finding, ...] | tuple[Trend, ...]:
    """The findings, or the trends, behind a chart, in the chart's order."""
    return CHARTS[key][0].shown(findings)


def list_parts(findings: Findings, key: str, language: Language) -> tuple[Part, ...]:
    """What a chart of the evidence shows, with its cells; () for one of findings or trends."""
    kind = CHARTS[key][0]
    return kind.parts(findings, language) if isinstance(kind, PartsKind) else ()


def evidence_table(findings: Findings, key: str, language: Language) -> pd.DataFrame | None:
    """The figures behind a chart of the evidence; None for one of findings or trends."""
    kind = CHARTS[key][0]
    return kind.table(findings, language) if isinstance(kind, PartsKind) else None


def default_texts(findings: Findings, key: str, language: Language) -> ChartTexts:
    """The words around a chart before anybody changes them; that they are of one group only is said first.

    Ask ``list_charts`` first whether the chart is available.
    """
    texts = CHARTS[key][0].texts(findings, language)
    return replace(texts, subtitle="\n".join(filter(None, (write_only(findings, language), texts.subtitle))))


def draw_chart(findings: Findings, key: str, look: Look, texts: ChartTexts | None = None) -> go.Figure:
    """The figure of an available chart, laid out for the look's canvas; ``texts`` replace the default words.

    On a canvas of fixed height type is set smaller in steps until everything fits. Rows that still do not fit, or would
    be too many for a page of paper, are left out, and the note says so.
    """
    kind = CHARTS[key][0]
    words = texts or default_texts(findings, key, look.language)
    for step in STEPS if look.canvas.height else STEPS[:1]:
        fitting = Look(look.language, look.canvas.loosened(step), look.dark)
        body = kind.body(findings, fitting, room_for_body(words, fitting))
        if _fits(body, words, fitting):
            return build_figure(body, words, fitting)
    if isinstance(kind, ChangesKind | GroupsKind | TrendKind | ValuesKind | TornadoKind):
        return _draw_some(kind, findings, fitting, words)
    return build_figure(body, words, fitting)


def _fits(body: Body, words: ChartTexts, look: Look) -> bool:
    most = most_for_body(words, look)
    return most is None or body.height <= most + 0.5


def _draw_some(
    kind: ChangesKind | GroupsKind | TrendKind | ValuesKind | TornadoKind,
    findings: Findings,
    look: Look,
    words: ChartTexts,
) -> go.Figure:
    """As many rows as fit, and at least one; that there are more is said in the note."""
    rows = kind.count(findings) if isinstance(kind, ValuesKind | TornadoKind) else len(kind.shown(findings))
    body, said = kind.body(findings, look, None), words
    for most in range(rows - 1, 0, -1):
        sentence = word(f"figures.some_{kind.chosen}_shown", look.language, shown=most, all=rows)
        said = replace(words, note=DOT.join(filter(None, (words.note, sentence))))
        body = replace(kind, most=most).body(findings, look, room_for_body(said, look))
        if _fits(body, said, look):
            break
    return build_figure(body, said, look)
