"""More published data of people, plots and pupils by the command line: units of other names, answers nobody gave.

Each figure is the published one; where no interval is published, that of SciPy on the same numbers.
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
from tests.reference.test_estimators import FIRST_DRUG, SECOND_DRUG
from tests.reference.test_published_by_command import Row, analyse, beside, save_book, save_csv

Capture = pytest.CaptureFixture[str]
Pairs = Sequence[tuple[float, float]]

# Box, Hunter & Hunter 1978, as in R's MASS::shoes: wear of two materials on the shoes of ten boys.
SHOES = tuple(
    zip(
        (13.2, 8.2, 10.9, 14.3, 10.7, 6.6, 9.5, 10.8, 8.8, 13.3),
        (14.0, 8.8, 11.2, 14.2, 11.8, 6.4, 9.8, 11.3, 9.3, 13.6),
        strict=True,
    )
)
# Altman 1991, table 9.3, as in R's ISwR::intake: energy intake (kJ) of eleven women before and after menstruation.
INTAKE = tuple(
    zip(
        (5260, 5470, 5640, 6180, 6390, 6515, 6805, 7515, 7515, 8230, 8770),
        (3910, 4220, 3885, 5160, 5645, 4680, 5265, 5975, 6790, 6900, 7335),
        strict=True,
    )
)
# Rosner, Fundamentals of Biostatistics, table 8.1: systolic pressure of ten women without and with contraceptives.
PRESSURE = tuple(
    zip(
        (115, 112, 107, 119, 115, 138, 126, 105, 104, 115),
        (128, 115, 106, 128, 122, 145, 132, 109, 102, 117),
        strict=True,
    )
)
# Hand et al. 1993, data set 72 (MacGregor et al. 1979): systolic and diastolic pressure before and after captopril.
SYSTOLIC = tuple(
    zip(
        (210, 169, 187, 160, 167, 176, 185, 206, 173, 146, 174, 201, 198, 148, 154),
        (201, 165, 166, 157, 147, 145, 168, 180, 147, 136, 151, 168, 179, 129, 131),
        strict=True,
    )
)
DIASTOLIC = tuple(
    zip(
        (130, 122, 124, 104, 112, 101, 121, 124, 115, 102, 98, 119, 106, 107, 100),
        (125, 121, 121, 106, 101, 85, 98, 105, 103, 98, 90, 98, 110, 103, 82),
        strict=True,
    )
)
# Moore & McCabe, Introduction to the Practice of Statistics: listening scores of twenty teachers of French.
FRENCH = tuple(
    zip(
        (32, 31, 29, 10, 30, 33, 22, 25, 32, 20, 30, 20, 24, 24, 31, 30, 15, 32, 23, 23),
        (34, 31, 35, 16, 33, 36, 24, 28, 26, 26, 36, 26, 27, 24, 32, 31, 15, 34, 26, 26),
        strict=True,
    )
)
# Hollander & Wolfe 1973, 29f., as in R's help of wilcox.test: depression of nine patients at two visits.
DEPRESSION = tuple(
    zip(
        (1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30),
        (0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29),
        strict=True,
    )
)
# Bland 2000, An Introduction to Medical Statistics, table 13.8: severe colds of 1,319 children at 12 and at 14.
COLDS = (("yes", "yes", 212), ("yes", "no", 144), ("no", "yes", 256), ("no", "no", 707))
# Moore & McCabe: reading scores of a class with directed activities and of one without.
DIRECTED = (24, 43, 58, 71, 43, 49, 61, 44, 67, 49, 53, 56, 59, 52, 62, 54, 57, 33, 46, 43, 57)
USUAL = (42, 43, 55, 26, 62, 37, 33, 41, 19, 54, 20, 85, 46, 10, 17, 60, 53, 42, 37, 42, 55, 28, 48)


def _in_columns(unit: str, thing: str, pairs: Pairs) -> list[Row]:
    return [(unit, f"{thing} before", f"{thing} after"), *((n, *one) for n, one in enumerate(pairs, 1))]


def _in_rows(unit: str, thing: str, pairs: Pairs) -> list[Row]:
    rounds = ((name, [one[at] for one in pairs]) for at, name in enumerate(("before", "after")))
    return [(unit, "time", thing), *((n, name, one) for name, values in rounds for n, one in enumerate(values, 1))]


PUBLISHED = {  # the name of the units, the pairs in a layout, and the paired t of them: difference, t, p, interval
    "boy": (_in_rows, SHOES, (0.41, 3.3489, 0.008539), (0.1330461, 0.6869539)),
    "woman": (_in_columns, INTAKE, (-1320.455, -11.941, 3.059e-07), (-1566.838, -1074.072)),
    "subject": (_in_rows, PRESSURE, (4.80, 3.325, 0.008874), (1.533987, 8.066013)),
    "teacher": (_in_columns, FRENCH, (2.5, 3.865, 0.001043), (1.146117, 3.853883)),
    "who": (_in_rows, SHOES, (0.41, 3.3489, 0.008539), (0.1330461, 0.6869539)),
}


@pytest.mark.parametrize("unit", PUBLISHED)
def test_pairs_are_pairs_whatever_the_units_are_called(unit: str, tmp_path: Path, capsys: Capture) -> None:
    layout, pairs, (difference, t, p), interval = PUBLISHED[unit]
    found = analyse(save_csv(tmp_path / "data.csv", layout(unit, "reading", pairs)), capsys)["paired_mean"]
    assert found["n_pairs"] == len(pairs)
    assert found["difference"] == pytest.approx(difference, rel=5e-4)
    assert beside(found)["paired_t"]["value"] == pytest.approx(t, rel=5e-4)
    assert found["p_value"] == pytest.approx(p, rel=5e-4)
    assert found["interval"] == pytest.approx(interval, rel=5e-6)


def test_a_column_that_repeats_in_every_round_is_the_id_and_it_is_said(tmp_path: Path, capsys: Capture) -> None:
    path = save_csv(tmp_path / "shoes.csv", _in_rows("who", "wear", SHOES))
    assert cli.main(["inspect", str(path), "--json", "--language", "en"]) == 0
    assert "key_by_repeat" in capsys.readouterr().out


def test_a_measure_whose_numbers_stand_twice_in_a_round_is_no_id(tmp_path: Path, capsys: Capture) -> None:
    rows = [(f"{name}{n}", name, n // 2, n) for name in ("before", "after") for n in range(8)]
    path = save_csv(tmp_path / "twice.csv", [("id", "time", "rooms", "rice"), *rows])
    assert cli.main(["analyse", str(path), "--json", "--language", "en"]) == 0
    assert '"Rooms"' in capsys.readouterr().out


def test_two_files_named_before_and_after_are_the_two_rounds(tmp_path: Path, capsys: Capture) -> None:
    files = [
        save_csv(tmp_path / f"sleep_{name}.csv", [("ID", "extra"), *enumerate(hours, 1)])
        for name, hours in (("before", SECOND_DRUG), ("after", FIRST_DRUG))
    ]
    found = _analyse_all(files, capsys)["paired_mean"]
    assert found["interval"] == pytest.approx([-2.4598858, -0.7001142], abs=5e-8)


def _analyse_all(files: Sequence[Path], capsys: Capture) -> dict[str, Any]:
    assert cli.main(["analyse", *map(str, files), "--json", "--language", "en"]) == 0
    return {one["method"]: one for one in json.loads(capsys.readouterr().out)["findings"] if not one["group"]}


def test_two_things_measured_in_thai_are_two_indicators_adjusted_together(tmp_path: Path, capsys: Capture) -> None:
    header = ("รหัส", "ความดันตัวบน ก่อน", "ความดันตัวบน หลัง", "ความดันตัวล่าง ก่อน", "ความดันตัวล่าง หลัง")
    rows = [header, *((f"P{n}", *one, *other) for n, (one, other) in enumerate(zip(SYSTOLIC, DIASTOLIC, strict=True)))]
    path = save_book(tmp_path / "captopril.xlsx", {"ความดัน": rows})
    assert cli.main(["analyse", str(path), "--json", "--language", "th"]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    high, low = (one for one in found if one["method"] == "paired_mean")
    assert (high["difference"], low["difference"]) == (
        pytest.approx(-18.933, abs=5e-4),
        pytest.approx(-9.267, abs=5e-4),
    )
    for finding, pairs in ((high, SYSTOLIC), (low, DIASTOLIC)):
        tested = stats.ttest_1samp([after - before for before, after in pairs], 0)
        assert finding["p_value"] == pytest.approx(tested.pvalue)
        assert finding["interval"] == pytest.approx(list(tested.confidence_interval()))
    assert (high["p_adjusted"], low["p_adjusted"]) == (
        pytest.approx(2 * high["p_value"]),
        pytest.approx(low["p_value"]),
    )


def test_the_signed_rank_test_beside_two_sheets_is_hollander_and_wolfes(tmp_path: Path, capsys: Capture) -> None:
    visits: dict[str, Sequence[Row]] = {
        name: [("patient", "depression"), *enumerate((one[at] for one in DEPRESSION), 1)]
        for at, name in enumerate(("Before", "After"))
    }
    tests = beside(analyse(save_book(tmp_path / "depression.xlsx", visits), capsys)["paired_mean"])
    assert (tests["wilcoxon"]["value"], tests["wilcoxon"]["exact"]) == (5, True)  # R: V = 40 of 45
    assert tests["wilcoxon"]["p_value"] == pytest.approx(2 * 0.01953, abs=1e-5)  # R, one-sided
    assert tests["hodges_lehmann"]["value"] == pytest.approx(-0.46)
    assert tests["hodges_lehmann"]["interval"] == pytest.approx([-0.786, -0.010])


def test_severe_colds_at_twelve_and_fourteen_are_blands(tmp_path: Path, capsys: Capture) -> None:
    answers = [(first, last) for first, last, count in COLDS for _ in range(count)]
    rows = [("child", "severe cold before", "severe cold after"), *((n, *one) for n, one in enumerate(answers))]
    found = analyse(save_csv(tmp_path / "colds.csv", rows), capsys)["paired_share"]
    assert (found["baseline"], found["endline"]) == (pytest.approx(356 / 1319), pytest.approx(468 / 1319))
    assert found["interval"] == pytest.approx([0.055, 0.114], abs=5e-4)
    assert found["p_value"] == pytest.approx(stats.binomtest(144, 400).pvalue)


@pytest.mark.parametrize("words", [("yes", "no"), ("ทำ", "ไม่ทำ"), (1, 0)])
def test_answers_that_nobody_gave_before_are_measured_all_the_same(
    words: tuple[object, object], tmp_path: Path, capsys: Capture
) -> None:
    yes, no = words
    rows = [("ID", "practises before", "practises after"), *((n, no, yes if n < 81 else no) for n in range(263))]
    found = analyse(save_book(tmp_path / "wilson.xlsx", {"Survey": rows}), capsys)["paired_share"]
    told = beside(found)["wilson_endline"]  # Newcombe 1998, Statist. Med. 17, 857–872, table I: 81 of 263
    assert told["interval"] == pytest.approx([0.2553, 0.3662], abs=5e-5)
    assert beside(found)["wilson_baseline"]["interval"][0] == 0


def test_reading_scores_of_two_classes_are_moore_and_mccabes(tmp_path: Path, capsys: Capture) -> None:
    rows: list[Row] = [("รหัส", "รอบ", "คะแนนอ่าน")]
    rows += [(f"u{n}", "ก่อน", score) for n, score in enumerate(USUAL)]
    rows += [(f"d{n}", "หลัง", score) for n, score in enumerate(DIRECTED)]
    found = analyse(save_book(tmp_path / "drp.xlsx", {"คะแนน": rows}), capsys)["mean_of_known"]
    assert beside(found)["welch"]["df"] == pytest.approx(37.86, abs=5e-3)
    assert found["p_value"] == pytest.approx(0.0264, abs=5e-5)
    assert found["interval"] == pytest.approx([1.233, 18.676], abs=5e-4)


def test_a_comparison_group_is_a_comparison_of_all_who_are_known_too(tmp_path: Path, capsys: Capture) -> None:
    draw = np.random.default_rng(5)
    rows = [(n, ("project", "control")[n % 2], *draw.normal(50, 9, 2).round(1)) for n in range(40)]
    path = save_csv(tmp_path / "arms.csv", [("id", "group", "score before", "score after"), *rows])
    found = analyse(path, capsys)
    for method in ("paired_mean", "mean_of_known", "difference_in_differences"):
        assert "W01" not in found[method]["caveats"], method
