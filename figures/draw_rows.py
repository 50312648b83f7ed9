"""Draw rows: arrows from the baseline, or a hollow dot for before joined to a full one for after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf
from typing import Any

import plotly.graph_objects as go

from figures.frame import Body
from figures.labels import Label, Style, stack
from figures.row_places import (
    MOST_GAP,
    Layout,
    Placed,
    Spacing,
    choose_rows,
    end_words,
    heading_style,
    margins,
    place_rows,
    tell_left_out,
    value_place,
)
from figures.row_range import fit_range, space_ticks
from figures.rows import GAP, HEAD, Axis, Row, name_style, value_style, write_hover
from figures.theme import Look, role_colour, text_colour

DOT = 11
STROKE = 3
LEAD = 0.4  # of the room left over, above the rows


def draw_rows(rows: Sequence[Row], axis: Axis, look: Look, room: float | None) -> Body:
    """The body of a chart of rows, set closer where ``room`` (or a sheet of paper) asks for it.

    It is higher than ``room`` where the rows do not fit even so.
    """
    foot = value_style(look).line * 1.3
    placed, layout = choose_rows(rows, look, (room or look.canvas.page or inf) - foot)
    height = placed[-1].bottom + foot
    if room is not None and room > height:
        extra = min(MOST_GAP, (room - height) / len(rows))
        above = (room - height - extra * len(rows)) * LEAD
        placed = place_rows(rows, look, Spacing(layout, extra, above))
        height = room
    ticks_at = placed[-1].bottom + foot * 0.6
    left, right = margins(look, layout)
    width = look.canvas.width - left - right
    low, high = fit_range(placed, axis, look, width)
    axis = replace(axis, ticks=space_ticks(axis.ticks, width / (high - low), look))
    return Body(
        height=height,
        left=left,
        right=right,
        x_range=(low, high),
        traces=_traces(placed, axis, look),
        labels=(*_labels(placed, axis, look, layout), *_tick_labels(axis, look, ticks_at)),
        shapes=_shapes(_list_spans(placed, look, (left, ticks_at - foot * 0.45)), axis, look),
        said=tell_left_out(rows, layout, look),
    )


def _labels(placed: Sequence[Placed], axis: Axis, look: Look, layout: Layout) -> list[Label]:
    name, value = name_style(look), value_style(look)
    labels: list[Label] = []
    for p in placed:
        if p.headings:
            labels += _heading(p, look)
        labels += stack(p.names, name, p.top, look.canvas.edge)
        labels += stack(p.values, value, p.values_top, value_place(look, layout))
        labels.append(_end_words(p, axis, look, layout))
    return labels


def _heading(placed: Placed, look: Look) -> tuple[Label, ...]:
    style, edge = heading_style(look), look.canvas.edge
    y, last = placed.top - style.line * 0.7, len(placed.headings) - 1
    lines = (Label(text, y - (last - i) * style.line, style, edge) for i, text in enumerate(placed.headings))
    behind = style.width(placed.headings[-1]) + GAP
    return (*lines, Label(placed.row.heading_words, y, value_style(look), edge, shift=behind))


def _end_words(placed: Placed, axis: Axis, look: Look, layout: Layout) -> Label:
    """The change in words: at the end of the mark, or on a narrow canvas flush right beside the name."""
    row = placed.row
    style = Style(look.canvas.label, text_colour(row.better, look.palette))
    if layout is Layout.LINE:
        strong, words = end_words(row)
        return Label(words, placed.mark, style, look.canvas.edge, "right", "right", strong=strong)
    if look.canvas.narrow:
        y = placed.top + style.line / 2
        return Label(row.words, y, style, look.canvas.edge, "right", "right", strong=row.strong)
    ends = axis.ends(row)
    if axis.leftward(row):
        return Label(row.words, placed.mark, style, min(ends), "data", "right", -GAP - HEAD / 2, row.strong)
    shift = GAP + (HEAD / 2 if row.stop is not None else 0)
    return Label(row.words, placed.mark, style, max(ends), "data", "left", shift, row.strong)


def _tick_labels(axis: Axis, look: Look, y: float) -> tuple[Label, ...]:
    return tuple(Label(text, y, value_style(look), at, "data", "center") for at, text in axis.ticks)


def _traces(placed: Sequence[Placed], axis: Axis, look: Look) -> tuple[go.Scatter, ...]:
    drawn = [p for p in placed if p.row.stop is not None]
    if axis.draw:
        return axis.draw(drawn, look)
    starts = [p for p in drawn if p.row.start is not None]
    return (*draw_lines(starts, look), _starts(starts, look), _stops(drawn, axis, look))


def draw_lines(placed: Sequence[Placed], look: Look) -> tuple[go.Scatter, ...]:
    """A line from start to stop of each row; those of one colour as one trace: each trace costs the browser time."""
    roles = {role: [p for p in placed if p.row.better is role] for role in (True, False, None)}
    return tuple(_draw_lines(rows, role, look) for role, rows in roles.items() if rows)


def _draw_lines(moved: Sequence[Placed], better: bool | None, look: Look) -> go.Scatter:
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
        hovertext=[write_hover(p.row) for p in placed],
        hoverinfo="text",
        cliponaxis=False,
    )


def _list_spans(placed: Sequence[Placed], look: Look, ends: tuple[float, float]) -> list[tuple[float, float]]:
    """Top and bottom of the lines at the ticks, broken where a heading reaches them; ``ends`` are left and bottom.

    On a narrow canvas, where names stand above the marks, they are only a stroke at each mark.
    """
    half = look.canvas.label * 0.5
    if look.canvas.narrow:
        return [(p.mark - half, p.mark + half) for p in placed]
    style, (left, bottom) = heading_style(look), ends
    top = min(placed[0].mark - look.canvas.label, placed[0].top)
    breaks = [
        (before.bottom, p.top)
        for before, p in pairwise(placed)
        if any(look.canvas.edge + style.width(text) > left for text in p.headings)
    ]
    return list(zip((top, *(low for _, low in breaks)), (*(high for high, _ in breaks), bottom), strict=True))


def _shapes(spans: Sequence[tuple[float, float]], axis: Axis, look: Look) -> tuple[dict[str, Any], ...]:
    """Lines at the ticks."""
    return tuple(_tick_line(at, span, look) for at, _ in axis.ticks for span in spans)


def _tick_line(at: float, span: tuple[float, float], look: Look) -> dict[str, Any]:
    colour = look.palette.line if at else look.palette.neutral
    line = {"color": colour, "width": 1}
    return {"type": "line", "x0": at, "x1": at, "y0": span[0], "y1": span[1], "layer": "below", "line": line}
