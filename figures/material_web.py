"""What comes from what in one material, over both rounds: where its drawing begins, and where its ends stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.evidence.material import Band, Material

POOLED = ("unweighed", "mixed", "unaccounted")  # ends without a name: one row each, wherever along the way they arise

Place = tuple[str, str]  # squashed name of an end ("" where it has none), and how it ends
Points = Mapping[str, tuple[str | Place, ...]]  # what each thing gives: other things by name, ends by place


def place_of(band: Band) -> Place:
    """The row to which a band belongs that ends."""
    return ("", band.use) if band.use in POOLED else (band.target, band.use)


@dataclass(frozen=True, slots=True)
class Web:
    """``levels`` are of the things drawn (0: the start), ``order`` are the ends from top to bottom.

    ``parents`` are the things that each thing and each end comes from directly.
    """

    start: str
    levels: Mapping[str, int]
    order: tuple[Place, ...]
    parents: Mapping[str | Place, tuple[str, ...]]

    def path_to(self, place: Place) -> tuple[str, ...]:
        """What an end comes through, without the start; of several origins those that it comes from directly."""
        path: tuple[str, ...] = ()
        above = self.parents[place]
        if len(above) > 1:
            return above
        while len(above) == 1 and above[0] != self.start:
            path = (*above, *path)
            above = self.parents.get(above[0], ())
        return path


def weave(material: Material) -> Web:
    """The web of all bands that hold anything or were not weighed."""
    gives = _list_gives(material)
    begins = _find_begins(gives)
    drawn: dict[str | Place, None] = {}
    for begin in begins:
        _walk(begin, gives, drawn)
    things = [name for name in drawn if isinstance(name, str)]
    parents = {point: tuple(name for name in things if point in gives.get(name, ())) for point in drawn}
    ends = (point for point in drawn if isinstance(point, tuple))
    order = sorted(ends, key=lambda place: POOLED.index(place[1]) + 1 if place[1] in POOLED else 0)
    start = begins[0] if len(begins) == 1 else ""
    return Web(start, _find_levels(begins, gives), tuple(order), parents)


def _walk(name: str, gives: Points, drawn: dict[str | Place, None]) -> None:
    """Each thing before what it gives; an end of several origins stands with the last of them."""
    drawn[name] = None
    for point in gives.get(name, ()):
        if isinstance(point, tuple):
            drawn.pop(point, None)
            drawn[point] = None
        elif point not in drawn:
            _walk(point, gives, drawn)


def _find_levels(begins: Sequence[str], gives: Points) -> dict[str, int]:
    """How many steps each thing lies from the beginning, on the longest way."""
    levels = dict.fromkeys(begins, 0)
    reached = list(begins)
    for name in reached:
        for point in gives.get(name, ()):
            if isinstance(point, str) and levels.get(point, 0) <= levels[name]:
                levels[point] = levels[name] + 1
                reached.append(point)
    return levels


def _list_gives(material: Material) -> Points:
    """In the order of the sheet; what has no row of its own comes last."""
    rows = {flow.ends: place for place, flow in enumerate(material.flows)}
    bands = [band for balance in material.balances for band in balance.bands if band.kg != 0]
    gives: dict[str, dict[str | Place, None]] = {}
    for band in sorted(bands, key=lambda one: rows.get((one.origin, one.target), len(rows))):
        gives.setdefault(band.origin, {})[place_of(band) if band.use else band.target] = None
    return {name: tuple(points) for name, points in gives.items()}


def _find_begins(gives: Points) -> Sequence[str]:
    """What nothing becomes; a lone source (a garden) that gives one thing stands back behind what it gives."""
    made = {point for points in gives.values() for point in points}
    begins = [name for name in gives if name not in made and gives[name]]
    while len(begins) == 1 and len(gives[begins[0]]) == 1 and isinstance(gives[begins[0]][0], str):
        begins = [str(gives[begins[0]][0])]
    return begins
