"""Find the changes of a project, whole or for the members of one group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from analysis import (
    METHODS_VERSION,
    Compared,
    Prices,
    Study,
    Whole,
    as_paid,
    compare_study,
    deflate,
    deflate_records,
    doubt_nominal,
    hide_given_away,
    hide_part,
    open_study,
)
from analysis.compared import compare_with_others, lift_no_comparison, share_doubts
from analysis.comparison import part_observations
from analysis.contrasts import GroupComparison
from analysis.evidence import Evidence, gather_evidence
from analysis.evidence.doubts import doubt_amounts
from analysis.evidence.traced import find_traced
from analysis.findings import PROTECTING, Finding, Findings
from analysis.income_lines import list_lines
from analysis.judging import judge, judge_contrasts
from analysis.sroi import Settings, revalue
from analysis.sroi.settings import USUAL
from analysis.typed_compared import USE_RATE, TypedDiffers, compare_typed, compare_use_rate, report_typed
from dictionary.nouns import Problem, Round
from project.gathered import add_gathered
from project.money import hold_against, price_rounds
from project.opening import Project
from project.parts import MEMBER_TABLES, find_part_trends, keep_members, why_part_hidden
from project.places import list_places
from project.rounds import Pair, choose_rounds, keep_rounds
from project.together import open_together


def find_changes(
    project: Project,
    only: Mapping[str, str] | None = None,
    pair: Pair | None = None,
    settings: Settings = USUAL,
) -> Findings:
    """All findings of the project; with ``only`` (e.g. ``{"village": "หมู่ 1"}``) of those members alone.

    They are of the project's own people; what people outside it tell is ``comparison``, of all members only.

    ``pair`` are the keys of the rounds compared, by default the first and the last; the trends are of all rounds.
    Raises ValueError for a pair that cannot be compared. ``settings`` are the choices under the social return. Amounts
    stand in the prices that ``project.prices`` asks for, or, where that cannot be, in those of their own years.

    A group value is what the observations carry. Groups under the disclosure limit are suppressed by the analysis;
    where the members asked for, or those beside them, are fewer, every finding is.
    """
    rounds = choose_rounds(project.rounds, pair)
    prices = price_rounds(project, pair)
    own, others = part_observations(project.observations)
    comparison = None if only or others.empty else _compare_with_others(project, rounds, prices)
    project = project if others.empty else replace(project, observations=own)
    part = keep_members(own, only) if only else own
    observations = deflate(part, prices, project.indicators)
    compared = add_gathered(project, _compare_shown(project, observations, prices, only), rounds)
    if only:  # beside the remedies of everybody, those of a part could single somebody out
        compared = replace(compared, findings=tuple(replace(one, remedies=()) for one in compared.findings))
    records = () if only else deflate_records(project.records, prices)
    evidence = doubt_amounts(gather_evidence(records, rounds, compared.findings, settings), prices)
    differing = () if only else _compare_typed(project, as_paid(compared.findings, prices), evidence)
    findings = Findings(
        methods_version=METHODS_VERSION,
        project=project.info,
        rounds=rounds,
        findings=judge(lift_no_comparison(compared.findings, comparison), find_traced(evidence.chain)),
        pairs=compared.pairs,
        problems=(*project.problems, *_list_problems(prices, differing, evidence)),
        excluded=(*project.excluded, *compared.excluded, *(comparison.excluded if comparison else ())),
        sheets=project.sheets,
        only=tuple((only or {}).items()),
        all_rounds=project.rounds,
        trends=doubt_nominal(find_part_trends(project, observations, only), prices),
        people=project.people.without(others["unit"].unique()).counts if project.people else None,
        evidence=evidence,
        prices=prices,
        typed_differs=differing,
        comparison=judge_contrasts(share_doubts(comparison, compared.findings), find_traced(evidence.chain)),
    )
    return hold_against(findings, list_lines(rounds, project.info.province))


def _list_problems(prices: Prices, differing: Sequence[TypedDiffers], evidence: Evidence) -> Iterator[Problem]:
    """What only a comparison shows."""
    yield from filter(None, (prices.problem,))
    yield from report_typed(differing)
    yield from _problems_of(evidence)


def _compare_shown(
    project: Project, observations: pd.DataFrame, prices: Prices, only: Mapping[str, str] | None
) -> Compared:
    """The comparison without what a part of the members would give away."""
    study = _open(project, observations, prices)
    if not only:
        return _compare(replace(study, together=open_together(project)), prices)
    compared = _compare(study, prices)
    rounds = choose_rounds(project.rounds, prices.compared)
    whole = _open_whole(project, rounds)
    if reason := why_part_hidden(project, observations, only, rounds):
        return hide_part(compared, whole, only, protects=reason == PROTECTING)
    return hide_given_away(compared, whole, only)


def _open(project: Project, observations: pd.DataFrame, prices: Prices) -> Study:
    rounds = choose_rounds(project.rounds, prices.compared)
    keys = rounds[0].key, rounds[1].key
    return open_study(keep_rounds(observations, rounds), keys, project.indicators, list_places(project))


def _compare(study: Study, prices: Prices) -> Compared:
    """The two rounds of the prices compared, doubtful where amounts of different years stand side by side."""
    compared = compare_study(study)
    return replace(compared, findings=doubt_nominal(compared.findings, prices))


def _compare_typed(project: Project, findings: Sequence[Finding], evidence: Evidence) -> tuple[TypedDiffers, ...]:
    """Figures typed in the summary that the rows, or the flows, of the same project give otherwise."""
    rounds, places = (evidence.rounds[0].key, evidence.rounds[1].key), list_places(project)
    aside = project.typed_aside
    listed = () if aside is None else compare_typed(aside, findings, rounds, places)
    rate = next((one for one in findings if one.indicator.key == USE_RATE), None)
    return (*listed, *compare_use_rate(project.observations, (rate, evidence.materials), rounds, places))


def _open_whole(project: Project, rounds: tuple[Round, Round]) -> Whole:
    """What is known of all members, beside whom a part of them is shown."""
    asked = rounds[0].key, rounds[1].key
    if asked not in project.wholes:
        observations = keep_rounds(project.observations, rounds)
        kept = observations[observations["indicator"].isin(MEMBER_TABLES)]
        study = open_study(kept, asked, project.indicators, list_places(project))
        project.wholes[asked] = Whole(replace(study, together=open_together(project)))
    return project.wholes[asked]


def _compare_with_others(project: Project, rounds: tuple[Round, Round], prices: Prices) -> GroupComparison | None:
    observations = deflate(keep_rounds(project.observations, project.rounds), prices, project.indicators)
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


def list_groups(project: Project, group: str) -> tuple[str, ...]:
    """The values of one disaggregation on the member list, sorted, for a filter."""
    own, _ = part_observations(project.observations)
    members = own[own["indicator"] == "members_active"]
    return tuple(sorted(str(value) for value in members[group].dropna().unique()))
