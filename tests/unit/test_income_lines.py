"""Incomes held against the minimum wage, the poverty line and a line of one's own; how sure the income page is."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import cli
from analysis.disclosure import MIN_GROUP
from analysis.findings import Finding, PairedValues
from analysis.income_lines import IncomeLine, enter_line, find_below, list_lines
from dictionary.load_indicators import load_indicators
from dictionary.load_lines import WORKING_DAYS, load_lines
from dictionary.nouns import Round, Source
from figures import draw_chart, list_charts, look
from figures.lorenz import find_inequality
from figures.tables import chart_table
from i18n import Language, Text
from tests.factories_figures import make_findings
from tests.unit.test_cli import income_book
from ui.certainty import tell_certainty, write_p
from ui.income_lines import tell_below, tell_line, write_line_source

INCOME = load_indicators()["member_income"]
PLACE = "จังหวัดปทุมธานี"


def make_rounds(first: date | None, last: date | None) -> tuple[Round, Round]:
    return Round("baseline", Text("ก่อน", "Before"), first, first), Round("endline", Text("หลัง", "After"), last, last)


def hold(before: list[float], after: list[float], line: IncomeLine) -> Finding:
    pairs = PairedValues(np.array(before), np.array(after), 0, 0)
    income = Finding(INCOME, INCOME.unit, "paired_mean", caveats=("W01",))
    return find_below(income, pairs, (line,))[0].finding


def test_each_round_has_the_line_that_was_in_force_on_its_last_day() -> None:
    wage, poverty = list_lines(make_rounds(date(2022, 12, 31), date(2024, 1, 31)), PLACE)
    assert list(wage.amounts) == [353 * WORKING_DAYS, 363 * WORKING_DAYS]
    assert list(poverty.amounts) == [2997, None]  # no line of 2024 is known, and none is put in its place


def test_a_minimum_wage_holds_in_its_province_only() -> None:
    rounds = make_rounds(date(2023, 5, 1), date(2023, 11, 1))
    assert [line.code for line in list_lines(rounds, "เชียงใหม่")] == ["poverty_line"]
    assert [line.code for line in list_lines(rounds, "Pathum Thani province")] == ["minimum_wage", "poverty_line"]


def test_rounds_without_dates_have_no_line() -> None:
    assert list_lines(make_rounds(None, None), PLACE) == ()


def test_no_two_amounts_of_a_line_are_in_force_on_the_same_day() -> None:
    rows = load_lines()
    for row in rows:
        others = [one for one in rows if (one.line, one.place) == (row.line, row.place) and one is not row]
        assert not any(one.holds(row.start) for one in others)
        assert row.source.th
        assert row.source.en


def test_the_share_below_a_line_is_compared_pair_by_pair() -> None:
    before, after = [1.0] * 8 + [9.0] * 2, [9.0] * 7 + [1.0] + [9.0] * 2
    finding = hold(before, after, enter_line(5, "สศช."))
    assert (finding.baseline, finding.endline) == (8 / 10, 1 / 10)
    assert finding.difference == pytest.approx((1 - 8) / 10)
    assert finding.p_value == pytest.approx(2 / 2**7)  # seven of seven rose above the line
    assert finding.interval is not None
    assert finding.interval[0] < -0.7 < finding.interval[1] < 0
    assert finding.better is True


def test_a_line_known_for_one_round_gives_no_comparison() -> None:
    finding = hold([1.0] * 6, [9.0] * 6, IncomeLine("poverty_line", (5.0, None), Text("ก", "a")))
    assert (finding.baseline, finding.endline, finding.difference) == (1.0, None, None)
    assert (finding.missing, finding.p_value, finding.beside) == ("no_line", None, ())


def test_under_six_pairs_a_share_is_shown_and_not_tested() -> None:
    finding = hold([1.0] * 5, [9.0] * 5, enter_line(5, "สศช."))
    assert (finding.difference, finding.interval, finding.p_value) == (-1.0, None, None)


@pytest.mark.parametrize(("amount", "source"), [(3043.0, " "), (0.0, "สศช."), (float("nan"), "สศช.")])
def test_an_entered_line_needs_an_amount_and_a_source(amount: float, source: str) -> None:
    with pytest.raises(ValueError, match="source"):
        enter_line(amount, source)


def test_the_command_holds_incomes_against_a_line_with_its_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = income_book(tmp_path / "a.xlsx", [(1000 + 10 * n, 5000) for n in range(8)])
    line = ["--income-line", "3043", "--income-line-source", "NESDC"]
    assert cli.main(["analyse", str(book), "--json", *line]) == 0
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    (below,) = result["lines"]
    assert (below["line"], below["baseline"], below["endline"], below["source"]) == ("entered", 3043, 3043, "NESDC")
    assert below["finding"]["difference"] == -1
    tested = [one for one in (*result["findings"], below["finding"]) if one["p_adjusted"] is not None]
    assert result["tests"] == len(tested) == 2
    assert below["finding"]["p_adjusted"] == pytest.approx(2 / 2**8)  # the larger of two: times one


def test_the_command_refuses_a_line_without_a_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = income_book(tmp_path / "a.xlsx", [(1000, 5000)] * 6)
    assert cli.main(["analyse", str(book), "--json", "--income-line", "3043"]) == 2
    assert "--income-line-source" in capsys.readouterr().err


@pytest.mark.parametrize("language", Language)
def test_a_line_is_told_with_its_amounts_and_its_source(language: Language) -> None:
    pairs = PairedValues(np.array([1.0] * 8), np.array([9.0] * 8), 0, 0)
    income = Finding(INCOME, INCOME.unit, "paired_mean")
    (below,) = find_below(income, pairs, list_lines(make_rounds(date(2022, 12, 31), date(2025, 6, 1)), PLACE)[:1])
    told = " ".join(tell_line(below, language))
    assert "9,178" in told  # 353 × 26
    assert "9,672" in told  # 372 × 26
    assert below.line.source[language] in write_line_source(below.line, language)


def test_a_line_on_screen_leads_to_the_incomes_held_against_it() -> None:
    incomes = (Source("income.xlsx", "รายได้", ("C2:D20",)),)
    findings = make_findings()
    income = replace(findings.findings[0], sources=incomes)
    below = find_below(income, findings.pairs["member_income"], [enter_line(4000, "ผู้ประกาศสมมติ")])[0]
    told = tell_below(below)
    assert (told.sources, told.indicator) == (incomes, "member_income")
    assert "4,000" in told.values.en


@pytest.mark.parametrize("language", Language)
def test_the_income_page_says_how_sure_its_change_is(language: Language) -> None:
    told = tell_certainty(make_findings(), language)
    assert len(told) == 6  # how to read it at last; nothing was adjusted in findings made by hand
    assert "g" in told[0]
    assert "38" in told[-2]  # of so few people the intervals of Gini and Palma are rough


def test_a_p_value_is_never_written_as_zero() -> None:
    assert write_p(1e-9, Language.EN) == "p < 0.001"
    assert write_p(0.0312, Language.EN) == "p = 0.031"


def test_the_chart_of_inequality_needs_six_pairs() -> None:
    few = PairedValues(np.array([1.0, 2, 3, 4, 5]), np.array([2.0, 3, 4, 5, 6]), 0, 0)
    charts = {chart.key: chart for chart in list_charts(make_findings(pairs=few), "income")}
    assert not charts["income_lorenz"].available


def test_the_figures_behind_the_curves_tell_nobodys_income() -> None:
    findings = make_findings()
    pairs = find_inequality(findings)
    assert pairs is not None
    table = chart_table(findings, "income_lorenz", Language.EN)
    people = table.iloc[:, 0].diff().dropna() / 100 * (pairs.finding.n_pairs or 0)
    assert people.min() >= MIN_GROUP - 1e-9
    assert table.iloc[-1].tolist() == [100, 100, 100]


def test_the_curves_begin_with_nobody_and_end_with_all_income() -> None:
    found = find_inequality(make_findings())
    assert found is not None
    assert [(float(money[0]), float(money[-1])) for money in found.money] == [(0.0, 1.0)] * 2
    figure = draw_chart(make_findings(), "income_lorenz", look(Language.EN))
    assert f"{found.ginis[0]:.2f}" in figure.layout.meta["title"]
