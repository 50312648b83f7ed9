"""Who supports with what in which stage: bands from sector over kind of support to stage, before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import plotly.graph_objects as go

from dictionary.nouns import Round
from figures.frame import Body
from figures.labels import Anchor, Label, Style, stack, wrap_lines, wrap_parts
from figures.status_key import KeyItem, key_height, key_labels, key_middle, key_width, lay_key
from figures.support_bands import draw_band, edge_width, find_slack, stack_bands
from figures.support_plan import GAP, Columns, Node, plan_columns
from figures.theme import Look
from figures.ties import TieView, count_statuses, list_letters, stroke_of
from figures.wording import DOT, write_round
from i18n import word
from i18n.numbers import write_number

BETWEEN = 1.6  # em between the panels
LEFT_BY_FRAME = 0.72  # of the highest picture: what title and notes leave at least
WIDE = 1.3  # width over height from which the panels of a fixed canvas stand side by side


Box = tuple[float, float, float, float]  # left, right, top, bottom (px)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a panel: lines of words, and the key ``x`` and ``y`` px from their corner; ``height`` px."""

    lines: tuple[str, ...]
    key: tuple[KeyItem, ...]
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Panel:
    """One round: its number (0, 1), its place (px of the body), and its head."""

    side: int
    x: float
    top: float
    head: Head


def draw_support(view: TieView, rounds: tuple[Round, Round], look: Look, room: float | None) -> Body:
    """The earlier round above the later (beside it on a wide slide), with the same nodes in the same places."""
    canvas = look.canvas
    inner = canvas.width - 2 * canvas.edge
    abreast = canvas.height is not None and canvas.width > WIDE * canvas.height
    between = BETWEEN * canvas.label
    width = (inner - between) / 2 if abreast else inner
    heads = [_head(view, rounds, side, (look, width)) for side in (0, 1)]
    tall = [head.height + GAP * canvas.label for head in heads]
    taken = max(tall) if abreast else sum(tall) + between
    free = room if room is not None else canvas.tallest and canvas.tallest * LEFT_BY_FRAME
    most = None if free is None else (free - taken) / (1 if abreast else 2)
    columns, letters = _plan(view, look, width, most)
    spots = ((0.0, 0.0), (width + between, 0.0) if abreast else (0.0, tall[0] + columns.height + between))
    panels = [Panel(side, *spots[side], heads[side]) for side in (0, 1)]
    below = [panel.top + (max(tall) if abreast else tall[panel.side]) for panel in panels]
    drawn = [_draw(view, columns, (panel, top), look) for panel, top in zip(panels, below, strict=True)]
    foot = max(below) + columns.height + GAP * canvas.label
    height = foot + len(letters) * _small(look).line if letters else max(below) + columns.height
    return Body(
        height=max(height, room or 0.0),
        left=canvas.edge,
        right=canvas.edge,
        x_range=(0, inner),
        traces=tuple(trace for traces, _ in drawn for trace in traces),
        labels=(*(label for _, labels in drawn for label in labels), *stack(letters, _small(look), foot, canvas.edge)),
        shapes=tuple(shape for panel in panels for shape in _key_shapes(panel, look)),
        tight=columns.tight,
    )


def _plan(view: TieView, look: Look, width: float, most: float | None) -> tuple[Columns, tuple[str, ...]]:
    """The columns; where words leave bands no room on a small screen, letters in the first one, and their key."""
    columns, letters = plan_columns(view, look, width, most), list_letters(view, look.language)
    if not (columns.tight and look.canvas.fluid and letters):
        return columns, ()
    return plan_columns(replace(view, lettered=True), look, width, most), wrap_parts(
        DOT.join(letters), _small(look), width
    )


def _small(look: Look) -> Style:
    return Style(look.canvas.note, look.palette.quiet)


def _plain(look: Look) -> Style:
    return Style(look.canvas.label, look.palette.ink)


def _head(view: TieView, rounds: tuple[Round, Round], side: int, where: tuple[Look, float]) -> Head:
    """The round with its number of ties, and what became of them: on one line where both fit."""
    look, width = where
    ties = view.network.ties_of(side)
    total = word("figures.ties" if len(ties) != 1 else "figures.ties_one", look.language, n=write_number(len(ties)))
    lines = wrap_lines(f"{write_round(rounds[side], look.language)}: {total}", _bold(look), width)
    key = lay_key(count_statuses(tie.status for tie in ties), look, width)
    tall, beside = len(lines) * _plain(look).line, _bold(look).width(lines[0]) + 1.5 * look.canvas.label
    if len(lines) == 1 and beside + key_width(key, look) <= width and key_height(key, look) <= tall:
        return Head(lines, key, beside, 0.0, tall)
    return Head(lines, key, 0.0, tall, tall + key_height(key, look))


