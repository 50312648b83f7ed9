"""A summary on its side: rows that are rounds are read, of one place or of several; what is not sure is told of."""

from __future__ import annotations

from datetime import date

import pytest

from dictionary.load import describe, describe_question
from i18n import Language
from ingest import InputFile, read_files, read_mappings
from project.opening import make_project
from reports.mappings import write_understood
from tests.build import Rows, build, codes, find, find_problem, read, values

HEADER = ["รายการ", "จำนวนสมาชิก (คน)", "รายได้เฉลี่ย (บาท/เดือน)", "หนี้สินเฉลี่ย (บาท)", "ขยะรีไซเคิล (กก.)"]
SALES, MEMBERS = "ยอดขายของกลุ่ม (บาท/ปี)", "จำนวนสมาชิก (คน)"
SOLD = {("", "baseline"): 120_000, ("", "endline"): 300_000}


def test_rows_that_are_rounds_are_read_and_it_is_said() -> None:
    sheets = {"สรุป": [HEADER, ["ก่อนโครงการ", 25, 3500, 45000, 120], ["หลังโครงการ", 32, 4800, 38000, 310]]}
    reading = read(sheets)
    (problem,) = [one for one in reading.problems if one.code == "rows_are_rounds"]
    assert "หนี้สินเฉลี่ย" in describe(problem, Language.TH)
    assert not reading.questions
    members = find(sheets).find("members_active")
    assert members is not None
    assert members.difference == 32 - 25
    debt = next(key for key, one in reading.indicators.items() if one.label.th == "หนี้สินเฉลี่ย")
    assert values(reading, debt) == {("", "baseline"): 45000, ("", "endline"): 38000}


@pytest.mark.parametrize(
    "rows",
    [
        [["ปี", MEMBERS, SALES], [2562, 20, 120_000], [2565, 35, 300_000]],
        [["กลุ่มทอผ้า"], [None, MEMBERS, SALES], ["ก่อน", 20, 120_000], ["หลัง", 35, 300_000], ["ที่มา: บัญชีกลุ่ม"]],
        [["ปีงบประมาณ", SALES], ["ปีงบประมาณ 2562", "120,000"], ["ปีงบประมาณ 2565", "๓๐๐,๐๐๐"], ["เปลี่ยนแปลง", 180_000]],
        [["รอบ", "สมาชิก", "ยอดขายของกลุ่ม"], [None, "คน", "พันบาท/ปี"], ["ก่อน", 20, 120], ["หลัง", 30, 300]],
        [["Year", "Remark", "Group sales (THB/year)"], ["2019", None, 120_000], ["2022", "after fire", 300_000]],
    ],
)
def test_headers_units_totals_and_remarks_come_as_they_do_elsewhere(rows: Rows) -> None:
    assert values(read({"Sheet1": rows}), "group_sales") == SOLD


def test_each_value_tells_its_own_cell() -> None:
    reading = read({"Sheet1": [["ปี", MEMBERS, SALES], [2562, 20, 120_000], [2565, 35, 300_000]]})
    sales = reading.observations[reading.observations["indicator"] == "group_sales"]
    assert [(row["row"], row["column"]) for _, row in sales.iterrows()] == [(2, 3), (3, 3)]
    (sheet,) = reading.sheets
    assert [(one.header, one.column) for one in sheet.columns] == [
        ("ปี", "round"),
        (MEMBERS, "value"),
        (SALES, "value"),
    ]


def test_places_that_stand_again_in_each_year_are_indicators_in_the_unit_of_the_header() -> None:
    head = ["จังหวัด", "ตำบล", "ปี", "คนจนเป้าหมาย (คน)"]
    rows = [["ก", "บึงบา", 2562, 120], ["ก", "บึงบอน", 2562, 80], ["ก", "บึงบา", 2565, 60], ["ก", "บึงบอน", 2565, 40]]
    reading = read({"Sheet1": [head, *rows]})
    named = {one.label.th: (key, one.unit) for key, one in reading.indicators.items()}
    assert {name: unit for name, (_, unit) in named.items()} == {
        "คนจนเป้าหมาย: บึงบา": "person",
        "คนจนเป้าหมาย: บึงบอน": "person",
    }
    key, _ = named["คนจนเป้าหมาย: บึงบา"]
    assert values(reading, key) == {("", "baseline"): 120, ("", "endline"): 60}


