"""Every finding with its grade of evidence, what would raise it, and the rung of the ladder of claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from analysis.claims import find_claim
from analysis.contrasts import GroupComparison
from analysis.findings import Finding
from analysis.grades import find_grade, find_grounds, list_raising


def judge(findings: Iterable[Finding], traced: Collection[str] = ()) -> tuple[Finding, ...]:
    """The findings judged by the rules of ``grades.csv`` and ``claims.csv``; hidden ones as they are.

    ``traced`` are the indicators that the theory of change leads to with evidence all the way.
    """
    return tuple(judge_one(finding, traced=finding.indicator.key in traced) for finding in findings)


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
