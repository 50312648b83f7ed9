"""Where the nodes of the support picture stand: columns of bars, the same in both rounds, on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from figures.labels import Style, least_width, wrap_lines
from figures.theme import Look
from figures.ties import TieView
from i18n.numbers import write_number

BANDS, FEWEST = 0.3, 0.15  # of the width, for the bands between the columns: where names may wrap, and at least
BAR = 0.5  # em
GAP = 0.35  # em between names and bars, and between nodes
LEAST, MOST, TALLEST = 0.34, 0.85, 15.0  # em: height of one tie, and of all of them together
Place: TypeAlias = tuple[float, float]  # px from the left edge, and px wide


@dataclass(frozen=True, slots=True)
class Node:
    """A bar: its place from the left edge of the panel and from its top (px), and the lines of its name.

    One of the middle has a bar on either side of its name, so that no band runs under words; ``width`` holds both.
    """

    column: int
    key: str
    x: float
    top: float
    height: float
    width: float
    counts: tuple[int, int]
    names: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The nodes of both panels; ``unit`` px a tie, ``height`` px a panel; ``tight`` where words leave bands no room."""

    nodes: tuple[Node, ...]
    unit: float
    height: float
    bar: float
    tight: bool

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
    nodes, places = _name_nodes(view, look, width)
    largest = max(len(view.network.ties_of(side)) for side in (0, 1))
    units = [min(MOST, TALLEST / max(1, largest)) * look.canvas.label]
    while most is not None and units[-1] > LEAST * look.canvas.label:
        units.append(units[-1] * 0.85)
    for unit in units:
        heights = [[_slot(node, unit, look) for node in column] for column in nodes]
        height = max(map(sum, heights))
        if most is None or height <= most:
            break
    placed = (
        node
        for column, slots, place in zip(nodes, heights, places, strict=True)
        for node in _place(column, slots, (height, unit, place), look)
    )
    bands = [end - (start + wide) for (start, wide), (end, _) in pairwise(places)]
    return Columns(tuple(placed), unit, height, BAR * look.canvas.label, sum(bands) < FEWEST * width)


def _name_nodes(view: TieView, look: Look, width: float) -> tuple[list[list[_Named]], list[Place]]:
    """The nodes of each column with the lines of their names, and where the bars of each column stand."""
    style = Style(look.canvas.label, "")
    keys = view.list_nodes()
    texts = [[_write(view, look, at, key) for key in column] for at, column in enumerate(keys)]
    wide = [max(style.width(text) for pair in column for text in pair) for column in texts]
    free = width - 2 * (len(wide) - 1) * (BAR + GAP) * look.canvas.label
    shared = _share_room(wide, free - BANDS * width)
    whole = [max(shared, *(least_width(text, style) for pair in column for text in pair)) for column in texts]
    rooms = whole if sum(whole) < free else [shared] * len(wide)
    named = [
        [
            _Named(at, key, view.count(at, key), (wrap_lines(one, style, room), wrap_lines(two, style, room)))
            for key, (one, two) in zip(keys[at], column, strict=True)
        ]
        for at, (column, room) in enumerate(zip(texts, rooms, strict=True))
    ]
    taken = [max(style.width(line) for node in column for name in node.names for line in name) for column in named]
    return named, _find_places(taken, look, width)


def _share_room(wide: Sequence[float], room: float) -> float:
    """The width (px) at which names are to break so that those of all columns have ``room``; short ones give theirs."""
    left = sorted(wide)
    while left and left[0] <= room / len(left):
        room -= left.pop(0)
    return room / len(left) if left else max(wide)


def _find_places(taken: Sequence[float], look: Look, width: float) -> list[Place]:
    """Where the bars of each column stand and how wide they are: names outside of the outer ones, within the middle."""
    gap, bar = GAP * look.canvas.label, BAR * look.canvas.label
    first, last = taken[0] + gap, width - taken[-1] - gap - bar
    if len(taken) == 2:
        return [(first, bar), (last, bar)]
    within = taken[1] + 2 * (gap + bar)
    return [(first, bar), ((first + bar + last - within) / 2, within), (last, bar)]


def _write(view: TieView, look: Look, column: int, key: str) -> tuple[str, str]:
    """The name of a node with its number of ties, in each round; the number never stands on a line alone."""
    name = view.name(column, key, look.language)
    first, last = (f"{name}\N{NO-BREAK SPACE}{write_number(count)}" for count in view.count(column, key))
    return first, last


def _slot(node: _Named, unit: float, look: Look) -> float:
    return max(node.lines * Style(look.canvas.label, "").line, max(node.counts) * unit) + GAP * look.canvas.label


def _place(
    column: Sequence[_Named], slots: Sequence[float], plan: tuple[float, float, Place], look: Look
) -> list[Node]:
    """The nodes of a column one under the other, spread over the height of the highest column."""
    height, unit, (x, width) = plan
    extra = (height - sum(slots)) / len(column)
    placed, at = [], 0.0
    for node, slot in zip(column, slots, strict=True):
        bar = max(node.counts) * unit
        top = at + extra / 2 + (slot - GAP * look.canvas.label - bar) / 2
        placed.append(Node(node.column, node.key, x, top, bar, width, node.counts, node.names))
        at += slot + extra
    return placed
