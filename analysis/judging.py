"""Every finding with its grade of evidence, what would raise it, and the rung of the ladder of claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from analysis.claims import find_claim
from analysis.contrasts import GroupComparison
from analysis.findings import Finding, Group
from analysis.grades import find_grade, find_grounds, list_raising
from dictionary.load import load_codes
from dictionary.load_methods import Design, load_method_rows
from dictionary.personal import find_observed

OF_SAME_PEOPLE = frozenset({"paired_mean", "paired_share"})


def judge(findings: Iterable[Finding], traced: Collection[str] = ()) -> tuple[Finding, ...]:
    """The findings judged by the rules of ``grades.csv`` and ``claims.csv``; hidden ones as they are.

    ``traced`` are the indicators that the theory of change leads to with evidence all the way. A mean, share or total
    of whoever is known in each round is never graded above that of the same people, of whom more is known.
    """
    judged = tuple(judge_one(finding, traced=finding.indicator.key in traced) for finding in findings)
    same = {_name_people(one): one for one in judged if one.method in OF_SAME_PEOPLE and one.grade}
    return tuple(_hold(one, same.get(_name_people(one))) for one in judged)


def _name_people(finding: Finding) -> tuple[str, Group]:
    return find_observed(finding.indicator.key), finding.group


def _hold(finding: Finding, same: Finding | None) -> Finding:
    """The finding with the grade of the same people, and what would raise that, where its own is higher."""
    method, grades = load_method_rows().get(finding.method), tuple(load_codes("grade"))
    is_of_known = method is not None and method.design is Design.EACH_ROUND
    if same is None or not is_of_known or not finding.grade:
        return finding
    is_above = grades.index(finding.grade) < grades.index(same.grade)
    return replace(finding, grade=same.grade, raises=same.raises) if is_above else finding


def judge_contrasts(comparison: GroupComparison | None, traced: Collection[str] = ()) -> GroupComparison | None:
    """The differences in differences judged, by what is known of the time before the project too."""
    if comparison is None:
        return None
    judged = (
        judge_one(one.finding, parallel=one.is_parallel is True, traced=one.finding.indicator.key in traced)
        for one in comparison.contrasts
    )
    return comparison.told_as(tuple(judged))


def judge_one(finding: Finding, *, parallel: bool = False, traced: bool = False) -> Finding:
    """One finding judged; ``parallel`` and ``traced`` as of ``find_claim``."""
    grounds = find_grounds(finding)
    claimed = replace(finding, claim=find_claim(finding, parallel=parallel, traced=traced))
    if grounds is None:
        return claimed
    return replace(claimed, grade=find_grade(grounds), raises=list_raising(grounds))
