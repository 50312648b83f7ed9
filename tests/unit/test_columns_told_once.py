"""Columns of a sheet that several tables are read from: each told once, and none of them called a second one."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from ingest import ColumnMapping, TableMapping
from tests.build import read
from ui.guide.doubts import list_doubled

Grid = list[list[Any]]
HEADERS = ["ชื่อ", "รายได้ ปี 2563 (บาท/ปี)", "โค ปี 2563 (ตัว)", "รายได้ ปี 2566 (บาท/ปี)", "โค ปี 2566 (ตัว)", "หมายเหตุ"]
ROWS: Grid = [["ยายสี", 42000, 2, 60000, 4, ""], ["ลุงมา", 15000, 1, 24000, 2, ""], ["ตาแดง", 38500, 3, 41000, 3, "-"]]
MEASURED = ["ปี 2563 รายได้", "ปี 2563 ค่าใช้จ่าย", "ปี 2563 โค (ตัว)", "ปี 2563 หนี้สิน"]


@pytest.mark.parametrize("village", [[], ["หมู่ที่"]])
def test_a_column_is_told_once_as_what_is_read_from_it(village: list[str]) -> None:
    rows = [[*row, *(1 for _ in village)] for row in ROWS]
    (sheet,) = read({"ข้อมูลกลุ่ม": [[*HEADERS, *village], *rows]}).sheets
    assert max(Counter(one.cell for one in sheet.columns).values()) == 1
    told = {one.header: (one.column, one.round) for one in sheet.columns}
    assert [told[header] for header in HEADERS] == [
        ("name", None),
        ("amount", "baseline"),
        ("value", "baseline"),
        ("amount", "endline"),
        ("value", "endline"),
        (None, None),
    ]


def map_columns(table: str, column: str, headers: list[str]) -> TableMapping:
    columns = (ColumnMapping(header, column, "y2563") for header in headers)
    return TableMapping("", table, columns=(ColumnMapping("ชื่อ", "name"), *columns))


@pytest.mark.parametrize("table", ["members", "income", "personal"])
def test_different_things_measured_of_people_are_no_second_columns(table: str) -> None:
    assert list_doubled(map_columns(table, "value", MEASURED)) == []


@pytest.mark.parametrize("table", ["members", "income", "personal"])
def test_the_same_thing_in_the_same_round_twice_is_a_second_column(table: str) -> None:
    again = [*MEASURED, "โค ปี 2563"]
    assert list_doubled(map_columns(table, "value", again)) == ["โค ปี 2563"]


def test_values_of_a_summary_or_of_rows_that_name_what_is_measured_are_second_columns() -> None:
    assert list_doubled(map_columns("summary", "value", MEASURED)) == MEASURED[1:]
    named = map_columns("personal", "value", MEASURED)
    rows = TableMapping("", "personal", columns=(ColumnMapping("เรื่อง", "measure"), *named.columns))
    assert list_doubled(rows) == MEASURED[1:]
