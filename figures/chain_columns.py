"""The chain in columns: boxes with arrows from left to right, solid where evidence stands behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from analysis.evidence.chain import Chain
from figures.balance import name_level
from figures.boxes import Box, edge_of, lay_box
from figures.chain_boxes import box_lines
from figures.chain_links import Ports, draw_links
from figures.chain_plan import Columns, Slot, list_columns, node_slot, order_columns
from figures.frame import Body
from figures.labels import Label, Style, wrap_lines
from figures.theme import Look
from i18n import word

GAP_SHARE = 0.036  # of the width, between two columns
LANE = 12  # px that a link takes which passes a column
BETWEEN = 0.8  # of the type size, between two boxes
STROKE = 2  # px, so that the lower edge of the lowest box is drawn whole
LEAD = 0.35  # of the room left over, above the boxes
SPREAD = 2.2  # of the type size: what boxes may be set further apart where there is room


@dataclass(frozen=True, slots=True)
class Grid:
    """Where columns stand: ``width`` and ``gap`` px; ``top`` px of the first box."""

    width: float
    gap: float
    top: float

    def left(self, column: int) -> float:
        """Px from the left edge of the body to a column."""
        return column * (self.width + self.gap)


def column_width(chain: Chain, look: Look) -> float:
    """Px of a column; right of the last there is half a gap, for links that stay in it."""
    count, inner = len(list_columns(chain)), look.canvas.width - 2 * look.canvas.edge
    return (inner - (count - 0.5) * _gap(look)) / count


def _gap(look: Look) -> float:
    return max(20.0, look.canvas.width * GAP_SHARE)


def draw_columns(chain: Chain, look: Look, telling: tuple[int, float], room: float | None) -> Body:
    """Boxes of the detail and type size in ``telling``; where there is ``room`` they stand further apart."""
    columns, routes = order_columns(chain)
    width = column_width(chain, look)
    nodes = {node_slot(node.name): node for node in chain.nodes}
    boxes = {slot: lay_box(box_lines(node, look, *telling), width) for slot, node in nodes.items()}
    heads = [wrap_lines(name_level(level, look.language), _head_style(look), width) for level in list_columns(chain)]
    top = max(map(len, heads)) * _head_style(look).line + look.canvas.label * 0.5
    grid = Grid(width, _gap(look), top)
    tops, height = _stack(columns, boxes, grid, (look, room))
    ports = Ports(columns, {slot: (tops[slot], _tall(slot, boxes)) for slot in tops}, (grid.width, grid.gap))
    return Body(
        height=height,
        left=look.canvas.edge,
        right=look.canvas.edge,
        x_range=(0, look.canvas.width - 2 * look.canvas.edge),
        traces=(*_rules(len(columns), grid, look), *draw_links(routes, ports, look)),
        labels=(*_head_labels(heads, columns, grid, look), *_box_labels(columns, boxes, tops, grid)),
        shapes=tuple(_shapes(columns, boxes, tops, (grid, look))),
    )


def _stack(
    columns: Columns, boxes: Mapping[Slot, Box], grid: Grid, where: tuple[Look, float | None]
) -> tuple[dict[Slot, float], float]:
    """The top of every slot, each column in the middle of the height, and the height of the whole."""
    look, room = where
    between = look.canvas.label * BETWEEN
    heights = [_total(column, boxes, between) for column in columns]
    tallest = max(heights)
    spare = max(0.0, (room or 0.0) - grid.top - tallest)
    most = max(len(column) for column in columns)
    extra = min(look.canvas.label * SPREAD, spare / max(1, most))
    whole = max(_total(column, boxes, between + extra) for column in columns)
    above = max(0.0, (room or 0.0) - grid.top - whole) * LEAD
    tops: dict[Slot, float] = {}
    for column in columns:
        at = grid.top + above + (whole - _total(column, boxes, between + extra)) / 2
        for slot in column:
            tops[slot] = at
            at += _tall(slot, boxes) + between + extra
    return tops, max(grid.top + whole + STROKE, room or 0.0)


def _total(column: Sequence[Slot], boxes: Mapping[Slot, Box], between: float) -> float:
    return sum(_tall(slot, boxes) for slot in column) + between * max(0, len(column) - 1)


def _tall(slot: Slot, boxes: Mapping[Slot, Box]) -> float:
    return boxes[slot].height if slot in boxes else LANE


def _head_style(look: Look) -> Style:
    return Style(look.canvas.label, look.palette.ink, bold=True)


def _head_labels(heads: Sequence[Sequence[str]], columns: Columns, grid: Grid, look: Look) -> Iterator[Label]:
    """The levels above their columns; that one has no node is said."""
    style, note = _head_style(look), Style(look.canvas.note, look.palette.quiet)
    for at, lines in enumerate(heads):
        for row, text in enumerate(lines):
            y = grid.top - look.canvas.label * 0.5 - (len(lines) - row - 0.5) * style.line
            yield Label(text, y, style, grid.left(at), "data", shift=1)
        if not columns[at]:
            empty = word("figures.chain_empty", look.language)
            yield Label(empty, grid.top + note.line, note, grid.left(at), "data", shift=1)


def _box_labels(columns: Columns, boxes: Mapping[Slot, Box], tops: Mapping[Slot, float], grid: Grid) -> Iterator[Label]:
    for at, column in enumerate(columns):
        for slot in column:
            if slot in boxes:
                yield from boxes[slot].labels(grid.left(at), tops[slot])


def _shapes(
    columns: Columns, boxes: Mapping[Slot, Box], tops: Mapping[Slot, float], where: tuple[Grid, Look]
) -> Iterator[dict[str, Any]]:
    grid, look = where
    colours = (look.palette.ground, look.palette.neutral)
    for at, column in enumerate(columns):
        for slot in column:
            if slot in boxes:
                yield edge_of((grid.left(at), tops[slot]), (grid.width, boxes[slot].height), colours)


def _rules(count: int, grid: Grid, look: Look) -> Iterator[go.Scatter]:
    """A line under the head of each column."""
    y = grid.top - look.canvas.label * 0.35
    ends = [x for at in range(count) for x in (grid.left(at), grid.left(at) + grid.width, None)]
    line = {"color": look.palette.neutral, "width": 1}
    yield go.Scatter(x=ends, y=[y, y, None] * count, mode="lines", line=line, hoverinfo="skip", cliponaxis=False)
