"""An indicator of the chain in words: its name, its values with the target, and how far it came."""

from __future__ import annotations

from analysis.evidence.chain import Goal
from dictionary.load import code_label
from figures.values import write_value
from figures.wording import ARROW, write_unit
from i18n import Language, word
from i18n.numbers import write_percent

FIT = {"proxy": "chain.iris_proxy", "derived": "chain.iris_derived"}  # what is not an exact match is said


def name_goal(goal: Goal, language: Language) -> str:
    """The label of a known indicator, else what was typed."""
    return goal.indicator.label[language] if goal.indicator else goal.name


def write_goal(goal: Goal, language: Language) -> str:
    """``28 → 164 คน``, or why there is no value."""
    if goal.missing == "suppressed" or (goal.baseline is None and goal.actual is None):
        return code_label("reason", goal.missing or "not_stated")[language]
    before, after = (write_value(value, goal.unit) for value in (goal.baseline, goal.actual))
    return f"{before} {ARROW} {after}{write_unit(goal.unit, language)}"


def write_target(goal: Goal, language: Language) -> str:
    """``เป้า 150``; that there is none is said."""
    if goal.target is None:
        return word("chain.no_target", language)
    return word("chain.target", language, value=write_value(goal.target, goal.unit))


def write_way(goal: Goal, language: Language) -> str:
    """How far it came: reached, a whole per cent of the way, or away from the target."""
    share = goal.attained
    if share is None:
        return _write_met(goal, language)
    if goal.met:
        return word("chain.reached", language)
    if share < 0:
        return word("chain.away", language)
    return (
        word("chain.on_the_way", language, share=write_percent(share, 0)) if share else word("chain.no_way", language)
    )


def _write_met(goal: Goal, language: Language) -> str:
    if goal.met is None:
        return "" if goal.target is None or goal.actual is None else word("chain.unjudged", language)
    return word("chain.reached" if goal.met else "chain.not_reached", language)


def write_tags(goal: Goal, language: Language) -> str:
    """IRIS+ and SDG of a known indicator: a near match and what nobody has verified are called that."""
    one = goal.indicator
    if one is None:
        return ""
    told = []
    if one.iris_id:
        fit = f" ({word(FIT[one.iris_fit], language)})" if one.iris_fit in FIT else ""
        told.append(f"IRIS+ {one.iris_id} {one.iris_name}{fit}")
    if one.sdg_unverified:
        told.append(word("chain.sdg", language, targets=one.sdg_unverified.replace(";", ", ")))
    return " · ".join(told)
