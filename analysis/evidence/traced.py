"""Which indicators the theory of change leads to with evidence for every link on the way."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from analysis.evidence.chain import Chain, Link

FIRST = ("input", "activity")  # the levels at which a way along the chain begins


def find_traced(chain: Chain | None) -> frozenset[str]:
    """The indicators of the items to which every way from an activity or input has evidence for each of its links.

    Links that go back, or close a circle, are no way to an item.
    """
    if chain is None:
        return frozenset()
    links = [link for link in chain.links if not link.back and not link.round_trip]
    reached = {node.name for node in chain.nodes if node.level in FIRST}
    later = [node for node in chain.nodes if node.level not in FIRST]
    while more := {node.name for node in later if _is_traced(node.name, links, reached)} - reached:
        reached |= more
    goals = (goal for node in later if node.name in reached for goal in node.goals)
    return frozenset(goal.indicator.key for goal in goals if goal.indicator)


def _is_traced(name: str, links: Sequence[Link], reached: Collection[str]) -> bool:
    """Whether links lead to an item, each with evidence and from an item that is reached so itself."""
    into = [link for link in links if link.end == name]
    return bool(into) and all(link.evidence and link.start in reached for link in into)
