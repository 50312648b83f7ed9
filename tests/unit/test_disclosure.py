"""Which groups of people are too small to show."""

from __future__ import annotations

import pytest

from analysis.disclosure import choose_suppressed
from tests.observe import compare, find, observe, read_table


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ({0: (10, 10), 1: (20, 20)}, set()),
        ({0: (4, 10), 1: (20, 20), 2: (30, 30)}, {0, 1}),
        ({0: (10, 4), 1: (20, 20), 2: (30, 30)}, {0, 1}),
        ({0: (0, 10), 1: (20, 20)}, set()),
        ({0: (4, 4), 1: (3, 3), 2: (30, 30)}, {0, 1}),
        ({0: (1, 1), 1: (3, 3), 2: (30, 30), 3: (40, 40)}, {0, 1, 2}),
        ({0: (4, 0), 1: (0, 9), 2: (30, 30)}, {0, 2}),
        ({0: (3, 3)}, {0}),
    ],
)
def test_small_groups_and_those_that_give_them_away_are_hidden(
    sizes: dict[int, tuple[int, int]], hidden: set[int]
) -> None:
    assert choose_suppressed(sizes) == hidden


def test_people_of_several_groups_are_not_counted_twice() -> None:
    sizes = {0: (4, 4), 1: (3, 3), 2: (30, 30)}
    assert choose_suppressed(sizes, overlapping=True) == {0, 1, 2}


def _members(women: int, men: int, unknown: int = 0) -> str:
    sexes = ["female"] * women + ["male"] * men + ["-"] * unknown
    return "unit sex baseline endline\n" + "\n".join(f"m{n} {sex} 1 1" for n, sex in enumerate(sexes))


def test_the_share_of_women_is_hidden_where_it_would_tell_how_many_men_there_are() -> None:
    compared = compare(observe("members_active", read_table(_members(women=30, men=4))))
    assert find(compared, "women_share").suppressed
    assert find(compared, "members_active", (("sex", "male"),)).suppressed
    assert find(compared, "members_active").endline == 34


def test_the_share_of_women_stands_where_no_sex_is_rare() -> None:
    compared = compare(observe("members_active", read_table(_members(women=30, men=5))))
    assert find(compared, "women_share").endline == 30 / 35


def test_a_few_people_who_state_no_group_cannot_be_told_from_the_total_less_what_is_shown() -> None:
    compared = compare(observe("members_active", read_table(_members(women=6, men=5, unknown=1))))
    assert find(compared, "members_active", (("sex", "not_stated"),)).reason == "suppressed"
    assert find(compared, "members_active", (("sex", "male"),)).reason == "protecting"
    assert find(compared, "members_active", (("sex", "female"),)).endline == 6
    assert find(compared, "women_share").endline == 6 / 11  # of those who state their sex


def test_a_group_with_nobody_in_it_does_not_give_the_only_other_one_away() -> None:
    compared = compare(observe("members_active", read_table("unit village baseline endline\nm0 a 0 1\nm1 b - 0")))
    assert find(compared, "members_active", (("village", "a"),)).reason == "suppressed"
    assert find(compared, "members_active", (("village", "b"),)).reason == "protecting"


def test_enough_people_who_state_no_group_are_shown_as_one_more() -> None:
    compared = compare(observe("members_active", read_table(_members(women=6, men=5, unknown=5))))
    assert find(compared, "members_active", (("sex", "not_stated"),)).endline == 5
    assert not any(finding.suppressed for finding in compared.findings)


def test_a_suppressed_finding_holds_neither_values_nor_cells() -> None:
    compared = compare(observe("members_active", read_table(_members(women=30, men=4))))
    hidden = find(compared, "members_active", (("sex", "male"),))
    assert (hidden.baseline, hidden.endline, hidden.n_baseline, hidden.n_endline, hidden.n_pairs) == (None,) * 5
    assert (hidden.difference, hidden.sources, hidden.caveats) == (None, (), ())


def test_organisations_are_never_hidden() -> None:
    table = read_table("unit sector baseline endline\na government 1 1\nb education 0 1")
    compared = compare(observe("partners", table))
    assert not any(finding.suppressed for finding in compared.findings)


def test_a_group_hidden_to_protect_a_smaller_one_says_so() -> None:
    compared = compare(observe("members_active", read_table(_members(women=30, men=4))))
    reasons = {group: find(compared, "members_active", (("sex", group),)).reason for group in ("female", "male")}
    assert reasons == {"male": "suppressed", "female": "protecting"}
    assert find(compared, "women_share").reason == "protecting"
