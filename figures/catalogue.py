"""Every chart by its key: which pages show it, whether the findings allow it, and the figure itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import plotly.graph_objects as go

from analysis.findings import Finding, Findings, Trend
from figures.charts import CHARTS, CutKind
from figures.frame import Body, ChartTexts, build_figure, most_for_body, room_for_body
from figures.kinds import ChangesKind, Kind
from figures.kinds_chain import TargetsKind
from figures.kinds_comparison import ComparisonKind, LoveKind
from figures.kinds_dimensions import BalanceKind
from figures.kinds_material import MaterialKind, MaterialUsesKind
from figures.kinds_network import NetworkKind, TiesKind
from figures.kinds_trend import TrendKind
from figures.priced import tell_prices
from figures.theme import Look
from figures.told import Told
from figures.trends import has_trends
from figures.wording import DOT, write_only
from i18n import Language, Text, word
from i18n.words import load_words

BriefKind = ChangesKind | TargetsKind | BalanceKind  # rather more rows than the values of each
STEPS = (1.0, 1.12, 1.25, 1.4)  # how much smaller type may be set where a chart does not fit a fixed canvas
PAPER_STEPS = STEPS[:2]  # the same for a sheet of paper: labels print at 8 pt at least
FINER = (1.6, 1.9, 2.3, 3.0)  # the same for what cannot leave rows out


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
        Chart(key, pages, load_words()[f"figures.chart_{key}"], _reason(kind.missing(findings)))
        for key, (kind, pages) in CHARTS.items()
        if (page is None or page in pages) and _is_listed(kind, findings)
    )


def _is_listed(kind: Kind, findings: Findings) -> bool:
    """Whether the data are of a sort that the chart is for at all, so that its absence would have to be told."""
    if isinstance(kind, TrendKind):
        return has_trends(findings)
    return not isinstance(kind, MaterialKind | MaterialUsesKind | ComparisonKind | LoveKind) or kind.is_listed(findings)


def _reason(missing: str) -> Text:
    return load_words()[f"figures.missing_{missing}"] if missing else Text("", "")


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
    return _write_texts(CHARTS[key][0], findings, language)


def _write_texts(kind: Kind, findings: Findings, language: Language) -> ChartTexts:
    texts, told = kind.texts(findings, language), tell_prices(kind, findings, language)
    return replace(
        texts,
        subtitle="\n".join(filter(None, (write_only(findings, language), texts.subtitle))),
        source="\n".join(filter(None, (texts.source, told))),
    )


def draw_chart(findings: Findings, key: str, look: Look, texts: ChartTexts | None = None) -> go.Figure:
    """The figure of an available chart, laid out for the look's canvas; ``texts`` replace the default words.

    On a canvas of fixed height, and a little on paper, type is set smaller in steps until everything fits. What still
    does not fit is told by fewer rows or with less detail, and the note says so.
    """
    kind = CHARTS[key][0]
    words = texts or default_texts(findings, key, look.language)
    steps = STEPS if look.canvas.height else PAPER_STEPS
    drawn = _draw_whole(kind, (findings, words), look, steps)
    if drawn is None and isinstance(kind, NetworkKind | TiesKind):
        kind, words = _coarsen(kind, (findings, words), look.language)
        drawn = _draw_whole(kind, (findings, words), look, (*steps, *FINER))
    if drawn is None and look.canvas.height and (isinstance(kind, BriefKind) or not look.canvas.narrow):
        look = replace(look, canvas=replace(look.canvas, brief=True))
        drawn = _draw_whole(kind, (findings, words), look, steps)
    if drawn is not None:
        return drawn
    fitting = _loosen(look, steps[-1])
    if isinstance(kind, CutKind):
        return _draw_some(kind, findings, fitting, words)
    return build_figure(*_lay(kind, (findings, words), fitting), fitting)


def _coarsen(
    kind: NetworkKind | TiesKind, what: tuple[Findings, ChartTexts], language: Language
) -> tuple[Kind, ChartTexts]:
    """The chart with less detail, and its words, which say so; a subtitle that nobody changed is that of this chart."""
    findings, words = what
    coarser = kind.coarser()
    if coarser is None:
        return kind, words
    is_own = words.subtitle == _write_texts(kind, findings, language).subtitle
    subtitle = _write_texts(coarser[0], findings, language).subtitle if is_own else words.subtitle
    return coarser[0], _say_too(replace(words, subtitle=subtitle), word(coarser[1], language))


def _lay(kind: Kind, what: tuple[Findings, ChartTexts], look: Look) -> tuple[Body, ChartTexts]:
    """The body, and the words around it with what the body says that it leaves out."""
    findings, words = what
    body = kind.body(findings, look, room_for_body(words, look))
    if not body.said:
        return body, words
    said = _say_too(words, body.said)
    return kind.body(findings, look, room_for_body(said, look)), said


def _draw_whole(kind: Kind, what: tuple[Findings, ChartTexts], look: Look, steps: Iterable[float]) -> go.Figure | None:
    """The figure with all that it has to show, in the largest type in which it fits; None where it does not."""
    for step in steps:
        fitting = _loosen(look, step)
        body, words = _lay(kind, what, fitting)
        if _fits(body, words, fitting):
            return build_figure(body, words, fitting)
    return None


def _loosen(look: Look, step: float) -> Look:
    return replace(look, canvas=look.canvas.loosened(step))


def _say_too(words: ChartTexts, sentence: str) -> ChartTexts:
    """The same words with one more sentence in the note."""
    return replace(words, note=DOT.join(filter(None, (words.note, sentence))))


def _fits(body: Body, words: ChartTexts, look: Look) -> bool:
    most = most_for_body(words, look)
    if body.tight and not look.canvas.fluid:  # on a screen type has its size
        return False
    return most is None or body.height <= most + 0.5


def _draw_some(kind: CutKind, findings: Findings, look: Look, words: ChartTexts) -> go.Figure:
    """As many rows as fit, and at least one; that there are more is said in the note."""
    rows, body, said = kind.count(findings), kind.body(findings, look, None), words
    low, high = 1, rows - 1
    while low <= high:
        most = (low + high + 1) // 2 if low < high else low
        sentence = word(f"figures.some_{kind.chosen}_shown", look.language, shown=most, all=rows)
        said = _say_too(words, sentence)
        body, said = _lay(replace(kind, most=most), (findings, said), look)
        if low == high:
            break
        low, high = (most, high) if _fits(body, said, look) else (low, most - 1)
    return build_figure(body, said, look)
