"""What every figure shares: title and subtitle above the body, source and note below, all inside the picture."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

import plotly.graph_objects as go

from figures.fonts import FAMILY
from figures.labels import Label, Style, balance_lines, stack, text_trace, wrap_lines, wrap_parts
from figures.theme import Look
from figures.wording import DOT

INSIDE = 0.5  # px
UPPER_MARKS = 0.3  # em that Thai marks stand out above the line of a title


@dataclass(frozen=True, slots=True)
class ChartTexts:
    """The words around a chart. Title and note are the user's to change; lines may be forced by a line feed."""

    title: str
    subtitle: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Body:
    """The chart itself: ``height`` px high, between margins of ``left`` and ``right`` px.

    ``y_range`` is bottom and top of the y axis; None means px from the top of the body. ``tight`` says that something
    is too narrow for its words, which smaller type would mend. ``said`` is the sentence about what it leaves out.
    """

    height: float
    left: float
    right: float
    x_range: tuple[float, float]
    traces: tuple[go.Scatter | go.Bar, ...] = ()
    labels: tuple[Label, ...] = ()
    shapes: tuple[dict[str, Any], ...] = ()
    y_range: tuple[float, float] | None = None
    tight: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Room taken above and below the body (px) and the labels in it, placed from the top of the picture."""

    top: float
    bottom: float
    header: tuple[Label, ...]
    footer: tuple[Label, ...]


def lay_frame(texts: ChartTexts, look: Look) -> Frame:
    """Wrap the words around a chart and measure what room they take."""
    canvas, palette = look.canvas, look.palette
    title = Style(canvas.title, palette.ink, bold=True)
    subtitle, note = Style(canvas.label, palette.quiet), Style(canvas.note, palette.quiet)
    width = canvas.width - 2 * canvas.edge
    lines = balance_lines(texts.title, title, width)
    below = _wrap_subtitle(texts.subtitle, subtitle, width)
    notes = (*_wrap_note(texts.source, note, look), *_wrap_note(texts.note, note, look))
    at = max(canvas.edge * 0.8, canvas.title * UPPER_MARKS)
    after_title = at + len(lines) * title.line + canvas.label * 0.2
    header = stack(lines, title, at, canvas.edge) + stack(below, subtitle, after_title, canvas.edge)
    top = after_title + len(below) * subtitle.line + canvas.label * 0.7
    gap = canvas.label * 0.9
    return Frame(top, gap + len(notes) * note.line + canvas.edge * 0.6, header, stack(notes, note, gap, canvas.edge))


def _wrap_note(text: str, style: Style, look: Look) -> tuple[str, ...]:
    """What stands below: a line of its own for notes and for cautions, none ending within one of them if it fits.

    On a square, where every line costs a row of the chart, they follow one another.
    """
    canvas = look.canvas
    width = canvas.width - 2 * canvas.edge
    if canvas.narrow and canvas.height:
        return wrap_lines(text.replace("\n", DOT), style, width)
    return tuple(line for part in text.split("\n") if part.strip() for line in wrap_parts(part, style, width))


def _wrap_subtitle(text: str, style: Style, width: float) -> tuple[str, ...]:
    """The subtitle in one line where it fits, else what is drawn and the rounds each from a line of their own.

    No round is parted from its dates where they fit on a line.
    """
    joined = text.replace("\n", DOT)
    if style.width(joined) <= width:
        return (joined,)
    return tuple(line for part in text.split("\n") for line in wrap_parts(part, style, width))


def room_for_body(texts: ChartTexts, look: Look) -> float | None:
    """The height left for the body on a canvas of fixed height (px); None where the height follows the content."""
    return most_for_body(texts, look) if look.canvas.height else None


def most_for_body(texts: ChartTexts, look: Look) -> float | None:
    """The most height that the body may have (px); None where there is no limit."""
    most = look.canvas.height or look.canvas.tallest
    if most is None:
        return None
    frame = lay_frame(texts, look)
    return most - frame.top - frame.bottom


def build_figure(body: Body, texts: ChartTexts, look: Look) -> go.Figure:
    """The whole figure: the body in its frame, with its width and height set.

    The axes ``x`` and ``y`` are px of the page and carry the words; ``x2`` and ``y2`` are the body's and carry data.
    """
    frame = lay_frame(texts, look)
    height = look.canvas.height or float(ceil(frame.top + body.height + frame.bottom))
    page = Page(body, frame.top, look.canvas.width, height)
    drawn = [*body.traces, text_trace(page.place_data_labels())]
    for trace in drawn:
        trace.xaxis, trace.yaxis = "x2", "y2"
    layout = {
        "width": None if look.canvas.fluid else look.canvas.width,
        "autosize": look.canvas.fluid,
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "shapes": [{"xref": "x2", "yref": "y2", **shape} for shape in body.shapes],
        "meta": {"title": texts.title, "note": texts.note, "source": texts.source},
        **page.axes(),
        **_ground(look),
    }
    return go.Figure(data=[text_trace(page.place_page_labels(frame)), *drawn], layout=layout)


@dataclass(frozen=True, slots=True)
class Page:
    """Where a body lies on the page (px), and how its places become places of the axes."""

    body: Body
    top: float
    width: float
    height: float

    def axes(self) -> dict[str, dict[str, Any]]:
        """The page's own axes in px, and the body's inside its margins."""
        body = self.body
        across = (body.left / self.width, 1 - body.right / self.width)
        upright = (max(0.0, 1 - (self.top + body.height) / self.height), 1 - self.top / self.height)
        return {
            "xaxis": {**_BARE_AXIS, "range": (0, self.width), "domain": (0, 1)},
            "yaxis": {**_BARE_AXIS, "range": (self.height, 0), "domain": (0, 1)},
            "xaxis2": {**_BARE_AXIS, "range": body.x_range, "domain": across, "anchor": "y2"},
            "yaxis2": {**_BARE_AXIS, "range": self._y_range(), "domain": upright, "anchor": "x2"},
        }

    def _y_range(self) -> tuple[float, float]:
        return self.body.y_range or (self.body.height, 0)

    def _x_px(self, label: Label) -> float:
        """Px from the left edge of the page to a label's place."""
        if label.on == "data":
            low, high = self.body.x_range
            inner = self.width - self.body.left - self.body.right
            return self.body.left + (label.x - low) / (high - low) * inner + label.shift
        return (label.x if label.on == "page" else self.width - label.x) + label.shift

    def _over_data(self, label: Label) -> bool:
        """Whether a label lies well within the body, where it must stand above what is drawn.

        Plotly hides what lies outside the range of its axis, be it by the last digit.
        """
        left, right = self.body.left + INSIDE, self.width - self.body.right - INSIDE
        return label.on == "data" and left <= self._x_px(label) <= right

    def place_page_labels(self, frame: Frame) -> list[tuple[float, float, Label]]:
        """Header, footer and the body's labels beside the data, in px of the page."""
        below = self.height - frame.bottom
        words = [(label.x, label.y, label) for label in frame.header]
        words += [(label.x, label.y + below, label) for label in frame.footer]
        beside = [label for label in self.body.labels if not self._over_data(label)]
        return words + [(self._x_px(label), label.y + self.top, label) for label in beside]

    def place_data_labels(self) -> list[tuple[float, float, Label]]:
        """The labels that stand at data, in values of the body's axes."""
        low, high = self.body.x_range
        bottom, top = self._y_range()
        per_px = (high - low) / (self.width - self.body.left - self.body.right)
        rise = (bottom - top) / self.body.height
        over = [label for label in self.body.labels if self._over_data(label)]
        return [(low + (self._x_px(v) - self.body.left) * per_px, top + v.y * rise, v) for v in over]


_BARE_AXIS: dict[str, Any] = {"visible": False, "fixedrange": True, "autorange": False}


def _ground(look: Look) -> dict[str, Any]:
    palette = look.palette
    return {
        "template": "none",
        "paper_bgcolor": palette.ground,
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "font": {"family": f"{FAMILY}, sans-serif", "size": look.canvas.label, "color": palette.ink},
        "hoverlabel": {
            "bgcolor": palette.ground,
            "bordercolor": palette.line,
            "font": {"family": f"{FAMILY}, sans-serif", "size": look.canvas.note, "color": palette.ink},
        },
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": palette.neutral, "activecolor": palette.ink},
    }
