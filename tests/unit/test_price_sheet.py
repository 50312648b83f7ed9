"""The user's own price indices as they are typed; a row that cannot be used is said, with its cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from analysis.price_sheet import find_price_problems, name_base, read_indices
from dictionary.load import load_columns
from dictionary.rows import read_rows
from ingest import Reading
from project.opening import make_project
from tests.build import codes, read

HEADERS = ["ปี", "ดัชนีราคาผู้บริโภค", "ปีฐาน", "แหล่งที่มา"]
BASE, SOURCE = "2562 = 100", "ผู้ประกาศสมมติ"


def _read(rows: Sequence[Any], headers: Sequence[str] = HEADERS, sheet: str = "ดัชนีราคา") -> Reading:
    return read({sheet: [headers, *rows]})


def _problems(rows: Sequence[Any]) -> list[tuple[str, str]]:
    """The codes and cells of what is wrong with rows whose sheet reads well."""
    reading = _read(rows)
    assert codes(reading.problems) == []
    return [(one.code, one.cell) for one in find_price_problems(reading.records)]


def test_years_of_both_eras_and_thai_digits_are_read_with_base_source_and_cells() -> None:
    reading = _read([[2562, 100, BASE, SOURCE], ["๒๕๖๕", "๑๐๗.๕", BASE, SOURCE], [2023, 108.1, BASE, SOURCE]])
    indices = read_indices(reading.records)
    assert {one.year: one.index for one in indices} == {2019: 100, 2022: 107.5, 2023: 108.1}
    assert {(one.base, one.source) for one in indices} == {(BASE, SOURCE)}
    assert [one.cells[0].ranges for one in indices] == [("A2", "B2"), ("A3", "B3"), ("A4", "B4")]
    assert codes(reading.problems) == []


@pytest.mark.parametrize("sheet", ["CPI", "Price index", "ดัชนีราคาผู้บริโภค", "Sheet1"])
def test_an_english_sheet_under_a_title_is_read_by_its_name_or_its_headers(sheet: str) -> None:
    headers = ["Year", "CPI", "Base year", "Publisher"]
    reading = read({sheet: [["Consumer prices"], headers, [2019, 100, 2019, "x"], [2022, 107.5, 2019, "x"]]})
    assert {one.year for one in read_indices(reading.records)} == {2019, 2022}


def test_a_sheet_of_prices_alone_is_no_project_to_show() -> None:
    assert make_project(_read([[2562, 100, BASE, SOURCE]])).is_empty


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (["ปีก่อน", 100, BASE, SOURCE], "price_year_unread", "A2"),
        (["65", 100, BASE, SOURCE], "price_year_unread", "A2"),
        ([2562, 0, BASE, SOURCE], "price_index_unread", "B2"),
        ([2562, -3, BASE, SOURCE], "price_index_unread", "B2"),
        ([2562, None, BASE, SOURCE], "price_row_incomplete", "A2"),
        ([2562, 100, None, SOURCE], "price_row_incomplete", "A2"),
        ([2562, 100, BASE, None], "price_row_incomplete", "A2"),
    ],
)
def test_a_row_that_does_not_say_all_is_not_used(row: list[object], code: str, cell: str) -> None:
    rows = [row, [2565, 110, BASE, SOURCE]]
    assert _problems(rows) == [(code, cell)]
    assert [one.year for one in read_indices(_read(rows).records)] == [2022]


def test_a_word_in_place_of_an_index_is_told_with_the_other_cells_that_are_no_numbers() -> None:
    reading = _read([[2562, "ร้อยกว่า", BASE, SOURCE], [2565, 110, BASE, SOURCE]])
    assert codes(reading.problems) == ["not_a_number"]
    assert [one.year for one in read_indices(reading.records)] == [2022]


def test_a_year_with_two_indices_of_one_base_has_none() -> None:
    rows = [[2562, 100, BASE, SOURCE], [2019, 101, "ปีฐาน ๒๕๖๒", SOURCE], [2565, 110, BASE, SOURCE]]
    assert _problems(rows) == [("price_year_twice", "A3")]
    assert [one.year for one in read_indices(_read(rows).records)] == [2022]
    assert _problems([rows[0], rows[0], rows[2]]) == []  # the same row twice says nothing else


def test_indices_of_several_bases_are_said() -> None:
    assert _problems([[2562, 100, BASE, SOURCE], [2565, 98, "2566 = 100", SOURCE]]) == [("price_mixed_bases", "C3")]


@pytest.mark.parametrize("text", ["2562 = 100", "2562=100", "ปีฐาน 2562", "2019", "๒๕๖๒"])
def test_a_base_is_known_by_its_year_however_it_is_written(text: str) -> None:
    assert name_base(text) == "2019"


def test_the_headers_that_people_type_are_of_the_columns_of_the_table() -> None:
    typed = {row["column"] for row in read_rows("headers") if row["table"] == "prices"}
    assert typed == {column.key for column in load_columns("prices")}
