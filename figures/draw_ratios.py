"""The ratios of all draws: how often each, where 95 % of them lie, and whether they stay above 1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from analysis.sroi import SocialReturn
from figures.frame import Body
from figures.labels import Anchor, Label, Style, stack, wrap_lines
from figures.scale import round_ticks
from figures.sroi_words import write_ratio, write_span
from figures.theme import Look, role_colour, soft_colour, text_colour
from i18n import word
from i18n.numbers import write_number, write_percent

BINS = (28, 48)  # bars on a narrow canvas, on a wide one
ENDS = (0.1, 99.9)  # per cent of the draws below the first and the last bar; those beyond fall into them
NATURAL = (0.62, 0.34)  # height of the bars, in widths of the canvas
BREAK_EVEN = 1.0


@dataclass(frozen=True, slots=True)
class Draws:
    """Bars of the draws: ``edges`` of the ratio (bars + 1) and ``shares`` of the draws (0–1) in each."""

    edges: npt.NDArray[np.float64]
    shares: npt.NDArray[np.float64]


def count_draws(found: SocialReturn, bins: int) -> Draws:
    """How many draws fall into each bar; an edge lies at 1 where the bars reach it."""
    ratios = list_ratios(found)
    low, high = np.percentile(ratios, ENDS)
    step = max(float(high - low), 0.01) / bins
    first = BREAK_EVEN - np.ceil((BREAK_EVEN - low) / step) * step
    edges = np.arange(first, high + 2 * step, step)
    counts, _ = np.histogram(np.clip(ratios, edges[0], edges[-1]), bins=edges)
    return Draws(edges, counts / len(ratios))


def list_ratios(found: SocialReturn) -> npt.NDArray[np.float64]:
    """The ratio of each draw."""
    if found.simulation is None or not found.inputs_thb:
        raise ValueError("nothing was drawn: ask missing() first")
    return np.asarray(found.simulation.totals / found.inputs_thb, dtype=np.float64)


def _range(found: SocialReturn) -> tuple[float, float]:
    if found.range is None:
        raise ValueError("nothing was drawn: ask missing() first")
    return found.range


def draw_ratios(found: SocialReturn, look: Look, room: float | None) -> Body:
    """Bars better above 1 and worse below, pale outside the range; lines at 1 and at the ratio as entered.

    What the lines are stands below them, where words cannot cross a line.
    """
    draws = count_draws(found, BINS[not look.canvas.narrow])
    line = Style(look.canvas.label, "").line
    told = _told(found, look)
    above, below = 1.3 * line, (1.9 + len(told)) * line
    natural = look.canvas.width * NATURAL[not look.canvas.narrow]
    height = max(room or above + natural + below, above + below + natural * 0.4)
    floor = height - below
    low, high = min(BREAK_EVEN, float(draws.edges[0])), max(BREAK_EVEN, float(draws.edges[-1]))
    pad = (high - low) * 0.04
    plan = _Plan((low - pad, high + pad), above, floor, look)
    return Body(
        height=height,
        left=look.canvas.edge,
        right=look.canvas.edge,
        x_range=plan.ends,
        traces=(_bars(draws, found, plan),),
        labels=(*_heads(found, plan), *_ticks(plan), *_span_words(told, plan)),
        shapes=(*_lines(found, plan), _span_line(found, plan)),
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """Ends of the axis; where the bars begin at the top and stand at the bottom (px)."""

    ends: tuple[float, float]
    top: float
    floor: float
    look: Look

    def side(self, at: float) -> Anchor:
        """On which side of a place its words have more room."""
        return "left" if at < (self.ends[0] + self.ends[1]) / 2 else "right"


def _bars(draws: Draws, found: SocialReturn, plan: _Plan) -> go.Bar:
    middles = (draws.edges[:-1] + draws.edges[1:]) / 2
    low, high = _range(found)
    palette = plan.look.palette
    colours = [
        (role_colour if low <= middle <= high else soft_colour)(bool(middle > BREAK_EVEN), palette)
        for middle in middles
    ]
    unit = (plan.floor - plan.top) / float(draws.shares.max())
    return go.Bar(
        x=middles,
        y=-draws.shares * unit,
        base=plan.floor,
        width=(draws.edges[1] - draws.edges[0]) * 0.92,
        marker={"color": colours, "line": {"width": 0}},
        hovertext=[
            f"{write_ratio(float(m))} · {write_percent(float(s))}" for m, s in zip(middles, draws.shares, strict=True)
        ],
        hoverinfo="text",
    )


def _heads(found: SocialReturn, plan: _Plan) -> Iterator[Label]:
    """The words at the line of the ratio as entered."""
    language, look = plan.look.language, plan.look
    style = Style(look.canvas.label, look.palette.ink, bold=True)
    ratio = found.ratio or 0.0
    told = word("figures.sroi_as_entered", language, ratio=write_ratio(ratio))
    side = plan.side(ratio)
    yield Label(told, style.line * 0.55, style, ratio, "data", side, 6 if side == "left" else -6)


def _lines(found: SocialReturn, plan: _Plan) -> Iterator[dict[str, object]]:
    palette, line = plan.look.palette, Style(plan.look.canvas.label, "").line
    kinds = ((BREAK_EVEN, palette.quiet, "dash", line * 1.2), (found.ratio or 0.0, palette.ink, "solid", line * 0.15))
    for at, colour, dash, top in kinds:
        style = {"color": colour, "width": 2, "dash": dash}
        yield {"type": "line", "x0": at, "x1": at, "y0": top, "y1": plan.floor, "line": style}


def _ticks(plan: _Plan) -> Iterator[Label]:
    style = Style(plan.look.canvas.note, plan.look.palette.quiet)
    low, high = plan.ends
    for tick in round_ticks(low, high, 5 if plan.look.canvas.narrow else 9):
        share = (tick - low) / (high - low)
        anchor: Anchor = "left" if share < 0.04 else "right" if share > 0.96 else "center"
        yield Label(write_number(tick), plan.floor + style.line * 0.6, style, tick, "data", anchor)


def _span_line(found: SocialReturn, plan: _Plan) -> dict[str, object]:
    low, high = _range(found)
    y = plan.floor + Style(plan.look.canvas.label, "").line * 1.35
    line = {"color": plan.look.palette.ink, "width": 3}
    return {"type": "line", "x0": low, "x1": high, "y0": y, "y1": y, "line": line}


def _span_words(told: tuple[str, ...], plan: _Plan) -> Iterator[Label]:
    style = _telling(plan.look)
    yield from stack(told, style, plan.floor + style.line * 1.65, plan.look.canvas.edge)


def _told(found: SocialReturn, look: Look) -> tuple[str, ...]:
    """The lines below the axis: the range of the draws, and how many of them lie below 1."""
    share = write_percent(float((list_ratios(found) < BREAK_EVEN).mean()))
    sentences = (
        word("figures.sroi_span_words", look.language, range=write_span(_range(found), look.language)),
        word("figures.sroi_break_even_line", look.language, share=share),
    )
    width = look.canvas.width - 2 * look.canvas.edge
    return tuple(line for sentence in sentences for line in wrap_lines(sentence, _telling(look), width))


def _telling(look: Look) -> Style:
    return Style(look.canvas.label, text_colour(None, look.palette))
