"""The results chain as its sheet tells it: nodes with their indicators, links with what they rest on, and the gaps."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.evidence.attainment import find_attainment, is_backward, is_met
from dictionary.nouns import Better, Indicator, Problem, Source

LEVELS = ("input", "activity", "output", "outcome", "impact")


@dataclass(frozen=True, slots=True)
class Goal:
    """An indicator with its baseline, target and actual value, in ``unit`` (shares 0–1).

    ``indicator`` is the one of the dictionary or of the summary sheet, None for one that stands in the chain alone:
    ``name`` is then what was typed. ``computed``: the values are those of the findings; ``overruled`` says that the row
    of the chain has other values of its own, which give way. ``missing`` is a code of the codelist ``reason``.
    """

    name: str
    unit: str
    better: Better
    baseline: float | None = None
    actual: float | None = None
    target: float | None = None
    indicator: Indicator | None = None
    computed: bool = False
    overruled: bool = False
    caveats: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    missing: str = ""

    @property
    def attained(self) -> float | None:
        """The share of the way from baseline to target; None where it is not known or would mislead."""
        backward = is_backward(self.baseline, self.target, self.better)
        return None if backward else find_attainment(self.baseline, self.actual, self.target)

    @property
    def met(self) -> bool | None:
        """Whether the actual value is as good as the target; None where a value or the better direction is unknown."""
        return is_met((self.baseline, self.actual, self.target), self.better)

    @property
    def improved(self) -> bool | None:
        """Whether the actual value is better than the baseline; None where it is the same, not known or neither."""
        if self.baseline is None or self.actual is None or self.actual == self.baseline:
            return None
        if self.better is not Better.NEITHER:
            return (self.actual > self.baseline) == (self.better is Better.HIGHER)
        return None if self.attained is None else self.attained > 0


@dataclass(frozen=True, slots=True)
class Node:
    """One item of the chain. ``level`` is a code of ``chain_level`` or "" where the sheet does not say."""

    name: str
    level: str
    goals: tuple[Goal, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Link:
    """That one node leads to another (their names), the assumption it rests on and its evidence ("" where none).

    ``back``: it leads to an earlier level; ``round_trip``: it closes a circle.
    """

    start: str
    end: str
    assumption: str
    evidence: str
    source: Source
    back: bool = False
    round_trip: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """What is not said: ``code`` is the end of a key ``chain.gap_…``; ``subject`` an indicator, or a link's end."""

    code: str
    node: str
    subject: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The whole chain; ``problems`` are the faults that only show when the rows are seen together."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    gaps: tuple[Gap, ...] = ()
    problems: tuple[Problem, ...] = ()

    def at(self, level: str) -> tuple[Node, ...]:
        """The nodes of a level, as the sheet orders them."""
        return tuple(node for node in self.nodes if node.level == level)

    def level_of(self, name: str) -> str:
        """The level of the node of a name."""
        return next((node.level for node in self.nodes if node.name == name), "")
