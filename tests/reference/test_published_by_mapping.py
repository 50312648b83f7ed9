"""Published pairs under headers that tell no round: asked about, and right once the printed mapping is filled in."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

import cli
from tests.reference.test_published_by_command import save_book, save_csv

Columns = Mapping[str, tuple[str, str]]
# Student 1908, Biometrika 6: yields (lb of head corn an acre) of seeds not dried and dried in a kiln, eleven plots.
# Mean difference 33.7, t = 1.690, df 10.
CORN = (
    *((1903, 2009), (1935, 1915), (1910, 2011), (2496, 2463), (2108, 2180), (1961, 1925), (2060, 2122)),
    *((1444, 1482), (1612, 1542), (1316, 1443), (1511, 1535)),
)
# Box, Hunter & Hunter 1978, Statistics for Experimenters, table 4.3 (R's MASS::shoes): wear of two materials, ten boys.
# Mean difference 0.41, t = 3.349, p = 0.00854, 95 % 0.133 to 0.687.
SHOES = (
    *((13.2, 14.0), (8.2, 8.8), (10.9, 11.2), (14.3, 14.2), (10.7, 11.8), (6.6, 6.4), (9.5, 9.8), (10.8, 11.3)),
    *((8.8, 9.3), (13.3, 13.6)),
)
# Schluter & Whitlock, The Analysis of Biological Data, example 12.2: antibodies of blackbirds before and after a
# testosterone implant (mOD a minute).
BLACKBIRDS = (
    *((105, 85), (50, 74), (136, 145), (90, 86), (122, 148), (132, 148), (131, 150), (119, 142), (145, 151)),
    *((130, 113), (116, 118), (110, 99), (138, 150)),
)


def fill(printed: str, columns: Columns) -> str:
    """The mapping as printed, its questions answered."""
    text = re.sub(r'^table = "\?".*$', 'table = "personal"', printed[printed.index("version =") :], flags=re.MULTILINE)
    for header, (column, key) in columns.items():
        asked = rf'(header = {re.escape(json.dumps(header))}\ncolumn = )"\?"(.*\nround = )"\?"'
        text, answered = re.subn(asked, rf'\1"{column}"\2"{key}"', text)
        assert answered == 1, header
    return text


def analyse(path: Path, columns: Columns, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The paired finding after the question was answered; without answers as the file stands."""
    more: list[str] = []
    if columns:
        assert cli.main(["analyse", str(path), "--json", "--language", "en"]) == 2
        mapping = path.with_suffix(".toml")
        printed = capsys.readouterr()
        mapping.write_text(fill(printed.err + printed.out, columns), encoding="utf-8")
        more = ["--mapping", str(mapping)]
    assert cli.main(["analyse", str(path), "--json", "--language", "en", *more]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    return next(one for one in found if one["method"] == "paired_mean" and not one["group"])


def t_of(finding: Mapping[str, Any]) -> float:
    return float(next(one["value"] for one in finding["beside"] if one["method"] == "paired_t"))


@pytest.mark.parametrize("names", [("not kiln-dried", "kiln-dried"), ("Y1", "Y2"), ("x", "y")])
def test_students_corn_under_any_two_names(
    names: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = save_csv(tmp_path / "corn.csv", [("plot", *names), *((n, *pair) for n, pair in enumerate(CORN, 1))])
    columns = {"plot": ("member_id", ""), names[0]: ("value", "baseline"), names[1]: ("value", "endline")}
    found = analyse(path, columns, capsys)
    assert (found["n_pairs"], found["unit"]) == (11, "")
    assert found["difference"] == pytest.approx(33.727, abs=5e-4)
    assert t_of(found) == pytest.approx(1.690, abs=5e-4)


def test_the_wear_of_shoes_is_that_of_the_book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = save_book(
        tmp_path / "shoes.xlsx", {"shoes": [("boy", "A", "B"), *((n, *one) for n, one in enumerate(SHOES))]}
    )
    columns = {"boy": ("member_id", ""), "A": ("value", "baseline"), "B": ("value", "endline")}
    found = analyse(path, columns, capsys)
    assert found["difference"] == pytest.approx(0.41)
    assert t_of(found) == pytest.approx(3.3489, abs=5e-4)
    assert found["p_value"] == pytest.approx(0.00854, abs=5e-6)
    assert found["interval"] == pytest.approx([0.133, 0.687], abs=5e-4)


@pytest.mark.parametrize("names", [("beforeImplant", "afterImplant"), ("before implant", "after implant")])
def test_blackbirds_are_measured_and_an_implant_is_no_plant_with_a_number(
    names: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows: Sequence[Sequence[object]] = [("blackbird", *names), *((n, *one) for n, one in enumerate(BLACKBIRDS, 1))]
    found = analyse(save_csv(tmp_path / "blackbird.csv", rows), {}, capsys)
    changes: Sequence[int] = [after - before for before, after in BLACKBIRDS]
    assert (found["label"], found["n_pairs"]) == ("Implant", 13)
    assert found["difference"] == pytest.approx(sum(changes) / 13)


def test_the_printed_mapping_says_how_a_table_of_two_measurements_is_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["analyse", str(save_csv(tmp_path / "xy.csv", [("x", "y"), *CORN]))]) == 2
    printed = capsys.readouterr()
    assert 'measured twice: table = "personal"' in printed.err + printed.out
