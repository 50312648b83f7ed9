"""The weights of one material in one round on one basis, and whether they can be true."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from analysis.evidence.material.flows import DRY, Flow, Way

TOLERANCE = 0.005  # of what goes in: more may come out by this much, because weights are rounded

Kilograms = float | None  # None: not known


@dataclass(frozen=True, slots=True)
class Excess:
    """More comes out of a thing than goes in: its flows out, and both weights."""

    node: str
    flows: tuple[Flow, ...]
    kg_in: float
    kg_out: float


class Weighed:
    """The weights of one round on one basis, with what follows from them: no more comes out than goes in."""

    def __init__(self, flows: Sequence[Flow], basis: str, round_key: str) -> None:
        own, other = ([f for f in flows if (f.basis == basis) is same] for same in (True, False))
        self.kg: dict[Way, Kilograms] = {flow.key: flow.kg(round_key) for flow in own}
        self.flows = {flow.key: flow for flow in own}
        self.nodes = tuple(dict.fromkeys(flow.ends[0] for flow in own))
        self.elsewhere = add_up((flow.ends[0], flow.kg(round_key)) for flow in other)
        self.dried = {} if basis == DRY else {n: kg for n, kg in self.elsewhere.items() if not _makes(n, other)}
        self.other = tuple(other)
        while self._settle():
            pass

    def _settle(self) -> bool:
        """Where what is known out of a thing is all that went in, the flows that were not weighed are nothing."""
        for node in self.nodes:
            blank = [ends for ends in self._out(node) if self.kg[ends] is None]
            kg_in = self.into(node)
            if blank and kg_in is not None and not exceeds(kg_in, self._known_out(node)):
                self.kg |= dict.fromkeys(blank, 0.0)
                return True
        return False

    def _out(self, node: str) -> list[Way]:
        return [way for way in self.kg if way[0] == node]

    def _known_out(self, node: str) -> float:
        return sum(self.kg[ends] or 0.0 for ends in self._out(node))

    def is_root(self, node: str) -> bool:
        """Whether nothing becomes this: the material itself."""
        return all(way[1] != node for way in self.kg)

    def into(self, node: str) -> Kilograms:
        """What goes into a thing; of the material itself what comes out of it is all that is known."""
        if self.is_root(node):
            return add_known(self.kg[ends] for ends in self._out(node))
        return add_known(kg for way, kg in self.kg.items() if way[1] == node)

    def rest(self, node: str) -> Kilograms:
        """What went in and did not come out, never below 0."""
        kg_in, kg_out = self.into(node), add_known(self.kg[ends] for ends in self._out(node))
        return None if kg_in is None or kg_out is None else max(0.0, kg_in - kg_out)

    def changes(self, node: str) -> bool:
        """Whether a thing becomes weight on the other basis in this round."""
        return self.elsewhere.get(node, 0.0) != 0

    def list_excess(self) -> Iterable[Excess]:
        """The things out of which more comes than goes in; more dry weight than the fresh that is left to dry, too."""
        for node in self.nodes:
            kg_in, kg_out = self.into(node), self._known_out(node)
            if kg_in is not None and exceeds(kg_out, kg_in):
                yield Excess(node, tuple(self.flows[ends] for ends in self._out(node)), kg_in, kg_out)
        for node, kg_dry in self.dried.items():
            left = None if self.is_root(node) else self.rest(node)
            if left is not None and kg_dry is not None and exceeds(kg_dry, left):
                yield Excess(node, tuple(flow for flow in self.other if flow.ends[0] == node), left, kg_dry)


def _makes(node: str, flows: Iterable[Flow]) -> bool:
    return any(flow.ends[1] == node for flow in flows)


def exceeds(kg: float, other: float) -> bool:
    """Whether a weight is more than another by more than rounding."""
    return kg > other * (1 + TOLERANCE)


def add_known(weights: Iterable[Kilograms]) -> Kilograms:
    """The sum; not known where a part is not."""
    known = tuple(weights)
    return None if None in known else fsum(kg for kg in known if kg is not None)


def add_up(parts: Iterable[tuple[str, Kilograms]]) -> dict[str, Kilograms]:
    """The sum of each name; not known where a part of it is not."""
    sums: dict[str, Kilograms] = {}
    for name, kg in parts:
        sums[name] = add_known((sums.get(name, 0.0), kg))
    return sums


def is_circular(weighed: Weighed) -> bool:
    """Whether something becomes, in the end, itself: then nothing can be said of what goes in."""
    left = dict(weighed.kg)
    while left:
        ends = {way[1] for way in left} - {way[0] for way in left}
        rest = {pair: kg for pair, kg in left.items() if pair[1] not in ends}
        if len(rest) == len(left):
            return True
        left = rest
    return False
