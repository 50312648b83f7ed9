"""The members of one group alone: who they are, and which of their trends may be shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis import Whole, find_trends, hide_trend, name_given_away, open_rounds, why_hidden
from analysis.disclosure import is_small
from analysis.findings import PROTECTING, Trend
from analysis.trends import OTHERS
from dictionary.nouns import Round
from project.gathered import add_to_trends
from project.money import MEMBER_INCOME
from project.opening import Project
from project.places import list_places
from project.together import open_together

MEMBER_TABLES = ("members_active", MEMBER_INCOME)  # the indicators whose unit of observation is a member


def find_part_trends(project: Project, observations: pd.DataFrame, only: Mapping[str, str] | None) -> tuple[Trend, ...]:
    """The trends of all members, or of a part of them without those that would tell of a few people."""
    found = find_trends(observations, project.rounds, project.indicators, list_places(project))
    trends = add_to_trends(project, found)
    if not trends or not only:
        return trends
    if reason := why_part_hidden(project, observations, only, project.rounds):
        return tuple(hide_trend(trend, protects=reason == PROTECTING) for trend in trends)
    given_away = name_given_away(_open_rounds(project), only)
    return tuple(_hide_few(trend, given_away) for trend in trends)


def _hide_few(trend: Trend, given_away: Collection[str]) -> Trend:
    """A trend of a part is hidden where a round rests on few people, or gives away a few beside that of everybody."""
    if any(is_small((one.n or 0,)) for one in trend.values):
        return hide_trend(trend)
    return hide_trend(trend, protects=True) if trend.indicator.key in given_away else trend


def _open_rounds(project: Project) -> tuple[Whole, ...]:
    """What is known of all members in each round by itself, kept for the next part that is asked for."""
    asked = [(one.key, OTHERS) for one in project.rounds]
    if not all(one in project.wholes for one in asked):
        kept = project.observations[project.observations["indicator"].isin(MEMBER_TABLES)]
        studies = open_rounds(kept, project.rounds, project.indicators, list_places(project))
        wholes = (Whole(replace(study, together=open_together(project))) for study in studies)
        project.wholes.update(zip(asked, wholes, strict=True))
    return tuple(project.wholes[one] for one in asked)


def why_part_hidden(project: Project, part: pd.DataFrame, only: Mapping[str, str], rounds: Sequence[Round]) -> str:
    """Why the members of all groups named may not be shown: they are too few, or those are whom one name less adds."""
    own = project.observations
    wholes = ({group: value for group, value in only.items() if group != left_out} for left_out in only)
    shown = (keep_members(own, whole) if whole else own for whole in wholes)
    reasons = {why_hidden(whole, part, rounds) for whole in shown} - {""}
    return PROTECTING if reasons == {PROTECTING} else next(iter(reasons - {PROTECTING}), "")


def keep_members(observations: pd.DataFrame, only: Mapping[str, str]) -> pd.DataFrame:
    """The members' observations of those who belong to every group named; the group stands on the member list.

    Everybody belongs to the group that is stated first: whoever was in two would be told by adding up both.
    """
    rows = observations[["unit", "round", *only]][observations["indicator"] == "members_active"]
    members = rows.iloc[np.argsort(rows["round"].cat.codes.to_numpy(), kind="stable")[::-1]]
    units = members["unit"].cat.codes.to_numpy()
    belongs = np.zeros(len(observations["unit"].cat.categories), bool)
    belongs[units] = True
    for group, value in only.items():
        stated, groups = members[group].notna().to_numpy(), (members[group] == value).to_numpy()
        is_in = np.zeros(len(belongs), bool)
        is_in[units[stated]] = groups[stated]  # of several rows the last written counts: the first round stands last
        belongs &= is_in
    kept = observations["indicator"].isin(MEMBER_TABLES).to_numpy() & belongs[observations["unit"].cat.codes.to_numpy()]
    return observations[kept]
