"""Several rounds as small panels: a line over time for each indicator, broken where a round is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import plotly.graph_objects as go

from analysis.findings import Trend
from dictionary.nouns import Round
from figures.frame import Body
from figures.labels import Anchor, Label, Style
from figures.panels import Panel, draw_points, draw_zero, name_style, quiet_style, write_above, write_ticks
from figures.theme import Look, role_colour, text_colour
from figures.trend_plan import BESIDE, Grid, TrendText, plan_trends, value_widths
from figures.trends import name_rounds, write_move, write_point
from figures.values import show
from figures.wording import DOT
from i18n import word
from i18n.numbers import write_number


def draw_trends(trends: Sequence[Trend], rounds: Sequence[Round], look: Look, room: float | None) -> Body:
    """A panel for each trend, on its own axis from zero, coloured by the change from the first to the last value."""
    grid = plan_trends(trends, rounds, look, room)
    names = name_rounds(rounds, look.language)
    edge = look.canvas.edge
    return Body(
        height=max(grid.height, room or 0),
        left=edge,
        right=edge,
        x_range=(0, look.canvas.width - 2 * edge),
        traces=tuple(_draw_line(panel, names, look) for panel in grid.panels),
        labels=tuple(label for panel in grid.panels for label in _write_panel(panel, grid, look)),
        shapes=tuple(draw_zero(panel, look) for panel in grid.panels),
    )


def _draw_line(panel: Panel[TrendText], names: Sequence[str], look: Look) -> go.Scatter:
    trend = panel.text.trend
    values = [one.value for one in trend.values]
    return draw_points(panel, values, role_colour(trend.better, look.palette), list(_tell_points(trend, names, look)))


def _tell_points(trend: Trend, names: Sequence[str], look: Look) -> Iterator[str]:
    for name, one in zip(names, trend.values, strict=True):
        n = "" if one.n is None else word("figures.n", look.language, n=write_number(one.n))
        yield DOT.join(filter(None, (f"{name} {write_point(trend, one, look.language)}", n)))


def _write_panel(panel: Panel[TrendText], grid: Grid, look: Look) -> Iterator[Label]:
    text = panel.text
    yield from write_above(panel, ((name_style(look), text.names), (quiet_style(look), text.facts)))
    strong, words = write_move(text.trend, look.language)
    style = Style(look.canvas.label, text_colour(text.trend.better, look.palette))
    y = panel.top + text.height(look) - style.line / 2
    yield Label(f" {words}" if strong else words, y, style, panel.left, "data", strong=strong)
    yield from _write_ends(panel, look)
    yield from write_ticks(panel, grid.ticks, look)


def _write_ends(panel: Panel[TrendText], look: Look) -> Iterator[Label]:
    """The first and the last known value over their markers, moved aside where the line would run through them."""
    trend = panel.text.trend
    texts = show(trend).values
    known = [
        (x, one.value, text)
        for x, one, text in zip(panel.places, trend.values, texts, strict=True)
        if one.value is not None
    ]
    for (x, value, text), (before, after) in zip((known[0], known[-1]), value_widths(trend, look), strict=True):
        anchor: Anchor = "center" if before == after else "right" if before > after else "left"
        shift = {"center": 0, "right": -BESIDE, "left": BESIDE}[anchor]
        y = panel.px(value) - name_style(look).line * 0.62
        yield Label(text, y, name_style(look), x, "data", anchor, shift)
        if len(known) == 1:
            return
