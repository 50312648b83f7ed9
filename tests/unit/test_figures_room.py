"""A picture with little room: as much as fits legibly, and what is left out is said and promised nowhere."""

from __future__ import annotations

import re

import pytest

from figures import draw_chart, look
from figures.sizes import CANVASES
from i18n import Language, word
from tests.factories_figures import many_indicators
from tests.golden_figures import find_sample

SMALLEST = 1.4  # how much smaller than usual type may be


def read(key: str, canvas: str, language: Language = Language.TH) -> str:
    """All words of a chart of the sample, in one line without markup."""
    figure = draw_chart(find_sample(), key, look(language, canvas))
    return _join([text for trace in figure.data for text in trace.text or ()])


def _join(texts: list[str]) -> str:
    return re.sub(r"<[^>]+>|\s", "", "".join(texts))


def squeeze(key: str, language: Language = Language.TH) -> str:
    return _join([word(key, language)])


@pytest.mark.parametrize("key", ["changes", "changes_social", "targets"])
def test_a_square_of_many_rows_draws_at_least_ten_of_them(key: str) -> None:
    found = re.search(r"แสดง(\d+)จาก\d+", read(key, "square"))
    assert found is not None
    assert int(found[1]) >= 10


def test_a_square_has_room_for_the_whole_balance() -> None:
    assert re.search(r"แสดง(\d+)จาก\d+", read("balance", "square")) is None


def test_type_is_not_set_smaller_for_it() -> None:
    figure = draw_chart(find_sample(), "changes", look(Language.TH, "square"))
    assert figure.layout.width <= CANVASES["square"].width * SMALLEST


def test_values_that_are_not_drawn_are_said_to_stand_in_the_table() -> None:
    assert squeeze("figures.values_in_table") in read("changes", "square")
    assert squeeze("figures.values_in_table") not in read("changes", "word")


def test_counts_that_stand_behind_their_squares_are_not_said_to_be_missing() -> None:
    assert squeeze("figures.values_in_table") not in read("balance", "square")


def test_on_a_slide_long_names_have_more_room_so_that_more_of_them_stay() -> None:
    figure = draw_chart(many_indicators(30, long=True), "changes", look(Language.TH, "slide"))
    found = re.search(r"แสดง(\d+)จาก30", _join([text for trace in figure.data for text in trace.text or ()]))
    assert found is not None
    assert int(found[1]) >= 7


@pytest.mark.parametrize("language", Language)
def test_the_subtitle_of_the_support_names_only_the_columns_that_are_drawn(language: Language) -> None:
    square, whole = read("partners_ties", "square", language), read("partners_ties", "word", language)
    assert squeeze("figures.without_kinds", language) in square
    assert squeeze("figures.ties_subtitle", language) in whole
    assert squeeze("figures.ties_subtitle", language) not in square
    assert squeeze("figures.ties_subtitle_stages", language) in square


@pytest.mark.parametrize("canvas", ["word", "square", "half", "slide"])
@pytest.mark.parametrize("language", Language)
def test_a_chain_says_that_it_has_no_values_exactly_where_it_has_none(canvas: str, language: Language) -> None:
    words = read("chain", canvas, language)
    assert (squeeze("figures.chain_only_names", language) in words) is (re.search(r"\d→\d", words) is None)


def test_a_chain_with_all_its_values_says_nothing_of_it() -> None:
    words = read("chain", "word")
    told = {squeeze(f"figures.chain_only_{what}") for what in ("names", "values", "first")}
    assert not {one for one in told if one in words}
