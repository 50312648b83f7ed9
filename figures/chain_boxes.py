"""What stands in the box of a node: its name and its indicators, as much as there is room for."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence.chain import Goal, Node
from figures.boxes import Line
from figures.chain_words import name_goal, write_goal, write_target, write_way
from figures.labels import Style
from figures.theme import Look, text_colour
from figures.wording import DOT
from i18n import word

NAMES, VALUES, FIRST, ALL = range(4)  # what a box tells: name, values alone, its first indicator, or all of them


def box_lines(node: Node, look: Look, detail: int, size: float) -> tuple[Line, ...]:
    """The texts of a node's box, not yet wrapped; ``size`` is that of the name in px."""
    name = Line(node.name, Style(size, look.palette.ink, bold=True))
    goals = node.goals if detail == ALL else node.goals[: int(detail != NAMES)]
    told = (line for goal in goals for line in _goal_lines(goal, node, look))
    values = (_value_line(goal, look) for goal in goals)
    return name, *(told if detail >= FIRST else values), *_rest(node, look, detail)


def _goal_lines(goal: Goal, node: Node, look: Look) -> Iterator[Line]:
    quiet = Style(look.canvas.note, look.palette.quiet)
    name = name_goal(goal, look.language)
    if name != node.name:
        yield Line(name, quiet)
    yield _value_line(goal, look)
    target = (write_target(goal, look.language), write_way(goal, look.language))
    yield Line(DOT.join(filter(None, target)), quiet)


def _value_line(goal: Goal, look: Look) -> Line:
    values = (write_goal(goal, look.language), write_verdict(goal, look))
    return Line(DOT.join(filter(None, values)), Style(look.canvas.note, text_colour(goal.improved, look.palette)))


def write_verdict(goal: Goal, look: Look) -> str:
    """Better or worse in a word: colour never says it alone."""
    if goal.improved is None:
        return ""
    return word("figures.better" if goal.improved else "figures.worse", look.language)


def _rest(node: Node, look: Look, detail: int) -> Iterator[Line]:
    """That a node has more indicators than its box tells of."""
    more = len(node.goals) - 1
    if detail in {VALUES, FIRST} and more > 0:
        text = word("figures.chain_more", look.language, n=more)
        yield Line(text, Style(look.canvas.note, look.palette.quiet))
