"""A chart fitted to its canvas: type set smaller in steps, less detail, fewer rows; never words over words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import plotly.graph_objects as go

from analysis.findings import Findings
from figures.chart_texts import write_texts
from figures.charts import CutKind
from figures.frame import Body, ChartTexts, build_figure, most_for_body, room_for_body
from figures.kinds import ChangesKind, Kind
from figures.kinds_chain import ChainKind, TargetsKind
from figures.kinds_dimensions import BalanceKind
from figures.kinds_network import NetworkKind, TiesKind
from figures.kinds_participation import TimelineKind
from figures.kinds_sroi import TornadoKind, ValuesKind
from figures.kinds_technology import ChannelsKind
from figures.notes import add_sentence
from figures.theme import Look
from i18n import Language, word

BriefKind = (  # rather more rows than the values of each
    ChangesKind | TargetsKind | BalanceKind | TimelineKind | ChannelsKind | ValuesKind | TornadoKind
)
STEPS = (1.0, 1.12, 1.25, 1.4)  # how much smaller type may be set where a chart does not fit a fixed canvas
PAPER_STEPS = STEPS[:2]  # the same for a sheet of paper: labels print at 8 pt at least
FINER = (1.6, 1.9, 2.3, 3.0)  # the same for what a cut would spoil
SQUARE_STEPS = FINER[:2]  # the same for a square, which is printed 19 cm wide: labels at 10 pt at least
ENOUGH = 10  # rows: with so many a square is cut rather than set smaller


@dataclass(frozen=True, slots=True)
class Cut:
    """A body of ``shown`` rows, its words, which say so, and the look that it is laid out for."""

    body: Body
    words: ChartTexts
    shown: int
    look: Look

    @property
    def fits(self) -> bool:
        """Whether it lies between the words above and below it."""
        return _fits(self.body, self.words, self.look)

    def build(self) -> go.Figure:
        """The whole figure."""
        return build_figure(self.body, self.words, self.look)


def fit_chart(kind: Kind, findings: Findings, words: ChartTexts, look: Look) -> go.Figure:
    """The figure with these words, laid out for the canvas.

    On a canvas of fixed height, and a little on paper, type is set smaller in steps until everything fits. What still
    does not fit is told by fewer rows or with less detail, and the note says so.
    """
    steps = STEPS if look.canvas.height else PAPER_STEPS
    drawn = _draw_whole(kind, (findings, words), look, steps)
    if drawn is None and isinstance(kind, NetworkKind | TiesKind):
        kind, words = _coarsen(kind, (findings, words), look.language)
        drawn = _draw_whole(kind, (findings, words), look, (*steps, *FINER))
    if drawn is None and look.canvas.height and (isinstance(kind, BriefKind) or not look.canvas.narrow):
        look = replace(look, canvas=replace(look.canvas, brief=True))
        drawn = _draw_whole(kind, (findings, words), look, steps)
    return drawn or _draw_closer(kind, (findings, words), look, steps[-1])


def _draw_closer(kind: Kind, what: tuple[Findings, ChartTexts], look: Look, step: float) -> go.Figure:
    """The figure with as many rows as fit in the smallest usual type, or in finer type where a cut would spoil it."""
    if not isinstance(kind, CutKind):
        fitting = _loosen(look, step)
        return build_figure(*_lay(kind, what, fitting), fitting)
    usual = _cut(kind, what, _loosen(look, step))
    if look.canvas.height and _is_spoiled(usual, kind, look):
        return _draw_whole(kind, what, look, SQUARE_STEPS) or _draw_some(kind, what, look)
    return usual.build() if usual.fits else _draw_some(kind, what, look)


def _is_spoiled(cut: Cut, kind: CutKind, look: Look) -> bool:
    """Whether finer type is the lesser evil: a chain without its links, a square of a few rows."""
    return isinstance(kind, ChainKind) or (look.canvas.narrow and not (cut.fits and cut.shown >= ENOUGH))


def _coarsen(
    kind: NetworkKind | TiesKind, what: tuple[Findings, ChartTexts], language: Language
) -> tuple[Kind, ChartTexts]:
    """The chart with less detail, and its words, which say so; a subtitle that nobody changed is that of this chart."""
    findings, words = what
    coarser = kind.coarser()
    if coarser is None:
        return kind, words
    is_own = words.subtitle == write_texts(kind, findings, language).subtitle
    subtitle = write_texts(coarser[0], findings, language).subtitle if is_own else words.subtitle
    return coarser[0], _say_too(replace(words, subtitle=subtitle), word(coarser[1], language), language)


def _lay(kind: Kind, what: tuple[Findings, ChartTexts], look: Look) -> tuple[Body, ChartTexts]:
    """The body, and the words around it with what the body says that it leaves out."""
    findings, words = what
    body = kind.body(findings, look, room_for_body(words, look))
    if not body.said:
        return body, words
    said = _say_too(words, body.said, look.language)
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


def _say_too(words: ChartTexts, sentence: str, language: Language) -> ChartTexts:
    """The same words with one more sentence in the note."""
    return replace(words, note=add_sentence(words.note, sentence, language))


def _fits(body: Body, words: ChartTexts, look: Look) -> bool:
    most = most_for_body(words, look)
    if body.tight and not look.canvas.fluid:  # on a screen type has its size
        return False
    return most is None or body.height <= most + 0.5


def _draw_some(kind: CutKind, what: tuple[Findings, ChartTexts], look: Look) -> go.Figure:
    """As many rows as fit, in the largest of the finer types in which any does: words over each other are worse."""
    cuts = [_cut(kind, what, _loosen(look, FINER[0]))]
    for step in FINER[1:]:
        if cuts[-1].fits:
            break
        cuts.append(_cut(kind, what, _loosen(look, step)))
    return cuts[-1].build()


def _cut(kind: CutKind, what: tuple[Findings, ChartTexts], look: Look) -> Cut:
    """As many rows as fit, and at least one (of a chain one of each level)."""
    findings, words = what
    rows = kind.count(findings)
    low, high = kind.least(findings) if isinstance(kind, ChainKind) else 1, rows - 1
    cut = Cut(kind.body(findings, look, None), words, rows, look)
    while low <= high:
        most = (low + high + 1) // 2 if low < high else low
        sentence = word(f"figures.some_{kind.chosen}_shown", look.language, shown=most, all=rows)
        body, said = _lay(replace(kind, most=most), (findings, _say_too(words, sentence, look.language)), look)
        cut = Cut(body, said, most, look)
        if low == high:
            break
        low, high = (most, high) if cut.fits else (low, most - 1)
    return cut
