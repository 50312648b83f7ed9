"""The sentences of titles and screens: what went neither way, what may be chance, and what is known only in part."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analysis.beside import Remedy
from analysis.findings import Finding, Findings
from dictionary.load import code_label
from dictionary.nouns import Dimension, ProjectInfo
from figures.catalogue import default_texts
from figures.remedy_words import write_remedy
from figures.titles import title_changes, title_groups
from i18n import Language, word
from i18n.numbers import write_number
from ingest import InputFile
from project import find_changes, open_project
from reports.findings_text import write_text
from tests.build import find
from tests.factories_figures import ROUNDS, make_finding, make_group
from ui.answers import answer_dimension, answer_income, answer_overview, detail_income, detail_overview
from ui.texts import write_values

EN, TH = Language.EN, Language.TH
SECTORS = ("government", "education", "private", "local_authority", "not_stated")


def _hold(*findings: Finding) -> Findings:
    return Findings("1", ProjectInfo(), ROUNDS, findings)


def _share(after: float) -> Finding:
    return make_finding("women_share", 0.5, after)


def _title(*values: tuple[float | None, float | None], language: Language = EN) -> str:
    groups = [make_group("partner_support", ("sector", s), *v) for s, v in zip(SECTORS, values, strict=False)]
    return title_groups(groups, "partners_support", language)


def test_groups_whose_change_may_be_chance_are_counted_those_without_an_interval_too() -> None:
    intervals = {"government": (50.0, 150.0), "education": (-50.0, 250.0), "private": None}
    groups = [
        make_group("member_income", ("sector", sector), 100, 200, interval=one) for sector, one in intervals.items()
    ]
    assert title_groups(groups, "income_groups", EN).endswith("(2 groups uncertain)")


@pytest.mark.parametrize(
    ("language", "said"),
    [(EN, "Nothing changed: 1 indicator stayed the same."), (TH, "ตัวชี้วัดที่เปรียบเทียบได้ไม่มีตัวใดเปลี่ยนแปลง (เท่าเดิม 1 ตัว)")],
)
def test_where_nothing_moved_the_answer_says_that_nothing_changed(language: Language, said: str) -> None:
    assert answer_overview(_hold(_share(0.5)), language) == said


def test_the_answer_of_a_dimension_and_the_title_say_it_too() -> None:
    assert answer_dimension(_hold(_share(0.5)), Dimension.SOCIAL, EN).endswith(
        "nothing changed, 1 indicator stayed the same"
    )
    assert title_changes([_share(0.5), _share(0.5)], None, EN) == "Nothing changed: 2 indicators stayed the same"


def test_the_answer_of_income_tells_what_is_left_beside_a_comparison_group() -> None:
    mill = Path(__file__).parents[2] / "data" / "samples" / "rice_mill.xlsx"
    findings = find_changes(open_project([InputFile(mill.name, mill.read_bytes())]))
    assert findings.comparison is not None
    one = findings.comparison.contrasts[0].finding
    told = f"−{write_number(abs(one.difference or 0))} baht/month against the comparison group"
    assert told in detail_income(findings, EN)
    assert told in detail_overview(findings, EN)
    assert "may be chance alone" in detail_overview(findings, EN)


def test_that_none_got_worse_is_not_said_where_nothing_says_which_way_is_better() -> None:
    better = make_finding("group_sales", 100, 200)
    assert (
        title_changes([better, _share(0.7)], None, EN)
        == "1 of 2 indicators got better; for 1 no wanted direction is set"
    )
    assert title_changes([better, _share(0.5)], None, EN) == "1 of 2 indicators got better and none got worse"
    assert detail_overview(_hold(better, _share(0.7)), EN) == "no wanted direction is set for 1"


@pytest.mark.parametrize(
    ("moved", "english", "thai"),
    [
        ((0.6, 0.5), "1 rose, 1 stayed the same", "เพิ่มขึ้น 1 ตัว, เท่าเดิม 1 ตัว"),
        ((0.4, 0.5), "1 fell, 1 stayed the same", "ลดลง 1 ตัว, เท่าเดิม 1 ตัว"),
        ((0.4, 0.6, 0.5), "1 rose, 1 fell, 1 stayed the same", "เพิ่มขึ้น 1 ตัว, ลดลง 1 ตัว, เท่าเดิม 1 ตัว"),
    ],
)
def test_of_up_down_and_unchanged_only_what_happened_is_told(moved: tuple[float, ...], english: str, thai: str) -> None:
    changes = [_share(after) for after in moved]
    assert f"compared: {english}. None" in title_changes(changes, None, EN)
    assert f"ตัว: {thai} ไม่มีตัวใด" in title_changes(changes, None, TH)


@pytest.mark.parametrize("language", list(Language))
def test_a_rise_whose_interval_includes_zero_is_told_as_perhaps_chance(language: Language) -> None:
    income = make_finding("member_income", 4000, 5229, method="paired_mean", interval=(-78.0, 2535.0))
    chance = word("pages.income.perhaps_chance", language, told="")
    sure = replace(income, interval=(12.0, 2446.0))
    for answer in (answer_overview, answer_income):
        assert chance in answer(_hold(income), language)
        assert chance not in answer(_hold(sure), language)
        assert chance not in answer(_hold(replace(income, interval=None)), language)


@pytest.mark.parametrize(("language", "chance"), [(EN, "1 of all of these may be chance alone"), (TH, "1 ตัวยังสรุปไม่ได้")])
def test_a_count_of_better_says_how_many_of_them_may_be_chance(language: Language, chance: str) -> None:
    unsure = make_finding("member_income", 4000, 5229, method="paired_mean", interval=(-78.0, 2535.0))
    members = make_finding("members_active", 10, 12, method="count")
    told = title_changes([unsure, members], None, language)
    assert chance in told
    assert chance in answer_overview(_hold(unsure, members), language)
    sure = replace(unsure, interval=(12.0, 2446.0))
    assert chance not in title_changes([sure, members], None, language)
    assert chance not in answer_overview(_hold(sure, members), language)


@pytest.mark.parametrize("language", list(Language))
def test_of_four_pairs_headline_first_sentence_and_titles_say_that_nothing_can_be_concluded(language: Language) -> None:
    pay = [(3000, 4500), (2500, 3900), (4100, 4800), (3600, 5200)]
    head = ["รหัสสมาชิก", "รายได้ ก่อน (บาท/เดือน)", "รายได้ หลัง (บาท/เดือน)"]
    findings = find({"สมาชิก": [head, *([f"M{n}", *pair] for n, pair in enumerate(pay))]})
    income = findings.find("member_income")
    assert income is not None
    assert (income.grade, income.interval, income.n_pairs) == ("inconclusive", None, 4)
    doubt = {TH: "ยังสรุปไม่ได้", EN: "inconclusive"}[language]
    assert doubt in answer_overview(findings, language).split("รายได้")[0].split("income")[0]
    first, _, _ = answer_income(findings, language).partition({TH: " สมาชิก 4", EN: ". "}[language])
    assert word("pages.income.too_few", language, told="", n="4").removesuffix(".") in first
    for chart in ("changes", "income_pairs", "income_shares"):
        assert doubt in default_texts(findings, chart, language).title, chart


def test_where_one_member_makes_it_perhaps_chance_the_difference_of_the_others_is_told() -> None:
    without = Remedy("W08", "without_dominant", difference=210.0, n=27)
    income = make_finding("member_income", 4000, 5229, method="paired_mean", interval=(-78.0, 2535.0))
    income = replace(income, remedies=(without,))
    said = write_remedy(income, without, EN)
    assert "+210 baht" in said
    assert answer_income(_hold(income), EN).endswith(said)
    assert said not in answer_income(_hold(replace(income, interval=(12.0, 2446.0))), EN)


def test_two_sums_of_those_known_say_that_some_are_not() -> None:
    support = make_finding("partner_support", 20000, 47000, missing="endline_unknown")
    assert write_values(support, EN) == "20,000 → 47,000 baht · after not known for some"
    assert write_values(support, TH) == "20,000 → 47,000 บาท · บางรายไม่ทราบค่าหลัง"
    told = write_text(Findings("1.0", ProjectInfo(), ROUNDS, (support,)), EN)
    assert "after not known for some" in told
    assert code_label("reason", "endline_unknown").en not in told


def test_one_sum_that_is_missing_keeps_its_reason() -> None:
    support = make_finding("partner_support", 200, None, missing="endline_unknown")
    assert write_values(support, EN).endswith(code_label("reason", "endline_unknown").en)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (((1, 2), (1, 2), (1, 2)), "rose in all 3 sectors"),
        (
            ((1, 2), (1, 2), (1, 2), (1, None), (None, None)),
            "rose in 3 of 5 sectors (2 of the sectors cannot be compared)",
        ),
        (((2, 1), (2, 1), (1, None)), "fell in 2 of 3 sectors (1 of the sectors cannot be compared)"),
        (((1, 1), (1, 1), (1, None)), "stayed the same in 2 of 3 sectors (1 of the sectors cannot be compared)"),
        (((1, 2), (1, 1), (1, None)), "rose in 1 of 3 sectors (1 of the sectors cannot be compared)"),
        (((2, 1), (1, 1), (1, None)), "fell in 1 of 3 sectors (1 of the sectors cannot be compared)"),
        (((1, 2), (2, 1), (1, None)), "rose in 1 of 3 sectors and fell in 1 (1 of the sectors cannot be compared)"),
    ],
)
def test_all_groups_are_named_only_where_all_can_be_compared(
    values: tuple[tuple[float | None, float | None], ...], said: str
) -> None:
    assert _title(*values).endswith(said)


def test_a_group_that_is_not_stated_and_a_value_that_is_not_known_have_two_names() -> None:
    assert code_label("sector", "not_stated") != code_label("reason", "not_stated")
