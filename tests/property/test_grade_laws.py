"""Laws of the grade of evidence: more never counts for less, whatever else is so."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from analysis.grades import Grounds, find_grade, list_raising
from dictionary.load import load_codes
from dictionary.load_grades import Certainty
from dictionary.load_methods import load_caveats

RANK = {code: place for place, code in enumerate(reversed(load_codes("grade")))}  # inconclusive 0 … strong 3
DESIGNS = ("census", "paired", "each_round", "total", "typed", "compared")
GROUNDS = st.builds(
    Grounds,
    design=st.sampled_from(DESIGNS),
    match_share=st.floats(0, 1),
    n=st.integers(0, 200),
    certainty=st.sampled_from([Certainty.EXCLUDES, Certainty.INCLUDES, Certainty.NONE]),
    caveats=st.lists(st.sampled_from(sorted(load_caveats())), unique=True, max_size=4).map(tuple),
)


def _rank(grounds: Grounds) -> int:
    return RANK[find_grade(grounds)]


@given(GROUNDS, st.integers(0, 1000))
def test_more_pairs_never_lower_the_grade(grounds: Grounds, more: int) -> None:
    assert _rank(replace(grounds, n=grounds.n + more)) >= _rank(grounds)


@given(GROUNDS, st.floats(0, 1))
def test_a_better_match_never_lowers_the_grade(grounds: Grounds, share: float) -> None:
    assert _rank(replace(grounds, match_share=max(share, grounds.match_share))) >= _rank(grounds)


@given(GROUNDS)
def test_an_interval_that_excludes_zero_never_lowers_the_grade(grounds: Grounds) -> None:
    assert _rank(replace(grounds, certainty=Certainty.EXCLUDES)) >= _rank(grounds)


@given(GROUNDS)
def test_a_caveat_settled_never_lowers_the_grade(grounds: Grounds) -> None:
    assert _rank(replace(grounds, caveats=grounds.caveats[1:])) >= _rank(grounds)


@given(GROUNDS)
def test_a_comparison_group_never_lowers_the_grade_of_pairs(grounds: Grounds) -> None:
    paired = replace(grounds, design="paired")
    assert _rank(replace(paired, design="compared")) >= _rank(paired)


@given(GROUNDS)
def test_what_is_said_to_raise_the_grade_does(grounds: Grounds) -> None:
    done = grounds
    for code in list_raising(grounds):
        done = _follow(done, code)
    assert _rank(done) > _rank(grounds) or not list_raising(grounds)


@given(GROUNDS)
def test_only_the_highest_grade_of_the_strongest_design_has_nothing_to_raise_it(grounds: Grounds) -> None:
    assert bool(list_raising(grounds)) is (find_grade(grounds) != "strong")


def _follow(grounds: Grounds, code: str) -> Grounds:
    """The grounds after somebody did what is asked."""
    better = {
        "more_units": replace(grounds, n=200),
        "better_match": replace(grounds, match_share=1.0),
        "narrower_interval": replace(grounds, certainty=Certainty.EXCLUDES),
        "interval": replace(grounds, certainty=Certainty.EXCLUDES),
        "comparison_group": Grounds("compared", 1.0, 200, Certainty.EXCLUDES),
        "same_units_twice": Grounds("paired", 1.0, 200, Certainty.EXCLUDES),
        "rows_not_totals": Grounds("census", 1.0, 200, Certainty.NONE),
    }
    left = tuple(one for one in grounds.caveats if one != code)
    return better.get(code, replace(grounds, caveats=left))
