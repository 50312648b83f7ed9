"""Published data whose shape once misled the reading: rows that look like headers, scores that look like presence.

Sources: Wooldridge (Introductory Econometrics) for murder and wagepan, whose rows hold ``ID`` for Idaho and numbers
like years; causaldata's castle (Cheng & Hoekstra 2013) for years beside a group; vcd's VisualAcuity for rows sorted by
their answers. The figures are of SciPy on the same numbers.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy import stats

import cli
from tests.reference.test_published_by_command import CONTROL, THERAPY, beside, save_book
from tests.reference.test_published_layouts import FUEL, Row, analyse, ask, write

# Murders per 100,000 of seven states in 1987, 1990 and 1993: ``ID`` is Idaho.
MURDER = (
    *(("GA", 87, 11.8), ("GA", 90, 11.8), ("GA", 93, 11.4), ("HI", 87, 4.8), ("HI", 90, 4.0), ("HI", 93, 3.8)),
    *(("ID", 87, 3.1), ("ID", 90, 2.7), ("ID", 93, 2.9), ("IL", 87, 8.3), ("IL", 90, 10.3), ("IL", 93, 11.4)),
    *(("IN", 87, 5.6), ("IN", 90, 6.2), ("IN", 93, 7.5), ("IA", 87, 2.1), ("IA", 90, 1.9), ("IA", 93, 2.3)),
    *(("KS", 87, 4.4), ("KS", 90, 4.0), ("KS", 93, 6.4)),
)
# Wage and hours a year of three young men: 2,484 and 2,620 hours are no years, although they could be B.E.
WAGES = (
    *((13, 1980, 3.31, 2672), (13, 1981, 6.38, 2320), (13, 1982, 3.83, 2940), (17, 1980, 5.34, 2484)),
    *((17, 1981, 4.56, 2804), (17, 1982, 4.59, 2530), (18, 1980, 4.55, 2332), (18, 1981, 5.65, 2620)),
)


def refuse(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The header row and the table of a file that is asked about."""
    told = ask(path, capsys)
    assert "header_row = 1\n" in told
    return told


