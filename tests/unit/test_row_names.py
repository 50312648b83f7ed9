"""Rows of a table of names by years that one column of names does not tell apart."""

from __future__ import annotations

import pytest

from tests.build import Rows, codes, read, values

HEAD = ["หมู่บ้าน", "พืช", "2562", "2564"]
CROPS, VILLAGES = ("ข้าว", "ข้าวโพด", "อ้อย"), ("บ้านเหนือ", "บ้านใต้")


def rows(*, once: bool = False, totals: bool = False) -> Rows:
    """Tons of three crops in two villages; the village on every row or ``once`` for its block."""
    told: list[list[object]] = [[*HEAD]]
    for n, village in enumerate(VILLAGES):
        told += [
            [None if once and k else village, crop, 10 + 3 * n + k, 20 + 3 * n + k] for k, crop in enumerate(CROPS)
        ]
        told += [[village, "รวม", 33 + 9 * n, 63 + 9 * n]] if totals else []
    return told


@pytest.mark.parametrize("told", [rows(), rows(once=True), rows(totals=True)])
def test_what_stands_on_several_rows_is_told_by_all_columns_of_names(told: Rows) -> None:
    reading = read({"ผลผลิต": told})
    named = {one.label.th: values(reading, key) for key, one in reading.indicators.items()}
    assert set(named) == {f"{village} {crop}" for village in VILLAGES for crop in CROPS}
    assert named["บ้านใต้ ข้าวโพด"] == {("", "baseline"): 10 + 3 + 1, ("", "endline"): 20 + 3 + 1}
    assert "duplicate_indicator" not in codes(reading.problems)


def test_names_that_one_column_tells_apart_stay_as_they_are() -> None:
    region = [["ภาค", "จังหวัด", "2562", "2564"], ["กลาง", "ปทุมธานี", 10, 12], [None, "นนทบุรี", 11, 13]]
    reading = read({"ผลผลิต": region})
    assert {one.label.th for one in reading.indicators.values()} == {"ปทุมธานี", "นนทบุรี"}
