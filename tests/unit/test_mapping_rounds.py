"""What a mapping can say: columns of rounds, several years, several tables on a sheet, and all that is understood."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import Any

import pytest

from ingest import (
    ColumnMapping,
    InputFile,
    Reading,
    SheetMapping,
    TableMapping,
    join_mappings,
    read_files,
    read_mappings,
    take_fingerprint,
    write_mappings,
)
from ingest.composing import MOST_HEADER_ROWS
from ingest.previews import SheetPreview
from tests.build import Sheets, build, check, codes, sums, values
from tests.spec.reading_spec import ReadingSpec
from tests.spec.write_reading import CHAPTERS

VISITS: list[Any] = [["M1", "เก็บแรก", 100], ["M1", "เก็บซ้ำ", 150], ["M2", "เก็บแรก", 50], ["M2", "เก็บซ้ำ", 70]]
BY_ROWS: Sheets = {"รายได้": [["รหัสสมาชิก", "ช่วงเวลา", "รายได้ (บาท/เดือน)"], *VISITS]}
SPECS = [spec for specs in CHAPTERS.values() for spec in specs]


def _read(sheets: Sheets, *mappings: SheetMapping) -> Reading:
    return check(read_files([InputFile("book.xlsx", build(sheets))], mappings=mappings))


def _take_back(preview: SheetPreview) -> SheetMapping:
    """What is proposed of a sheet, written to a file and read again."""
    written = read_mappings("m.toml", write_mappings([preview.mapping]).encode())
    assert isinstance(written, tuple)
    return written[0]


def _say_rounds(mapping: SheetMapping, header: str, **rounds: str) -> SheetMapping:
    table = mapping.tables[0]
    columns = [
        replace(one, column="round", rounds=tuple(rounds.items())) if one.header == header else one
        for one in table.columns
    ]
    return replace(mapping, tables=(replace(table, round="", columns=tuple(columns)),))


def test_a_column_of_rounds_in_words_nobody_knows_is_asked_about_by_its_words() -> None:
    (question,) = _read(BY_ROWS).questions
    assert question.code == "question.round_unknown"
    (sheet,) = tomllib.loads(question.mapping)["sheet"]
    assert sheet["column"][1] == {
        "header": "ช่วงเวลา",
        "column": "round",
        "rounds": {"เก็บแรก": "?", "เก็บซ้ำ": "?"},
    }
    assert "round" not in sheet


@pytest.mark.parametrize(
    ("first", "again", "rounds"),
    [("baseline", "endline", ("baseline", "endline")), ("y2562", "y2564", ("baseline", "endline"))],
)
def test_what_the_words_of_a_column_of_rounds_mean_is_taken_from_the_mapping(
    first: str, again: str, rounds: tuple[str, str]
) -> None:
    mapping = _say_rounds(_read(BY_ROWS).previews[0].mapping, "ช่วงเวลา", เก็บแรก=first, เก็บซ้ำ=again)
    reading = _read(BY_ROWS, mapping)
    assert reading.questions == ()
    assert sums(reading, "member_income") == dict(zip(rounds, (100 + 50, 150 + 70), strict=True))
    (sheet,) = reading.sheets
    assert [column.column for column in sheet.columns] == ["member_id", "round", "amount"]
    assert sheet.columns[1].rounds == rounds


def test_a_column_whose_name_says_nothing_can_be_the_column_of_rounds() -> None:
    sheets: Sheets = {"รายได้": [["รหัสสมาชิก", "หมวด", "รายได้ (บาท/เดือน)"], *VISITS]}
    mapping = _say_rounds(_read(sheets).previews[0].mapping, "หมวด", เก็บแรก="n1", เก็บซ้ำ="n2")
    assert sums(_read(sheets, mapping), "member_income") == {"baseline": 100 + 50, "endline": 150 + 70}


def test_a_word_that_the_mapping_does_not_name_is_read_as_it_stands() -> None:
    sheets: Sheets = {"รายได้": [BY_ROWS["รายได้"][0], *VISITS[::2], ["M1", "หลัง", 180], ["M2", "หลังโครงการ", 90]]}
    mapping = _say_rounds(_read(BY_ROWS).previews[0].mapping, "ช่วงเวลา", เก็บแรก="baseline")
    assert sums(_read(sheets, mapping), "member_income") == {"baseline": 100 + 50, "endline": 180 + 90}


def test_rows_of_a_word_that_is_left_out_are_left_out_for_that_reason() -> None:
    sheets: Sheets = {"รายได้": [*BY_ROWS["รายได้"], ["M1", "ทดลอง", 999]]}
    said = {"เก็บแรก": "baseline", "เก็บซ้ำ": "endline", "ทดลอง": ""}
    reading = _read(sheets, _say_rounds(_read(BY_ROWS).previews[0].mapping, "ช่วงเวลา", **said))
    assert sums(reading, "member_income") == {"baseline": 100 + 50, "endline": 150 + 70}
    assert [one.reason for one in reading.excluded] == ["skipped_by_user"]
    assert [(one.cell, one.found) for one in reading.problems if one.code == "put_aside"] == [("A6", "1")]
    assert "round_of_row_unknown" not in codes(reading.problems)
    assert _take_back(reading.previews[0]).tables[0].columns[1].rounds == tuple(said.items())


def test_a_column_that_was_confirmed_as_not_used_parts_nothing() -> None:
    sheets: Sheets = {"รายได้": [["รหัสสมาชิก", "ช่วงเวลา", "รายได้ (บาท/เดือน)"], ["M1", "ก่อน", 5], ["M2", "หลัง", 6]]}
    table = _read(sheets).previews[0].mapping.tables[0]
    columns = tuple(replace(one, column="" if one.column == "round" else one.column) for one in table.columns)
    mapping = SheetMapping("รายได้", (replace(table, round="baseline", columns=columns),))
    assert sums(_read(sheets, mapping), "member_income") == {"baseline": 5 + 6}


def test_a_member_list_with_a_column_of_rounds_gives_the_income_of_every_round() -> None:
    rows = [["M1", "ก่อน", 100], ["M2", "ก่อน", 50], ["M1", "หลัง", 150], ["M2", "หลัง", 70]]
    reading = _read({"สมาชิก": [["รหัสสมาชิก", "รอบ", "รายได้ (บาท/เดือน)"], *rows]})
    assert sums(reading, "member_income") == {"baseline": 100 + 50, "endline": 150 + 70}
    assert reading.excluded == ()


def test_headers_can_be_of_any_year() -> None:
    headers = ["รหัสสมาชิก", "ครั้งต้น", "ครั้งกลาง", "ครั้งปลาย"]
    years = ("", "y2562", "f2563", "y2565")
    meant = zip(headers, ("member_id", "amount", "amount", "amount"), years, strict=True)
    columns = tuple(ColumnMapping(text, column, year, "month" if year else "") for text, column, year in meant)
    mapping = SheetMapping("x", (TableMapping(take_fingerprint(headers), "income", columns=columns),))
    reading = _read({"x": [headers, ["M1", 10, 20, 40], ["M2", 1, 2, 4]]}, mapping)
    assert sums(reading, "member_income") == {"y2562": 10 + 1, "y2563": 20 + 2, "y2565": 40 + 4}
    assert [one.round for one in _take_back(reading.previews[0]).tables[0].columns] == list(years)


def test_a_sheet_can_be_of_any_year() -> None:
    headers = ["รหัสสมาชิก", "รายได้ (บาท/เดือน)"]
    sheets: Sheets = {name: [headers, ["M1", amount]] for name, amount in (("ก", 10), ("ข", 20), ("ค", 40))}
    columns = (ColumnMapping(headers[0], "member_id"), ColumnMapping(headers[1], "amount"))
    mappings = [
        SheetMapping(name, (TableMapping(take_fingerprint(headers), "income", 1, 1, year, columns),))
        for name, year in (("ก", "y2562"), ("ข", "y2563"), ("ค", "y2564"))
    ]
    assert sums(_read(sheets, *mappings), "member_income") == {"y2562": 10, "y2563": 20, "y2564": 40}


MEMBERS: list[Any] = [["รหัสสมาชิก", "เพศ", "หมู่บ้าน"], ["M1", "หญิง", "หมู่ 1"], ["M2", "ชาย", "หมู่ 2"]]
INCOME: list[Any] = [["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"], ["M1", 100, 150], ["M2", 50, 70]]
BELOW: Sheets = {"ข้อมูล": [["สมาชิก"], *MEMBERS, [], ["รายได้"], *INCOME]}
BESIDE: Sheets = {"ข้อมูล": [[*left, None, *right] for left, right in zip(MEMBERS, INCOME, strict=True)]}
AMOUNTS: list[Any] = [["รหัสสมาชิก", "แหล่งรายได้", "รายได้ (บาท/เดือน)"]]
TWICE: Sheets = {
    "ข้อมูล": [["ก่อน"], *AMOUNTS, ["M1", "ทอผ้า", 5], [], ["หลัง"], *AMOUNTS, ["M1", "ทอผ้า", 8], ["M2", "ทอผ้า", 1]]
}


@pytest.mark.parametrize("sheets", [BELOW, BESIDE, TWICE], ids=["below", "beside", "twice the same headers"])
def test_several_tables_of_a_sheet_are_one_mapping_and_read_as_before(sheets: Sheets) -> None:
    first = _read(sheets)
    mapping = _take_back(first.previews[0])
    assert len(mapping.tables) == 2
    again = _read(sheets, mapping)
    assert values(again, "member_income") == values(first, "member_income")
    assert again.sheets[0].rows_used == first.sheets[0].rows_used
    assert again.previews[0].mapping == mapping


def test_one_of_several_tables_can_be_left_out_and_its_rows_are_accounted_for() -> None:
    mapping = _read(BELOW).previews[0].mapping
    left = replace(mapping, tables=(mapping.tables[0], replace(mapping.tables[1], table="")))
    reading = _read(BELOW, left)
    assert values(reading, "member_income") == {}
    assert (reading.sheets[0].table, reading.sheets[0].rows_used) == ("members", 2)
    assert [one.reason for one in reading.excluded if one.row == 8] == ["skipped_by_user"]
    assert [one.table for one in _take_back(reading.previews[0]).tables] == ["members", ""]


def test_a_second_table_far_below_is_found_again() -> None:
    sheets: Sheets = {"ข้อมูล": [*MEMBERS, *([f"M{n}", "หญิง", "หมู่ 1"] for n in range(3, 120)), [], *INCOME]}
    mapping = _read(sheets).previews[0].mapping
    assert [one.header_row for one in mapping.tables] == [1, 122]
    assert sums(_read(sheets, mapping), "member_income") == {"baseline": 100 + 50, "endline": 150 + 70}


def test_a_sheet_that_lacks_one_of_the_confirmed_tables_is_not_taken_for_it() -> None:
    mapping = _read(BELOW).previews[0].mapping
    reading = _read({"ข้อมูล": [["สมาชิก"], *MEMBERS]}, mapping)
    assert [one.mapping.tables[0].table for one in reading.previews] == ["members"]


def test_what_was_confirmed_later_goes_before_what_was_confirmed_earlier() -> None:
    sheets: Sheets = {"ข้อมูล": [["หนึ่ง", "สอง", "สาม"], *INCOME]}
    headers = INCOME[0]
    wrong = SheetMapping("ข้อมูล", (TableMapping(take_fingerprint(["หนึ่ง", "สอง", "สาม"]), "members"),))
    meant = zip(headers, ("member_id", "amount", "amount"), ("", "baseline", "endline"), strict=True)
    columns = tuple(ColumnMapping(*one) for one in meant)
    right = SheetMapping("ข้อมูล", (TableMapping(take_fingerprint(headers), "income", 2, columns=columns),))
    assert sums(_read(sheets, *join_mappings([wrong], [right])), "member_income")["endline"] == 150 + 70


def test_a_header_may_take_as_many_rows_in_a_mapping_as_it_may_where_it_is_recognised() -> None:
    tall: list[Any] = [["", "โครงการ", "โครงการ"], ["", "ผล", "ผล"], ["", "รายได้", "รายได้"], ["รหัสสมาชิก", "ก่อน", "หลัง"]]
    sheets: Sheets = {"รายได้": [*tall, *INCOME[1:]]}
    (table,) = _read(sheets).previews[0].mapping.tables
    assert table.header_rows <= MOST_HEADER_ROWS == len(tall)
    mapping = SheetMapping("รายได้", (replace(table, header_rows=len(tall)),))
    assert isinstance(read_mappings("m.toml", write_mappings([mapping]).encode()), tuple)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.title.en)
def test_to_confirm_what_was_understood_changes_no_value(spec: ReadingSpec) -> None:
    sure = [one for one in spec.reading.previews if one.mapping.tables[0].table not in {"", "?"}]
    files = [InputFile(name, build(sheets)) for name, sheets in spec.files.items()]
    again = check(read_files(files, mappings=join_mappings((), [_take_back(one) for one in sure])))
    assert values(again, spec.indicator) == pytest.approx(values(spec.reading, spec.indicator), nan_ok=True)
    assert [one.key for one in again.rounds] == list(spec.rounds)
    assert [(one.rows_used, one.rows_left_out) for one in again.sheets] == [
        (one.rows_used, one.rows_left_out) for one in spec.reading.sheets
    ]