def test_a_row_of_data_is_no_header_although_a_word_of_it_is_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows: list[Row] = [("state", "year", "murder rate"), *((state, 1900 + year, rate) for state, year, rate in MURDER)]
    assert cli.main(["analyse", str(write(tmp_path / "murder.csv", rows)), "--json", "--language", "en"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {one["label"]: (one["baseline"], one["endline"]) for one in found["findings"]} == {
        f"murder rate: {state}": tuple(rate for name, year, rate in MURDER if name == state and year != 90)
        for state in {name for name, _, _ in MURDER}
    }


def test_numbers_of_a_row_of_data_are_no_years(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows: list[Row] = [("nr", "year", "wage", "hours"), *WAGES]
    assert 'header = "hours"' in refuse(write(tmp_path / "wagepan.csv", rows), capsys)


def test_sheets_named_after_the_groups_measure_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheets: dict[str, Sequence[Row]] = {
        "Treatment": [("id", "before", "after"), *((n, *one) for n, one in enumerate(THERAPY, start=1))],
        "Control": [("id", "before", "after"), *((n, *one) for n, one in enumerate(CONTROL, start=101))],
    }
    found, _ = analyse(save_book(tmp_path / "trial.xlsx", sheets), capsys)
    changes = [[after - before for before, after in group] for group in (THERAPY, CONTROL)]
    expected = stats.ttest_ind(*changes, equal_var=False)
    assert found["difference_in_differences"]["p_value"] == pytest.approx(expected.pvalue)
    assert found["difference_in_differences"]["interval"] == pytest.approx(list(expected.confidence_interval()))


def test_years_beside_a_group_are_rounds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = [(f"p{n}", 1, *one) for n, one in enumerate(THERAPY)]
    people += [(f"c{n}", 0, *one) for n, one in enumerate(CONTROL)]
    found, said = analyse(
        write(tmp_path / "castle.csv", [("id", "treated", "rate 2000", "rate 2010"), *people]), capsys
    )
    assert "rounds_from_years" in said
    assert found["paired_mean"]["interval"] == pytest.approx([3.58470, 10.94471], abs=5e-6)


@pytest.mark.parametrize("words", [(1, 2), ("no", "yes")])
def test_rows_sorted_by_what_they_say_are_measured_all_the_same(
    words: Sequence[object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    low, high = words
    grades = [(low, low)] * 700 + [(low, high)] * 80 + [(high, low)] * 30 + [(high, high)] * 400
    rows: list[Row] = [("id", "grade before", "grade after"), *((n, *one) for n, one in enumerate(grades))]
    found, _ = analyse(write(tmp_path / "acuity.csv", rows), capsys)
    (own,) = (one for method, one in found.items() if method.startswith("paired"))
    assert own["difference"] == pytest.approx(50 / 1210)
    assert own["n_pairs"] == len(grades)


def test_a_score_at_baseline_alone_is_nobodys_presence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows: list[Row] = [("id", "sex", "baseline", "time", "y")]
    rows += [(n, "female", n % 5 + 1, time, (n + time) % 5 + 1) for n in range(1, 41) for time in (1, 3, 5)]
    found, said = analyse(write(tmp_path / "arthritis.csv", rows), capsys)
    assert not said & {"duplicate_id", "unknown_code"}
    expected = np.mean([(n + 5) % 5 - (n + 1) % 5 for n in range(1, 41)])
    assert found["paired_mean"]["difference"] == pytest.approx(expected)
    assert found["paired_mean"]["n_pairs"] == 40


def test_two_things_tried_are_no_column_of_groups(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows: list[Row] = [("subject", "treatment_X", "treatment_Y"), *((n, n % 2, n % 3 and 1) for n in range(20))]
    told = ask(write(tmp_path / "athletes_foot.csv", rows), capsys)
    assert "treatment_X" in told
    assert "treatment_Y" in told


@pytest.mark.parametrize("name", ["good status", "loan status", "better"])
def test_a_status_of_something_before_and_after_is_no_membership(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = [("yes", "yes")] * 12 + [("no", "yes")] * 9 + [("yes", "no")] * 3 + [("no", "no")] * 6
    rows: list[Row] = [("id", "village", f"{name} before", f"{name} after")]
    rows += [(n, f"Village {n % 3}", *one) for n, one in enumerate(answers)]
    found, _ = analyse(write(tmp_path / "status.csv", rows), capsys)
    assert found["paired_share"]["difference"] == pytest.approx(6 / 30)
    assert found["paired_share"]["p_value"] == pytest.approx(stats.binomtest(9, 12).pvalue)


@pytest.mark.parametrize(("file", "is_income"), [("fuel.csv", False), ("income.csv", True), ("รายได้.csv", True)])
def test_before_and_after_alone_are_incomes_only_where_something_says_so(
    file: str, is_income: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / file, [("before", "after"), *FUEL])
    assert cli.main(["analyse", str(path), "--json", "--language", "en"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert any(one["indicator"] == "member_income" for one in told["findings"]) == is_income
    assert any(one["code"] == "period_not_stated" for one in told["problems"]) == is_income
    mean = next(one for one in told["findings"] if one["indicator"] == "personal_1")
    assert mean["difference"] == pytest.approx(1.75)


@pytest.mark.parametrize("header", ["trmt", "treatment"])
def test_a_group_beside_rows_without_ids_is_heard(
    header: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [("esc", *one) for one in THERAPY] + [("ctrl", *one) for one in CONTROL]
    found, _ = analyse(write(tmp_path / "cells.csv", [(header, "before", "after"), *people]), capsys)
    assert found["paired_mean"]["n_pairs"] == len(THERAPY)
    assert found["difference_in_differences"]["interval"] is not None


def test_wilsons_intervals_beside_pairs_are_of_the_pairs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As after MASS's bacteria (Venables & Ripley 2002): fifty children at the start, of whom 44 were seen again."""
    rows: list[Row] = [("ID", "bacteria before", "bacteria after")]
    rows += [(n, "no" if n < 5 else "yes", "" if n >= 44 else "no" if n < 12 else "yes") for n in range(50)]
    found, _ = analyse(write(tmp_path / "bacteria.csv", rows), capsys)
    told = beside(found["paired_share"])
    for code, share in (("wilson_baseline", 39), ("wilson_endline", 32)):
        expected = stats.binomtest(share, 44).proportion_ci(method="wilson")
        assert told[code]["interval"] == pytest.approx(list(expected))
        assert told[code]["n"] == 44


def test_what_is_measured_of_each_person_is_weighed_between_the_groups_at_the_baseline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows: list[Row] = [("id", "group", "weight before", "weight after", "eats before", "eats after")]
    groups = (("treatment", THERAPY, 2), ("control", CONTROL, 3))
    for name, people, step in groups:
        rows += [
            (f"{name}{n}", name, *one, "no" if n % step else "yes", "yes" if n % 3 else "no")
            for n, one in enumerate(people)
        ]
    path = write(tmp_path / "anorexia.csv", rows)
    assert cli.main(["analyse", str(path), "--json", "--language", "en"]) == 0
    balance = {one["trait"]: one for one in json.loads(capsys.readouterr().out)["comparison"]["balance"]}
    own, others = (np.array([first for first, _ in people]) for people in (THERAPY, CONTROL))
    spread = np.sqrt((own.var(ddof=1) + others.var(ddof=1)) / 2)
    weight = balance["personal_1"]
    assert weight["standardised_difference"] == pytest.approx((own.mean() - others.mean()) / spread)
    assert (weight["n_participants"], weight["n_comparison"]) == (17, 26)
    assert weight["sources"][0]["ranges"] == ["C2:C44"]
    eats, shares = balance["personal_2"], (9 / 17, 9 / 26)
    pooled = np.sqrt(sum(share * (1 - share) for share in shares) / 2)
    assert eats["standardised_difference"] == pytest.approx((shares[0] - shares[1]) / pooled)


def test_answers_of_few_people_are_not_weighed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows: list[Row] = [("id", "group", "eats before", "eats after")]
    rows += [
        (n, "treatment" if n % 2 else "control", "yes" if n < 7 else "no", "yes" if n < 20 else "no") for n in range(40)
    ]
    path = write(tmp_path / "few.csv", rows)
    assert cli.main(["analyse", str(path), "--json", "--language", "en"]) == 0
    (eats,) = json.loads(capsys.readouterr().out)["comparison"]["balance"]
    assert eats["suppressed"]
    assert eats["participants"] is eats["comparison"] is eats["standardised_difference"] is None


@pytest.mark.parametrize("heads", [("id", "group", "period", "value"), ("รหัส", "กลุ่ม", "ช่วงเวลา", "ค่า")])
def test_a_column_called_value_is_what_was_measured(
    heads: Row, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("before", "after") if heads[0] == "id" else ("ก่อน", "หลัง")
    people = [("treatment", *one) for one in THERAPY] + [("control", *one) for one in CONTROL]
    rows = [(f"S{n}", one[0], said, one[at]) for at, said in enumerate(words, 1) for n, one in enumerate(people)]
    found, said = analyse(write(tmp_path / "anorexia.csv", [heads, *rows]), capsys)
    assert "period_not_stated" not in said
    assert found["paired_mean"]["interval"] == pytest.approx([3.58470, 10.94471], abs=5e-6)
    assert found["difference_in_differences"]["n_pairs"] == len(THERAPY)


def test_a_column_of_measures_parts_what_stands_under_value(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows: list[Row] = [("id", "measure", "period", "value")]
    rows += [
        (n, name, said, one[at] / part)
        for at, said in enumerate(("before", "after"))
        for name, part in (("weight", 1), ("half", 2))
        for n, one in enumerate(THERAPY)
    ]
    assert cli.main(["analyse", str(write(tmp_path / "long.csv", rows)), "--json", "--language", "en"]) == 0
    told = json.loads(capsys.readouterr().out)["findings"]
    means = {one["label"]: one["difference"] for one in told if one["method"] == "paired_mean"}
    assert means == pytest.approx({"weight": 7.264706, "half": 3.632353}, abs=5e-7)


@pytest.mark.parametrize(
    ("heads", "code"),
    [
        (("id", "income before ($ per month)", "income after ($ per month)"), "USD"),
        (("id", "income before (EUR/month)", "income after (EUR/month)"), "EUR"),
        (("รหัส", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"), ""),
    ],
)
def test_incomes_of_another_currency_are_read_and_said(
    heads: Row, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sign = "$" if code == "USD" else ""
    rows = [(f"S{n}", *(f"{sign}{value * 123:,.0f}" for value in one)) for n, one in enumerate(THERAPY)]
    path = write(tmp_path / "income.csv", [heads, *rows])
    assert cli.main(["analyse", str(path), "--json", "--language", "en"]) == 0
    told = json.loads(capsys.readouterr().out)
    mean = next(one for one in told["findings"] if one["indicator"] == "member_income")
    assert mean["n_pairs"] == len(THERAPY)
    assert [one["found"] for one in told["problems"] if one["code"] == "currency_not_baht"] == [code] * 2 * bool(code)
