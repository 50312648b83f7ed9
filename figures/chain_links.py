"""The arrows of a chain: each from a place of its own at a box's edge, through its lanes, to a place of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import pi, sin

import plotly.graph_objects as go

from analysis.evidence.chain import Link
from figures.chain_plan import Columns, Route, Slot
from figures.curves import bend
from figures.labels import escape_text
from figures.theme import Look
from figures.wording import ARROW, DOT
from i18n import word

CURVE = 18  # points of a curve between two columns
HEAD = 9  # px of an arrow's head
DASH = "5px,4px"
BULGE = 0.42  # of the gap, that a link reaches out which stays in its column

Point = tuple[float, float]
Key = tuple[Slot, str, int]  # a slot, its side ("left", "right") and the place of the route among all


@dataclass(frozen=True)
class Ports:
    """Where links may begin and end: top and height of every slot (px), width of a column and of a gap."""

    columns: Columns
    spans: Mapping[Slot, tuple[float, float]]
    size: tuple[float, float]

    @cached_property
    def column_of(self) -> dict[Slot, int]:
        """The column of each slot."""
        return {slot: at for at, column in enumerate(self.columns) for slot in column}

    def left(self, slot: Slot) -> float:
        """The left edge of a slot."""
        return self.column_of[slot] * sum(self.size)

    def right(self, slot: Slot) -> float:
        """The right edge of a slot."""
        return self.left(slot) + self.size[0]

    def middle(self, slot: Slot) -> float:
        """The height of a slot's middle."""
        top, tall = self.spans[slot]
        return top + tall / 2


def draw_links(routes: Sequence[Route], ports: Ports, look: Look) -> tuple[go.Scatter, ...]:
    """Every link as a line of its own and all heads of one direction together."""
    heights = _share_edges(routes, ports)
    drawn = [_trace(at, route, (ports, heights), look) for at, route in enumerate(routes)]
    return tuple(trace for pair in drawn for trace in pair)


def _share_edges(routes: Sequence[Route], ports: Ports) -> dict[Key, float]:
    """The height at which each link meets each box: links of one side stand apart, in the order of their other ends."""
    wanted: dict[tuple[Slot, str], list[tuple[float, int]]] = {}
    for at, route in enumerate(routes):
        for slot, side, other in _ends(route):
            wanted.setdefault((slot, side), []).append((ports.middle(other), at))
    heights: dict[Key, float] = {}
    for (slot, side), found in wanted.items():
        top, tall = ports.spans[slot]
        for place, (_, at) in enumerate(sorted(found), start=1):
            heights[slot, side, at] = top + tall * place / (len(found) + 1)
    return heights


def _ends(route: Route) -> Iterator[tuple[Slot, str, Slot]]:
    """The boxes that a link meets: the side, and what comes next on its way."""
    if route.stays:
        start, end = ("", "", route.link.start), ("", "", route.link.end)
        yield start, "right", end
        if start != end:
            yield end, "right", start
        return
    yield route.slots[0], "right", route.slots[1]
    yield route.slots[-1], "left", route.slots[-2]


def _trace(
    at: int, route: Route, where: tuple[Ports, Mapping[Key, float]], look: Look
) -> tuple[go.Scatter, go.Scatter]:
    points = list(_loop(at, route, where) if route.stays else _across(at, route, where))
    end = points[0] if route.leftward else points[-1]
    odd = route.link.back or route.link.round_trip
    colour = look.palette.worse if odd else look.palette.quiet
    dash = "solid" if route.link.evidence else DASH
    line = go.Scatter(
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="lines",
        line={"color": colour, "width": 2, "dash": dash},
        hoverinfo="text",
        text=_tell(route.link, look),
        cliponaxis=False,
    )
    symbol, shift = ("triangle-left", HEAD / 2) if route.leftward or route.stays else ("triangle-right", -HEAD / 2)
    marker = {"symbol": symbol, "size": HEAD, "color": colour, "opacity": 1}
    head = go.Scatter(x=[end[0] + shift], y=[end[1]], mode="markers", marker=marker, hoverinfo="skip", cliponaxis=False)
    return line, head


def _across(at: int, route: Route, where: tuple[Ports, Mapping[Key, float]]) -> Iterable[Point]:
    """From the right edge of the left box, straight through its lanes, to the left edge of the right box."""
    ports, heights = where
    first, last = route.slots[0], route.slots[-1]
    stops = [(ports.right(first), heights[first, "right", at])]
    for lane in route.slots[1:-1]:
        stops += [(ports.left(lane), ports.middle(lane)), (ports.right(lane), ports.middle(lane))]
    stops.append((ports.left(last), heights[last, "left", at]))
    for (x0, y0), (x1, y1) in pairwise(stops):
        yield from zip(*bend((x0, x1), (y0, y1), CURVE), strict=True)


def _loop(at: int, route: Route, where: tuple[Ports, Mapping[Key, float]]) -> Iterable[Point]:
    """Out on the right and back into the same column."""
    ports, heights = where
    start, end = ("", "", route.link.start), ("", "", route.link.end)
    x, reach = ports.right(start), ports.size[1] * BULGE
    y0, y1 = heights[start, "right", at], heights[end, "right", at]
    if start == end:
        y0, y1 = y0 - HEAD, y0 + HEAD
    for t, y in zip(*bend((0, 1), (y0, y1), CURVE), strict=True):
        yield x + reach * sin(pi * t), y


def _tell(link: Link, look: Look) -> str:
    """What stands behind a link, for whoever points at it."""
    said = (
        f"{link.start} {ARROW} {link.end}",
        f"{word('chain.assumption', look.language)}: {link.assumption or word('chain.not_stated', look.language)}",
        f"{word('chain.evidence', look.language)}: {link.evidence or word('chain.not_stated', look.language)}",
    )
    return escape_text(DOT.join(said))
