"""Bars of a bullet chart: a pale track from baseline to target, the way that was gone on it, a stroke at the target."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from figures.row_places import Placed
from figures.rows import write_hover
from figures.theme import Look, text_colour

TRACK, BAR = 16, 7  # px high
STROKE = 10  # px above and below the bar: the stroke at the target


def draw_bars(placed: Sequence[Placed], look: Look) -> tuple[go.Scatter, ...]:
    """The bars of all rows; what reached its target and what moved away from it differ in colour and in words."""
    track = _lines([(p.mark, 0.0, 1.0) for p in placed], look.palette.soft_neutral, TRACK)
    bars = [
        _lines([_span(p) for p in placed if p.row.better is role], text_colour(role, look.palette), BAR)
        for role in (True, False, None)
    ]
    return track, *bars, _targets(placed, look)


def _span(placed: Placed) -> tuple[float, float, float]:
    return placed.mark, placed.row.start or 0.0, placed.row.stop or 0.0


def _lines(spans: Sequence[tuple[float, float, float]], colour: str, width: float) -> go.Scatter:
    return go.Scatter(
        x=[x for _, start, stop in spans for x in (start, stop, None)],
        y=[y for at, _, _ in spans for y in (at, at, None)],
        mode="lines",
        line={"color": colour, "width": width},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _targets(placed: Sequence[Placed], look: Look) -> go.Scatter:
    line = {"color": look.palette.ink, "width": 2.5}
    return go.Scatter(
        x=[1.0] * len(placed),
        y=[p.mark for p in placed],
        mode="markers",
        marker={"symbol": "line-ns", "size": STROKE, "line": line, "opacity": 1},
        hovertext=[write_hover(p.row) for p in placed],
        hoverinfo="text",
        cliponaxis=False,
    )
