"""Lorenz curves: what share of all income the lowest earners have, before and after, beside the line of all alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import plotly.graph_objects as go

from analysis.statistics import Floats
from dictionary.nouns import Round
from figures.frame import Body
from figures.households import fit_words
from figures.labels import Anchor, Label, Style
from figures.lorenz import Inequality
from figures.theme import Look
from figures.wording import write_round
from i18n import word
from i18n.numbers import write_number, write_percent

NATURAL = (0.8, 0.5)  # height of the plot, in widths of the canvas: narrow, wide
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
PAD = 0.005  # of the plot on either side, so that nothing at 0 or 1 lies outside by the last digit
KEY = 0.05  # length of the sample of a line beside its name, in widths of the plot
WIDTHS = (3, 4)  # px of the line before and after


@dataclass(frozen=True, slots=True)
class Plan:
    """The plot from ``top`` to ``floor`` (px from the top of the body), and the whole height."""

    top: float
    floor: float
    height: float
    look: Look

    def place(self, share: float) -> float:
        """Where a share of the income (0–1) lies."""
        return self.floor - share * (self.floor - self.top)


def draw_lorenz(found: Inequality, rounds: tuple[Round, Round], look: Look, room: float | None) -> Body:
    """The curve before in grey, after in ink; which is which stands above with its Gini."""
    plan = _plan(look, room)
    return Body(
        height=plan.height,
        left=look.canvas.edge + Style(look.canvas.note, "").width(write_percent(1.0)) + look.canvas.note * 0.6,
        right=look.canvas.edge,
        x_range=(-PAD, 1 + PAD),
        traces=(_diagonal(found, plan), *_curves(found, plan)),
        labels=(*_keys(found, rounds, plan), *_ticks(found, plan)),
        shapes=tuple(_grid(plan)),
    )


def _plan(look: Look, room: float | None) -> Plan:
    line, note = Style(look.canvas.label, "").line, Style(look.canvas.note, "").line
    above, below = 2 * line + note * 1.4, 2.4 * note
    natural = look.canvas.width * NATURAL[not look.canvas.narrow]
    height = max(room or above + natural + below, above + below + natural * 0.4)
    return Plan(above, height - below, height, look)


def _colours(look: Look) -> tuple[str, str]:
    return look.palette.neutral, look.palette.ink


def _diagonal(found: Inequality, plan: Plan) -> go.Scatter:
    line = {"color": plan.look.palette.quiet, "width": 1.5, "dash": "dash"}
    text = word(fit_words("figures.lorenz_even", found.finding), plan.look.language)
    ends = [plan.place(0), plan.place(1)]
    return go.Scatter(x=[0, 1], y=ends, mode="lines", line=line, hovertext=text, hoverinfo="text")


def _curves(found: Inequality, plan: Plan) -> Iterator[go.Scatter]:
    for money, colour, width in zip(found.money, _colours(plan.look), WIDTHS, strict=True):
        yield go.Scatter(
            x=found.people.tolist(),
            y=[plan.place(float(share)) for share in money],
            mode="lines",
            line={"color": colour, "width": width},
            hovertext=_hovers(found.people, money),
            hoverinfo="text",
        )


def _hovers(people: Floats, money: Floats) -> list[str]:
    return [f"{write_percent(float(p))} → {write_percent(float(m))}" for p, m in zip(people, money, strict=True)]


def _keys(found: Inequality, rounds: tuple[Round, Round], plan: Plan) -> Iterator[Label]:
    look = plan.look
    inks = (look.palette.quiet, look.palette.ink)
    for place, (round_, gini, ink) in enumerate(zip(rounds, found.ginis, inks, strict=True)):
        style = Style(look.canvas.label, ink)
        text = word("figures.lorenz_round", look.language, gini=write_number(gini, found.decimals))
        name = write_round(round_, look.language)
        yield Label(f"  {text}", style.line * (place + 0.5), style, KEY * 1.25, "data", strong=name)


def _ticks(found: Inequality, plan: Plan) -> Iterator[Label]:
    look = plan.look
    style = Style(look.canvas.note, look.palette.quiet)
    for tick in TICKS:
        anchor: Anchor = "left" if tick == 0 else "right" if tick == 1 else "center"
        yield Label(write_percent(tick), plan.floor + style.line * 0.7, style, tick, "data", anchor)
        if tick:
            yield Label(write_percent(tick), plan.place(tick), style, look.canvas.edge)
    yield Label(word("figures.lorenz_money", look.language), plan.top - style.line * 0.9, style, look.canvas.edge)
    people = word(fit_words("figures.lorenz_people", found.finding), look.language)
    yield Label(people, plan.floor + style.line * 1.7, style, 1.0, "data", "right")


def _grid(plan: Plan) -> Iterator[dict[str, object]]:
    look = plan.look
    line = {"color": look.palette.line, "width": 1}
    for tick in TICKS:
        y = plan.place(tick)
        yield {"type": "line", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line, "layer": "below"}
    step = Style(look.canvas.label, "").line
    for place, (colour, width) in enumerate(zip(_colours(look), WIDTHS, strict=True)):
        y = step * (place + 0.5)
        yield {"type": "line", "x0": 0, "x1": KEY, "y0": y, "y1": y, "line": {"color": colour, "width": width}}
