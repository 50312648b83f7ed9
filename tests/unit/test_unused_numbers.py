"""Columns of numbers that nothing is taken from are said, so that no value is missed in silence."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ingest import InputFile, read_files
from tests.build import build, find_problem, read

HEADER = ["รหัสสมาชิก", "แหล่งรายได้", "จำนวนเงิน ก่อน", "จำนวนเงิน หลัง", "ต่อเดือนหรือต่อปี"]
ROWS = [["M1", "ทอผ้า", 100, 200, "เดือน"], ["M2", "ทอผ้า", 150, 250, "เดือน"], ["M3", "ทอผ้า", 90, 80, "เดือน"]]


def _find(header: str, cells: Sequence[object], code: str = "numbers_not_used") -> list[tuple[str, str]]:
    rows = [[*row, cell] for row, cell in zip(ROWS, cells, strict=True)]
    reading = read({"รายได้": [[*HEADER, header], *rows]})
    return [(one.cell, one.found) for one in reading.problems if one.code == code]


def test_a_column_of_numbers_that_no_table_knows_is_named_with_its_cell() -> None:
    assert _find("น้ำหนักผลผลิต", [4000, "3,500 บาท", None]) == [("F1", "น้ำหนักผลผลิต")]


@pytest.mark.parametrize(
    ("header", "cells"),
    [("ข้อสังเกตของผู้เก็บ", ["ดี", "พอใช้", "ดีมาก"]), ("น้ำหนักผลผลิต", [4000, None, None]), ("ลำดับที่", [1, 2, 3])],
)
def test_words_a_lone_number_and_numbering_are_nothing_missed(header: str, cells: list[object]) -> None:
    assert _find(header, cells) == []


@pytest.mark.parametrize("header", ["ต้นทุน", "ต้นทุนก่อน", "ค่าใช้จ่ายในสวน", "Expenses after", "ต้นทุนการผลิต (บาท)"])
def test_costs_beside_income_are_said_not_to_be_deducted(header: str) -> None:
    assert _find(header, [40, "35 บาท", 20], "costs_not_used") == [("F1", header)]
    assert _find(header, [40, 35, 20]) == []


def test_costs_are_said_not_to_be_deducted_after_a_mapping_is_given_back_and_stand_in_baht_under_economic() -> None:
    heads = ["ชื่อ", *(f"{what} {year}" for year in (2563, 2566) for what in ("รายได้ (บาท/เดือน)", "ค่าใช้จ่าย"))]
    names = ["นางสมใจ ใจดี", "นายบุญมี มีสุข", "นางดำ มั่นคง"]
    content = build({"รายได้": [heads, *([one, 4000 + at, 300, 5000, 350] for at, one in enumerate(names))]})
    first = read_files([InputFile("a.xlsx", content)])
    mappings = tuple(one.mapping for one in first.previews)
    again = read_files([InputFile("a.xlsx", content)], mappings=mappings)
    for reading in (first, again):
        assert [one.cell for one in reading.problems if one.code == "costs_not_used"] == ["C1"]
        (costs,) = (one for one in reading.indicators.values() if one.label.th == "ค่าใช้จ่าย")
        assert (costs.unit, costs.dimension) == ("thb", "economic")


def test_an_indicator_called_by_a_word_for_money_alone_is_in_baht_and_it_is_said() -> None:
    reading = read({"ตัวชี้วัด": [["ตัวชี้วัด", "หน่วย", "ค่า ก่อน", "ค่า หลัง"], ["ค่าใช้จ่าย", None, 900, 700]]})
    (costs,) = reading.indicators.values()
    assert (costs.unit, costs.dimension) == ("thb", "economic")
    assert find_problem(reading, "unit_by_name").found == "ค่าใช้จ่าย"
