"""The chain one level under the other, for narrow canvases: each box says with a stroke to what it leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from analysis.evidence.chain import Chain, Link, Node
from figures.balance import name_level
from figures.boxes import PAD, Box, edge_of, lay_box
from figures.chain_boxes import box_lines
from figures.chain_links import DASH, HEAD
from figures.chain_plan import list_columns
from figures.frame import Body
from figures.labels import Label, Style, stack, wrap_lines
from figures.theme import Look
from i18n import word

STROKE = 26  # px of the stroke before the name of the next item


@dataclass(frozen=True, slots=True)
class Next:
    """A next item in its box: the wrapped name, its top (px) and whether evidence stands behind it."""

    link: Link
    lines: tuple[str, ...]
    top: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A node's box at ``top`` px, ``height`` px high with its next items."""

    box: Box
    onward: tuple[Next, ...]
    top: float
    height: float


def draw_list(chain: Chain, look: Look, detail: int) -> Body:
    """Levels as headings with their boxes below; a solid stroke where evidence stands, a dashed one where not."""
    width = look.canvas.width - 2 * look.canvas.edge
    labels: list[Label] = []
    placed: list[Placed] = []
    head, note = Style(look.canvas.label, look.palette.ink, bold=True), Style(look.canvas.note, look.palette.quiet)
    at = 0.0
    for level in list_columns(chain):
        labels += stack([name_level(level, look.language)], head, at, look.canvas.edge)
        at += head.line * 1.1
        nodes = chain.at(level)
        if not nodes:
            labels += stack([word("figures.chain_empty", look.language)], note, at, look.canvas.edge)
            at += note.line
        for node in nodes:
            placed.append(_place(node, chain, (look, detail), at))
            at += placed[-1].height + look.canvas.label * 0.45
        at += look.canvas.label * 0.5
    for one in placed:
        labels += [*one.box.labels(0, one.top), *_next_labels(one, note)]
    return Body(
        height=at,
        left=look.canvas.edge,
        right=look.canvas.edge,
        x_range=(0, width),
        traces=tuple(_strokes(placed, look)),
        labels=tuple(labels),
        shapes=tuple(_edges(placed, width, look)),
    )


def _place(node: Node, chain: Chain, telling: tuple[Look, int], top: float) -> Placed:
    look, detail = telling
    width = look.canvas.width - 2 * look.canvas.edge
    box = lay_box(box_lines(node, look, detail, look.canvas.label), width)
    note = Style(look.canvas.note, look.palette.quiet)
    onward, at = [], top + box.height
    for link in chain.links:
        if link.start == node.name:
            lines = wrap_lines(link.end, note, width - 2 * box.pad - STROKE - HEAD)
            onward.append(Next(link, lines, at))
            at += len(lines) * note.line
    tail = box.pad * 0.7 if onward else 0.0
    return Placed(box, tuple(onward), top, at + tail - top)


def _next_labels(placed: Placed, style: Style) -> Iterator[Label]:
    for one in placed.onward:
        for row, text in enumerate(one.lines):
            y = one.top + (row + 0.5) * style.line
            yield Label(text, y, style, 0, "data", shift=placed.box.pad + STROKE + HEAD)


def _strokes(placed: list[Placed], look: Look) -> Iterator[go.Scatter]:
    """The strokes of all links that are alike, as one trace; then their heads."""
    note = Style(look.canvas.note, "")
    pad = look.canvas.label * PAD
    found = [(one.link, one.top + note.line / 2) for box in placed for one in box.onward]
    for evidence in (True, False):
        for odd in (True, False):
            alike = [y for link, y in found if bool(link.evidence) is evidence and _is_odd(link) is odd]
            colour = look.palette.worse if odd else look.palette.quiet
            line = {"color": colour, "width": 2, "dash": "solid" if evidence else DASH}
            yield go.Scatter(
                x=[x for _ in alike for x in (pad, pad + STROKE, None)],
                y=[y for at in alike for y in (at, at, None)],
                mode="lines",
                line=line,
                hoverinfo="skip",
            )
            marker = {"symbol": "triangle-right", "size": HEAD, "color": colour, "opacity": 1}
            yield go.Scatter(x=[pad + STROKE] * len(alike), y=alike, mode="markers", marker=marker, hoverinfo="skip")


def _is_odd(link: Link) -> bool:
    return link.back or link.round_trip


def _edges(placed: list[Placed], width: float, look: Look) -> Iterator[dict[str, Any]]:
    for one in placed:
        yield edge_of((0, one.top), (width, one.height), (look.palette.ground, look.palette.neutral))
