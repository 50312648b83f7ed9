"""Bullets: a bar from the baseline towards the target, on one scale for all, because each is a share of its own way."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.evidence.chain import Goal
from figures.balance import name_level
from figures.bars import draw_bars
from figures.chain_words import name_goal, write_goal, write_target, write_way
from figures.draw_rows import draw_rows
from figures.frame import Body
from figures.rows import Axis, Row
from figures.targets import Aim
from figures.theme import Look
from figures.wording import DOT
from i18n import Language, word

LONGEST = 1.5  # ways: a longer bar is cut, and says so
BACKWARD = -0.75
CUT_MARK = " »"


def draw_bullets(aims: Sequence[Aim], look: Look, room: float | None) -> Body:
    """A row for each aim, under its level; 0 is the baseline, 1 the target."""
    rows: list[Row] = []
    headed: set[str] = set()
    for aim in aims:
        heading = "" if aim.level in headed else name_level(aim.level, look.language)
        rows.append(_row(aim.goal, heading, look.language))
        headed.add(aim.level)
    stops = [row.stop or 0.0 for row in rows]
    ticks = ((0.0, word("figures.before", look.language)), (1.0, word("figures.tick_target", look.language)))
    return draw_rows(
        rows, Axis(ticks, min(0.0, *stops), max(1.0, *stops), draw=draw_bars, track=(0.0, 1.0)), look, room
    )


def is_cut(goal: Goal) -> bool:
    """Whether the bar of an indicator is longer than it is drawn."""
    return not BACKWARD <= (goal.attained or 0.0) <= LONGEST


def _row(goal: Goal, heading: str, language: Language) -> Row:
    share = goal.attained or 0.0
    cut = CUT_MARK if is_cut(goal) else ""
    return Row(
        name=name_goal(goal, language),
        values=DOT.join((write_goal(goal, language), write_target(goal, language))),
        words=f"{write_way(goal, language)}{cut}",
        start=0.0,
        stop=max(BACKWARD, min(LONGEST, share)),
        better=True if goal.met else False if share < 0 else None,
        heading=heading,
    )
