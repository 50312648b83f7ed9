"""Tables above others, full dates as rounds of rows, quarters below years, and households that are no indicators."""

from __future__ import annotations

from typing import Any

import pytest

from dictionary.nouns import BASELINE, ENDLINE
from tests.build import codes, read, values

Grid = list[list[Any]]
WASTE: Grid = [["ปี", "ขยะ (กก.)", "ปุ๋ยหมัก (กก.)"], ["2566", 100, 20], ["2567", 80, 35]]
PEOPLE: Grid = [
    ["ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"],
    *([f"สมาชิก ที่{n}", 1000 + n, 1500] for n in range(6)),
]
QUARTERS = [f"ไตรมาส {n}" for n in range(1, 5)]
YEARS: Grid = [
    ["ตัวชี้วัด", "หน่วย", "ปี 2566", None, None, None, "ปี 2567"],
    [None, None, *QUARTERS, *QUARTERS],
    *([f"ผลผลิต {n}", "กก.", *(10 * n + m for m in range(8))] for n in range(1, 6)),
]


@pytest.mark.parametrize("title", [[], [["สรุปผลกลุ่มคัดแยกขยะ"], []]])
def test_a_table_of_rounds_above_another_is_read_too(title: Grid) -> None:
    reading = read({"ผล": [*title, *WASTE, [], *PEOPLE]})
    (sheet,) = reading.sheets
    assert (sheet.rows_read, sheet.rows_used) == (8, 8)
    found = {name: [*values(reading, key).values()] for key, name in _name_own(reading).items()}
    assert found == {"ขยะ": [100, 80], "ปุ๋ยหมัก": [20, 35]}
    assert len(values(reading, "member_income")) == 12


def _name_own(reading: Any) -> dict[str, str]:
    return {key: one.label.th for key, one in reading.indicators.items() if key.startswith("custom_")}


def test_lines_of_a_title_are_no_table_above() -> None:
    reading = read({"ผล": [["ปี", "2566"], ["จำนวนสมาชิก", 6], [], *PEOPLE]})
    assert _name_own(reading) == {}


@pytest.mark.parametrize("days", [["15/06/2566", "15/06/2567"], ["15 มิ.ย. 2566", "15 มิถุนายน 2567"]])
def test_full_dates_typed_as_texts_say_the_rounds_of_rows(days: list[str]) -> None:
    rows = [[day, *row[1:]] for day, row in zip(days, WASTE[1:], strict=True)]
    reading = read({"ผล": [["วันที่", *WASTE[0][1:]], *rows]})
    assert {wave.key for wave in reading.rounds} == {BASELINE, ENDLINE}
    assert [*values(reading, "custom_1").values()] == [100, 80]


def test_days_of_one_month_stay_a_record() -> None:
    rows = [[f"{day}/06/2566", day, day + 1] for day in range(1, 9)]
    reading = read({"ผล": [["วันที่", *WASTE[0][1:]], *rows]})
    assert reading.observations.empty


def test_months_of_a_year_are_no_rounds() -> None:
    rows = [[f"{month} 2566", 10, 11] for month in ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.")]
    assert read({"ผล": [["เดือน", *WASTE[0][1:]], *rows]}).observations.empty


def test_the_first_quarter_is_not_taken_for_its_year() -> None:
    reading = read({"ตัวชี้วัด": YEARS})
    assert reading.observations.empty
    (question,) = reading.questions
    assert question.code == "question.column_missing"
    assert 'header = "ปี 2566 ไตรมาส 1"' in question.mapping


@pytest.mark.parametrize("header", ["ครัวเรือน", "ครอบครัว", "หลังคาเรือน"])
@pytest.mark.parametrize("years", [["2562", "2564"], [2562, 2564], ["ปี 2562", "ปี 2564"]])
def test_households_are_no_indicators_of_a_summary(header: str, years: list[Any]) -> None:
    names = ["บ้านนายแดง", "บ้านลุงมา", "บ้านป้าแก้ว", "บ้านยายสี"]
    reading = read({"Sheet1": [[header, *years], *([name, 1000 + n, 1500] for n, name in enumerate(names))]})
    assert reading.observations.empty
    assert [one.code for one in reading.questions] == ["question.sheet_unknown"]
    assert not {"name_table", "name_table_without_unit"} & {*codes(reading.problems)}
    assert not any(name in problem.found for name in names for problem in reading.problems)


def test_places_in_years_are_still_indicators() -> None:
    names = ["เชียงใหม่", "ลำปาง", "แพร่", "น่าน"]
    reading = read({"Sheet1": [["จังหวัด", "2562", "2564"], *([name, 10 + n, 15] for n, name in enumerate(names))]})
    assert len(_name_own(reading)) == len(names)
