"""Where the nodes of the support picture stand: columns of bars, the same in both rounds, on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from figures.labels import Style, wrap_lines
from figures.theme import Look
from figures.ties import TieView
from i18n.numbers import write_number

ROOMY = 29  # em: from this width on the names of the outer columns stand beside the bars, else all above them
SHARES = {3: (0.29, 0.25), 2: (0.4, 0.35)}  # of the width at most, for the names beside the outer columns, by columns
MIDDLE, ABOVE = 0.4, 0.37  # of the space: where the middle bars stand; what names above them take
BAR = 0.5  # em
GAP = 0.35  # em between names and bars
LEAST, MOST, TALLEST = 0.34, 0.85, 15.0  # em: height of one tie, and of all of them together


@dataclass(frozen=True, slots=True)
class Node:
    """A bar: its place from the left edge of the panel and from its top (px), and the lines of its name."""

    column: int
    key: str
    x: float
    top: float
    height: float
    counts: tuple[int, int]
    names: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The nodes of both panels; ``unit`` px for one tie, ``height`` px of a panel."""

    nodes: tuple[Node, ...]
    unit: float
    height: float
    beside: bool
    bar: float

    def find(self, column: int, key: str) -> Node:
        """The node of a column."""
        return next(node for node in self.nodes if (node.column, node.key) == (column, key))


@dataclass(frozen=True, slots=True)
class _Named:
    """A node before it has a place: its column and key, how many ties in each round, its name in lines."""

    column: int
    key: str
    counts: tuple[int, int]
    names: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def lines(self) -> int:
        return max(map(len, self.names))


def plan_columns(view: TieView, look: Look, width: float, most: float | None) -> Columns:
    """The nodes in a panel of ``width`` px; ties are drawn thinner where it would be higher than ``most`` px."""
    beside = width / look.canvas.label >= ROOMY
    nodes, places = _name_nodes(view, look, width, beside)
    largest = max(len(view.network.ties_of(side)) for side in (0, 1))
    units = [min(MOST, TALLEST / max(1, largest)) * look.canvas.label]
    while most is not None and units[-1] > LEAST * look.canvas.label:
        units.append(units[-1] * 0.85)
    for unit in units:
        heights = [[_slot(node, unit, look, beside) for node in column] for column in nodes]
        height = max(map(sum, heights))
        if most is None or height <= most:
            break
    placed = (
        node
        for column, slots in zip(nodes, heights, strict=True)
        for node in _place(column, slots, (height, unit, places, beside), look)
    )
    return Columns(tuple(placed), unit, height, beside, BAR * look.canvas.label)


def _name_nodes(view: TieView, look: Look, width: float, beside: bool) -> tuple[list[list[_Named]], list[float]]:
    """The nodes of each column with the lines of their names, and where the bars of each column stand."""
    style = Style(look.canvas.label, "")
    keys = view.list_nodes()
    texts = [[_write(view, look, at, key) for key in column] for at, column in enumerate(keys)]
    wide = [max(style.width(text) for pair in column for text in pair) for column in texts]
    places, rooms = (_place_beside if beside else _place_above)(wide, look, width)
    named = [
        [
            _Named(at, key, view.count(at, key), (wrap_lines(one, style, room), wrap_lines(two, style, room)))
            for key, (one, two) in zip(keys[at], column, strict=True)
        ]
        for at, (column, room) in enumerate(zip(texts, rooms, strict=True))
    ]
    return named, places


def _place_beside(wide: Sequence[float], look: Look, width: float) -> tuple[list[float], list[float]]:
    """Where bars stand with names outside of the outer ones and right of the middle one; the room of each name."""
    gap, bar = GAP * look.canvas.label, BAR * look.canvas.label
    shares = SHARES[len(wide)]
    left, right = min(wide[0], shares[0] * width) + gap, min(wide[-1], shares[1] * width) + gap
    span = width - left - right - bar
    places, rooms = [left, left + span], [left - gap, right - gap]
    if len(wide) > 2:
        places.insert(1, left + span * MIDDLE)
        rooms.insert(1, span * (1 - MIDDLE) - bar - 2 * gap)
    return places, rooms


def _place_above(wide: Sequence[float], look: Look, width: float) -> tuple[list[float], list[float]]:
    """The same with all names above the bars; the middle ones have somewhat more room."""
    span, gap = width - BAR * look.canvas.label, GAP * look.canvas.label
    if len(wide) == 2:
        return [0.0, span], [width / 2 - gap] * 2
    outer = width * (1 - ABOVE) / 2 - gap
    return [0.0, span / 2, span], [outer, width * ABOVE - gap, outer]


def _write(view: TieView, look: Look, column: int, key: str) -> tuple[str, str]:
    """The name of a node with its number of ties, in each round; the number never stands on a line alone."""
    name = view.name(column, key, look.language)
    first, last = (f"{name}\N{NO-BREAK SPACE}{write_number(count)}" for count in view.count(column, key))
    return first, last


def _slot(node: _Named, unit: float, look: Look, beside: bool) -> float:
    words = node.lines * Style(look.canvas.label, "").line
    bar = max(node.counts) * unit
    return (max(words, bar) if beside else words + bar) + GAP * look.canvas.label


def _place(
    column: Sequence[_Named], slots: Sequence[float], plan: tuple[float, float, Sequence[float], bool], look: Look
) -> list[Node]:
    """The nodes of a column one under the other, spread over the height of the highest column."""
    height, unit, places, beside = plan
    extra = (height - sum(slots)) / len(column)
    placed, at = [], 0.0
    for node, slot in zip(column, slots, strict=True):
        words = node.lines * Style(look.canvas.label, "").line
        bar = max(node.counts) * unit
        lead = (slot - GAP * look.canvas.label - bar) / 2 if beside else words
        top = at + extra / 2 + lead
        placed.append(Node(node.column, node.key, places[node.column], top, bar, node.counts, node.names))
        at += slot + extra
    return placed
