"""Lists of two rounds side by side, each with its own names; and rounds written once for a block of rows."""

from __future__ import annotations

import pytest

from ingest import InputFile, Reading, read_files, read_mappings, write_mappings
from tests.build import Rows, build, check, codes, read, sums, values

ONE, TWO, THREE = "นายเอก หนึ่ง", "นางโท สอง", "นางตรี สาม"
HEAD = ["ที่", "ชื่อ-สกุล", "รายได้ต่อเดือน"]
GROUPS = ["ก่อนเข้าร่วม", None, None, None, "หลังเข้าร่วม"]
APART: Rows = [GROUPS, [*HEAD, None, *HEAD], [1, ONE, 100, None, 1, TWO, 250], [2, TWO, 200, None, 2, ONE, 150]]
TOGETHER: Rows = [
    ["ปี 2562", None, "ปี 2565", None],
    ["รหัสสมาชิก", "รายได้ (บาท/เดือน)"] * 2,
    ["A1", 100, "A2", 250],
    ["A2", 200, "A1", 150],
]


def pair(reading: Reading, indicator: str) -> set[tuple[float, float]]:
    """The values before and after of each unit."""
    found = values(reading, indicator)
    return {
        (float(found[unit, "baseline"] or 0), float(found[unit, "endline"] or 0))
        for unit, said in found
        if said == "baseline" and (unit, "endline") in found
    }


@pytest.mark.parametrize("rows", [APART, TOGETHER])
def test_a_person_is_known_by_name_and_not_by_the_row(rows: Rows) -> None:
    reading = read({"Sheet1": rows})
    assert pair(reading, "member_income") == {(100, 150), (200, 250)}
    (sheet,) = reading.sheets
    assert (sheet.rows_read, sheet.rows_used) == (2, 2)


def test_what_is_measured_of_people_side_by_side_is_theirs_too() -> None:
    rows = [["ก่อนอบรม", None, "หลังอบรม", None], ["ชื่อ-สกุล", "คะแนน"] * 2, [ONE, 5, TWO, 9], [TWO, 6, ONE, 8]]
    assert pair(read({"Sheet1": rows}), "personal_1") == {(5, 8), (6, 9)}


def test_who_came_and_who_left_is_told_by_members_side_by_side() -> None:
    head = ["ที่", "ชื่อ - สกุล", "หมู่"]
    rows: Rows = [["รายชื่อสมาชิกก่อน", None, None, None, "รายชื่อสมาชิกหลัง"], [*head, None, *head]]
    rows = [*rows, [1, ONE, 1, None, 1, ONE, 1], [2, TWO, 2, None, 2, THREE, 2]]
    reading = read({"Sheet1": rows})
    assert sorted(said for _, said in values(reading, "members_active")) == ["baseline"] * 2 + ["endline"] * 2
    assert len({unit for unit, _ in values(reading, "members_active")}) == 3
    assert not reading.indicators  # the number of a row is nothing measured


def test_one_list_with_one_column_of_names_stays_one() -> None:
    rows = [["ชื่อ-สกุล", "ก่อน", None, "หลัง", None], [None, *["รายได้ (บาท/เดือน)", "คะแนน"] * 2]]
    reading = read({"Sheet1": [*rows, [ONE, 100, 5, 150, 8], [TWO, 200, 6, 250, 9]]})
    assert pair(reading, "member_income") == {(100, 150), (200, 250)}


@pytest.mark.parametrize("rows", [APART, TOGETHER])
def test_the_mapping_of_lists_side_by_side_given_back_changes_nothing(rows: Rows) -> None:
    sheets = {"Sheet1": rows}
    kept = read_mappings("m.toml", write_mappings([read(sheets).previews[0].mapping]).encode())
    assert isinstance(kept, tuple)
    again = check(read_files([InputFile("book.xlsx", build(sheets))], mappings=kept))
    assert pair(again, "member_income") == {(100, 150), (200, 250)}


def test_a_round_written_once_for_a_block_is_that_of_all_its_rows() -> None:
    head = ["ปีงบประมาณ", "รหัสสมาชิก", "รายได้ (บาท/เดือน)"]
    first = [["2562", "A1", 100], [None, "A2", 200], [None, "รวม", 300]]
    reading = read({"รายได้": [head, *first, ["2565", "A1", 150], [None, "A2", 250], [None, "รวม", 400]]})
    assert pair(reading, "member_income") == {(100, 150), (200, 250)}
    assert "label_above" in codes(reading.problems)
    assert [one.reason for one in reading.excluded] == ["total_row", "total_row"]


def test_a_round_on_a_row_of_its_own_is_that_of_the_rows_below() -> None:
    head = ["รหัสสมาชิก", "รายได้ (บาท/เดือน)"]
    rows = [["ปี 2562"], ["A1", 100], ["A2", 200], ["รวม", 300], ["ปี 2565"], ["A1", 150], ["A2", 250], ["รวม", 400]]
    reading = read({"รายได้": [head, *rows]})
    assert pair(reading, "member_income") == {(100, 150), (200, 250)}
    assert not reading.questions
    (sheet,) = reading.sheets
    assert (sheet.rows_read, sheet.rows_used, sheet.rows_left_out) == (8, 4, 4)


def test_sums_and_changes_below_a_list_are_nobody() -> None:
    head = ["ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
    below = [["Sub-total", 300, 400], ["เพิ่มขึ้นร้อยละ", None, 33.3], ["ผลต่าง", None, 100]]
    reading = read({"รายได้": [head, [ONE, 100, 150], [TWO, 200, 250], *below]})
    assert sums(reading, "member_income") == {"baseline": 100 + 200, "endline": 150 + 250}


def test_what_was_achieved_stands_beside_what_was_there_at_the_beginning() -> None:
    head = ["ตัวชี้วัด", "หน่วยนับ", "ข้อมูลพื้นฐาน (Baseline)", "ค่าเป้าหมาย", "ผลการดำเนินงาน"]
    reading = read({"Sheet1": [head, ["จำนวนสมาชิก", "คน", 20, 30, 35], ["ยอดขายของกลุ่ม", "บาท/ปี", 100, 150, 180]]})
    assert values(reading, "group_sales") == {("", "baseline"): 100, ("", "endline"): 180, ("", "target"): 150}
