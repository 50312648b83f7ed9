"""Find the changes of a project, whole or for the members of one group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis import METHODS_VERSION, compare_rounds, find_trends, hide_part, hide_trend, why_hidden
from analysis.compared import compare_with_others, lift_no_comparison
from analysis.comparison import part_observations
from analysis.contrasts import GroupComparison
from analysis.evidence import Evidence, gather_evidence
from analysis.evidence.traced import find_traced
from analysis.findings import PROTECTING, Findings, Trend
from analysis.judging import judge
from analysis.sroi import Settings, revalue
from analysis.sroi.settings import USUAL
from dictionary.nouns import Problem, Round
from project.gathered import add_gathered, add_to_trends
from project.opening import Project
from project.places import list_places
from project.rounds import Pair, choose_rounds, keep_rounds

MEMBER_TABLES = ("members_active", "member_income")  # the indicators whose unit of observation is a member


def find_changes(
    project: Project,
    only: Mapping[str, str] | None = None,
    pair: Pair | None = None,
    settings: Settings = USUAL,
) -> Findings:
    """All findings of the project; with ``only`` (e.g. ``{"village": "หมู่ 1"}``) of those members alone.

    They are of the project's own people; what people outside it tell is ``comparison``, of all members only.

    ``pair`` are the keys of the rounds compared, by default the first and the last; the trends are of all rounds.
    Raises ValueError for a pair that cannot be compared. ``settings`` are the choices under the social return.

    A group value is what the observations carry. Groups under the disclosure limit are suppressed by the analysis;
    where the members asked for, or those beside them, are fewer, every finding is.
    """
    own, others = part_observations(project.observations)
    observations = keep_members(own, only) if only else own
    rounds = choose_rounds(project.rounds, pair)
    comparison = None if only else _compare_with_others(project, rounds)
    compared = compare_rounds(keep_rounds(observations, rounds), rounds, project.indicators, list_places(project))
    reason = _why_hidden(project, only, rounds) if only else ""
    if reason:
        compared = hide_part(compared, protects=reason == PROTECTING)
    compared = add_gathered(project, compared, rounds)
    if only:  # beside the remedies of everybody, those of a part could single somebody out
        compared = replace(compared, findings=tuple(replace(one, remedies=()) for one in compared.findings))
    evidence = gather_evidence(() if only else project.records, rounds, compared.findings, settings)
    return Findings(
        methods_version=METHODS_VERSION,
        project=project.info,
        rounds=rounds,
        findings=judge(lift_no_comparison(compared.findings, comparison), find_traced(evidence.chain)),
        pairs=compared.pairs,
        problems=(*project.problems, *_problems_of(evidence)),
        excluded=(*project.excluded, *compared.excluded, *(comparison.excluded if comparison else ())),
        sheets=project.sheets,
        only=tuple((only or {}).items()),
        all_rounds=project.rounds,
        trends=_find_trends(project, observations, only),
        people=project.people.without(others["unit"].unique()).count() if project.people else None,
        evidence=evidence,
        comparison=comparison,
    )


def _compare_with_others(project: Project, rounds: tuple[Round, Round]) -> GroupComparison | None:
    observations = keep_rounds(project.observations, project.rounds)
    return compare_with_others(observations, (rounds, project.rounds), project.indicators, list_places(project))


def choose_again(findings: Findings, settings: Settings) -> Findings:
    """The same findings with other choices under the social return; nothing else is computed anew."""
    evidence = findings.evidence
    if evidence is None or evidence.sroi is None:
        return findings
    chosen = replace(evidence, sroi=revalue(evidence.sroi, settings, findings.findings))
    others = set(_problems_of(evidence))
    problems = (*(one for one in findings.problems if one not in others), *_problems_of(chosen))
    return replace(findings, evidence=chosen, problems=problems)


def _problems_of(evidence: Evidence) -> tuple[Problem, ...]:
    """What is wrong under the choices made."""
    return evidence.sroi.problems if evidence.sroi else ()


def _find_trends(project: Project, observations: pd.DataFrame, only: Mapping[str, str] | None) -> tuple[Trend, ...]:
    found = find_trends(observations, project.rounds, project.indicators, list_places(project))
    trends = add_to_trends(project, found)
    reason = _why_hidden(project, only, project.rounds) if trends and only else ""
    return tuple(hide_trend(trend, protects=reason == PROTECTING) for trend in trends) if reason else trends


def _why_hidden(project: Project, only: Mapping[str, str], rounds: Sequence[Round]) -> str:
    """Why the members of all groups named may not be shown: they are too few, or those are whom one name less adds."""
    own, _ = part_observations(project.observations)
    part = keep_members(own, only)
    wholes = ({group: value for group, value in only.items() if group != left_out} for left_out in only)
    reasons = {why_hidden(keep_members(own, whole), part, rounds) for whole in wholes} - {""}
    return PROTECTING if reasons == {PROTECTING} else next(iter(reasons - {PROTECTING}), "")


def keep_members(observations: pd.DataFrame, only: Mapping[str, str]) -> pd.DataFrame:
    """The members' observations of those who belong to every group named; the group stands on the member list."""
    members = observations[observations["indicator"] == "members_active"]
    wanted = np.ones(len(members), dtype=bool)
    for group, value in only.items():
        wanted &= (members[group] == value).to_numpy()
    units = members["unit"][wanted].unique()
    kept = observations["indicator"].isin(MEMBER_TABLES) & observations["unit"].isin(units)
    return observations[kept]


def list_groups(project: Project, group: str) -> tuple[str, ...]:
    """The values of one disaggregation on the member list, sorted, for a filter."""
    own, _ = part_observations(project.observations)
    members = own[own["indicator"] == "members_active"]
    return tuple(sorted(str(value) for value in members[group].dropna().unique()))
