"""Draw rows: arrows from the baseline, or a hollow dot for before joined to a full one for after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from figures.frame import Body
from figures.labels import Label, Style, escape_text, stack
from figures.rows import (
    GAP,
    HEAD,
    MOST_GAP,
    Axis,
    Placed,
    Row,
    fit_range,
    margins,
    name_style,
    place_rows,
    value_style,
)
from figures.theme import Look, role_colour, text_colour

DOT = 11
STROKE = 3


def draw_rows(rows: Sequence[Row], axis: Axis, look: Look, room: float | None) -> Body:
    """The body of a chart of rows; it is higher than ``room`` where the rows do not fit."""
    placed = place_rows(rows, look)
    foot = value_style(look).line * 1.3
    height = placed[-1].bottom + foot
    if room is not None and room > height:
        placed = place_rows(rows, look, min(MOST_GAP, (room - height) / len(rows)))
        height = room
    left, right = margins(look)
    return Body(
        height=height,
        left=left,
        right=right,
        x_range=fit_range(placed, axis, look),
        traces=_traces(placed, axis, look),
        labels=(*_labels(placed, axis, look), *_tick_labels(axis, look, height - foot * 0.4)),
        shapes=_shapes(placed, axis, look, height - foot * 0.85),
    )


def _labels(placed: Sequence[Placed], axis: Axis, look: Look) -> list[Label]:
    name, value = name_style(look), value_style(look)
    labels: list[Label] = []
    for p in placed:
        if p.row.heading:
            labels += _heading(p, look)
        labels += stack(p.names, name, p.top, look.canvas.edge)
        labels += stack(p.values, value, p.top + len(p.names) * name.line, look.canvas.edge)
        labels.append(_end_words(p, axis, look))
    return labels


def _heading(placed: Placed, look: Look) -> tuple[Label, Label]:
    style, edge = Style(look.canvas.label, look.palette.ink, bold=True), look.canvas.edge
    y = placed.top - style.line * 0.7
    counts = Label(placed.row.heading_words, y, value_style(look), edge, shift=style.width(placed.row.heading) + GAP)
    return Label(placed.row.heading, y, style, edge), counts


def _end_words(placed: Placed, axis: Axis, look: Look) -> Label:
    row = placed.row
    style = Style(look.canvas.label, text_colour(row.better, look.palette))
    ends = [x for x in (row.start, row.stop) if x is not None] or [0.0]
    if axis.leftward(row):
        return Label(row.words, placed.mark, style, min(ends), "data", "right", -GAP - HEAD / 2, row.strong)
    shift = GAP + (HEAD / 2 if row.start is not None else -GAP)
    return Label(row.words, placed.mark, style, max(ends), "data", "left", shift, row.strong)


def _tick_labels(axis: Axis, look: Look, y: float) -> tuple[Label, ...]:
    return tuple(Label(text, y, value_style(look), at, "data", "center") for at, text in axis.ticks)


def _traces(placed: Sequence[Placed], axis: Axis, look: Look) -> tuple[go.Scatter, ...]:
    drawn = [p for p in placed if p.row.stop is not None]
    roles = (True, False, None)
    lines = tuple(_lines([p for p in drawn if p.row.better is role], role, look) for role in roles)
    starts = [p for p in drawn if p.row.start is not None]
    return (*lines, _starts(starts, look), _stops(drawn, axis, look))


def _lines(placed: Sequence[Placed], better: bool | None, look: Look) -> go.Scatter:
    moved = [p for p in placed if p.row.start is not None]
    return go.Scatter(
        x=[x for p in moved for x in (p.row.start, p.row.stop, None)],
        y=[y for p in moved for y in (p.mark, p.mark, None)],
        mode="lines",
        line={"color": role_colour(better, look.palette), "width": STROKE},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _starts(placed: Sequence[Placed], look: Look) -> go.Scatter:
    colours = [role_colour(p.row.better, look.palette) for p in placed]
    ring = {"size": DOT, "color": look.palette.ground, "line": {"color": colours, "width": 2}}
    return _marks(placed, [p.row.start for p in placed], ring)


def _stops(placed: Sequence[Placed], axis: Axis, look: Look) -> go.Scatter:
    moved = [p for p in placed if p.row.start != p.row.stop]
    symbols = [_symbol(p.row, axis) for p in moved]
    colours = [role_colour(p.row.better, look.palette) for p in moved]
    size = HEAD if axis.arrows else DOT + 2
    return _marks(moved, [p.row.stop for p in moved], {"size": size, "symbol": symbols, "color": colours})


def _symbol(row: Row, axis: Axis) -> str:
    if not axis.arrows:
        return "circle"
    return "triangle-left" if axis.leftward(row) else "triangle-right"


def _marks(placed: Sequence[Placed], at: Sequence[float | None], marker: dict[str, Any]) -> go.Scatter:
    return go.Scatter(
        x=list(at),
        y=[p.mark for p in placed],
        mode="markers",
        marker={"opacity": 1, **marker},
        hovertext=[_hover(p.row) for p in placed],
        hoverinfo="text",
        cliponaxis=False,
    )


def _hover(row: Row) -> str:
    return "<br>".join(map(escape_text, (row.name, row.values, row.strong + row.words)))


def _shapes(placed: Sequence[Placed], axis: Axis, look: Look, bottom: float) -> tuple[dict[str, Any], ...]:
    line = {"color": look.palette.line, "width": 1}
    first = min(placed[0].mark - look.canvas.label, placed[0].top)
    ticks = [
        {"type": "line", "x0": at, "x1": at, "y0": first, "y1": bottom, "layer": "below", "line": line}
        for at, _ in axis.ticks
    ]
    zero = {**line, "color": look.palette.neutral}
    return tuple({**tick, "line": zero} if tick["x0"] == 0 else tick for tick in ticks)
