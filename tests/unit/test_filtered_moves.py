"""How many of a part of the members got better or worse, and the values of single ones, are not told where few."""

from __future__ import annotations

import pytest

from analysis.findings import Findings
from dictionary.nouns import ProjectInfo
from figures.catalogue import list_charts
from project import find_changes
from project.opening import Project
from tests.observe import ROUNDS, SHEETS, join_frames, observe

SHARES = ("income_better_share", "income_same_share", "income_worse_share")


def _find(only: dict[str, str] | None, **fell: int) -> Findings:
    """Twelve members of each village, of whom so many earn less and the others more."""
    presence, incomes = [], []
    for village, count in fell.items():
        for number in range(12):
            name = f"{village}{number}"
            presence.append({"unit": name, "village": village, "baseline": "1", "endline": "1"})
            incomes.append({"unit": name, "baseline": "1000", "endline": "900" if number < count else f"11{number:02}"})
    frame = join_frames([observe("members_active", presence), observe("member_income", incomes)])
    return find_changes(Project(ProjectInfo(), ROUNDS, frame, SHEETS, {}, (), (), (), ()), only)


def _shown(found: Findings) -> list[str]:
    return [key for key in SHARES if (one := found.find(key)) and not one.suppressed]


@pytest.mark.parametrize(("fell", "shown"), [(6, SHARES), (0, SHARES), (2, ()), (11, ())])
def test_the_shares_of_a_village_are_shown_where_each_is_of_five_or_nobody(fell: int, shown: tuple[str, ...]) -> None:
    assert _shown(_find({"village": "a"}, a=fell, b=6)) == list(shown)
    assert _shown(_find({"village": "b"}, a=fell, b=6)) == list(shown)  # the total less b would tell of a
    assert _shown(_find(None, a=fell, b=6)) == list(SHARES)


def test_the_mean_of_a_village_is_shown_and_no_picture_of_its_single_members() -> None:
    part, whole = _find({"village": "a"}, a=2, b=6), _find(None, a=2, b=6)
    income = part.find("member_income")
    assert income is not None
    assert income.n_pairs == 12
    assert part.pairs == {}
    for found, available in ((part, False), (whole, True)):
        charts = {one.key: one for one in list_charts(found)}
        assert [charts[key].available for key in ("income_pairs", "income_lorenz")] == [available, available]
    assert "single members" in {one.key: one for one in list_charts(part)}["income_pairs"].missing.en
