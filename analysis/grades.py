"""How strong the evidence of a finding is, by the rules of ``grades.csv``, and what would raise it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.findings import Finding
from analysis.statistics import MIN_TESTED
from dictionary.load_estimators import find_scale
from dictionary.load_grades import Certainty, GradeRule, load_grades
from dictionary.load_methods import Design, Method, load_method_rows

TOTAL = "total"  # of whoever is known in each round: a sum is of all of them and no sample
MORE_UNITS, BETTER_MATCH = "more_units", "better_match"
NARROWER, INTERVAL = "narrower_interval", "interval"
OTHER_DESIGN = {  # what a design would have to become for the next grade
    "typed": "rows_not_totals",
    "each_round": "same_units_twice",
    "total": "same_units_twice",
    "census": "comparison_group",
    "paired": "comparison_group",
}


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a grade rests on: ``match_share`` of the baseline units were paired, ``n`` units stand behind the change."""

    design: str
    match_share: float = 0.0
    n: int = 0
    certainty: Certainty = Certainty.NONE
    caveats: tuple[str, ...] = ()


def find_grade(grounds: Grounds) -> str:
    """The grade of the first rule whose conditions are all met: strong, moderate, preliminary or inconclusive."""
    return next(rule.grade for rule in load_grades() if _is_of(rule, grounds) and not any(_list_unmet(rule, grounds)))


def grade_weights(samples: Sequence[int | None]) -> str:
    """The grade of what was weighed in each round: of other stems each time, or a figure without a sample."""
    fewest = min((n or 0 for n in samples), default=0)
    return find_grade(Grounds("each_round" if fewest >= MIN_TESTED else "typed", n=fewest))


def list_raising(grounds: Grounds) -> tuple[str, ...]:
    """What would raise the grade to the next: ends of keys ``grades.raise_…``, and codes of caveats to be settled.

    Of several ways the one with the fewest conditions; () where the grade is the highest.
    """
    rules = load_grades()
    grade = find_grade(grounds)
    better = rules[: next(place for place, rule in enumerate(rules) if rule.grade == grade)]
    own = [rule for rule in better if _is_of(rule, grounds)]
    if own:
        nearest = [rule for rule in own if rule.grade == own[-1].grade]
        return min((tuple(_list_unmet(rule, grounds)) for rule in nearest), key=len)
    return (OTHER_DESIGN[grounds.design],) if better and grounds.design in OTHER_DESIGN else ()


def find_grounds(finding: Finding) -> Grounds | None:
    """What the grade of a finding rests on; None where it is hidden, or nothing was found to be graded."""
    method = load_method_rows().get(finding.method)
    if finding.suppressed or method is None or (finding.missing and finding.difference is None):
        return None
    pairs = finding.n_pairs or 0
    known = [n for n in (finding.n_baseline, finding.n_endline) if n is not None]
    share = finding.match_share
    if share is None:
        share = pairs / finding.n_baseline if finding.n_baseline else 0.0
    design = _name_design(finding, method)
    is_of_pairs = finding.n_pairs is not None and design != Design.EACH_ROUND
    n = pairs if is_of_pairs else min(known, default=0)
    return Grounds(design, share, n, _read_interval(finding), finding.caveats)


def _name_design(finding: Finding, method: Method) -> str:
    """The design as the rules know it."""
    is_total = method.design is Design.EACH_ROUND and find_scale(finding.indicator, method) == TOTAL
    return TOTAL if is_total else method.design.value


def _read_interval(finding: Finding) -> Certainty:
    """Of a difference whether zero is inside; the interval of a level, such as the share better off, is known."""
    interval = finding.judged_by
    if interval is None:
        return Certainty.NONE
    low, high = interval
    includes = finding.difference is not None and low <= 0 <= high
    return Certainty.INCLUDES if includes else Certainty.EXCLUDES


def _is_of(rule: GradeRule, grounds: Grounds) -> bool:
    return not rule.designs or grounds.design in rule.designs


def _list_unmet(rule: GradeRule, grounds: Grounds) -> Iterator[str]:
    """The conditions of a rule that are not met."""
    if grounds.match_share < rule.min_match:
        yield BETTER_MATCH
    if grounds.n < rule.min_n:
        yield MORE_UNITS
    if not rule.allows(grounds.certainty):
        yield INTERVAL if grounds.certainty is Certainty.NONE else NARROWER
    yield from (code for code in rule.without if code in grounds.caveats)
