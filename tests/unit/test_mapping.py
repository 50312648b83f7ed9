"""Mappings: known again by the wording of the headers, written and read as TOML, taken exactly as confirmed."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictionary.nouns import Problem
from ingest import (
    ColumnMapping,
    IndicatorMapping,
    InputFile,
    Mend,
    Reading,
    SheetMapping,
    TableMapping,
    join_files,
    join_mappings,
    read_files,
    read_mappings,
    take_fingerprint,
    write_mappings,
)
from ingest.composing import MOST_HEADER_ROWS
from ingest.mapping import LAYOUTS
from tests.build import Sheets, build, check, codes, find_problem, read, sums, values

HEADERS = ["ใคร", "แต่เดิม", "ตอนนี้", "ทุก"]
ROWS: list[Any] = [["M1", 100, 150, "เดือน"], ["M2", 200, "สองร้อยกว่า", "เดือน"], ["M3", 10, 20, "เดือน"]]
SHEETS: Sheets = {"ข้อมูล": [["รายงานของกลุ่ม"], HEADERS, *ROWS]}
COLUMNS = (
    ColumnMapping("ใคร", "member_id"),
    ColumnMapping("แต่เดิม", "amount", "baseline"),
    ColumnMapping("ตอนนี้", "amount", "endline"),
    ColumnMapping("ทุก", "period"),
)
TABLE = TableMapping(take_fingerprint(HEADERS), "income", 2, columns=COLUMNS)
MAPPING = SheetMapping("ข้อมูล", (TABLE,))


def _read(sheets: Sheets, *mappings: SheetMapping, mends: tuple[Mend, ...] = ()) -> Reading:
    return check(read_files([InputFile("book.xlsx", build(sheets), mends=mends)], mappings=mappings))


def test_a_sheet_is_taken_exactly_as_it_was_confirmed() -> None:
    reading = _read(SHEETS, MAPPING)
    assert reading.questions == ()
    assert sums(reading, "member_income") == {"baseline": 100 + 200 + 10, "endline": 150 + 20}
    assert [column.confidence for column in reading.sheets[0].columns] == [1, 1, 1, 1]


def test_the_headers_are_found_again_wherever_they_stand_and_however_they_are_spaced() -> None:
    other: Sheets = {"เดือนนี้": [[], ["x"], ["y"], ["ใคร ", "แต่\nเดิม", " ตอนนี้", "ทุก"], *ROWS]}
    reading = _read(other, MAPPING)
    assert reading.sheets[0].header_row == 4
    assert sums(reading, "member_income")["baseline"] == 100 + 200 + 10


def test_headers_in_another_order_or_with_one_more_are_another_sheet() -> None:
    prints = {take_fingerprint(HEADERS), take_fingerprint(HEADERS[::-1]), take_fingerprint([*HEADERS, "อีก"])}
    assert len(prints) == 3
    assert take_fingerprint(["", *HEADERS]) == take_fingerprint(HEADERS)


def test_a_sheet_that_was_left_out_is_left_out_and_said() -> None:
    reading = _read(SHEETS, SheetMapping("ข้อมูล", (replace(TABLE, table=""),)))
    assert reading.questions == ()
    assert (reading.sheets[0].table, reading.sheets[0].reason) == (None, "skipped_by_user")
    problem = find_problem(reading, "put_aside")
    assert (problem.sheet, problem.found) == ("ข้อมูล", "5")


def test_a_column_of_numbers_that_was_chosen_not_to_be_used_stays_said() -> None:
    headers = [*HEADERS, "ลำดับ", "หนี้"]
    rows = [[*row, number, 5 * number] for number, row in enumerate(ROWS, 1)]
    table = replace(TABLE, fingerprint=take_fingerprint(headers), columns=(*COLUMNS, *map(ColumnMapping, headers[4:])))
    twin = replace(table, table="members", columns=tuple(replace(one, column="") for one in table.columns[1:]))
    twin = replace(twin, columns=(COLUMNS[0], *twin.columns))
    reading = _read({"ข้อมูล": [["รายงานของกลุ่ม"], headers, *rows]}, SheetMapping("ข้อมูล", (table, twin)))
    problem = find_problem(reading, "numbers_put_aside")
    assert (problem.cell, problem.found) == ("F2", "หนี้")


def test_of_two_mappings_of_the_same_headers_the_one_for_the_sheet_of_this_name_is_used() -> None:
    headers = ["รหัสคน", "เงินที่ได้"]
    rows = [["M1", 100], ["M2", 300]]
    columns = (ColumnMapping("รหัสคน", "member_id"), ColumnMapping("เงินที่ได้", "amount", period="month"))
    table = TableMapping(take_fingerprint(headers), "income", round="baseline", columns=columns)
    first = SheetMapping("ชุด ก", (table,))
    second = SheetMapping("ชุด ข", (replace(table, round="endline"),))
    reading = _read({"ชุด ก": [headers, *rows], "ชุด ข": [headers, ["M1", 150]]}, *join_mappings((), [first, second]))
    assert sums(reading, "member_income") == {"baseline": 100 + 300, "endline": 150}


def test_a_header_of_two_rows_is_joined_from_the_top() -> None:
    rows = [["คน", "รายรับ", None], [None, "เดิม", "ใหม่"], *([one[0], *one[1:3]] for one in ROWS)]
    headers = ["คน", "รายรับ เดิม", "รายรับ ใหม่"]
    columns = (
        ColumnMapping(headers[0], "member_id"),
        ColumnMapping(headers[1], "amount", "baseline", "month"),
        ColumnMapping(headers[2], "amount", "endline", "month"),
    )
    mapping = SheetMapping("x", (TableMapping(take_fingerprint(headers), "income", 2, 2, columns=columns),))
    assert sums(_read({"x": rows}, mapping), "member_income") == {"baseline": 310, "endline": 170}


def test_a_blank_beside_amounts_of_other_sources_is_told_by_its_cell() -> None:
    headers = ["คน", "ทอผ้า เดิม", "ขายผัก เดิม", "ทอผ้า ใหม่", "ขายผัก ใหม่"]
    rounds = ("", "baseline", "baseline", "endline", "endline")
    meant = [ColumnMapping(one, "amount", key, "month") for one, key in zip(headers, rounds, strict=True)]
    columns = (ColumnMapping("คน", "member_id"), *meant[1:])
    mapping = SheetMapping("x", (TableMapping(take_fingerprint(headers), "income", columns=columns),))
    reading = _read({"x": [headers, ["M1", 5, None, 7, 0], ["M2", None, None, 7, 1], ["M3", 1, 2, 3, 4]]}, mapping)
    assert [one.cell for one in reading.problems if one.code == "amount_gap"] == ["C2"]


def test_a_round_for_a_sheet_of_another_name_gives_way_to_what_that_name_says() -> None:
    headers = ["รหัสคน", "เงินที่ได้"]
    columns = (ColumnMapping("รหัสคน", "member_id"), ColumnMapping("เงินที่ได้", "amount", period="month"))
    table = TableMapping(take_fingerprint(headers), "income", round="baseline", columns=columns)
    mapping = SheetMapping("ชุด ก", (table,))
    reading = _read({"รายได้ หลัง": [headers, ["M1", 150]]}, mapping)
    assert sums(reading, "member_income") == {"endline": 150}


texts = st.text(min_size=1, max_size=12)
periods = st.sampled_from(["", "baseline", "endline", "y2562", "f2563", "m2562-03", "d2562-03-01", "n3"])
columns = st.builds(
    ColumnMapping,
    texts,
    st.sampled_from(["", "member_id", "amount", "round"]),
    periods,
    st.sampled_from(["", "month", "year"]),
    st.dictionaries(texts, periods, max_size=3).map(lambda rounds: tuple(rounds.items())),
)
judged = st.builds(
    IndicatorMapping,
    st.text(max_size=12),
    st.sampled_from(["", "social", "environmental"]),
    st.sampled_from(["", "higher", "lower", "neither"]),
)
tables = st.builds(
    lambda row, rows, period, listed, said: TableMapping(
        take_fingerprint([one.header for one in listed]), "income", row, rows, period, tuple(listed), *said
    ),
    st.integers(1, 50),
    st.integers(1, MOST_HEADER_ROWS),
    periods,
    st.lists(columns, max_size=5),
    st.tuples(st.lists(judged, max_size=3).map(tuple), st.sampled_from(["", *LAYOUTS])),
)


@given(texts, st.lists(tables, min_size=1, max_size=3))
def test_a_mapping_written_and_read_is_the_same(name: str, listed: list[TableMapping]) -> None:
    mapping = SheetMapping(name, tuple(listed))
    assert read_mappings("m.toml", write_mappings([mapping, mapping]).encode()) == (mapping, mapping)


@pytest.mark.parametrize(
    ("typed", "key"), [("2562", "y2562"), ("ก่อน", "baseline"), ("ปีงบประมาณ 2563", "f2563"), ("รอบที่ 3", "n3")]
)
def test_a_round_in_a_mapping_may_be_typed_as_people_write_it(typed: str, key: str) -> None:
    table = replace(TABLE, round="endline")
    typed_file = write_mappings([SheetMapping("x", (table,))]).replace('round = "endline"', f'round = "{typed}"', 1)
    assert read_mappings("m.toml", typed_file.encode()) == (SheetMapping("x", (replace(table, round=key),)),)


def test_files_are_joined_and_each_sheet_stands_once() -> None:
    one = write_mappings([MAPPING])
    joined = join_files([one, one, write_mappings([replace(MAPPING, name="อีกแผ่น")])])
    read_back = read_mappings("m.toml", joined.encode())
    assert not isinstance(read_back, Problem)
    assert [mapping.name for mapping in read_back] == ["ข้อมูล", "อีกแผ่น"]


GOOD = write_mappings([MAPPING])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "mapping_unreadable"),
        (b"\xff\xfe\x00", "mapping_unreadable"),
        (b"= broken", "mapping_unreadable"),
        (b"version = 2", "mapping_unreadable"),
        (b"version = 1\nsheet = 3", "mapping_unreadable"),
        (b"version = 1\nsheet = []", "mapping_unreadable"),
        (b"a" * (1 << 21), "mapping_unreadable"),
        (GOOD.replace('"income"', '"nonsense"').encode(), "mapping_wrong"),
        (GOOD.replace('"income"', "7").encode(), "mapping_wrong"),
        (GOOD.replace('"baseline"', '"once"').encode(), "mapping_wrong"),
        (GOOD.replace("header_row = 2", "header_row = -1").encode(), "mapping_wrong"),
        (GOOD.replace(TABLE.fingerprint, "x").encode(), "mapping_wrong"),
        (GOOD.replace("header_row = 2", "header_rows = 5").encode(), "mapping_wrong"),
        (GOOD.replace("header_row = 2", "part = 2").encode(), "mapping_wrong"),
        (GOOD.replace("header_row = 2", 'round = "?"').encode(), "mapping_open"),
        (f'{GOOD}\nrounds = {{ "ครั้งแรก" = "?" }}'.encode(), "mapping_open"),
        (f'{GOOD}\nrounds = "y2562"'.encode(), "mapping_wrong"),
        (f'{GOOD}\nrounds = {{ "ครั้งแรก" = "เมื่อไร" }}'.encode(), "mapping_wrong"),
        (GOOD.replace('"member_id"', '"?"').encode(), "mapping_open"),
    ],
)
def test_a_bad_mapping_file_is_one_problem_that_names_it(content: bytes, code: str) -> None:
    problem = read_mappings("m.toml", content)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.file) == (code, "m.toml")


def test_a_mapping_holds_no_cell_of_the_data() -> None:
    (question,) = read(SHEETS).questions
    told = tomllib.loads(question.mapping)
    assert [column["header"] for column in told["sheet"][0]["column"]] == HEADERS
    assert "M1" not in question.mapping


ASKED: list[tuple[str, Sheets]] = [
    ("question.sheet_unknown", SHEETS),
    ("question.headers_unknown", {"รายได้": [HEADERS, *ROWS]}),
    ("question.column_missing", {"รายได้": [["รหัส", "ยอดแรก", "ยอดสอง", "ต่อ"], *ROWS]}),
    ("question.round_unknown", {"รายได้": [["รหัส", "จำนวนเงิน (บาท/เดือน)"], ["M1", 5]]}),
]


@pytest.mark.parametrize(("code", "sheets"), ASKED)
def test_what_is_not_surely_understood_is_asked_with_the_mapping_that_would_answer(code: str, sheets: Sheets) -> None:
    (question,) = read(sheets).questions
    assert question.code == code
    assert tomllib.loads(question.mapping)["sheet"][0]["name"] == question.sheet == next(iter(sheets))


def test_a_sheet_is_asked_about_only_where_no_other_of_its_file_is_known() -> None:
    known: Sheets = {"รายได้": [["รหัส", "รายได้ก่อน", "รายได้หลัง", "ต่อ"], *ROWS]}
    assert read({**known, **SHEETS}).questions == ()


def test_a_mended_cell_is_read_and_listed_and_the_file_is_as_it_was() -> None:
    content = build(SHEETS)
    file = InputFile("book.xlsx", content, mends=(Mend("ข้อมูล", "C4", "250"),))
    reading = check(read_files([file], mappings=[MAPPING]))
    assert sums(reading, "member_income") == {"baseline": 310, "endline": 150 + 250 + 20}
    note = find_problem(reading, "mended_by_user")
    assert (note.cell, note.found, note.personal) == ("C4", "250", True)
    assert "not_a_number" not in codes(reading.problems)
    assert file.content == content


@pytest.mark.parametrize("cell", ["ZZ9999", "A99999"])
def test_a_mend_outside_the_sheet_changes_nothing(cell: str) -> None:
    reading = _read(SHEETS, MAPPING, mends=(Mend("ข้อมูล", cell, "1"), Mend("ไม่มี", "A1", "1")))
    assert "mended_by_user" not in codes(reading.problems)


def test_the_rows_with_a_fault_are_kept_for_the_screen() -> None:
    long: Sheets = {"ข้อมูล": [HEADERS, *([f"M{n}", 1, 2, "เดือน"] for n in range(90)), ["M90", "หลายบาท", 2, "เดือน"]]}
    (preview,) = _read(long, MAPPING).previews
    assert len(preview.sheet.cells) == 60
    assert preview.faulty == {92: ("M90", "หลายบาท", 2.0, "เดือน")}
    assert preview.mapping == SheetMapping("ข้อมูล", (replace(TABLE, header_row=1),))


def test_what_keeps_everything_from_being_compared_can_be_answered() -> None:
    head = ["รหัสสมาชิก", "ชื่อ-สกุล", "เพศ", "ผลลัพธ์ตอนต้น", "ผลลัพธ์ตอนปลาย"]
    rows = [
        [f"M{at}", name, "หญิง", at, at + 3] for at, name in enumerate(["นางสม ใจดี", "นางดาว สุขใจ", "นางคำ งามดี"], 1)
    ]
    content = build({"ข้อมูล": [head, *rows]})
    (question,) = read_files([InputFile("a.xlsx", content)]).questions
    assert question.code == "question.nothing_compared"
    text = question.mapping.replace('column = "?"', 'column = "value"')
    for period in ("baseline", "endline"):
        text = text.replace('round = "?"', f'round = "{period}"', 1)
    mappings = read_mappings("m.toml", text.encode())
    assert isinstance(mappings, tuple)
    reading = read_files([InputFile("a.xlsx", content)], mappings=mappings)
    assert [*values(reading, "personal_1").values()] == [1, 2, 3, 4, 5, 6]


def test_a_list_of_partners_that_does_not_say_who_was_there_is_asked_about() -> None:
    rows = [["ชื่อหน่วยงาน", "ประเภท", "งบสนับสนุน (บาท)"], ["อบต.ป่าแดด", "ภาครัฐ", 50_000], ["วัดป่า", "ประชาชน", 2_000]]
    (question,) = read({"Sheet1": rows}).questions
    assert question.code == "question.round_unknown"
    assert 'round = "?"' in question.mapping
