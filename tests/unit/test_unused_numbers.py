"""Columns of numbers that nothing is taken from are said, so that no value is missed in silence."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.build import read

HEADER = ["รหัสสมาชิก", "แหล่งรายได้", "จำนวนเงิน ก่อน", "จำนวนเงิน หลัง", "ต่อเดือนหรือต่อปี"]
ROWS = [["M1", "ทอผ้า", 100, 200, "เดือน"], ["M2", "ทอผ้า", 150, 250, "เดือน"], ["M3", "ทอผ้า", 90, 80, "เดือน"]]


def _find(header: str, cells: Sequence[object]) -> list[tuple[str, str]]:
    rows = [[*row, cell] for row, cell in zip(ROWS, cells, strict=True)]
    reading = read({"รายได้": [[*HEADER, header], *rows]})
    return [(one.cell, one.found) for one in reading.problems if one.code == "numbers_not_used"]


def test_a_column_of_numbers_that_no_table_knows_is_named_with_its_cell() -> None:
    assert _find("ค่าใช้จ่ายในสวน", [4000, "3,500 บาท", None]) == [("F1", "ค่าใช้จ่ายในสวน")]


@pytest.mark.parametrize(
    ("header", "cells"),
    [("ข้อสังเกตของผู้เก็บ", ["ดี", "พอใช้", "ดีมาก"]), ("ค่าใช้จ่ายในสวน", [4000, None, None]), ("ลำดับที่", [1, 2, 3])],
)
def test_words_a_lone_number_and_numbering_are_nothing_missed(header: str, cells: list[object]) -> None:
    assert _find(header, cells) == []
