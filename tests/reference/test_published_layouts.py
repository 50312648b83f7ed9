"""Published data in the layouts in which they are published: no ids, several arms, rounds by number, bare columns.

Sources: MASS (Venables & Ripley 2002) for anorexia (Hand et al. 1993, data set 285), shoes (Box, Hunter & Hunter 1978,
p. 100) and immer (Immer, Hayes & LeRoy Powers 1934); Stata's fuel (StataCorp, [R] ttest); datarium for mice2. The
figures are those that their help pages and manuals print, or of SciPy on the same numbers (``make_reference.py``).
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy import stats

import cli
from tests.reference.test_estimators import FIRST_DRUG, SECOND_DRUG
from tests.reference.test_published_by_command import APPROVAL, CONTROL, THERAPY, beside

Row = Sequence[object]

# Cognitive behavioural treatment, the third arm of anorexia: mean difference 3.007, t = 2.216, df 28, p = 0.035.
BEHAVIOUR = (
    *((80.5, 82.2), (84.9, 85.6), (81.5, 81.4), (82.6, 81.9), (79.9, 76.4), (88.7, 103.6), (94.9, 98.4), (76.3, 93.4)),
    *((81.0, 73.4), (80.5, 82.1), (85.0, 96.7), (89.2, 95.3), (81.3, 82.4), (76.5, 72.5), (70.0, 90.9), (80.4, 71.3)),
    *((83.3, 85.4), (83.0, 81.6), (87.7, 89.1), (84.2, 83.9), (86.4, 82.7), (76.5, 75.7), (80.2, 82.6), (87.8, 100.4)),
    *((83.3, 85.2), (79.7, 83.6), (84.5, 84.6), (80.8, 96.2), (87.4, 86.7)),
)
# Wear of shoe soles of two materials on ten boys; R: t.test(A, B, paired = TRUE) gives t = -3.3489, df = 9,
# p-value = 0.008539, -0.6869539 to -0.1330461, mean difference -0.41.
SOLES = (
    (13.2, 8.2, 10.9, 14.3, 10.7, 6.6, 9.5, 10.8, 8.8, 13.3),
    (14.0, 8.8, 11.2, 14.2, 11.8, 6.4, 9.8, 11.3, 9.3, 13.6),
)
# Barley on 30 plots in 1931 and 1932; R: t = 3.324, df = 29, p-value = 0.002413, 6.121954 to 25.704713.
BARLEY = (
    *((81.0, 80.7), (105.4, 82.3), (119.7, 80.4), (109.7, 87.2), (98.3, 84.2), (146.6, 100.4), (142.0, 115.5)),
    *((150.7, 112.2), (191.5, 147.7), (145.7, 108.1), (82.3, 103.1), (77.3, 105.1), (78.4, 116.5), (131.3, 139.9)),
    *((89.6, 129.6), (119.8, 98.9), (121.4, 61.9), (124.0, 96.2), (140.8, 125.5), (124.8, 75.7), (98.9, 66.4)),
    *((89.0, 49.9), (69.1, 96.7), (89.3, 61.9), (104.1, 80.3), (86.9, 67.7), (77.1, 66.7), (78.9, 67.4)),
    *((101.8, 91.8), (96.0, 94.1)),
)
# Miles per gallon of 12 cars without and with a fuel treatment; Stata: t = -2.2444, p = 0.0463, mean difference -1.75.
FUEL = (
    *((20, 24), (23, 25), (21, 21), (25, 22), (18, 23), (17, 18), (18, 17), (24, 28), (20, 24), (24, 27), (23, 21)),
    (19, 23),
)
MAPPED = """version = 1
[[sheet]]
fingerprint = "{}"
name = "Sheet1"
table = "personal"
header_row = 1
"""
TWO_ROUNDS = '[[sheet.column]]\nheader = "{}"\ncolumn = "value"\nround = "{}"\n'


def write(path: Path, rows: Sequence[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def analyse(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[dict[str, Any], set[str]]:
    """The findings of all by method, of the one thing measured, and the codes of the problems."""
    assert cli.main(["analyse", str(path), "--json", "--language", "en", *more]) == 0
    told = json.loads(capsys.readouterr().out)
    mine = [one for one in told["findings"] if not one["group"] and one["indicator"] == "personal_1"]
    return {one["method"]: one for one in mine}, {one["code"] for one in told["problems"]}


def ask(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said of a file that leaves a question open."""
    assert cli.main(["analyse", str(path), "--json", "--language", "en"]) == 2
    return capsys.readouterr().err


