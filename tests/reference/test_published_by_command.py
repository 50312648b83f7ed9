"""Published data of people, measured or asked before and after, by the command line in layouts as people send them."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import cli
from tests.build import build
from tests.reference.test_estimators import FIRST_DRUG, SECOND_DRUG

Row = Sequence[object]

# Darwin 1876, The Effects of Cross and Self Fertilisation in the Vegetable Kingdom: heights of Zea mays in inches, as
# in Fisher 1935, The Design of Experiments, section 17: mean difference 20.93 eighths, t = 2.148, df 14, p = 0.0497.
SELF = (17.375, 20.375, 20, 20, 18.375, 18.625, 18.625, 15.25, 16.5, 18, 16.25, 18, 12.75, 15.5, 18)
CROSSED = (23.5, 12, 21, 22, 19.125, 21.5, 22.125, 20.375, 18.25, 21.625, 23.25, 21, 22.125, 23, 12)
# Hand, Daly, McConway, Lunn & Ostrowski 1993, data set 285, as in R's MASS::anorexia: weights (lb) of girls given
# family therapy, and of those without. Family therapy: mean difference 7.265, t = 4.1849, p = 0.0007003, 95 % 3.58470
# to 10.94471.
THERAPY = (
    *((83.8, 95.2), (83.3, 94.3), (86.0, 91.5), (82.5, 91.9), (86.7, 100.3), (79.6, 76.7), (76.9, 76.8)),
    *((94.2, 101.6), (73.4, 94.9), (80.5, 75.2), (81.6, 77.8), (82.1, 95.5), (77.6, 90.7), (83.5, 92.5)),
    *((89.9, 93.8), (86.0, 91.7), (87.3, 98.0)),
)
CONTROL = (
    *((80.7, 80.2), (89.4, 80.1), (91.8, 86.4), (74.0, 86.3), (78.1, 76.1), (88.3, 78.1), (87.3, 75.1), (75.1, 86.7)),
    *((80.6, 73.5), (78.4, 84.6), (77.6, 77.4), (88.7, 79.5), (81.3, 89.6), (78.1, 81.4), (70.5, 81.8), (77.3, 77.3)),
    *((85.2, 84.2), (86.0, 75.4), (84.1, 79.5), (79.7, 73.0), (85.5, 88.3), (84.4, 84.7), (79.6, 81.4), (77.5, 81.2)),
    *((72.3, 88.2), (89.0, 78.8)),
)
# Agresti, Categorical Data Analysis, table 10.1 (also in R's help of mcnemar.test): approval of a prime minister asked
# twice of 1,600 people. Before 944/1600, after 880/1600.
APPROVAL = (("yes", "yes", 794), ("yes", "no", 150), ("no", "yes", 86), ("no", "no", 570))


def save_book(path: Path, sheets: dict[str, Sequence[Row]]) -> Path:
    path.write_bytes(build(sheets))
    return path


def save_csv(path: Path, rows: Sequence[Row], encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def analyse(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The findings of the project as a whole by method, of the one thing that the file measures."""
    assert cli.main(["analyse", str(path), "--json", "--language", "en"]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    return {one["method"]: one for one in found if not one["group"] and one["indicator"].startswith("personal_")}


def beside(finding: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["method"]: one for one in finding["beside"]}


def test_darwins_maize_is_fishers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows: list[Row] = [("ID", "Height before (inch)", "Height after (inch)")]
    rows += [(n, *one) for n, one in enumerate(zip(SELF, CROSSED, strict=True))]
    path = save_book(tmp_path / "maize.xlsx", {"Data": rows})
    found = analyse(path, capsys)["paired_mean"]
    assert (found["label"], found["n_pairs"]) == ("Height", 15)
    assert 8 * found["difference"] == pytest.approx(20.93, abs=5e-3)
    assert found["p_value"] == pytest.approx(0.0497, abs=5e-5)
    assert found["interval"] == pytest.approx([0.003899, 5.229434], abs=5e-6)
    assert beside(found)["paired_t"]["value"] == pytest.approx(2.148, abs=5e-4)


LAYOUTS: dict[str, dict[str, Sequence[Row]]] = {
    "two columns": {
        "Sheet1": [
            ("ID", "before", "after"),
            *((n, *one) for n, one in enumerate(zip(SECOND_DRUG, FIRST_DRUG, strict=True))),
        ]
    },
    "two sheets in Thai": {
        name: [("รหัส", "ชั่วโมงนอน"), *((n, one) for n, one in enumerate(hours))]
        for name, hours in (("ก่อน", SECOND_DRUG), ("หลัง", FIRST_DRUG))
    },
    "a column of periods": {
        "Sleep": [
            ("ID", "period", "extra"),
            *(
                (n, name, one)
                for name, h in (("before", SECOND_DRUG), ("after", FIRST_DRUG))
                for n, one in enumerate(h)
            ),
        ]
    },
    "an income of no period": {
        name: [("id", "income"), *((n, one) for n, one in enumerate(hours))]
        for name, hours in (("Before", SECOND_DRUG), ("After", FIRST_DRUG))
    },
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_sleep_data_are_those_of_r_in_any_layout(
    layout: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = analyse(save_book(tmp_path / "sleep.xlsx", LAYOUTS[layout]), capsys)["paired_mean"]
    assert found["difference"] == pytest.approx(-1.58)
    assert found["interval"] == pytest.approx([-2.4598858, -0.7001142], abs=5e-8)
    assert found["p_value"] == pytest.approx(0.002833, abs=5e-7)


def test_different_people_each_time_get_welchs_test_of_r(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    waves = (("a", SECOND_DRUG, "before"), ("b", FIRST_DRUG, "after"))
    rows = [(f"{mark}{n}", wave, float(one)) for mark, hours, wave in waves for n, one in enumerate(hours)]
    path = save_csv(tmp_path / "sleep.csv", [("ID", "round", "hours of sleep"), *rows])
    found = analyse(path, capsys)["mean_of_known"]
    assert found["interval"] == pytest.approx([-3.3654832, 0.2054832], abs=5e-8)
    assert found["p_value"] == pytest.approx(0.07939, abs=5e-6)
    assert beside(found)["welch"]["df"] == pytest.approx(17.776, abs=5e-4)


def test_family_therapy_is_that_of_r_and_beside_the_control_group(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows: list[Row] = [("ID", "group", "Prewt", "Postwt")]
    rows += [(n, "treatment", *one) for n, one in enumerate(THERAPY)]
    rows += [(100 + n, "control", *one) for n, one in enumerate(CONTROL)]
    found = analyse(save_csv(tmp_path / "anorexia.csv", rows), capsys)
    own, both = found["paired_mean"], found["difference_in_differences"]
    assert own["difference"] == pytest.approx(7.2647, abs=5e-5)
    assert own["interval"] == pytest.approx([3.58470, 10.94471], abs=5e-6)
    assert own["p_value"] == pytest.approx(0.0007003, abs=5e-8)
    changes = [sum(b - a for a, b in group) / len(group) for group in (THERAPY, CONTROL)]
    assert both["difference"] == pytest.approx(changes[0] - changes[1])


@pytest.mark.parametrize("words", [("yes", "no"), ("มี", "ไม่มี"), (1, 0)])
def test_approval_asked_twice_is_agrestis(
    words: tuple[object, object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = dict(zip(("yes", "no"), words, strict=True))
    answers = [(said[first], said[last]) for first, last, count in APPROVAL for _ in range(count)]
    rows = [("ID", "approve before", "approve after"), *((n, *one) for n, one in enumerate(answers))]
    found = analyse(save_book(tmp_path / "approval.xlsx", {"Survey": rows}), capsys)["paired_share"]
    assert (found["baseline"], found["endline"]) == (pytest.approx(944 / 1600), pytest.approx(880 / 1600))
    assert found["p_value"] == pytest.approx(3.716e-05, abs=5e-9)  # R: binom.test(86, 236)
    assert beside(found)["mcnemar"]["exact"] is True
    assert found["interval"] == pytest.approx([-0.0587, -0.0212], abs=5e-5)
