"""What stayed the same is said, as what rose or fell is: in sentences, on cards and in charts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.findings import Finding, Findings, PairedValues
from dictionary.nouns import Dimension, ProjectInfo
from figures import draw_chart, look
from figures.balance import join_counts, list_balance, list_counts
from figures.draw_shares import Part
from figures.pairs import Incomes
from figures.pairs_plan import difference_block
from figures.titles import title_groups, title_incomes, title_shares
from i18n import Language, word
from i18n.numbers import write_percent
from tests.factories_figures import ROUNDS, make_finding, make_findings, make_group
from ui.answers import answer_income, detail_dimension, detail_overview
from ui.headlines import count_verdicts

EN, TH = Language.EN, Language.TH
DEBT = make_finding("household_debt", 100, 50)
CHANGES = (DEBT, make_finding("members_active", 12, 12), make_finding("partners", 2, 2))
ALIKE = PairedValues(np.arange(12.0), np.arange(12.0), 0, 0)


def _hold(*findings: Finding) -> Findings:
    return Findings("1", ProjectInfo(), ROUNDS, findings)


def _shares(better: float, worse: float) -> tuple[Finding, ...]:
    share = {"n_pairs": 12, "method": "share_better"}
    values = {"better": better, "same": 1 - better - worse, "worse": worse}
    return tuple(make_finding(f"income_{way}_share", None, value, **share) for way, value in values.items())


def test_the_overview_counts_what_stayed_the_same_beside_what_got_better() -> None:
    assert detail_overview(_hold(*CHANGES), EN) == "2 indicators stayed the same"
    assert detail_overview(_hold(*CHANGES), TH) == "ตัวชี้วัดที่เท่าเดิม 2 ตัว"
    assert detail_overview(_hold(*CHANGES[1:]), EN) == ""  # the answer above it says so of all


def test_a_card_and_the_page_of_a_dimension_count_it_too() -> None:
    assert count_verdicts(CHANGES, TH) == ("ดีขึ้น 1", "เท่าเดิม 2")
    assert detail_dimension(CHANGES, EN) == "1 better · 2 unchanged"
    assert detail_dimension([DEBT], EN) == ""


def test_what_changed_in_no_wanted_direction_is_not_called_unchanged() -> None:
    assert count_verdicts([make_finding("women_share", 0.5, 0.6)], EN) == ("1 neither",)


def test_the_balance_of_a_dimension_says_it_at_each_level() -> None:
    (row,) = (row for row in list_balance(_hold(*CHANGES)) if row.dimension is Dimension.SOCIAL)
    assert (row.other, row.same) == (2, 2)
    assert join_counts(list_counts(row, TH), TH) == "เท่าเดิม 2"


@pytest.mark.parametrize(
    ("language", "said"),
    [(EN, "Income stayed the same for all 12 members."), (TH, "สมาชิกทั้ง 12 คนมีรายได้เท่าเดิม")],
)
def test_where_nobody_earns_more_or_less_the_answer_says_that_income_stayed_the_same(
    language: Language, said: str
) -> None:
    income = make_finding("member_income", 100, 100, method="paired_mean")
    assert answer_income(_hold(income, *_shares(0, 0)), language).startswith(said)
    assert not answer_income(_hold(income, *_shares(0.5, 0)), language).startswith(said)
    hidden = [replace(one, endline=None, suppressed=True) for one in _shares(0, 0)[1:]]
    assert not answer_income(_hold(income, _shares(0, 0)[0], *hidden), language).startswith(said)


def test_the_charts_of_incomes_that_did_not_change_are_named_so() -> None:
    income = make_finding("member_income", 100, 100, method="paired_mean")
    assert title_incomes(Incomes(ALIKE, income), True, TH) == "สมาชิกทั้ง 12 คนมีรายได้เท่าเดิม"
    parts = (Part(0, 0, False), Part(1, 12, None), Part(0, 0, True))
    assert title_shares(parts, TH) == f"สมาชิก {write_percent(1.0)} มีรายได้เท่าเดิม"


@pytest.mark.parametrize(("n", "key"), [(5, "no_interval"), (6, "no_interval_alike")])
def test_a_difference_without_an_interval_says_why(n: int, key: str) -> None:
    pairs = PairedValues(np.arange(float(n)), np.arange(float(n)), 0, 0)
    block = difference_block(Incomes(pairs, make_finding("member_income", 100, 100)), look(TH, "word"))
    assert block[1][0] == word(f"figures.{key}", TH)


def test_the_chart_of_pairs_that_all_changed_alike_does_not_call_them_few() -> None:
    figure = draw_chart(make_findings(pairs=ALIKE), "income_pairs", look(TH, "word"))
    told = " ".join(str(note.text) for note in figure.layout.annotations)
    assert word("figures.no_interval", TH) not in told


def test_groups_of_whom_nobody_changed_are_not_called_uncertain() -> None:
    groups = [make_group("member_income", ("sex", sex), 100, 100) for sex in ("female", "male")]
    assert title_groups(groups, "income_groups", EN) == "Mean income stayed the same in all 2 groups"
