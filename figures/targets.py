"""Which indicators have a target: those of the chain, and those of the findings that it does not name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.evidence.chain import Goal
from analysis.evidence.chain_goals import goal_of
from analysis.findings import Findings
from figures.balance import LEVELS, MOST_TELLING
from figures.changes import list_changes
from i18n import Language, word


@dataclass(frozen=True, slots=True)
class Aim:
    """An indicator with a target, the level it stands on ("": not known) and its node ("": not in the chain)."""

    level: str
    node: str
    goal: Goal


def list_aims(findings: Findings) -> tuple[Aim, ...]:
    """Every indicator with a target, once, by level."""
    aims: dict[object, Aim] = {}
    for aim in (*_of_chain(findings), *_of_findings(findings)):
        known = aim.goal.indicator
        aims.setdefault(known.key if known else (aim.node, aim.goal.name), aim)
    return tuple(sorted(aims.values(), key=lambda aim: LEVELS.index(aim.level)))


@dataclass(frozen=True, slots=True)
class Score:
    """Of the indicators with a target how many are ``judged``, reached it, moved away from it, or cannot be judged."""

    met: int
    away: int
    judged: int
    unjudged: int


def count_met(aims: Sequence[Aim]) -> Score:
    """How the indicators stand to their targets, as far as that is known."""
    goals = [aim.goal for aim in aims]
    away = sum((goal.attained or 0) < 0 for goal in goals)
    unjudged = sum(goal.met is None for goal in goals)
    return Score(sum(goal.met is True for goal in goals), away, len(goals) - unjudged, unjudged)


def write_score(score: Score, language: Language) -> str:
    """How many reached their target, of those that can be judged; how many cannot, and how many moved away."""
    known = "some" if score.judged else "none"
    key = f"{known}_judged" if score.unjudged else "title" if score.judged else "no_aim"
    told = word(f"figures.targets_{key}", language, met=score.met, n=score.judged, unjudged=score.unjudged)
    return told + (word("figures.targets_away", language, away=score.away) if score.away else "")


def pick_aims(aims: Sequence[Aim], most: int | None) -> tuple[Aim, ...]:
    """At most ``most`` aims in their order: first what moved away from its target, then the later levels."""
    ranked = sorted(aims, key=lambda aim: ((aim.goal.attained or 0) >= 0, MOST_TELLING.index(aim.level)))
    kept = {id(aim) for aim in ranked[:most]}
    return tuple(aim for aim in aims if id(aim) in kept)


def _of_chain(findings: Findings) -> Iterator[Aim]:
    chain = findings.evidence.chain if findings.evidence else None
    for node in chain.nodes if chain else ():
        yield from (Aim(node.level, node.name, goal) for goal in node.goals if goal.target is not None)


def _of_findings(findings: Findings) -> Iterator[Aim]:
    for finding in list_changes(findings):
        if finding.target is not None and not finding.suppressed:
            level = finding.indicator.chain_level
            yield Aim(level if level in LEVELS else "", "", goal_of(finding))