ARMS = (*(("Cont", *one) for one in CONTROL), *(("CBT", *one) for one in BEHAVIOUR), *(("FT", *one) for one in THERAPY))


@pytest.mark.parametrize("heads", [("Treat", "Prewt", "Postwt"), ("group", "weight_pre", "weight_post")])
def test_arms_beside_a_control_are_the_project_and_rows_without_ids_are_people(
    heads: Row, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found, said = analyse(write(tmp_path / "anorexia.csv", [heads, *ARMS]), capsys)
    assert {"rows_as_people", "arms_taken", "comparison_found"} <= said
    project = [after - before for arm, before, after in ARMS if arm != "Cont"]
    others = [after - before for arm, before, after in ARMS if arm == "Cont"]
    assert found["paired_mean"]["n_pairs"] == len(BEHAVIOUR) + len(THERAPY)
    expected = stats.ttest_ind(project, others, equal_var=False)
    both = found["difference_in_differences"]
    assert both["difference"] == pytest.approx(np.mean(project) - np.mean(others))
    assert both["p_value"] == pytest.approx(expected.pvalue)
    assert both["interval"] == pytest.approx(list(expected.confidence_interval()))


def test_one_arm_beside_its_control_is_that_of_r(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [(n, *one) for n, one in enumerate(ARMS) if one[0] != "FT"]
    found, _ = analyse(write(tmp_path / "anorexia.csv", [("id", "Treat", "Prewt", "Postwt"), *rows]), capsys)
    assert found["paired_mean"]["difference"] == pytest.approx(3.007, abs=5e-4)
    assert found["paired_mean"]["p_value"] == pytest.approx(0.035, abs=5e-4)
    assert beside(found["paired_mean"])["paired_t"]["value"] == pytest.approx(2.216, abs=5e-4)


@pytest.mark.parametrize(
    ("column", "says"),
    [
        *(("post", (0, 1)), ("after", (0, 1)), ("time", (0, 1)), ("wave", (1, 2)), ("t", (1, 2)), ("Period", (1, 2))),
        *(("visit", ("Baseline", "Week 12")), ("group", ("before", "after")), ("test", ("pretest", "posttest"))),
        *(("time", ("T0", "T1")), ("time", ("t1", "t2")), ("year", (1992, 1993))),
    ],
)
def test_rounds_by_rows_are_read_however_they_are_called(
    column: str, says: Row, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waves = zip(says, (SECOND_DRUG, FIRST_DRUG), strict=True)
    rows = [(n, said, float(one)) for said, hours in waves for n, one in enumerate(hours)]
    found, said = analyse(write(tmp_path / "sleep.csv", [("subject", column, "extra"), *rows]), capsys)
    assert found["paired_mean"]["interval"] == pytest.approx([-2.4598858, -0.7001142], abs=5e-8)
    assert "duplicate_id" not in said


@pytest.mark.parametrize("side", [0, 1])
def test_treated_and_post_are_the_long_form_of_a_difference_in_differences(
    side: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [(f"p{n}", 1 - side, *one) for n, one in enumerate(THERAPY)]
    people += [(f"c{n}", side, *one) for n, one in enumerate(CONTROL)]
    rows = [(who, treated, post, one[post]) for who, treated, *one in people for post in (0, 1)]
    head = ("id", "control" if side else "treated", "post", "weight")
    found, _ = analyse(write(tmp_path / "long.csv", [head, *rows]), capsys)
    changes = [[after - before for before, after in group] for group in (THERAPY, CONTROL)]
    expected = stats.ttest_ind(*changes, equal_var=False)
    assert found["paired_mean"]["interval"] == pytest.approx([3.58470, 10.94471], abs=5e-6)
    assert found["difference_in_differences"]["p_value"] == pytest.approx(expected.pvalue)


@pytest.mark.parametrize(
    "heads",
    [("before", "after"), ("", "t1", "t2"), ("case", "score_t1", "score_t2"), ("ลำดับที่", "Pre-test", "Post-test")],
)
def test_wide_rows_without_an_id_are_people_and_it_is_said(
    heads: Row, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = [(*range(n, n + len(heads) - 2), *one) for n, one in enumerate(FUEL)]
    found, said = analyse(write(tmp_path / "fuel.csv", [heads, *pairs]), capsys)
    assert "rows_as_people" in said
    assert found["paired_mean"]["difference"] == pytest.approx(1.75)
    assert beside(found["paired_mean"])["paired_t"]["value"] == pytest.approx(2.2444, abs=5e-5)
    assert found["paired_mean"]["p_value"] == pytest.approx(0.0463, abs=5e-5)


def test_years_in_the_headers_are_rounds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [(f"plot {n}", *one) for n, one in enumerate(BARLEY)]
    found, _ = analyse(write(tmp_path / "immer.csv", [("plot", "yield 1931", "yield 1932"), *rows]), capsys)
    assert found["paired_mean"]["interval"] == pytest.approx([-25.704713, -6.121954], abs=5e-7)
    assert found["paired_mean"]["p_value"] == pytest.approx(0.002413, abs=5e-7)


@pytest.mark.parametrize("words", [(1, 0), ("Yes", "No")])
def test_answers_under_bare_pre_and_post_are_no_membership(
    words: Row, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = dict(zip(("yes", "no"), words, strict=True))
    answers = [(said[first], said[last]) for first, last, count in APPROVAL for _ in range(count)]
    rows = [("ID", "Pre", "Post"), *((n, *one) for n, one in enumerate(answers))]
    found, codes = analyse(write(tmp_path / "approval.csv", rows), capsys)
    assert "answers_not_members" in codes
    assert found["paired_share"]["p_value"] == pytest.approx(3.716e-05, abs=5e-9)
    assert found["paired_share"]["interval"] == pytest.approx([-0.0587, -0.0212], abs=5e-5)


@pytest.mark.parametrize("name", ["members.csv", "รายชื่อสมาชิก.csv"])
def test_a_file_that_calls_itself_a_list_of_members_stays_one(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows: list[Row] = [("ID", "Pre", "Post"), *((n, 1, n % 3 and 1) for n in range(30))]
    assert cli.main(["analyse", str(write(tmp_path / name, rows)), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    active = next(one for one in found if one["indicator"] == "members_active" and not one["group"])
    assert (active["baseline"], active["endline"]) == (30, 20)


def test_headers_that_say_no_round_are_asked_about_and_the_mapping_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "shoes.csv", [("A", "B"), *zip(*SOLES, strict=True)])
    mark = ask(path, capsys).split('fingerprint = "')[1].split('"')[0]
    answer = tmp_path / "shoes.toml"
    answer.write_text(MAPPED.format(mark) + TWO_ROUNDS.format("A", "baseline") + TWO_ROUNDS.format("B", "endline"))
    found, _ = analyse(path, capsys, "--mapping", str(answer))
    assert found["paired_mean"]["interval"] == pytest.approx([0.1330461, 0.6869539], abs=5e-8)
    assert found["paired_mean"]["p_value"] == pytest.approx(0.008539, abs=5e-7)


def test_the_mapping_put_to_the_user_of_rs_sleep_needs_its_rounds_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waves = ((1, FIRST_DRUG), (2, SECOND_DRUG))
    rows = [(float(one), drug, n + 1) for drug, hours in waves for n, one in enumerate(hours)]
    path = write(tmp_path / "sleep.csv", [("extra", "group", "ID"), *rows])
    told = ask(path, capsys)
    asked = "version = 1" + told.split("version = 1")[1]
    answer = tmp_path / "sleep.toml"
    answer.write_text(asked.replace('"1" = "?"', '"1" = "baseline"').replace('"2" = "?"', '"2" = "endline"'))
    found, _ = analyse(path, capsys, "--mapping", str(answer))
    assert found["paired_mean"]["difference"] == pytest.approx(1.58)
    assert found["paired_mean"]["p_value"] == pytest.approx(0.002833, abs=5e-7)


def test_card_and_kruegers_four_means_are_their_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Card & Krueger 1994, AER 84, table 3: full-time equivalents a store, 2.76 (2.75 of the rounded means)."""
    rows: list[Row] = [("indicator", "unit", "group", "before", "after")]
    rows += [
        ("FTE employment", "people", "treatment", 20.44, 21.03),
        ("FTE employment", "people", "control", 23.33, 21.17),
    ]
    assert cli.main(["analyse", str(write(tmp_path / "summary.csv", rows)), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    both = next(one for one in found if one["method"] == "difference_in_differences")
    assert both["difference"] == pytest.approx(2.76, abs=0.011)
    assert math.isclose(both["naive_difference"], 0.59, abs_tol=1e-9)
