"""Several rounds as small panels: a line over time for each indicator, broken where a round is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import plotly.graph_objects as go

from analysis.findings import Trend
from dictionary.nouns import Round
from figures.frame import Body
from figures.labels import Anchor, Label, Style, escape_text
from figures.theme import Look, role_colour, text_colour
from figures.trend_plan import BESIDE, Grid, Panel, name_style, plan_trends, quiet_style, value_widths
from figures.trends import name_rounds, write_move, write_point
from figures.wording import DOT, write_value
from i18n import word
from i18n.numbers import write_number

GAP = 8  # px


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
        shapes=tuple(_draw_zero(panel, look) for panel in grid.panels),
    )


def _draw_line(panel: Panel, names: Sequence[str], look: Look) -> go.Scatter:
    trend = panel.text.trend
    colour = role_colour(trend.better, look.palette)
    return go.Scatter(
        x=panel.places,
        y=[None if one.value is None else panel.px(one.value) for one in trend.values],
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 2.5},
        marker={"size": 9, "color": colour, "opacity": 1},
        hoverinfo="text",
        text=[escape_text(text) for text in _tell_points(trend, names, look)],
        cliponaxis=False,
    )


def _tell_points(trend: Trend, names: Sequence[str], look: Look) -> Iterator[str]:
    for name, one in zip(names, trend.values, strict=True):
        n = "" if one.n is None else word("figures.n", look.language, n=write_number(one.n))
        yield DOT.join(filter(None, (f"{name} {write_point(trend, one, look.language)}", n)))


def _draw_zero(panel: Panel, look: Look) -> dict[str, object]:
    y = panel.px(0.0)
    line = {"color": look.palette.neutral, "width": 1}
    return {"type": "line", "x0": panel.left, "x1": panel.right, "y0": y, "y1": y, "line": line, "layer": "below"}


def _write_panel(panel: Panel, grid: Grid, look: Look) -> Iterator[Label]:
    text, y = panel.text, panel.top
    for style, lines in ((name_style(look), text.names), (quiet_style(look), text.facts)):
        for line in lines:
            yield _left(line, y + style.line / 2, style, panel)
            y += style.line
    strong, words = write_move(text.trend, look.language)
    style = Style(look.canvas.label, text_colour(text.trend.better, look.palette))
    words = f" {words}" if strong else words
    yield Label(words, y + style.line / 2, style, panel.left, "data", strong=strong)
    yield from _write_ends(panel, look)
    yield from _write_ticks(panel, grid, look)


def _left(line: str, y: float, style: Style, panel: Panel) -> Label:
    return Label(line, y, style, panel.left, "data")


def _write_ends(panel: Panel, look: Look) -> Iterator[Label]:
    """The first and the last known value over their markers, moved aside where the line would run through them."""
    trend = panel.text.trend
    known = [(x, one.value) for x, one in zip(panel.places, trend.values, strict=True) if one.value is not None]
    for (x, value), (before, after) in zip((known[0], known[-1]), value_widths(trend, look), strict=True):
        anchor: Anchor = "center" if before == after else "right" if before > after else "left"
        shift = {"center": 0, "right": -BESIDE, "left": BESIDE}[anchor]
        y = panel.px(value) - name_style(look).line * 0.62
        yield Label(write_value(value, trend.unit), y, name_style(look), x, "data", anchor, shift)
        if len(known) == 1:
            return


def _write_ticks(panel: Panel, grid: Grid, look: Look) -> Iterator[Label]:
    """The names of the rounds under the lines: the first and the last, and those between for which there is room."""
    style = quiet_style(look)
    widths = [max(map(style.width, lines)) for lines in grid.ticks]
    kept: list[int] = []
    for at in sorted(range(len(widths)), key=lambda i: i not in {0, len(widths) - 1}):
        gaps = (abs(panel.places[at] - panel.places[i]) - (widths[at] + widths[i]) / 2 for i in kept)
        if all(gap >= GAP for gap in gaps):
            kept.append(at)
    for at in kept:
        for number, line in enumerate(grid.ticks[at]):
            y = panel.low + style.line * (0.8 + number)
            yield Label(line, y, style, panel.places[at], "data", "center")