def test_people_incomes_like_years_and_one_person_are_not_turned() -> None:
    people = [["ปี", "ชื่อ-สกุล", "คะแนน"], [2562, "นายเอก หนึ่ง", 5], [2565, "นายเอก หนึ่ง", 8], [2565, "นางโท สอง", 9]]
    like_years = [["ลำดับ", "อายุ", "รายได้"], [1, 40, 2500], [2, 41, 2510], [3, 39, 2600]]
    lone = [["รหัสสมาชิก", "รอบ", "รายได้ (บาท/เดือน)", "ชั่วโมง"], [101, "ก่อน", 100, 5], [101, "หลัง", 150, 6]]
    for rows in (people, like_years, lone):
        reading = read({"Sheet1": rows})
        assert "rows_are_rounds" not in codes(reading.problems)
        assert "summary" not in {sheet.table for sheet in reading.sheets}


def test_rows_that_say_more_than_a_round_are_told_of_with_what_to_do() -> None:
    rows = [HEADER, ["รายได้ก่อนโครงการ", 25, 3500, 45000, 120], ["รายได้หลังโครงการ", 32, 4800, 38000, 310]]
    reading = read({"สรุป": rows})
    assert "สลับแถวกับคอลัมน์" in describe(find_problem(reading, "table_transposed"), Language.TH)
    (question,) = reading.questions
    assert "transpose" in describe_question(question, Language.EN)


def test_rows_that_are_indicators_are_not() -> None:
    reading = read({"สรุป": [HEADER, ["จำนวนสมาชิก", 25, 35, 3, 4], ["ขยะ", 32, 48, 3, 4]]})
    assert not {"table_transposed", "rows_are_rounds"} & {*codes(reading.problems)}


def test_days_of_one_month_are_a_record_and_no_rounds_and_months_are() -> None:
    head = ["ช่วงเวลา", "จำนวนสมาชิก (คน)", "ขยะรีไซเคิล (กก.)"]
    days = [[date(2024, 3, day), 10 + day, 20 + day] for day in (4, 5, 6)]
    assert not read({"Sheet1": [head, *days]}).indicators
    months = [[date(2024, month, 4), 10 + month, 20 + month] for month in (3, 9)]
    assert [*values(read({"Sheet1": [head, *months]}), "custom_1").values()] == [23, 29]


def test_the_mapping_that_is_written_of_it_may_be_given_back() -> None:
    rows = [["ปี", MEMBERS, SALES], [2562, 20, 120_000], [2565, 35, 300_000]]
    project = make_project(read({"Sheet1": rows}))
    files = [InputFile("book.xlsx", build({"Sheet1": rows}))]
    told = read_mappings("m.toml", write_understood(project, files).encode())
    assert isinstance(told, tuple)
    assert len(told) == 1
    assert values(read_files(files, mappings=told), "group_sales") == SOLD


PEOPLE = ["นายสมชาย ใจดี", "นางสมหญิง รักไทย", "นางสาวมาลี ศรีสุข", "นายประเสริฐ ดีงาม", "นางบุญมี แก้วใส", "นายวิชัย ทองคำ"]


@pytest.mark.parametrize(
    "header",
    [["รอบ", *PEOPLE], ["ชื่อ", *PEOPLE], ["รหัสสมาชิก", *(f"ม-{n}" for n in range(6))], [None, *map(str, range(1, 7))]],
)
def test_people_side_by_side_are_no_indicators_and_nobody_is_named(header: list[object]) -> None:
    reading = read({"Sheet1": [header, ["ก่อน", *range(20, 26)], ["หลัง", *range(24, 30)]]})
    assert not reading.indicators
    assert reading.observations.empty
    told = describe(find_problem(reading, "people_in_columns"), Language.TH)
    assert not [name for name in PEOPLE if name in told]
    assert [sheet.reason for sheet in reading.sheets] == ["people_in_columns"]


def test_numbers_beside_years_may_be_months_and_stay_indicators() -> None:
    reading = read({"Sheet1": [["ปี", *map(str, range(1, 7))], ["2562", *range(20, 26)], ["2564", *range(24, 30)]]})
    assert "people_in_columns" not in codes(reading.problems)
