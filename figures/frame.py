"""What every figure shares: title and subtitle above the body, source and note below, all inside the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from figures.fonts import FAMILY
from figures.labels import Label, Style, stack, wrap_lines
from figures.theme import Look


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

    ``y_range`` is bottom and top of the y axis; None means px from the top of the body.
    """

    height: float
    left: float
    right: float
    x_range: tuple[float, float]
    traces: tuple[go.Scatter | go.Bar, ...] = ()
    labels: tuple[Label, ...] = ()
    shapes: tuple[dict[str, Any], ...] = ()
    y_range: tuple[float, float] | None = None


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
    lines = wrap_lines(texts.title, title, width)
    below = wrap_lines(texts.subtitle, subtitle, width)
    notes = (*wrap_lines(texts.source, note, width), *wrap_lines(texts.note, note, width))
    at = canvas.edge * 0.6
    after_title = at + len(lines) * title.line + canvas.label * 0.2
    header = stack(lines, title, at, canvas.edge) + stack(below, subtitle, after_title, canvas.edge)
    top = after_title + len(below) * subtitle.line + canvas.label * 0.7
    gap = canvas.label * 0.9
    return Frame(top, gap + len(notes) * note.line + canvas.edge * 0.6, header, stack(notes, note, gap, canvas.edge))


def room_for_body(texts: ChartTexts, look: Look) -> float | None:
    """The height left for the body on a canvas of fixed height (px); None where the height follows the content."""
    if look.canvas.height is None:
        return None
    frame = lay_frame(texts, look)
    return look.canvas.height - frame.top - frame.bottom


def build_figure(body: Body, texts: ChartTexts, look: Look) -> go.Figure:
    """The whole figure: the body in its frame, with its width and height set."""
    frame = lay_frame(texts, look)
    moved = [_move(label, -frame.top) for label in frame.header]
    moved += [_move(label, body.height) for label in frame.footer]
    figure = go.Figure(data=list(body.traces))
    figure.update_layout(
        width=None if look.canvas.fluid else look.canvas.width,
        autosize=look.canvas.fluid,
        height=look.canvas.height or frame.top + body.height + frame.bottom,
        margin={"l": body.left, "r": body.right, "t": frame.top, "b": frame.bottom, "pad": 0},
        annotations=[label.annotation(body.left, body.right) for label in (*moved, *body.labels)],
        shapes=list(body.shapes),
        xaxis={**_BARE_AXIS, "range": body.x_range},
        yaxis={**_BARE_AXIS, "range": body.y_range or (body.height, 0)},
        meta={"title": texts.title, "note": texts.note, "source": texts.source},
        **_ground(look),
    )
    return figure


_BARE_AXIS: dict[str, Any] = {"visible": False, "fixedrange": True, "autorange": False}


def _move(label: Label, by: float) -> Label:
    return Label(label.text, label.y + by, label.style, label.x)


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
