"""The cells behind a number."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.findings import Findings
from analysis.provenance import Cells, Place, name_column, name_sources, number_column
from dictionary.nouns import Source
from ingest import InputFile
from project import find_changes, open_project
from tests.build import build

PLACES = (Place("a.xlsx", "สมาชิก"), Place("a.xlsx", "รายได้"))


def _cells(*cells: tuple[int, int, int]) -> Cells:
    place, row, column = (np.array(part, np.int64) for part in zip(*cells, strict=True))
    return Cells(place, row, column)


def test_consecutive_rows_of_a_column_are_one_range() -> None:
    cells = _cells(*((0, row, 5) for row in range(2, 62)))
    assert name_sources(cells, PLACES) == {0: (Source("a.xlsx", "สมาชิก", ("E2:E61",)),)}


def test_a_gap_ends_a_range_and_a_cell_alone_stands_alone() -> None:
    cells = _cells((0, 2, 5), (0, 3, 5), (0, 5, 5), (0, 2, 6))
    assert name_sources(cells, PLACES)[0][0].ranges == ("E2:E3", "E5", "F2")


def test_the_order_of_the_cells_and_their_repetition_do_not_matter() -> None:
    cells = _cells((0, 4, 5), (0, 2, 5), (0, 3, 5), (0, 3, 5))
    assert name_sources(cells, PLACES)[0][0].ranges == ("E2:E4",)


def test_each_sheet_is_a_source_of_its_own() -> None:
    cells = _cells((1, 2, 1), (0, 2, 1))
    assert name_sources(cells, PLACES)[0] == (
        Source("a.xlsx", "สมาชิก", ("A2",)),
        Source("a.xlsx", "รายได้", ("A2",)),
    )


def test_cells_are_told_apart_by_label() -> None:
    cells = _cells((0, 2, 1), (0, 3, 1), (0, 4, 1))
    sources = name_sources(cells, PLACES, np.array([-1, 7, 7]))
    assert {label: source[0].ranges for label, source in sources.items()} == {-1: ("A2",), 7: ("A3:A4",)}


def test_no_cells_have_no_source() -> None:
    nothing = np.zeros(0, np.int64)
    assert name_sources(Cells(nothing, nothing, nothing), PLACES) == {}


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_columns_are_named_as_in_excel(number: int, letters: str) -> None:
    assert name_column(number) == letters
    assert number_column(letters) == number


def _read_members() -> Findings:
    header = ["รหัสสมาชิก", "เพศ", "หมู่บ้าน", "เป็นสมาชิก ก่อน", "เป็นสมาชิก หลัง"]
    members = [[f"ส{n}", "หญิง" if n % 2 else "ชาย", "หมู่ 1", "ใช่", "ใช่"] for n in range(12)]
    members[3][1] = ""
    return find_changes(open_project((InputFile("a.xlsx", build({"สมาชิก": [header, *members]})),)))


def test_the_share_of_a_group_names_the_cells_that_say_who_belongs_to_it() -> None:
    share = _read_members().find("women_share")
    assert share
    assert share.sources == (Source("a.xlsx", "สมาชิก", ("B2:B4", "B6:B13", "D2:D13", "E2:E13")),)


def test_a_group_names_the_cells_that_put_its_rows_there() -> None:
    (village,) = _read_members().breakdown("members_active", "village")
    assert village.sources == (Source("a.xlsx", "สมาชิก", ("C2:C13", "D2:D13", "E2:E13")),)
