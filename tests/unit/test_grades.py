"""The grade of evidence of a finding, by the rules that stand as rows, and the words for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.beside import Beside
from analysis.findings import Finding
from analysis.grades import Grounds, find_grade, find_grounds, list_raising
from analysis.judging import judge, judge_one
from dictionary.load import code_label, load_codes
from dictionary.load_claims import load_claims
from dictionary.load_grades import Certainty, load_grades
from dictionary.load_methods import load_caveats
from figures.grade_words import LASTING, write_grade, write_raising
from figures.wording import write_judged
from i18n import Language, word
from reports.finding_json import tell_finding
from tests.factories_figures import make_finding

SURE = Certainty.EXCLUDES
PAIRS = make_finding(
    "member_income",
    1000,
    1500,
    method="paired_mean",
    interval=(400.0, 600.0),
    n_baseline=40,
    n_endline=40,
    n_pairs=40,
    match_share=1.0,
)


@pytest.mark.parametrize(
    ("grounds", "grade"),
    [
        (Grounds("compared", 0.8, 20, SURE), "strong"),
        (Grounds("compared", 0.79, 20, SURE), "moderate"),
        (Grounds("compared", 0.8, 19, SURE), "moderate"),
        (Grounds("paired", 0.8, 20, SURE), "moderate"),
        (Grounds("paired", 0.79, 20, SURE), "preliminary"),
        (Grounds("paired", 0.8, 19, SURE), "preliminary"),
        (Grounds("paired", 1.0, 5, SURE), "inconclusive"),
        (Grounds("paired", 1.0, 500, Certainty.INCLUDES), "inconclusive"),
        (Grounds("paired", 1.0, 500, SURE, ("W08",)), "preliminary"),
        (Grounds("paired", 1.0, 500, SURE, ("W01", "W16")), "moderate"),
        (Grounds("compared", 1.0, 500, SURE, ("W16",)), "moderate"),
        (Grounds("census"), "moderate"),
        (Grounds("census", caveats=("W20",)), "preliminary"),
        (Grounds("each_round", n=500), "preliminary"),
        (Grounds("each_round", n=6), "preliminary"),
        (Grounds("each_round", n=5), "inconclusive"),
        (Grounds("total", n=1), "preliminary"),
        (Grounds("typed"), "preliminary"),
    ],
)
def test_the_grade_follows_design_match_n_interval_and_caveats(grounds: Grounds, grade: str) -> None:
    assert find_grade(grounds) == grade


def test_what_is_missing_for_the_next_grade_is_named() -> None:
    assert list_raising(Grounds("paired", 0.5, 10, SURE, ("W08",))) == ("better_match", "more_units", "W08")
    assert list_raising(Grounds("paired", 1.0, 20, SURE)) == ("comparison_group",)
    assert list_raising(Grounds("compared", 1.0, 20, SURE)) == ()


def test_a_hidden_finding_and_one_of_a_single_round_have_no_grade() -> None:
    assert find_grounds(replace(PAIRS, suppressed=True)) is None
    assert find_grounds(replace(PAIRS, difference=None, missing="endline_only")) is None


def test_few_people_known_in_each_round_are_no_more_than_as_many_pairs() -> None:
    few = replace(PAIRS, method="mean_of_known", interval=None, n_baseline=5, n_endline=5, n_pairs=0)
    enough = replace(few, n_baseline=6, n_endline=9)
    total = replace(make_finding("member_income_total", 20, 18, method="sum_of_unbroken"), n_baseline=4, n_endline=4)
    graded = [find_grade(grounds) for one in (few, enough, total) if (grounds := find_grounds(one))]
    assert graded == ["inconclusive", "preliminary", "preliminary"]


@pytest.mark.parametrize(
    ("interval", "grade", "raising", "told"),
    [
        ((200.0, 700.0), "moderate", ("comparison_group",), "Better"),
        ((-50.0, 700.0), "inconclusive", ("narrower_interval",), "Better (may be chance)"),
        (None, "preliminary", ("interval",), "Better (no interval: may be chance)"),
    ],
)
def test_a_change_of_medians_is_judged_by_the_median_of_the_differences(
    interval: tuple[float, float] | None, grade: str, raising: tuple[str, ...], told: str
) -> None:
    beside = (Beside("median_difference", 450.0, interval, n=40),)
    median = replace(PAIRS, method="paired_median", interval=None, beside=beside)
    grounds = find_grounds(median)
    assert grounds is not None
    assert (find_grade(grounds), list_raising(grounds)) == (grade, raising)
    assert write_judged(median, Language.EN).casefold() == told.casefold()


def test_a_finding_says_its_grade_and_what_would_raise_it() -> None:
    judged = judge_one(PAIRS)
    assert (judged.grade, judged.raises, judged.claim) == ("moderate", ("comparison_group",), "members_changed")
    assert write_grade(judged, Language.TH) == "หลักฐานปานกลาง"
    assert write_raising(judged, Language.EN) == "What would raise it: a comparison group outside the project"


def test_the_interval_of_a_share_better_off_is_no_interval_of_a_difference() -> None:
    worse = replace(PAIRS, method="share_worse", baseline=None, difference=None, endline=0.0, interval=(0, 0.09))
    assert judge_one(worse).grade == "moderate"


def test_every_rule_uses_grades_and_caveats_that_exist() -> None:
    assert {rule.grade for rule in load_grades()} == set(load_codes("grade"))
    assert {code for rule in load_grades() for code in rule.without} <= set(load_caveats())
    assert load_grades()[-1].designs == frozenset()  # whatever meets no other rule


@pytest.mark.parametrize("language", list(Language))
def test_what_would_raise_it_says_what_to_collect_and_says_it_once(language: Language) -> None:
    told = write_raising(replace(PAIRS, raises=("more_units", "narrower_interval")), language)
    assert told == write_raising(replace(PAIRS, raises=("narrower_interval",)), language)
    assert "zero" not in told
    assert "ศูนย์" not in told


@pytest.mark.parametrize("language", list(Language))
def test_the_json_has_the_grade_the_claim_and_what_would_raise_it_in_words(language: Language) -> None:
    told = tell_finding(judge_one(make_finding("member_income", 100, 150, method="paired_mean")), language)
    assert told["grade_label"] == code_label("grade", str(told["grade"]))[language]
    assert told["claim_sentence"] == load_claims()[str(told["claim"])].sentence[language]
    assert str(told["raise_sentence"]).startswith(word("grades.raise", language, ways=""))
    hidden = tell_finding(judge_one(make_finding("member_income", 100, 150, suppressed=True)), language)
    assert (hidden["grade_label"], hidden["claim_sentence"], hidden["raise_sentence"]) == (None, None, None)


KNOWN = make_finding("member_income_all", 1000, 1500, method="mean_of_known", n_baseline=50, n_endline=45, n_pairs=40)
TOTAL = make_finding(
    "member_income_total", 50_000, 67_500, method="sum_of_unbroken", n_baseline=50, n_endline=45, n_pairs=40
)


@pytest.mark.parametrize(
    ("same", "grade"),
    [
        (replace(PAIRS, interval=(-50.0, 700.0)), "inconclusive"),
        (replace(PAIRS, interval=None, n_pairs=5), "inconclusive"),
        (PAIRS, "preliminary"),  # that of pairs is moderate: it lifts nothing
        (replace(PAIRS, difference=None, missing="no_pairs"), "preliminary"),
    ],
)
def test_what_is_known_of_all_is_never_graded_above_the_same_people(same: Finding, grade: str) -> None:
    pairs, known, total = judge((same, KNOWN, TOTAL))
    assert (known.grade, total.grade) == (grade, grade)
    if grade == pairs.grade:
        assert known.raises == total.raises == pairs.raises


def test_what_is_known_of_all_is_no_plain_rise_where_that_of_the_same_people_may_be_chance() -> None:
    doubtful = replace(PAIRS, interval=(-50.0, 700.0))
    assert "may be chance" in write_judged(judge((doubtful, KNOWN))[1], Language.EN)
    assert "may be chance" not in write_judged(judge((PAIRS, KNOWN))[1], Language.EN)


@pytest.mark.parametrize("language", list(Language))
def test_every_caveat_that_lowers_a_grade_is_answered_by_what_can_be_done_or_not_advised(language: Language) -> None:
    codes = {code for rule in load_grades() for code in rule.without}
    for code in codes:
        told = write_raising(replace(PAIRS, raises=(code,)), language)
        assert bool(told) is (code not in LASTING)
        assert load_caveats()[code].title[language] not in told


def test_a_shock_year_advises_other_rounds_and_what_cannot_be_settled_advises_nothing() -> None:
    told = write_raising(replace(PAIRS, raises=("W15",)), Language.TH)
    assert told == "หลักฐานจะหนักแน่นขึ้นเมื่อเทียบสองรอบที่ไม่คร่อมปี 2563–2565 ถ้ามีข้อมูล"
    assert write_raising(replace(PAIRS, raises=("W07", "W21")), Language.TH) == ""
