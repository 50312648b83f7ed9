"""Published data through the command line: a workbook in, JSON out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

import cli
from tests.reference.test_estimators import FIRST_DRUG, SECOND_DRUG


def analyse(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert cli.main(["analyse", str(path), "--json", "--language", "en"]) == 0
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    return result


def save_sleep(path: Path) -> Path:
    """The hours with the second drug as before and with the first as after: the difference is first − second."""
    book = Workbook()
    book.remove(book.active)
    members, income = book.create_sheet("Members"), book.create_sheet("Income")
    members.append(["id", "sex", "birth year", "village", "role", "joined", "left"])
    income.append(["member id", "source", "amount before", "amount after", "per"])
    for number, (first, second) in enumerate(zip(FIRST_DRUG, SECOND_DRUG, strict=True)):
        members.append([f"M{number}", "female", 1970, "A", "member", None, None])
        income.append([f"M{number}", "weaving", second, first, "month"])
    book.save(path)
    return path


def test_the_sleep_data_come_out_as_in_r(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = analyse(save_sleep(tmp_path / "sleep.xlsx"), capsys)
    (finding,) = (one for one in result["findings"] if one["indicator"] == "member_income" and one["group"] is None)
    assert finding["difference"] == pytest.approx(-1.58)
    assert finding["interval"] == pytest.approx([-2.4598858, -0.7001142], abs=5e-8)
    assert finding["p_value"] == pytest.approx(0.002833, abs=5e-7)
    assert finding["n_pairs"] == 10
    beside = {one["method"]: one for one in finding["beside"]}
    assert (beside["paired_t"]["value"], beside["paired_t"]["df"]) == (pytest.approx(-4.0621, abs=5e-5), 9)
    assert beside["wilcoxon"]["p_value"] == pytest.approx(2 / 2**9)  # nine differences other than 0, all one way
    assert beside["wilcoxon"]["exact"] is True
    assert beside["hodges_lehmann"]["value"] == pytest.approx(-1.3)
    assert beside["median_difference"]["interval"] == pytest.approx([-2.4, -0.8])
    assert beside["hedges_g_av"]["value"] == pytest.approx(-0.7609, abs=5e-5)
    assert beside["gini_baseline"]["reason"] == "negative_values"


def test_the_tests_made_are_counted_and_adjusted_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = analyse(save_sleep(tmp_path / "sleep.xlsx"), capsys)
    tested = [one for one in result["findings"] if one["p_adjusted"] is not None]
    assert result["tests"] == len(tested) == 1
    assert tested[0]["p_adjusted"] == tested[0]["p_value"]


def test_counts_say_that_they_are_of_everybody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = analyse(save_sleep(tmp_path / "sleep.xlsx"), capsys)
    (members,) = (one for one in result["findings"] if one["indicator"] == "members_active" and one["group"] is None)
    assert [(one["method"], one["reason"]) for one in members["beside"]] == [("no_test", "census")]
