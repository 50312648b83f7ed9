"""Who stayed, left and joined, as bands whose heights are numbers of people or organisations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import plotly.graph_objects as go

from dictionary.nouns import Round
from figures.curves import bend
from figures.flows import Flow
from figures.frame import Body
from figures.labels import Anchor, Label, Place, Style, escape_text, wrap_lines
from figures.theme import Look, role_colour, soft_colour, text_colour
from figures.wording import unit_for, write_round
from i18n import word
from i18n.numbers import write_number

BAR = 0.02  # width of an end bar, as a share of the width
LEAVES, ENTERS = 0.43, 0.57  # x at which those who left end and those who joined begin
CURVE = 24  # points of a band's edge


@dataclass(frozen=True, slots=True)
class Band:
    """A band between ``x0`` and ``x1`` (0–1); its top edge runs from ``y0`` to ``y1`` px and it is ``size`` px high."""

    x0: float
    x1: float
    y0: float
    y1: float
    size: float
    better: bool | None
    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the bands of a flow lie: ``top`` px, ``unit`` px for one person, ``drop`` px that a leaving band falls."""

    top: float
    unit: float
    drop: float


def draw_flow(flow: Flow, rounds: tuple[Round, Round], look: Look, room: float | None) -> Body:
    """Before on the left, after on the right; those who left end half way, those who joined begin there."""
    heads = [_head(flow, rounds, i, look) for i in (0, 1)]
    line = _name(look).line
    top = max(len(head) for head in heads) * line + look.canvas.label * 0.4
    foot = line * (2.4 if flow.unclear_before > 0 or flow.unclear_after > 0 else 1.4)
    drop = line * 1.15
    fixed = top + foot + drop
    natural, least = (0.5, 0.3) if look.canvas.narrow else (0.28, 0.15)
    height = max(room or fixed + look.canvas.width * natural, fixed + look.canvas.width * least)
    plan = Plan(top, (height - top - foot - drop) / max(flow.before, flow.after), drop)
    bands = _lay_bands(flow, plan)
    return Body(
        height=height,
        left=look.canvas.edge,
        right=look.canvas.edge,
        x_range=(0, 1),
        traces=(*(_trace(b, flow, look) for b in bands), *_end_bars(flow, plan, look)),
        labels=(*_head_labels(heads, plan, look), *_band_labels(bands, flow, plan, look)),
    )


def _name(look: Look) -> Style:
    return Style(look.canvas.label, look.palette.ink)


def _count(flow: Flow, count: int, look: Look) -> str:
    written = write_number(count)
    return f"{written} {unit_for(flow.unit, look.language, written)}"


def _head(flow: Flow, rounds: tuple[Round, Round], at: int, look: Look) -> tuple[str, ...]:
    """The lines above an end bar: the round with its dates, then the number."""
    width = look.canvas.width * 0.46 - look.canvas.edge
    lines = wrap_lines(write_round(rounds[at], look.language), _name(look), width)
    return (*lines, _count(flow, (flow.before, flow.after)[at], look))


def _head_labels(heads: list[tuple[str, ...]], plan: Plan, look: Look) -> Iterable[Label]:
    line = _name(look).line
    bold = Style(look.canvas.label, look.palette.ink, bold=True)
    sides: tuple[tuple[Place, Anchor], ...] = (("page", "left"), ("right", "right"))
    for head, (on, anchor) in zip(heads, sides, strict=True):
        for i, text in enumerate(reversed(head)):
            y = plan.top - look.canvas.label * 0.3 - (i + 0.5) * line
            yield Label(text, y, _name(look) if i else bold, look.canvas.edge, on, anchor)


def _lay_bands(flow: Flow, plan: Plan) -> tuple[Band, ...]:
    """The bands that hold anybody, from top to bottom."""
    stayed, left, joined = (n * plan.unit for n in (flow.stayed, flow.left, flow.joined))
    below = plan.top + stayed
    bands = (
        Band(BAR, 1 - BAR, plan.top, plan.top, stayed, None, "stayed", flow.stayed),
        Band(BAR, LEAVES, below, below + plan.drop, left, False, "left", flow.left),
        Band(ENTERS, 1 - BAR, below + plan.drop, below, joined, True, "joined", flow.joined),
        _unclear(flow.unclear_before, (BAR, LEAVES), below + left, plan),
        _unclear(flow.unclear_after, (1 - BAR, ENTERS), below + joined, plan),
    )
    return tuple(band for band in bands if band.count > 0)


def _unclear(count: int, ends: tuple[float, float], at: float, plan: Plan) -> Band:
    return Band(*ends, at, at + plan.drop, count * plan.unit, None, "unclear", count)


def _trace(band: Band, flow: Flow, look: Look) -> go.Scatter:
    xs, ys = bend((band.x0, band.x1), (band.y0, band.y1), CURVE)
    return go.Scatter(
        x=xs + xs[::-1],
        y=ys + [y + band.size for y in reversed(ys)],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=soft_colour(band.better, look.palette),
        hoveron="fills",
        hoverinfo="text",
        text=escape_text(_words(band, flow, look)),
    )


def _end_bars(flow: Flow, plan: Plan, look: Look) -> tuple[go.Scatter, go.Scatter]:
    before, after = ((plan.top, plan.top + count * plan.unit) for count in (flow.before, flow.after))
    ink, later = look.palette.ink, role_colour(_better(flow), look.palette)
    return _bar(0, before, look.palette.neutral if flow.after else ink), _bar(1 - BAR, after, later)


def _better(flow: Flow) -> bool | None:
    return None if flow.after == flow.before else flow.after > flow.before


def _bar(x: float, ends: tuple[float, float], colour: str) -> go.Scatter:
    return go.Scatter(
        x=[x, x + BAR, x + BAR, x],
        y=[ends[0], ends[0], ends[1], ends[1]],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=colour,
        hoverinfo="skip",
    )


def _words(band: Band, flow: Flow, look: Look) -> str:
    name = word("figures.unclear", look.language)
    if band.what != "unclear":
        name = word(f"figures.{flow.kind}_{band.what}", look.language)
    return f"{name} {_count(flow, band.count, look)}"


def _band_labels(bands: tuple[Band, ...], flow: Flow, plan: Plan, look: Look) -> Iterable[Label]:
    """The words of the staying band on it (or under it where it is thin), the others under their own half."""
    rows = {False: 0, True: 0}  # lines already under the left and the right half
    for band in bands:
        if band.what == "stayed":
            y = band.y0 + (band.size / 2 if band.size >= _name(look).line else band.size + plan.drop / 2)
            yield Label(_words(band, flow, look), y, _name(look), 0.5, "data", "center")
            continue
        entering = band.x0 > 0.5
        yield _under(band, rows[entering], (flow, plan, look))
        rows[entering] += 1


def _under(band: Band, row: int, where: tuple[Flow, Plan, Look]) -> Label:
    """The words of a band under its half of the picture, flush with the edge."""
    flow, plan, look = where
    style = Style(look.canvas.label, text_colour(band.better, look.palette))
    words = _words(band, flow, look)
    entering = band.x0 > 0.5
    total = flow.after if entering else flow.before
    y = plan.top + total * plan.unit + plan.drop + (row + 0.6) * style.line
    if entering:
        return Label(words, y, style, look.canvas.edge, "right", "right")
    return Label(words, y, style, look.canvas.edge)
