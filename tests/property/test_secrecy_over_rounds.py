"""Nobody can work a small group out by changing which rounds are compared: all pairs of rounds, filters and trends."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.disclosure import MIN_GROUP
from dictionary.nouns import ProjectInfo, Round
from i18n import Text
from project import find_changes
from project.opening import Project
from tests.observe import SHEETS, join_frames, observe

KEYS = ("y2562", "y2563", "y2564")
ROUNDS = tuple(Round(key, Text(key, key)) for key in KEYS)
VILLAGES, SEXES = ("a", "b", "c"), ("female", "male")
CELLS = tuple(product(VILLAGES, SEXES))
FILTERS = ({}, *({"village": v} for v in VILLAGES), *({"sex": s} for s in SEXES))
Person = Mapping[str, str]
Groups = Mapping[str, str]
Sum = tuple[Groups, str]  # of everybody in some groups, in a round


@st.composite
def people(draw: st.DrawFn) -> list[Person]:
    """Members with their groups and the rounds in which they were there; all but some have an income in each."""
    found: list[Person] = []
    for village, sex in CELLS:
        for _ in range(draw(st.sampled_from([0, 2, 5, 6, 8]))):
            there = draw(st.sampled_from(["111", "111", "111", "110", "011", "101"]))
            money = draw(st.sampled_from(["yes", "yes", "yes", "no"]))
            found.append({"unit": f"m{len(found)}", "village": village, "sex": sex, "there": there, "money": money})
    return found


def _open(members: Sequence[Person]) -> Project:
    groups = [{key: one[key] for key in ("unit", "village", "sex")} for one in members]
    presence = [row | dict(zip(KEYS, one["there"], strict=True)) for row, one in zip(groups, members, strict=True)]
    earners = [one for one in members if one["money"] == "yes"]
    incomes = [{"unit": one["unit"], **dict.fromkeys(KEYS, "1000")} for one in earners]
    frame = join_frames([observe("members_active", presence), observe("member_income", incomes)])
    return Project(ProjectInfo(), ROUNDS, frame, SHEETS, {}, (), (), (), ())


def _list_shown(project: Project) -> dict[str, list[Sum]]:
    """Every sum over people that a finding or a trend shows, whichever rounds are compared."""
    shown: dict[str, list[Sum]] = {"members_active": [], "member_income": [], "member_income_all": []}
    for only, pair in product(FILTERS, combinations(KEYS, 2)):
        found = find_changes(project, only or None, pair)
        for one in found.findings:
            if one.indicator.key in shown and not one.suppressed:
                shown[one.indicator.key] += [({**only, **dict(one.group)}, key) for key in pair]
        for trend in found.trends:
            if trend.indicator.key in shown and not trend.suppressed:
                shown[trend.indicator.key] += [(only, value.round) for value in trend.values]
    return shown


def _vector(groups: Groups, key: str) -> list[float]:
    columns = ("village", "sex")
    inside = [all(cell[columns.index(name)] == value for name, value in groups.items()) for cell in CELLS]
    return [float(found and one == key) for one in KEYS for found in inside]


def _is_recoverable(wanted: list[float], shown: np.ndarray) -> bool:
    return bool(np.linalg.matrix_rank(np.vstack([shown, wanted])) == np.linalg.matrix_rank(shown))


def _check(members: Sequence[Person], shown: Sequence[Sum], counts: Callable[[Person, str], bool]) -> None:
    """No sum over one village or sex that has few people in a round follows from those shown."""
    rows = np.array([_vector(groups, key) for groups, key in shown] or [[0.0] * len(CELLS) * len(KEYS)])
    for groups, key in product(FILTERS[1:], KEYS):
        mine = [one for one in members if all(one[name] == value for name, value in groups.items())]
        if 0 < sum(counts(one, key) for one in mine) < MIN_GROUP:
            assert not _is_recoverable(_vector(groups, key), rows), (groups, key)


@given(people())
@settings(max_examples=4, deadline=None)
def test_nothing_of_a_few_members_follows_from_several_pairs_of_rounds(members: list[Person]) -> None:
    if members:
        shown = _list_shown(_open(members))
        _check(members, shown["members_active"], lambda one, key: one["there"][KEYS.index(key)] == "1")
        incomes = (*shown["member_income"], *shown["member_income_all"])  # of the same people: all but some have each
        _check(members, incomes, lambda one, _: one["money"] == "yes")


def test_beside_a_small_village_every_pair_of_rounds_hides_the_same_one() -> None:
    there = {"a": ["111"] * 4, "b": ["110"] * 6 + ["111"] * 7, "c": ["011"] * 6 + ["111"] * 7, "d": ["111"] * 20}
    rows = [(village, one) for village, many in there.items() for one in many]
    members: list[Person] = [
        {"unit": f"m{place}", "village": village, "sex": "female", "there": one, "money": "yes"}
        for place, (village, one) in enumerate(rows)
    ]
    project = _open(members)
    hidden = {
        frozenset(dict(one.group)["village"] for one in found if one.suppressed)
        for pair in combinations(KEYS, 2)
        if (found := find_changes(project, None, pair).breakdown("members_active", "village"))
    }
    assert len(hidden) == 1
    assert len(next(iter(hidden))) == len(("a", "another"))
