"""Find the changes of a project, whole or for the members of one group."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis import METHODS_VERSION, compare_rounds, hide_part, is_part_hidden
from analysis.findings import Findings
from project.opening import Project

MEMBER_TABLES = ("members_active", "member_income")  # the indicators whose unit of observation is a member


def find_changes(project: Project, only: Mapping[str, str] | None = None) -> Findings:
    """All findings of the project; with ``only`` (e.g. ``{"village": "หมู่ 1"}``) of those members alone.

    A group value is what the observations carry. Groups under the disclosure limit are suppressed by the analysis;
    where the members asked for, or those beside them, are fewer, every finding is.
    """
    observations = keep_members(project.observations, only) if only else project.observations
    compared = compare_rounds(observations, project.rounds, project.indicators, project.places)
    if only and _tells_of_few(project, only):
        compared = hide_part(compared)
    return Findings(
        methods_version=METHODS_VERSION,
        project=project.info,
        rounds=project.rounds,
        findings=compared.findings,
        pairs=compared.pairs,
        problems=project.problems,
        excluded=(*project.excluded, *compared.excluded),
        sheets=project.sheets,
        only=tuple((only or {}).items()),
        people=project.people.count() if project.people else None,
    )


def _tells_of_few(project: Project, only: Mapping[str, str]) -> bool:
    """Whether the members of all groups named, or those that one name less adds to them, are too few to show."""
    part = keep_members(project.observations, only)
    wholes = ({group: value for group, value in only.items() if group != left_out} for left_out in only)
    return any(is_part_hidden(keep_members(project.observations, whole), part, project.rounds) for whole in wholes)


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
    members = project.observations[project.observations["indicator"] == "members_active"]
    return tuple(sorted(str(value) for value in members[group].dropna().unique()))
