"""The table of scale × design, and what it puts beside a finding."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.beside import Beside
from analysis.compared_cells import BESIDE
from analysis.estimators import ESTIMATORS, Values, list_beside
from analysis.findings import Finding
from analysis.methods import METHODS
from analysis.sample import Sample
from analysis.tested import adjust_findings
from dictionary.load import code_label
from dictionary.load_estimators import find_estimation, load_estimation, load_estimators
from dictionary.load_indicators import load_indicators
from dictionary.load_methods import load_measures, load_method_rows
from tests.observe import compare, find, observe, read_table

INCOME = load_indicators()["member_income"]


def beside(method: str, baseline: list[float], endline: list[float]) -> dict[str, Beside]:
    sample = Sample(np.array(baseline), np.array(endline))
    return {one.method: one for one in list_beside(INCOME, load_method_rows()[method], Values(sample))}


def test_every_estimator_of_the_table_is_defined_and_computed() -> None:
    named = {code for row in load_estimation() for code in row.estimators if not row.reason}
    assert named == {*ESTIMATORS, *BESIDE, "did_typed"} == set(load_estimators()) - {"no_test"}
    assert not ESTIMATORS.keys() & BESIDE.keys()


def test_every_finding_that_is_measured_has_a_row_in_the_table() -> None:
    rows = load_method_rows()
    without = [
        measure.indicator
        for measure in load_measures()
        if not find_estimation(load_indicators()[measure.indicator], rows[measure.method], rows[measure.method].design)
    ]
    assert without == []
    assert set(METHODS) <= set(rows)


def test_every_reason_of_the_table_is_told_in_words() -> None:
    assert all(code_label("reason", row.reason).th for row in load_estimation() if row.reason)


def test_under_six_pairs_there_are_points_and_neither_test_nor_interval() -> None:
    found = beside("paired_mean", [1, 2, 3, 4, 5], [2, 4, 7, 5, 9])
    assert all(one.interval is None and one.p_value is None for one in found.values())
    assert found["wilcoxon"].reason == "too_few"
    assert found["median_difference"].value == 2


def test_a_change_that_is_the_same_for_all_says_that_there_is_no_spread() -> None:
    found = beside("paired_mean", [10, 10, 10, 10, 10, 10], [20, 20, 20, 20, 20, 20])
    assert found["paired_t"].reason == found["skewness"].reason == found["hedges_g_av"].reason == "no_spread"
    assert found["wilcoxon"].p_value == pytest.approx(2 / 2**6)


def test_nobody_with_an_income_has_no_gini() -> None:
    found = beside("paired_mean", [0, 0, 0, 0, 0, 0], [1, 2, 3, 4, 5, 6])
    assert found["gini_baseline"].reason == found["gini_change"].reason == found["relative_change"].reason == "no_base"
    assert found["gini_endline"].value == pytest.approx(2 * (1 + 4 + 9 + 16 + 25 + 36) / (6 * 21) - 7 / 6)


def test_all_income_with_one_person_has_a_gini_without_interval() -> None:
    found = beside("paired_mean", [0, 0, 0, 0, 0, 9], [1, 2, 3, 4, 5, 6])["gini_baseline"]
    assert found.value == pytest.approx(5 / 6)
    assert found.interval is None


def test_a_share_has_wilsons_interval_beside_it() -> None:
    rows = "\n".join(f"m{n} 100 {150 if n < 8 else 90}" for n in range(10))
    compared = compare(observe("member_income", read_table(f"unit baseline endline\n{rows}")))
    finding = find(compared, "income_better_share")
    assert finding.beside[0].method == "wilson"
    assert finding.beside[0].value == pytest.approx(8 / 10)
    assert finding.beside[0].interval == finding.interval


def test_a_hidden_finding_has_nothing_beside_it() -> None:
    rows = "\n".join(f"m{n} 1 1 {'male' if n < 2 else 'female'}" for n in range(10))
    hidden = find(compare(observe("members_active", read_table(f"unit baseline endline sex\n{rows}"))), "women_share")
    assert hidden.suppressed
    assert hidden.beside == ()


def test_holm_adjusts_the_findings_of_the_whole_project_only() -> None:
    group = (("village", "A"),)
    tested = [Finding(INCOME, INCOME.unit, "paired_mean", p_value=p) for p in (0.01, 0.04)]
    apart = [Finding(INCOME, INCOME.unit, "paired_mean", group, p_value=0.5), Finding(INCOME, INCOME.unit, "count")]
    adjusted = [one.p_adjusted for one in adjust_findings([*apart, *tested])]
    assert adjusted == [None, None, pytest.approx(2 * 0.01), pytest.approx(0.04)]
