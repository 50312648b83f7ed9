"""A layout that somebody chooses, a header row that somebody moves, a round that somebody leaves out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ingest import (
    InputFile,
    Reading,
    SheetMapping,
    TableMapping,
    propose_table,
    read_files,
    read_mappings,
    write_mappings,
)
from ingest.layouts_chosen import list_layouts
from ingest.mapping import BY_YEARS, HEADED, LAYOUTS, TURNED
from tests.build import Sheets, build, check, codes, sums
from tests.unit.test_mapping_given_back import ROUNDS

YEARS: Sheets = {"Sheet1": [["ปี", "สมาชิก (คน)", "ชั่วโมงอบรม (ชม.)"], [2562, 10, 90], [2563, 12, 95], [2564, 15, 99]]}


def _read(sheets: Sheets, *mappings: SheetMapping) -> Reading:
    kept = read_mappings("m.toml", write_mappings(mappings).encode())
    assert isinstance(kept, tuple)
    return check(read_files([InputFile("a.xlsx", build(sheets))], mappings=kept))


def _change(sheets: Sheets, **said: Any) -> Reading:
    mapping = _read(sheets).previews[0].mapping
    return _read(sheets, replace(mapping, tables=(replace(mapping.tables[0], **said),)))


@pytest.mark.parametrize("name", ROUNDS)
def test_the_layout_that_was_recognised_is_proposed_alike_where_somebody_chooses_it(name: str) -> None:
    chosen: list[tuple[TableMapping, TableMapping]] = []
    for preview in _read(ROUNDS[name]).previews:
        for table, part in zip(preview.mapping.tables, preview.parts, strict=True):
            ends = (table.header_row, table.header_rows)
            again = propose_table(part.sheet, table.table, ends, table.layout)
            chosen += [(table, again)] if table.layout in {BY_YEARS, TURNED} else []
    for table, again in chosen:
        assert [(one.header, one.column, one.round) for one in again.columns] == [
            (one.header, one.column, one.round) for one in table.columns
        ]


def test_a_turned_table_may_be_read_as_rows_and_back() -> None:
    (preview,) = _read(YEARS).previews
    (turned,), (part,) = preview.mapping.tables, preview.parts
    plain = propose_table(part.sheet, "summary", (1, 1))
    assert (turned.layout, plain.layout) == (TURNED, "")
    back = propose_table(part.sheet, "summary", (1, 1), TURNED)
    again = _read(YEARS, replace(preview.mapping, tables=(back,)))
    assert again.observations["value"].tolist() == _read(YEARS).observations["value"].tolist()


def test_a_year_on_rows_may_be_left_out_or_be_another_round() -> None:
    table = _read(YEARS).previews[0].mapping.tables[0]
    rounds = (("2562", "baseline"), ("2563", ""), ("2564", "endline"))
    reading = _change(YEARS, columns=(replace(table.columns[0], rounds=rounds), *table.columns[1:]))
    assert sums(reading, "members_active") == {"baseline": 10, "endline": 15}
    assert (reading.sheets[0].rows_used, reading.sheets[0].rows_left_out) == (2, 1)


def test_a_column_of_a_turned_table_may_be_left_out() -> None:
    table = _read(YEARS).previews[0].mapping.tables[0]
    reading = _change(YEARS, columns=(*table.columns[:2], replace(table.columns[2], column="")))
    assert {*reading.observations["indicator"]} == {"members_active"}


def test_the_sheet_may_be_left_out() -> None:
    assert _change(YEARS, table="").observations.empty


@pytest.mark.parametrize("said", ["", "n3"])
def test_a_year_above_rows_may_be_left_out_or_be_another_round(said: str) -> None:
    sheets = ROUNDS["years above their rows"]
    reading = _change(sheets, rounds=(("ปี 2562", said), ("ปี 2565", "endline")))
    before, after = sum(range(100, 106)), sum(range(200, 206))
    assert sorted(sums(reading, "member_income").values()) == ([before, after] if said else [after])


def test_the_rows_of_another_year_are_read_by_the_same_mapping() -> None:
    mapping = _read(YEARS).previews[0].mapping
    more: Sheets = {"Sheet1": [*YEARS["Sheet1"], [2565, 20, 120]]}
    assert sums(_read(more, mapping), "members_active") == {"y2562": 10, "y2563": 12, "y2564": 15, "y2565": 20}


def test_a_year_of_which_only_two_digits_are_known_is_said_and_not_read() -> None:
    mapping = _read(YEARS).previews[0].mapping
    short: Sheets = {"Sheet1": [*YEARS["Sheet1"][:3], [64, 15, 99]]}
    reading = _read(short, mapping)
    assert sums(reading, "members_active") == {"baseline": 10, "endline": 12}
    assert "year_of_two_digits" in codes(reading.problems)


def test_only_figures_of_ones_own_stand_in_every_layout() -> None:
    assert list_layouts("summary") == LAYOUTS
    assert list_layouts("income") == (HEADED,)
    assert list_layouts("chain") == ()
