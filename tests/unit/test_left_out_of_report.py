"""W17: a change for the worse that stands in none of the charts chosen for a report is told."""

from __future__ import annotations

from figures import default_texts, list_charts
from figures.left_out import add_left_out, list_left_out
from i18n import Language
from tests.factories_figures import make_findings

FINDINGS = make_findings()
ALL = {chart.key for chart in list_charts(FINDINGS) if chart.available}
WORSE = {one.indicator.key for one in FINDINGS.findings if one.better is False and not one.group}
TELLING = {"changes", "changes_economic", "changes_social", "changes_environmental"}


def test_nothing_is_left_out_of_all_charts_nor_where_one_that_tells_all_stays() -> None:
    assert WORSE
    assert list_left_out(FINDINGS, ALL) == ()
    assert list_left_out(FINDINGS, {"changes"}) == ()


def test_what_got_worse_and_is_in_no_chart_chosen_is_named() -> None:
    left = list_left_out(FINDINGS, ALL - TELLING)
    assert {one.indicator.key for one in left} == {"training_hours"}  # the debt has a target, the channel a chart
    assert {one.indicator.key for one in list_left_out(FINDINGS, {"balance"})} == WORSE


def test_a_change_for_the_better_may_be_left_out_unsaid() -> None:
    assert all(one.better is False for one in list_left_out(FINDINGS, {"members_flow"}))


def test_the_note_in_the_picture_says_it() -> None:
    texts = default_texts(FINDINGS, "members_flow", Language.EN)
    assert add_left_out(texts, Language.EN).note == f"{texts.note} · Unfavourable indicator left out"
