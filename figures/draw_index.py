"""The index of each dimension: a point for the chosen weights on the range that other weights would give."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import plotly.graph_objects as go

from analysis.evidence.index import SCALE, DimensionIndex, Index
from dictionary.load import code_label
from figures.draw_rows import draw_rows
from figures.frame import Body
from figures.index_words import write_index, write_ranges
from figures.row_places import Placed
from figures.rows import Axis, Row, write_hover
from figures.theme import Look, role_colour
from i18n import Language

THIN, THICK, POINT = 3, 12, 15  # px


def draw_index(index: Index, look: Look, room: float | None) -> Body:
    """A row for each dimension, on one scale from −100 to +100."""
    rows = [_row(one, look.language) for one in index.dimensions]
    ticks = tuple((float(at), write_index(at)) for at in (-SCALE, 0, SCALE))
    axis = Axis(ticks, -SCALE, SCALE, draw=partial(_draw_ranges, index.dimensions), track=(-SCALE, SCALE))
    return draw_rows(rows, axis, look, room)


def _row(one: DimensionIndex, language: Language) -> Row:
    return Row(
        name=code_label("dimension", one.dimension)[language],
        values=write_ranges(one, language),
        strong=write_index(one.value),
        start=one.extreme[0],
        stop=one.extreme[1],
        better=None if not one.value else one.value > 0,
    )


def _draw_ranges(dimensions: Sequence[DimensionIndex], placed: Sequence[Placed], look: Look) -> tuple[go.Scatter, ...]:
    spans = list(zip(placed, dimensions, strict=True))
    extreme = _lines([(p.mark, *one.extreme) for p, one in spans], look.palette.neutral, THIN)
    usual = _lines([(p.mark, *one.usual) for p, one in spans], look.palette.soft_neutral, THICK)
    chosen = [(p, one.value) for p, one in spans if one.value is not None]
    colours = [role_colour(p.row.better, look.palette) for p, _ in chosen]
    marker = {"size": POINT, "color": colours, "line": {"color": look.palette.ground, "width": 2}, "opacity": 1}
    points = go.Scatter(
        x=[value for _, value in chosen],
        y=[p.mark for p, _ in chosen],
        mode="markers",
        marker=marker,
        hovertext=[write_hover(p.row) for p, _ in chosen],
        hoverinfo="text",
        cliponaxis=False,
    )
    return extreme, usual, points


def _lines(spans: Sequence[tuple[float, float, float]], colour: str, width: float) -> go.Scatter:
    return go.Scatter(
        x=[x for _, low, high in spans for x in (low, high, None)],
        y=[y for at, _, _ in spans for y in (at, at, None)],
        mode="lines",
        line={"color": colour, "width": width},
        hoverinfo="skip",
        cliponaxis=False,
    )
