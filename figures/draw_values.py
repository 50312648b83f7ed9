"""Rows whose marks are bars: a waterfall of value, or how far something moves on both sides of a base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from typing import Any

import plotly.graph_objects as go

from figures.frame import Body
from figures.labels import Label, Style, stack
from figures.row_places import (
    Layout,
    Placed,
    Spacing,
    choose_rows,
    margins,
    place_rows,
    tell_left_out,
    value_place,
)
from figures.row_range import fit_range, space_ticks
from figures.rows import GAP, HEAD, Axis, Row, name_style, value_style, write_hover
from figures.theme import Look, role_colour, text_colour

THICK = 0.95  # of a bar, in sizes of a label
ABOVE = {Layout.BELOW, Layout.STRIP}  # names stand above the bars
MOST_GAP = 22  # px that a row may grow by where the canvas is taller than the content


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis of the bars. ``base`` parts each bar into worse (left of it) and better; ``chained`` bars are joined."""

    axis: Axis
    base: float | None = None
    chained: bool = False


def draw_values(rows: Sequence[Row], scale: Scale, look: Look, room: float | None) -> Body:
    """The body; closer set where ``room`` asks for it, and higher than that where the rows do not fit even so."""
    foot = value_style(look).line * 1.3
    placed, layout = choose_rows(rows, look, (room or look.canvas.page or inf) - foot)
    height = placed[-1].bottom + foot
    if room is not None and room > height:
        extra = min(MOST_GAP, (room - height) / len(rows))
        placed = place_rows(rows, look, Spacing(layout, extra, (room - height - extra * len(rows)) * 0.4))
        height = room
    bottom = placed[-1].bottom + foot * 0.15
    left, right = margins(look, layout)
    width = look.canvas.width - left - right
    low, high = fit_range(placed, scale.axis, look, width)
    axis = replace(scale.axis, ticks=space_ticks(scale.axis.ticks, width / (high - low), look))
    return Body(
        height=height,
        left=left,
        right=right,
        x_range=(low, high),
        traces=tuple(_bars(placed, scale, look)),
        labels=(*_labels(placed, look, layout), *_tick_labels(axis, look, bottom + foot * 0.45)),
        shapes=(*_tick_lines(placed, axis, (look, layout), bottom), *_joints(placed, scale, (look, layout))),
        said=tell_left_out(rows, layout, look),
    )


def _labels(placed: Sequence[Placed], look: Look, layout: Layout) -> Iterator[Label]:
    for p in placed:
        yield from stack(p.names, name_style(look), p.top, look.canvas.edge)
        yield from stack(p.values, value_style(look), p.values_top, value_place(look, layout))
        yield _words(p, look, layout)


def _words(p: Placed, look: Look, layout: Layout) -> Label:
    """The value at the end of the bar, or on a narrow canvas flush right beside the name."""
    row = p.row
    style = Style(look.canvas.label, text_colour(row.better, look.palette))
    if look.canvas.narrow:
        y = p.mark if layout is Layout.LINE else p.top + style.line / 2
        return Label(row.words, y, style, look.canvas.edge, "right", "right", strong=row.strong)
    start, stop = row.start or 0.0, row.stop or 0.0
    return Label(row.words, p.mark, style, max(start, stop), "data", "left", GAP, row.strong)


def _bars(placed: Sequence[Placed], scale: Scale, look: Look) -> Iterator[go.Bar]:
    """One trace for each role, so that nothing is drawn twice."""
    pieces = [(p, *piece) for p in placed for piece in _pieces(p.row, scale.base)]
    for role in (True, False, None):
        own = [(p, start, stop) for p, start, stop, better in pieces if better is role]
        if own:
            yield go.Bar(
                orientation="h",
                x=[stop - start for _, start, stop in own],
                base=[start for _, start, _ in own],
                y=[p.mark for p, _, _ in own],
                width=look.canvas.label * THICK,
                offset=-look.canvas.label * THICK / 2,
                marker={"color": role_colour(role, look.palette), "line": {"width": 0}},
                hovertext=[write_hover(p.row) for p, _, _ in own],
                hoverinfo="text",
            )


def _pieces(row: Row, base: float | None) -> Iterator[tuple[float, float, bool | None]]:
    """The bar of a row, parted at the base."""
    start, stop = row.start or 0.0, row.stop or 0.0
    if base is None:
        yield start, stop, row.better
        return
    low, high = min(start, stop), max(start, stop)
    if low < base:
        yield low, min(high, base), False
    if high > base:
        yield max(low, base), high, True


def _tick_labels(axis: Axis, look: Look, y: float) -> Iterator[Label]:
    return (Label(text, y, value_style(look), at, "data", "center") for at, text in axis.ticks)


def _tick_lines(
    placed: Sequence[Placed], axis: Axis, on: tuple[Look, Layout], bottom: float
) -> Iterator[dict[str, Any]]:
    """Lines at the ticks; where names stand above the bars, only a stroke at each bar."""
    palette = on[0].palette
    for at, _ in axis.ticks:
        line = {"color": palette.line if at else palette.neutral, "width": 1}
        for top, end in _spans(placed, on, (placed[0].top, bottom)):
            yield {"type": "line", "x0": at, "x1": at, "y0": top, "y1": end, "layer": "below", "line": line}


def _spans(placed: Sequence[Placed], on: tuple[Look, Layout], whole: tuple[float, float]) -> list[tuple[float, float]]:
    half = on[0].canvas.label * 0.75
    return [(p.mark - half, p.mark + half) for p in placed] if on[1] in ABOVE else [whole]


def _joints(placed: Sequence[Placed], scale: Scale, on: tuple[Look, Layout]) -> Iterator[dict[str, Any]]:
    """Where each bar of a waterfall ends and the next begins; through all rows at the base of a tornado.

    Where words stand between the bars, nothing is drawn through them.
    """
    palette = on[0].palette
    line = {"color": palette.neutral, "width": 1, "dash": "dot"}
    if scale.base is not None:
        ink = {"color": palette.ink, "width": 1}
        for top, bottom in _spans(placed, on, (placed[0].mark - HEAD, placed[-1].mark + HEAD)):
            yield {"type": "line", "x0": scale.base, "x1": scale.base, "y0": top, "y1": bottom, "line": ink}
    if not scale.chained or on[1] in ABOVE:
        return
    for upper, lower in pairwise(placed):
        if upper.row.stop is not None and lower.row.start == upper.row.stop:
            at = upper.row.stop
            ends = {"y0": upper.mark, "y1": lower.mark}
            yield {"type": "line", "x0": at, "x1": at, **ends, "layer": "below", "line": line}
