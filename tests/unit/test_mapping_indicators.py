"""A mapping says what a summary lacks, dimension and direction, and a table of names by years whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pandas.testing import assert_frame_equal

from dictionary.nouns import Better, Dimension
from ingest import IndicatorMapping, InputFile, Reading, SheetMapping, read_files, read_mappings, write_mappings
from tests.build import Sheets, build, check, codes, read

HEADER = ["ตัวชี้วัด", "หน่วย", "มิติ", "ก่อน", "หลัง"]
ROWS: list[Any] = [["ขยะที่เผา", "กก.", "", 90, 30], ["วันที่มีงานทำ", "วัน", "เศรษฐกิจ", 90, 200]]
SUMMARY: Sheets = {"ตัวชี้วัด": [HEADER, *ROWS]}
WASTE = IndicatorMapping("ขยะที่เผา", "environmental", "lower")
OTHERS = IndicatorMapping("", "social", "higher")
YEARS: Sheets = {"Sheet1": [["จังหวัด", "ปี 2560", "ปี 2562", "ปี 2564"], ["ก", 10, 12, 15], ["ข", 20, 21, 22]]}


def propose(sheets: Sheets) -> SheetMapping:
    return read(sheets).previews[0].mapping


def tell(sheets: Sheets, mapping: SheetMapping) -> Reading:
    """The reading under a mapping that went through its file."""
    kept = read_mappings("m.toml", write_mappings([mapping]).encode())
    assert kept == (mapping,)
    return check(read_files([InputFile("book.xlsx", build(sheets))], mappings=kept))


def judge(sheets: Sheets, *said: IndicatorMapping) -> Reading:
    mapping = propose(sheets)
    return tell(sheets, replace(mapping, tables=(replace(mapping.tables[0], indicators=said),)))


def test_what_was_said_of_an_indicator_stands_where_its_row_says_nothing() -> None:
    reading = judge(SUMMARY, WASTE)
    waste, work = sorted(reading.indicators.values(), key=lambda one: one.label.th)
    assert (waste.dimension, waste.better) == (Dimension.ENVIRONMENTAL, Better.LOWER)
    assert (work.dimension, work.better) == (Dimension.ECONOMIC, Better.NEITHER)
    assert [one.found for one in reading.problems if one.code == "better_not_stated"] == ["วันที่มีงานทำ"]


def test_what_was_said_of_all_others_goes_behind_the_sheet_and_what_was_said_by_name() -> None:
    reading = judge(SUMMARY, WASTE, OTHERS)
    waste, work = sorted(reading.indicators.values(), key=lambda one: one.label.th)
    assert (waste.dimension, waste.better) == (Dimension.ENVIRONMENTAL, Better.LOWER)
    assert (work.dimension, work.better) == (Dimension.ECONOMIC, Better.HIGHER)
    assert not {"dimension_not_stated", "better_not_stated", "dimension_and_better_not_stated"} & {
        *codes(reading.problems)
    }


def test_a_word_that_is_no_direction_is_refused_with_those_that_are() -> None:
    mapping = propose(SUMMARY)
    text = write_mappings([mapping]) + '\n[[sheet.indicator]]\nname = "x"\nbetter = "best"\n'
    problem = read_mappings("m.toml", text.encode())
    assert not isinstance(problem, tuple)
    assert "best" in problem.found
    assert "lower" in problem.allowed.th


def test_a_table_of_names_by_years_is_read_alike_by_its_own_mapping() -> None:
    plain = read(YEARS)
    told = tell(YEARS, plain.previews[0].mapping)
    assert [one.key for one in told.rounds] == ["y2560", "y2562", "y2564"]
    assert_frame_equal(told.observations, plain.observations)


def test_a_year_that_is_not_used_is_left_out_of_a_table_of_names() -> None:
    mapping = propose(YEARS)
    columns = [replace(one, column="", round="") if "2562" in one.header else one for one in mapping.tables[0].columns]
    told = tell(YEARS, replace(mapping, tables=(replace(mapping.tables[0], columns=tuple(columns)),)))
    assert [one.label.th for one in told.rounds] == ["ปี 2560", "ปี 2564"]


def test_the_rows_of_a_table_of_names_are_judged_together() -> None:
    reading = judge(YEARS, OTHERS)
    assert {one.better for one in reading.indicators.values()} == {Better.HIGHER}
