"""Each member a line from before to after, the mean in ink, the mean difference with its interval beside it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import plotly.graph_objects as go

from dictionary.nouns import Round
from figures.frame import Body
from figures.labels import Label, Style
from figures.pairs import Incomes
from figures.pairs_plan import (
    GAP,
    Plan,
    difference_block,
    key_lines,
    label_style,
    name_lines,
    period_lines,
    plan_pairs,
    quiet_style,
    under_lines,
)
from figures.scale import round_ticks, see_through
from figures.theme import Look, role_colour, text_colour
from figures.wording import write_each, write_unit
from i18n import word
from i18n.numbers import write_number

CAP = 8  # px that the cap of the interval reaches beyond its column


def draw_pairs(incomes: Incomes, rounds: tuple[Round, Round], look: Look, room: float | None) -> Body:
    """The paired chart; under six pairs the points alone, without an interval."""
    plan = plan_pairs(incomes, rounds, look, room)
    width = plan.third + plan.third * CAP / (look.canvas.width - plan.left - plan.right)
    return Body(
        height=plan.height,
        left=plan.left,
        right=plan.right - CAP,
        x_range=(0, width),
        y_range=plan.y_range,
        traces=(*_member_lines(incomes, look), _mean_line(incomes, look), *_difference(incomes, plan, look)),
        labels=(
            *_key(incomes, look),
            *_tick_labels(incomes, plan, look),
            *_mean_labels(incomes, plan, look),
            *_difference_labels(incomes, plan, look),
            *_column_labels(rounds, plan, look),
        ),
        shapes=_grid(incomes, plan, look, 1 / width),
    )


def _member_lines(incomes: Incomes, look: Look) -> Iterable[go.Scatter]:
    few = incomes.interval is None
    for sign, better in ((1, True), (0, None), (-1, False)):
        colour = see_through(role_colour(better, look.palette), 0.55 if not few else 1)
        rows = np.flatnonzero(incomes.ways == sign)
        yield go.Scatter(
            x=[x for _ in rows for x in (0, 1, None)],
            y=[y for i in rows for y in (incomes.pairs.baseline[i], incomes.pairs.endline[i], None)],
            mode="lines+markers" if few else "lines",
            line={"color": colour, "width": 1.5},
            marker={"size": 8, "color": colour, "opacity": 1},
            hoverinfo="skip",
            cliponaxis=False,
        )


def _mean_line(incomes: Incomes, look: Look) -> go.Scatter:
    ink = look.palette.ink
    return go.Scatter(
        x=[0, 1],
        y=list(incomes.means),
        mode="lines+markers",
        line={"color": ink, "width": 4},
        marker={"size": 11, "color": ink, "opacity": 1},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _difference(incomes: Incomes, plan: Plan, look: Look) -> tuple[go.Scatter, ...]:
    """The mean difference on the same scale, measured from the mean before; whiskers are its interval."""
    first, last = incomes.means
    ink = look.palette.ink
    error = None
    if incomes.interval is not None:
        low, high = incomes.interval
        error = {
            "type": "data",
            "symmetric": False,
            "array": [first + high - last],
            "arrayminus": [last - first - low],
            "color": ink,
            "thickness": 2,
            "width": CAP - 1,
        }
    return (
        go.Scatter(
            x=[plan.third],
            y=[last],
            mode="markers",
            marker={"size": 12, "symbol": "diamond", "color": ink, "opacity": 1},
            error_y=error,
            hoverinfo="skip",
            cliponaxis=False,
        ),
    )


def _grid(incomes: Incomes, plan: Plan, look: Look, later: float) -> tuple[dict[str, object], ...]:
    """Lines as far as the round after (``later``, of the width): the mean stands beside it and no line runs through it.

    That of the mean before goes on to the difference, unless the mean after stands in its way.
    """
    across = {"type": "line", "xref": "x2 domain", "x0": 0, "x1": later, "layer": "below"}
    line = {"color": look.palette.line, "width": 1}
    first, last = incomes.means
    free = abs(plan.px(first) - plan.px(last)) >= label_style(look).line / 2
    dotted = {"color": look.palette.neutral, "width": 1.5, "dash": "dot"}
    ticks = round_ticks(plan.low, plan.high)
    return (
        *({**across, "y0": t, "y1": t, "line": line} for t in ticks),
        {**across, "x1": 1 if free else later, "y0": first, "y1": first, "line": dotted},
    )


def _tick_labels(incomes: Incomes, plan: Plan, look: Look) -> Iterable[Label]:
    """A value at each line; on a narrow canvas not where the mean before stands."""
    style = quiet_style(look)
    ticks = round_ticks(plan.low, plan.high)
    if look.canvas.narrow:
        mean, near = plan.px(incomes.means[0]), label_style(look).line
        ticks = tuple(t for t in ticks if abs(plan.px(t) - mean) >= near)
    if not ticks:
        return
    edge = look.canvas.edge + max(style.width(write_number(t)) for t in ticks)
    for tick in ticks:
        yield Label(write_number(tick), plan.px(tick), style, edge, "page", "right")


def _mean_labels(incomes: Incomes, plan: Plan, look: Look) -> tuple[Label, Label]:
    first, last = incomes.means
    before, later = write_each(incomes.finding)
    after = "" if look.canvas.narrow else write_unit(incomes.finding.unit, look.language)
    return (
        Label("", plan.px(first), label_style(look), 0, "data", "right", -GAP, strong=before),
        Label(after, plan.px(last), label_style(look), 1, "data", "left", GAP, strong=later),
    )


def _difference_labels(incomes: Incomes, plan: Plan, look: Look) -> Iterable[Label]:
    for i, text in enumerate(under_lines(incomes, look)):
        y = plan.height - label_style(look).line * (len(under_lines(incomes, look)) - i - 0.5)
        yield Label(text, y, label_style(look), look.canvas.edge)
    if look.canvas.narrow:
        return
    lines = difference_block(incomes, look)
    step = quiet_style(look).line
    first = plan.px(incomes.means[1]) - (len(lines) - 1) * step / 2
    first = min(max(first, plan.top), plan.bottom - (len(lines) - 1) * step)
    for i, (text, style) in enumerate(lines):
        yield Label(text, first + i * step, style, plan.third, "data", "left", GAP * 1.5)


def _column_labels(rounds: tuple[Round, Round], plan: Plan, look: Look) -> Iterable[Label]:
    style, dates = label_style(look), quiet_style(look)
    y = plan.bottom + style.line * 0.9
    names, periods = name_lines(rounds, plan.column, look), period_lines(rounds, plan.column, look)
    below = y + style.line * (max(map(len, names)) - 0.5)
    for at, (name, lines) in enumerate(zip(names, periods, strict=True)):
        yield from (Label(line, y + i * style.line, style, at, "data", "center") for i, line in enumerate(name))
        for i, line in enumerate(lines):
            yield Label(line, below + (i + 0.5) * dates.line, dates, at, "data", "center")
    yield Label(word("figures.mean_difference", look.language), y, style, plan.third, "data", "center")


def _key(incomes: Incomes, look: Look) -> Iterable[Label]:
    y = label_style(look).line * 0.5
    for line in key_lines(incomes, look):
        x = look.canvas.edge
        for text, better in line:
            style = Style(look.canvas.note, text_colour(better, look.palette))
            yield Label(text, y, style, x)
            x += style.width(text) + 3 * GAP
        y += label_style(look).line * 0.85
