"""Caveats that come from the values, with what they call for: who left, who dominates, mean against median."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from analysis.beside import Remedy
from analysis.caveats import MAX_LEAVER_DISTANCE, MAX_UNIT_SHARE
from analysis.comparisons import compare_leavers, find_dominant
from analysis.findings import Finding
from analysis.sample import Sample
from dictionary.load_claims import load_claims
from dictionary.load_indicators import load_caveats
from figures.remedy_words import list_remedies
from i18n import Language, word
from tests.observe import compare, find, observe, read_table


def _income(*rows: tuple[object, object], source: str = "a", indicator: str = "member_income") -> Finding:
    lines = "\n".join(f"m{n} {source} {before} {after}" for n, (before, after) in enumerate(rows))
    table = read_table("unit income_source baseline endline\n" + lines)
    return find(compare(observe("member_income", table)), indicator)


def _support(*rows: tuple[object, object]) -> Finding:
    lines = "\n".join(f"p{n} {before} {after}" for n, (before, after) in enumerate(rows))
    table = read_table("unit baseline endline\n" + lines)
    return find(compare(observe("partner_support", table)), "partner_support")


def _remedies(finding: Finding, caveat: str) -> dict[str, Remedy]:
    return {remedy.key: remedy for remedy in finding.remedies if remedy.caveat == caveat}


STAYED = [(100 + 10 * n, 200 + 10 * n) for n in range(6)]  # mean 125 before


@pytest.mark.parametrize(("left", "raised"), [((300, 310, 320, 330, 340), True), ((105, 115, 125, 135, 145), False)])
def test_w03_those_who_left_differ_at_baseline(left: tuple[int, ...], raised: bool) -> None:
    finding = _income(*STAYED, *((before, ".") for before in left))
    assert ("W03" in finding.caveats) is raised


def test_w03_shows_the_baseline_means_of_those_who_stayed_and_left() -> None:
    told = _remedies(_income(*STAYED, *((300, ".") for _ in range(5))), "W03")
    assert (told["stayed"].baseline, told["stayed"].n) == ((100 + 110 + 120 + 130 + 140 + 150) / 6, 6)
    assert (told["left"].baseline, told["left"].n) == (300, 5)


@pytest.mark.parametrize("few", [2, 3, 4])
def test_w03_shows_both_means_of_a_few_who_left_too_as_they_follow_from_those_of_w04(few: int) -> None:
    finding = _income(*STAYED, *((300 + n, ".") for n in range(few)))
    told = _remedies(finding, "W03")
    mean = sum(300 + n for n in range(few)) / few
    assert (told["left"].baseline, told["left"].n) == (mean, few)
    everybody = _income(*STAYED, *((300 + n, ".") for n in range(few)), indicator="member_income_all")
    assert everybody.baseline is not None
    assert (everybody.baseline * (6 + few) - 125 * 6) / few == pytest.approx(mean)


def test_w03_tells_nothing_of_one_who_left() -> None:
    assert "W03" not in _income(*STAYED, (300, ".")).caveats


def test_the_distance_of_leavers_is_in_pooled_standard_deviations() -> None:
    sample = Sample(np.array([1.0, 3.0, 5.0, 7.0]), np.array([2.0, 2.0, np.nan, np.nan]))
    found = compare_leavers(sample)
    assert found is not None
    assert found.distance == pytest.approx((6 - 2) / ((2 + 2) / 2) ** 0.5)
    assert found.distance > MAX_LEAVER_DISTANCE


def test_w04_shows_those_known_in_both_rounds_beside_all_known() -> None:
    finding = _income(*((100, 200) for _ in range(6)), (".", 900))
    told = _remedies(finding, "W04")
    assert told["known_in_both"].difference == 200 - 100
    assert told["all_known"].difference == pytest.approx((6 * 200 + 900) / 7 - 100)
    assert _remedies(_income(*((100, 200) for _ in range(6))), "W04") == {}


@pytest.mark.parametrize(("largest", "raised"), [(50, True), (40, False)])
def test_w08_one_makes_over_three_tenths_of_the_change(largest: int, raised: bool) -> None:
    finding = _income((0, largest), *((0, 10) for _ in range(10)))  # 50 of 150 is a third, 40 of 140 is less than 0.3
    assert ("W08" in finding.caveats) is raised


def test_w08_adds_up_rises_and_falls_alike() -> None:
    found = find_dominant(Sample(np.zeros(4), np.array([40.0, -30.0, 20.0, -10.0])))
    assert found is not None
    assert (found.place, found.share) == (0, 40 / (40 + 30 + 20 + 10))
    assert found.share > MAX_UNIT_SHARE


def test_w08_says_nothing_of_three_whose_equal_shares_are_over_the_limit() -> None:
    assert "W08" not in _income((0, 10), (0, 10), (0, 10)).caveats
    assert "W08" not in _income((5, 5), (6, 6), (7, 7), (8, 8)).caveats  # nothing changed at all


def test_w08_shows_the_result_without_the_one_that_dominates() -> None:
    told = _remedies(_income((0, 500), *((0, 10 + n) for n in range(6))), "W08")["without_dominant"]
    assert (told.difference, told.n) == ((10 + 11 + 12 + 13 + 14 + 15) / 6, 6)
    assert (told.baseline, told.endline) == (None, None)  # of people no level, which would tell an income


def test_w08_shows_the_result_of_the_whole_project_however_few_the_others_are() -> None:
    told = _remedies(_income((0, 500), (0, 10), (0, 20), (0, 30)), "W08")["without_dominant"]
    assert (told.difference, told.n) == ((10 + 20 + 30) / 3, 3)


def test_w08_of_partners_shows_both_totals() -> None:
    told = _remedies(_support((100, 900), (100, 110), (100, 120), (100, 130)), "W08")["without_dominant"]
    assert (told.baseline, told.endline, told.difference) == (300, 110 + 120 + 130, 60)


def test_the_finding_of_a_group_has_no_remedy() -> None:
    rows = "\n".join(f"m{n} a 0 {500 if n == 0 else 10}" for n in range(8))
    compared = compare(observe("member_income", read_table("unit income_source baseline endline\n" + rows)))
    assert [one.remedies for one in compared.findings if one.group] == [()]


@pytest.mark.parametrize(("largest", "raised"), [(900, True), (30, False)])
def test_w09_mean_and_median_of_the_changes_disagree(largest: int, raised: bool) -> None:
    finding = _income((0, largest), *((100, 90) for _ in range(7)))
    assert ("W09" in finding.caveats) is raised


def test_w09_shows_the_median_of_the_changes() -> None:
    told = _remedies(_income((0, 900), *((100, 90) for _ in range(7))), "W09")["median_change"]
    assert (told.difference, told.n) == (90 - 100, 8)


def test_who_has_no_value_in_a_round_is_not_said_to_have_left_or_joined() -> None:
    some_blank = _income(*STAYED, *((300, "-") for _ in range(5)), *((".", 300) for _ in range(5)))
    assert {"W03", "W04"} <= {*some_blank.caveats}
    for code, denied in (("W03", r"ผู้ที่ออก|who left"), ("W04", r"ใหม่|[Nn]ewcomer|joined")):
        caveat = load_caveats()[code]
        assert not any(re.search(denied, caveat.title[language]) for language in Language)
        assert all(re.search(r"ไม่ทราบค่า|not known", caveat.sentence[language]) for language in Language)


def test_what_may_be_said_of_a_typed_amount_of_waste_or_debt_speaks_of_no_people() -> None:
    sentence = load_claims()["changed"].sentence
    assert not re.search(r"ผู้ที่|สมาชิก|คน|\bthose\b|people|members", f"{sentence.th} {sentence.en}")


def test_of_groups_alone_w08_says_why_no_result_without_the_dominating_one_is_shown() -> None:
    whole = _income((0, 500), *((0, 10 + n) for n in range(6)))
    group = replace(whole, group=(("sex", "male"),), remedies=())
    hidden = word("remedies.without_dominant_hidden", Language.EN)
    assert list_remedies([group], "W08", Language.EN) == (hidden,)
    assert hidden not in list_remedies([whole, group], "W08", Language.EN)
    assert list_remedies([group], "W09", Language.EN) == ()
