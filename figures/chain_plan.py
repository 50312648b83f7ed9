"""Where the boxes of a results chain stand: five columns, ordered so that links cross little, with lanes between boxes.

A link that passes a column has a lane of its own there, so that it runs behind no box.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.evidence.chain import LEVELS, Chain, Link

TURNS = 4  # times the columns are ordered, forth and back
Slot = tuple[str, str, str]  # a node ("", "", name) or the lane of a link (its start, its end, column)
Columns = tuple[tuple[Slot, ...], ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A link and the slots that it passes, from left to right; ``leftward`` where it leads to an earlier column."""

    link: Link
    slots: tuple[Slot, ...]
    leftward: bool

    @property
    def stays(self) -> bool:
        """Whether both ends stand in one column."""
        return len(self.slots) == 1


def list_columns(chain: Chain) -> tuple[str, ...]:
    """The levels that have a column: all five, and one more for what has no level."""
    return LEVELS if all(node.level for node in chain.nodes) else (*LEVELS, "")


def node_slot(name: str) -> Slot:
    """The slot of a node."""
    return "", "", name


def order_columns(chain: Chain) -> tuple[Columns, tuple[Route, ...]]:
    """The slots of each column from top to bottom, and the way of every link through them."""
    levels = list_columns(chain)
    place = {node.name: levels.index(node.level) for node in chain.nodes}
    columns: list[list[Slot]] = [[node_slot(node.name) for node in chain.at(level)] for level in levels]
    routes: list[Route] = []
    for link in chain.links:
        routes.append(_route(link, place))
        for at, slot in zip(_passed(link, place), routes[-1].slots[1:-1], strict=True):
            columns[at].append(slot)
    pairs = [pair for route in routes for pair in pairwise(route.slots)]
    return _untangle(columns, pairs), tuple(routes)


def _passed(link: Link, place: Mapping[str, int]) -> range:
    first, last = sorted((place[link.start], place[link.end]))
    return range(first + 1, last)


def _route(link: Link, place: Mapping[str, int]) -> Route:
    start, end = node_slot(link.start), node_slot(link.end)
    if place[link.start] == place[link.end]:
        return Route(link, (start,), leftward=False)
    leftward = place[link.end] < place[link.start]
    lanes = [(link.start, link.end, str(at)) for at in _passed(link, place)]
    ends = (end, start) if leftward else (start, end)
    return Route(link, (ends[0], *lanes, ends[1]), leftward)


def _untangle(columns: Sequence[Sequence[Slot]], pairs: Sequence[tuple[Slot, Slot]]) -> Columns:
    """The order of the sheet, or one in which fewer links cross."""
    current: Columns = tuple(map(tuple, columns))
    best, fewest = current, _count_crossings(current, pairs)
    for turn in range(TURNS):
        current = _sort(current, pairs, forward=turn % 2 == 0)
        crossings = _count_crossings(current, pairs)
        if crossings < fewest:
            best, fewest = current, crossings
    return best


def _sort(columns: Columns, pairs: Sequence[tuple[Slot, Slot]], *, forward: bool) -> Columns:
    """Each column by the middle of what its slots are linked to in the column before it (or after)."""
    neighbours: dict[Slot, list[Slot]] = {}
    for left, right in pairs:
        one, other = (right, left) if forward else (left, right)
        neighbours.setdefault(one, []).append(other)
    ordered = list(columns) if forward else list(reversed(columns))
    for at in range(1, len(ordered)):
        heights = _heights(ordered[at - 1])
        own = _heights(ordered[at])
        ordered[at] = tuple(sorted(ordered[at], key=lambda slot: _middle(slot, neighbours, (heights, own))))
    return tuple(ordered if forward else reversed(ordered))


def _heights(column: Sequence[Slot]) -> dict[Slot, float]:
    return {slot: (at + 0.5) / len(column) for at, slot in enumerate(column)}


def _middle(slot: Slot, neighbours: Mapping[Slot, Sequence[Slot]], heights: tuple[dict[Slot, float], ...]) -> float:
    found = [heights[0][one] for one in neighbours.get(slot, ()) if one in heights[0]]
    return sum(found) / len(found) if found else heights[1][slot]


def _count_crossings(columns: Columns, pairs: Sequence[tuple[Slot, Slot]]) -> int:
    place = {slot: at for column in columns for at, slot in enumerate(column)}
    column_of = {slot: at for at, column in enumerate(columns) for slot in column}
    return sum(_cross(one, other, place) for one, other in _beside(pairs, column_of))


def _beside(
    pairs: Sequence[tuple[Slot, Slot]], column_of: Mapping[Slot, int]
) -> Iterator[tuple[tuple[Slot, Slot], tuple[Slot, Slot]]]:
    for at, one in enumerate(pairs):
        yield from ((one, other) for other in pairs[at + 1 :] if column_of[one[0]] == column_of[other[0]])


def _cross(one: tuple[Slot, Slot], other: tuple[Slot, Slot], place: Mapping[Slot, int]) -> bool:
    return (place[one[0]] - place[other[0]]) * (place[one[1]] - place[other[1]]) < 0
