"""Incomes of different people each time: growth, medians, Gini and Palma of both rounds and their change."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from analysis.beside import Beside
from analysis.estimators import Values, list_beside
from analysis.sample import Sample
from analysis.statistics import Floats, find_gini
from dictionary.load_indicators import load_indicators
from dictionary.load_methods import load_method_rows
from figures import draw_chart, list_charts, look
from figures.lorenz import find_inequality
from i18n import Language, word
from ingest import InputFile, read_files
from project import find_changes
from project.opening import Project, make_project
from tests.build import build

MEAN = load_method_rows()["mean_of_known"]
INCOME = load_indicators()["member_income_all"]


def compare(before: Floats, after: Floats) -> dict[str, Beside]:
    """What stands beside the means of two rounds in which nobody is the same."""
    gap = [np.full(one.size, np.nan) for one in (after, before)]
    sample = Sample(np.concatenate([before, gap[0]]), np.concatenate([gap[1], after]))
    return {one.method: one for one in list_beside(INCOME, MEAN, Values(sample))}


def draw(seed: int) -> tuple[Floats, Floats]:
    draws = np.random.default_rng(seed)
    return draws.lognormal(8.5, 0.6, 31), draws.lognormal(8.6, 0.5, 44)


def test_the_growth_of_the_means_has_the_interval_of_the_delta_method() -> None:
    before, after = draw(1)
    found = compare(before, after)["relative_change"]
    assert found.value == pytest.approx(after.mean() / before.mean() - 1)
    errors = stats.sem(after) / before.mean(), after.mean() * stats.sem(before) / before.mean() ** 2
    error = float(np.hypot(*errors))
    df = error**4 / (errors[0] ** 4 / 43 + errors[1] ** 4 / 30)
    assert found.df == pytest.approx(df)
    reach = stats.t.ppf(0.975, df) * error
    assert found.interval == pytest.approx((found.value - reach, found.value + reach))


def test_the_gini_of_each_round_is_of_whoever_is_known_and_their_errors_add() -> None:
    before, after = draw(2)
    found = compare(before, after)
    errors = []
    for name, values in (("gini_baseline", before), ("gini_endline", after)):
        far = np.abs(values[:, None] - values[None, :]).sum() / (2 * values.size**2 * values.mean())
        assert found[name].value == pytest.approx(far)
        assert found[name].n == values.size
        without = [find_gini(np.delete(values, place)).value or 0.0 for place in range(values.size)]
        errors.append(np.sqrt((values.size - 1) * np.var(without)))
    error = float(np.hypot(*errors))
    df = error**4 / (errors[0] ** 4 / 30 + errors[1] ** 4 / 43)
    change = (found["gini_endline"].value or 0.0) - (found["gini_baseline"].value or 0.0)
    reach = stats.t.ppf(0.975, df) * error
    assert found["gini_change"].interval == pytest.approx((change - reach, change + reach))
    assert found["palma_change"].value == pytest.approx(
        (found["palma_endline"].value or 0.0) - (found["palma_baseline"].value or 0.0)
    )


def test_the_medians_are_of_each_round_by_itself() -> None:
    before, after = draw(3)
    found = compare(before, after)
    assert [found[f"median_{name}"].value for name in ("baseline", "endline")] == [
        pytest.approx(np.median(before)),
        pytest.approx(np.median(after)),
    ]


def test_under_six_people_in_a_round_there_are_figures_and_no_interval() -> None:
    before, after = draw(4)
    found = compare(before[:5], after)
    for name in ("relative_change", "gini_change", "palma_change", "gini_baseline"):
        assert found[name].value is not None
        assert found[name].interval is None


def test_of_the_same_people_nothing_else_is_told_than_before() -> None:
    before, after = draw(5)
    sample = Sample(before, after[:31])
    paired = load_method_rows()["paired_mean"]
    values = Values(sample)
    found = {one.method: one for one in list_beside(INCOME, paired, values)}
    assert found["gini_change"].n == 31
    assert found["gini_change"].df is None


def open_apart(before: int, after: int) -> Project:
    """Incomes of so many people before and so many others after, as a workbook of one sheet says them."""
    first, last = (
        np.random.default_rng(5).lognormal(8.5, 0.8, before),
        np.random.default_rng(6).lognormal(8.7, 0.4, after),
    )
    rows: list[list[object]] = [["รหัสสมาชิก", "รอบ", "รายได้ต่อเดือน (บาท)", "หมู่บ้าน"]]
    for mark, said, incomes in (("a", "ก่อน", first), ("b", "หลัง", last)):
        rows += [[f"{mark}{n}", said, float(one.round()), f"บ้าน {n % 2}"] for n, one in enumerate(incomes)]
    return make_project(read_files([InputFile("apart.xlsx", build({"รายได้": rows}))]))


def test_the_lorenz_curves_of_different_people_are_those_of_each_round() -> None:
    findings = find_changes(open_apart(31, 44))
    found = find_inequality(findings)
    assert found is not None
    assert (found.is_apart, found.fewest) == (True, 31)
    for money, gini in zip(found.money, found.ginis, strict=True):  # twice the area above the curve, less the triangle
        assert 1 - 2 * np.trapezoid(money, found.people) == pytest.approx(gini, abs=2e-3)
    note = draw_chart(findings, "income_lorenz", look(Language.EN)).layout.meta["note"]
    assert "Different people in each round" in note


def test_the_curves_of_different_people_need_six_in_each_round_and_everybody() -> None:
    for few in (open_apart(5, 44), open_apart(44, 5)):
        assert find_inequality(find_changes(few)) is None
    assert find_inequality(find_changes(open_apart(31, 44), only={"village": "บ้าน 1"})) is None


def test_totals_of_different_people_are_no_change() -> None:
    findings = find_changes(open_apart(31, 44))
    total, mean = findings.find("member_income_total"), findings.find("member_income_all")
    assert total is not None
    assert mean is not None
    assert (total.difference, total.better, total.missing) == (None, None, "no_pairs")
    assert total.endline == pytest.approx(44 * (mean.endline or 0))  # each total is told all the same
    assert (total.grade, total.claim) == ("", "is")


def test_a_chart_of_sources_says_that_nobody_is_in_both_rounds_and_not_that_incomes_are_not_known() -> None:
    charts = {one.key: one for one in list_charts(find_changes(open_apart(31, 44)), "income")}
    assert charts["income_sources"].missing.en == word("figures.missing_pairs", Language.EN)
