"""Laws of the remedies: none tells of one person, of a group, or of a figure that is no number."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.remedies import FEWEST
from dictionary.load_methods import load_caveats
from i18n.words import load_words
from tests.observe import compare, observe

MONEY = st.one_of(
    st.sampled_from(["-", ".", "0"]),
    st.integers(-500, 9_000).map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
)
PEOPLE = st.lists(st.tuples(st.sampled_from("xy"), MONEY, MONEY), min_size=1, max_size=14)


@settings(max_examples=60)
@given(PEOPLE)
def test_every_remedy_is_of_several_people_of_the_whole_project(people: list[tuple[str, str, str]]) -> None:
    rows = [
        {"unit": f"m{n}", "income_source": source, "baseline": before, "endline": after}
        for n, (source, before, after) in enumerate(people)
    ]
    for finding in compare(observe("member_income", rows)).findings:
        for remedy in finding.remedies:
            figures = (remedy.baseline, remedy.endline, remedy.difference, *(remedy.interval or ()))
            assert not finding.group
            assert (remedy.n or 0) >= FEWEST
            assert all(figure is None or math.isfinite(figure) for figure in figures)
            assert remedy.caveat in load_caveats()
            assert f"remedies.{remedy.key}" in load_words()
