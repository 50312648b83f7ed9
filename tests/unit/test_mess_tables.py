"""Mess: merged cells, groups above headers, several tables on a sheet, totals, headings."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import Workbook

from ingest import InputFile, Reading, read_files
from tests.build import Rows, check, codes, find_problem, read, values

HEAD = ["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
ROWS: list[list[Any]] = [["M1", 100, 150], ["M2", 50, 70]]


def merged(rows: Rows, *blocks: str, name: str = "ข้อมูล") -> Reading:
    """The reading of a sheet with merged cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(row)
    for block in blocks:
        sheet.merge_cells(block)
    stream = BytesIO()
    book.save(stream)
    return check(read_files([InputFile("book.xlsx", stream.getvalue())]))


def test_merged_groups_reach_as_far_as_they_are_merged() -> None:
    rows = [["รหัสสมาชิก", "รายได้", None, "ต่อ"], [None, "ก่อน", "หลัง", None], ["M1", 100, 150, "เดือน"]]
    reading = merged(rows, "A1:A2", "B1:C1", "D1:D2")
    assert values(reading, "member_income") == {("M1", "baseline"): 100, ("M1", "endline"): 150}
    (sheet,) = reading.sheets
    assert [one.header for one in sheet.columns] == ["รหัสสมาชิก", "รายได้ ก่อน", "รายได้ หลัง", "ต่อ"]
    assert sheet.header_row == 2


def test_a_village_named_in_a_merged_block_is_of_every_row() -> None:
    rows = [["หมู่บ้าน", "รหัสสมาชิก", "เพศ"], ["หมู่ 1", "M1", "หญิง"], [None, "M2", "ชาย"], [None, "M3", "ชาย"]]
    reading = merged(rows, "A2:A4", name="สมาชิก")
    assert {key[2] for key in values(reading, "members_active", "village")} == {"หมู่ 1"}
    assert find_problem(reading, "merged_label").cell == "A3:A4"


def test_a_village_on_its_first_row_only_is_filled_down_and_its_subtotal_left_out() -> None:
    rows = [["หมู่บ้าน", "รหัสสมาชิก", "เพศ"], ["หมู่ 1", "M1", "หญิง"], [None, "M2", "ชาย"], [None, "รวม", 2]]
    rows += [["หมู่ 2", "M3", "หญิง"], [None, "M4", "ชาย"], [None, "รวม", 2]]
    reading = read({"สมาชิก": rows})
    found = values(reading, "members_active", "village")
    assert {key[0]: key[2] for key in found} == {"M1": "หมู่ 1", "M2": "หมู่ 1", "M3": "หมู่ 2", "M4": "หมู่ 2"}
    assert [one.reason for one in reading.excluded] == ["total_row", "total_row"]
    assert "label_above" in codes(reading.problems)


def test_a_village_that_is_sometimes_blank_is_not_filled() -> None:
    rows = [["รหัสสมาชิก", "หมู่บ้าน", "เพศ"], ["M1", "หมู่ 1", "ญ"], ["M2", "หมู่ 1", "ญ"], ["M3", None, "ญ"]]
    reading = read({"สมาชิก": rows})
    assert "label_above" not in codes(reading.problems)


def test_numbers_in_merged_cells_are_not_copied() -> None:
    reading = merged([HEAD, ["M1", 100, 150], ["M2", None, 70]], "B2:B3", name="รายได้")
    assert values(reading, "member_income")[("M2", "baseline")] is None


def test_each_table_of_a_sheet_has_its_own_total() -> None:
    rows = [["ก่อน"], ["รหัสสมาชิก", "จำนวนเงิน", "ต่อ"], ["M1", 100, "เดือน"], ["รวม", 100], []]
    rows += [["หลัง"], ["รหัสสมาชิก", "จำนวนเงิน", "ต่อ"], ["M1", 150, "เดือน"], ["รวม", 999]]
    reading = read({"รายได้": rows})
    problem = find_problem(reading, "total_differs")
    assert (problem.cell, problem.found, problem.allowed.en) == ("B9", "999", "150")
    (sheet,) = reading.sheets
    assert (sheet.rows_read, sheet.rows_used, sheet.rows_left_out) == (5, 2, 3)


def test_tables_side_by_side_are_both_read_and_each_row_counted_once() -> None:
    head = ["รหัสสมาชิก", "เพศ", "หมู่บ้าน", None, "หน่วยงาน", "ภาคส่วน", "ร่วมงานก่อน", "ร่วมงานหลัง"]
    rows = [head, ["M1", "หญิง", "หมู่ 1", None, "วิทยาลัย", "การศึกษา", "ใช่", "ใช่"], ["M2", "ชาย", "หมู่ 2"]]
    reading = read({"ข้อมูล": rows})
    assert len(values(reading, "members_active")) == 4
    assert values(reading, "partners") == {("วิทยาลัย", "baseline"): 1, ("วิทยาลัย", "endline"): 1}
    assert (reading.sheets[0].rows_read, reading.sheets[0].rows_used) == (2, 2)


def test_subtotals_and_the_grand_total_are_each_a_sum() -> None:
    rows = [HEAD, *ROWS, ["รวม", 150, 220], ["M3", 10, 20], ["รวม", 10, 20], ["รวมทั้งสิ้น", 160, 240]]
    assert codes(read({"รายได้": rows}).problems) == []


def test_a_total_may_stand_above_its_rows() -> None:
    assert codes(read({"รายได้": [HEAD, ["รวมทั้งหมด", 150, 220], *ROWS]}).problems) == []
    assert codes(read({"รายได้": [HEAD, ["รวมทั้งหมด", 151, 220], *ROWS]}).problems) == ["total_differs"]


def test_an_average_is_left_out_and_never_taken_for_a_sum() -> None:
    reading = read({"รายได้": [HEAD, *ROWS, ["ค่าเฉลี่ย", 75, 110]]})
    assert codes(reading.problems) == []
    assert [one.reason for one in reading.excluded] == ["average_row"]


def test_totals_are_checked_across_a_column_of_rounds() -> None:
    rows = [["รหัสสมาชิก", "รอบ", "รายได้ (บาท/เดือน)"], ["M1", "ก่อน", 100], ["M1", "หลัง", 150], ["รวม", None, 251]]
    assert find_problem(read({"รายได้": rows}), "total_differs").allowed.en == "250"


def test_a_list_of_texts_is_not_taken_for_a_header_of_two_rows() -> None:
    rows = [["รหัสสมาชิก", "ตำแหน่ง", "หมู่บ้าน"], ["ก", "สมาชิก", "หมู่ 1"], ["ข", "ประธาน", "หมู่ 2"]]
    reading = read({"สมาชิก": rows})
    assert (reading.sheets[0].header_row, reading.sheets[0].rows_used) == (1, 2)


def test_a_header_far_down_is_found() -> None:
    assert len(values(read({"รายได้": [*[["บันทึก"]] * 40, HEAD, *ROWS]}), "member_income")) == 4


def test_doubled_and_misordered_marks_in_headers_are_read() -> None:
    head = ["รหัสสมาชิิก", "รายได้้ก่อน (บาท/เดือน)", "รายไดห้ลัง".replace("ไดห้", "ได้ห") + " (บาท/เดือน)"]
    assert len(values(read({"รายได้": [head, *ROWS]}), "member_income")) == 4
