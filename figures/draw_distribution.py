"""Many pairs: how incomes were spread before and after, on one scale, with both means and the mean difference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from dictionary.nouns import Round
from figures.frame import Body
from figures.labels import Anchor, Label, Style
from figures.pairs import Incomes
from figures.pairs_plan import interval_lines
from figures.scale import round_ticks
from figures.theme import Look, role_colour, text_colour
from figures.values import show, write_value
from figures.wording import write_briefly, write_each, write_round, write_unit
from i18n import word
from i18n.numbers import write_percent

BINS = (12, 24)  # bars a panel: on a narrow canvas, on a wide one
TOP_SHARE = 0.99  # values above this share of all fall into the last bar
NATURAL = (1.0, 0.56)


@dataclass(frozen=True, slots=True)
class Spread:
    """Bars of one round: ``edges`` (bins + 1, in baht) and ``shares`` of the members (0–1) in each."""

    edges: npt.NDArray[np.float64]
    shares: npt.NDArray[np.float64]


def spread_incomes(incomes: Incomes, bins: int) -> tuple[Spread, Spread, bool]:
    """The bars before and after on the same edges, and whether the last bar also holds what is above it."""
    both = np.concatenate([incomes.pairs.baseline, incomes.pairs.endline])
    low, top = float(both.min()), float(np.quantile(both, TOP_SHARE))
    ticks = round_ticks(low, max(top, low + 1), bins)
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 1.0
    first = np.floor(low / step) * step
    edges = np.arange(first, max(top, low + step) + step, step, dtype=np.float64)
    before, after = (_spread(values, edges) for values in (incomes.pairs.baseline, incomes.pairs.endline))
    return before, after, bool(both.max() > edges[-1])


def _spread(values: npt.NDArray[np.float64], edges: npt.NDArray[np.float64]) -> Spread:
    counts, _ = np.histogram(np.clip(values, edges[0], edges[-1]), bins=edges)
    return Spread(edges, counts / len(values))


@dataclass(frozen=True, slots=True)
class Plan:
    """Two panels one above the other: the top of each (px), their height, the body's height, px for a share of 1."""

    tops: tuple[float, float]
    panel: float
    height: float
    unit: float


def draw_distribution(incomes: Incomes, rounds: tuple[Round, Round], look: Look, room: float | None) -> Body:
    """Before above, after below; a line at each mean, and the difference in words between them."""
    spreads = spread_incomes(incomes, BINS[not look.canvas.narrow])
    plan = _plan(spreads[:2], look, room)
    edges = spreads[0].edges
    return Body(
        height=plan.height,
        left=look.canvas.edge,
        right=look.canvas.edge,
        x_range=(float(edges[0]), float(edges[-1])),
        traces=tuple(_bars(s, top + plan.panel, i, (incomes, plan, look)) for i, (s, top) in _panels(spreads, plan)),
        labels=(
            *_panel_labels(incomes, rounds, plan, look),
            *_difference_words(incomes, plan, look),
            *_ticks(edges, spreads[2], plan, look),
        ),
        shapes=_mean_lines(incomes, plan, look),
    )


def _panels(spreads: tuple[Spread, Spread, bool], plan: Plan) -> Iterable[tuple[int, tuple[Spread, float]]]:
    return enumerate(zip(spreads[:2], plan.tops, strict=True))


def _plan(spreads: tuple[Spread, Spread], look: Look, room: float | None) -> Plan:
    canvas = look.canvas
    line = canvas.label * 1.45
    extra = 3 if canvas.narrow else 2
    words, natural = (2 + extra) * line, canvas.width * NATURAL[not canvas.narrow]
    height = max(room or words + natural, words + natural * 0.45)
    panel = (height - line * (1.3 + extra + 0.3 + 1.6)) / 2
    first = line * 1.3
    tops = (first, first + panel + line * (extra + 0.3))
    most = max(float(s.shares.max()) for s in spreads)
    return Plan(tops, panel, height, panel * 0.94 / most)


def _bars(spread: Spread, floor: float, at: int, where: tuple[Incomes, Plan, Look]) -> go.Bar:
    incomes, plan, look = where
    colour = role_colour(incomes.finding.better, look.palette) if at else look.palette.neutral
    shares = [write_percent(float(s)) for s in spread.shares]
    return go.Bar(
        x=(spread.edges[:-1] + spread.edges[1:]) / 2,
        y=-spread.shares * plan.unit,
        base=floor,
        width=(spread.edges[1] - spread.edges[0]) * 0.92,
        marker={"color": colour, "line": {"width": 0}},
        hovertext=shares,
        hoverinfo="text",
    )


def _panel_labels(incomes: Incomes, rounds: tuple[Round, Round], plan: Plan, look: Look) -> Iterable[Label]:
    style = Style(look.canvas.label, look.palette.ink)
    unit = write_unit(incomes.finding.unit, look.language)
    for round_, mean, top in zip(rounds, write_each(incomes.finding), plan.tops, strict=True):
        text = word("figures.mean_of_round", look.language, mean=mean + unit)
        y = top - style.line * 0.6
        yield Label(f"  {text}", y, style, look.canvas.edge, strong=write_round(round_, look.language))


def _difference_words(incomes: Incomes, plan: Plan, look: Look) -> Iterable[Label]:
    """The mean difference, its direction and its interval, between the panels."""
    finding = incomes.finding
    style = Style(look.canvas.label, text_colour(finding.better, look.palette))
    written = show(finding).result
    strong = written + write_unit(finding.unit, look.language, written)
    y = plan.tops[1] - style.line * 1.65
    interval = " ".join(interval_lines(incomes.interval, look.language)) if incomes.interval else ""
    words = f" {write_briefly(finding, look.language)}"
    if look.canvas.narrow:
        y -= style.line
        yield Label(interval, y + style.line * 0.95, Style(look.canvas.note, look.palette.quiet), look.canvas.edge)
        interval = ""
    tail = f" ({interval})" if interval else ""
    yield Label(words + tail, y, style, look.canvas.edge, strong=strong)


def _ticks(edges: npt.NDArray[np.float64], open_ended: bool, plan: Plan, look: Look) -> Iterable[Label]:
    style = Style(look.canvas.note, look.palette.quiet)
    ticks = round_ticks(float(edges[0]), float(edges[-1]), 6 if look.canvas.narrow else 9)
    y = plan.tops[1] + plan.panel + style.line * 0.75
    for tick in ticks:
        share = (tick - edges[0]) / (edges[-1] - edges[0])
        anchor: Anchor = "left" if share < 0.04 else "right" if share > 0.96 else "center"
        last = open_ended and tick == ticks[-1] and anchor == "right"
        text = write_value(tick, "thb") + ("+" if last else "")
        yield Label(text, y, style, tick, "data", anchor)


def _mean_lines(incomes: Incomes, plan: Plan, look: Look) -> tuple[dict[str, object], ...]:
    ink = {"color": look.palette.ink, "width": 2}
    return tuple(
        {"type": "line", "x0": mean, "x1": mean, "y0": top + 2, "y1": top + plan.panel, "line": ink}
        for mean, top in zip(incomes.means, plan.tops, strict=True)
    )
