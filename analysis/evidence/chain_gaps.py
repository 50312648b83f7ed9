"""What a chain does not say: indicators without baseline or target, links without evidence, nodes that hang alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.evidence.attainment import is_backward
from analysis.evidence.chain import LEVELS, Gap, Goal, Link, Node

UNMEASURED = ("input", "activity")  # a node of these levels may do without an indicator


def find_gaps(nodes: Sequence[Node], links: Sequence[Link]) -> tuple[Gap, ...]:
    """All gaps: of each node in turn, then of each link; where nothing leads to anything, that once."""
    starts, ends = {link.start for link in links}, {link.end for link in links}
    names = {node.name for node in nodes}
    loose = {"leads_nowhere": starts or names, "led_to_by_none": ends or names}
    return (
        *(Gap("no_links", "", source=node.source) for node in nodes[:1] if not links),
        *(gap for node in nodes for gap in _of_node(node, loose)),
        *(gap for link in links for gap in _of_link(link)),
    )


def _of_node(node: Node, linked: dict[str, set[str]]) -> Iterator[Gap]:
    if not node.level:
        yield Gap("no_level", node.name, source=node.source)
    if node.level != LEVELS[-1] and node.name not in linked["leads_nowhere"]:
        yield Gap("leads_nowhere", node.name, source=node.source)
    if node.level != LEVELS[0] and node.name not in linked["led_to_by_none"]:
        yield Gap("led_to_by_none", node.name, source=node.source)
    if not node.goals and node.level not in UNMEASURED:
        yield Gap("no_indicator", node.name, source=node.source)
    for goal in node.goals:
        for code in _of_goal(goal):
            yield Gap(code, node.name, goal.name, goal.sources[0] if goal.sources else node.source)


def _of_goal(goal: Goal) -> Iterator[str]:
    if goal.missing == "suppressed":
        return
    if goal.baseline is None:
        yield "no_baseline"
    if goal.actual is None:
        yield "no_actual"
    if goal.target is None:
        yield "no_target"
    elif is_backward(goal.baseline, goal.target, goal.better):
        yield "target_backward"
    elif goal.target == goal.baseline:
        yield "target_is_baseline"


def _of_link(link: Link) -> Iterator[Gap]:
    if not link.evidence:
        yield Gap("no_evidence", link.start, link.end, link.source)
    if not link.assumption:
        yield Gap("no_assumption", link.start, link.end, link.source)
