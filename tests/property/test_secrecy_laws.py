"""Nobody can work a small group out of what is shown: totals, breakdowns, filters, and means times n."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.disclosure import MIN_GROUP
from analysis.findings import Finding
from dictionary.nouns import ProjectInfo
from project import find_changes
from project.opening import Project
from tests.observe import ROUNDS, SHEETS, join_frames, observe

VILLAGES, SEXES, ROLES = ("a", "b", "c"), ("female", "male"), ("chair", "member")
COLUMNS = ("village", "sex", "role")
CELLS = tuple(product(VILLAGES, SEXES, ROLES))
FILTERS = ({}, *({"village": v} for v in VILLAGES), *({"sex": s} for s in SEXES))
FILTERS = (*FILTERS, *({"village": v, "sex": s} for v, s in product(VILLAGES, SEXES)))
SHARE = "women_share"
PAIRED = ("member_income", "member_income_median", "income_better_share")
Person = Mapping[str, str]
Groups = Mapping[str, str]


@st.composite
def people(draw: st.DrawFn) -> list[Person]:
    """Members with their groups, there before and after or not, with or without an income in each round."""
    found: list[Person] = []
    for cell in CELLS:
        for _ in range(draw(st.sampled_from([0, 0, 2, 5, 6, 9]))):
            there = draw(st.sampled_from(["11", "11", "11", "01", "10"]))
            money = draw(st.sampled_from(["bb", "bb", "bb", "b.", ".b", "00"]))
            groups = dict(zip(COLUMNS, cell, strict=True))
            found.append({"unit": f"m{len(found)}", **groups, "there": there, "money": money})
    return found


def _open(members: list[Person]) -> Project:
    presence = [{**one, "baseline": one["there"][0], "endline": one["there"][1]} for one in members]
    amounts = {"b": "1000", ".": ".", "0": "0"}
    incomes = [
        {"unit": one["unit"], "baseline": amounts[one["money"][0]], "endline": amounts[one["money"][1]]}
        for one in members
    ]
    plain = [{key: row[key] for key in ("unit", *COLUMNS, "baseline", "endline")} for row in presence]
    frame = join_frames([observe("members_active", plain), observe("member_income", incomes)])
    return Project(ProjectInfo(), ROUNDS, frame, SHEETS, {}, (), (), (), ())


def _show(project: Project, *keys: str) -> Iterator[tuple[Groups, Finding]]:
    """Everything that any page shows of some indicators, with the groups that it is of."""
    for only in FILTERS:
        for finding in find_changes(project, only or None).findings:
            if finding.indicator.key in keys:
                yield {**only, **dict(finding.group)}, finding


def _vector(groups: Groups) -> list[float]:
    return [float(all(cell[COLUMNS.index(name)] == value for name, value in groups.items())) for cell in CELLS]


def _is_recoverable(wanted: list[float], shown: np.ndarray) -> bool:
    """Whether a sum of cells is a combination of the sums that are shown."""
    return bool(np.linalg.matrix_rank(np.vstack([shown, wanted])) == np.linalg.matrix_rank(shown))


def _check(members: list[Person], key: str, counts: tuple[Callable[[Person], bool], ...]) -> None:
    """No sum of cells over the groups of a page that has few people can be worked out from those shown.

    The share of women times n is how many women there are.
    """
    keys = (key, SHARE) if key == "members_active" else (key,)
    told = [(groups, one) for groups, one in _show(_open(members), *keys) if "not_stated" not in groups.values()]
    shown = [
        _vector({**groups, "sex": "female"} if one.indicator.key == SHARE else groups)
        for groups, one in told
        if not one.suppressed and not (one.indicator.key == SHARE and groups.get("sex") == "male")
    ]
    rows = np.array(shown or [[0.0] * len(CELLS)])
    possible = [
        dict(zip(COLUMNS, names, strict=True)) for names in product(("", *VILLAGES), ("", *SEXES), ("", *ROLES))
    ]
    for groups in ({name: value for name, value in one.items() if value} for one in possible):
        mine = [one for one in members if all(one[name] == value for name, value in groups.items())]
        few = any(0 < sum(map(count, mine)) < MIN_GROUP for count in counts)
        if groups and few:
            assert not _is_recoverable(_vector(groups), rows), groups


@given(people())
@settings(max_examples=6, deadline=None)
def test_no_count_of_a_few_members_can_be_worked_out(members: list[Person]) -> None:
    if members:
        _check(members, "members_active", (lambda one: one["there"][0] == "1", lambda one: one["there"][1] == "1"))


def _is_pair(one: Person) -> bool:
    return "." not in one["money"]


@given(people())
@settings(max_examples=6, deadline=None)
def test_no_income_of_a_few_members_can_be_worked_out_from_means_and_n(members: list[Person]) -> None:
    if members:
        _check(members, "member_income", (_is_pair, lambda one: one["money"] == "bb"))


@given(people())
@settings(max_examples=6, deadline=None)
def test_nothing_shown_of_a_part_rests_on_a_few_people(members: list[Person]) -> None:
    for groups, finding in _show(_open(members), *PAIRED, "member_income_all") if members else ():
        pairs = finding.indicator.key in PAIRED
        counts = (finding.n_pairs,) if pairs else (finding.n_baseline, finding.n_endline)
        assert not groups or not any(0 < (n or 0) < MIN_GROUP for n in counts), (finding.indicator.key, groups)