def _bold(look: Look) -> Style:
    return Style(look.canvas.label, look.palette.ink, bold=True)


def _head_labels(panel: Panel, look: Look) -> Iterable[Label]:
    line = _plain(look).line
    for i, text in enumerate(panel.head.lines):
        yield Label(text, panel.top + (i + 0.5) * line, _bold(look), panel.x, "data")
    yield from key_labels(panel.head.key, panel.x + panel.head.x, panel.top + panel.head.y, look)


def _key_shapes(panel: Panel, look: Look) -> Iterable[dict[str, Any]]:
    """A sample of the band of each status."""
    em, head = look.canvas.label, panel.head
    for item in head.key:
        y = panel.top + head.y + key_middle(item, look)
        stroke, x = stroke_of(item.status, look.palette), panel.x + head.x + item.x
        ends = {"x0": x + 2, "x1": x + em * 1.2, "y0": y - em * 0.3, "y1": y + em * 0.3}
        edge = {"color": stroke.colour, "width": edge_width(item.status), "dash": stroke.dash}
        yield {"type": "rect", **ends, "fillcolor": stroke.area, "line": edge}


def _draw(
    view: TieView, columns: Columns, place: tuple[Panel, float], look: Look
) -> tuple[list[go.Scatter], list[Label]]:
    """The bands, bars and names of one panel, whose columns begin at a height (px)."""
    panel, top = place
    bands = stack_bands(view.count_bands(panel.side), columns, panel.side)
    traces = [draw_band(band, ends, (columns, panel.x, top), (view, look)) for band, ends in bands]
    full, empty = (
        [bar for node in columns.nodes if bool(node.counts[panel.side]) is there for bar in _bars(node, columns, place)]
        for there in (True, False)
    )
    names = [label for node in columns.nodes for label in _names(node, columns, place, look)]
    traces += [_areas(full, look.palette.ink), _areas(empty, look.palette.neutral)]
    return traces, [*_head_labels(panel, look), *names]


def _areas(boxes: Iterable[Box], colour: str) -> go.Scatter:
    """Rectangles of one colour."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for x0, x1, y0, y1 in boxes:
        xs += [x0, x1, x1, x0, x0, None]
        ys += [y0, y0, y1, y1, y0, None]
    filled = {"fill": "toself", "fillcolor": colour, "hoverinfo": "skip"}
    return go.Scatter(x=xs[:-1], y=ys[:-1], mode="lines", line={"width": 0}, **filled)


def _bars(node: Node, columns: Columns, place: tuple[Panel, float]) -> Iterable[Box]:
    """The bar of a node, or both of one in the middle; thin where it has nothing in the round."""
    panel, top = place
    size = node.counts[panel.side] * columns.unit
    y = top + node.top + find_slack(node, columns, panel.side)
    ends = (y, y + size) if size else (y - 1, y + 1)
    for x in dict.fromkeys((node.x, node.x + node.width - columns.bar)):
        yield panel.x + x, panel.x + x + columns.bar, *ends


def _names(node: Node, columns: Columns, place: tuple[Panel, float], look: Look) -> Iterable[Label]:
    """The name of a node, outside of its bar; between its bars in the middle."""
    panel, top = place
    lines, line = node.names[panel.side], _plain(look).line
    style = _plain(look) if node.counts[panel.side] else Style(look.canvas.label, look.palette.quiet)
    x, anchor = _name_place(node, columns, GAP * look.canvas.label)
    first = top + node.top + node.height / 2 - (len(lines) - 1) / 2 * line
    for i, text in enumerate(lines):
        yield Label(text, first + i * line, style, panel.x + x, "data", anchor)


def _name_place(node: Node, columns: Columns, gap: float) -> tuple[float, Anchor]:
    if node.column == 0:
        return node.x - gap, "right"
    if node.column == columns.nodes[-1].column:
        return node.x + node.width + gap, "left"
    return node.x + node.width / 2, "center"
