"""Before and after are found in every layout: columns, sheets, files, and tables of any wording."""

from __future__ import annotations

from typing import Any

import pytest

from ingest import InputFile, read_files
from tests.build import Sheets, build, check, codes, find_problem, read, read_many, sums, values

MEMBERS: list[Any] = [["รหัสสมาชิก", "เพศ", "หมู่บ้าน"], ["M1", "หญิง", "หมู่ 1"], ["M2", "ชาย", "หมู่ 2"]]
INCOME: list[Any] = [["รหัสสมาชิก", "แหล่งรายได้", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"], ["M1", "ทอผ้า", 100, 150]]


def test_a_workbook_in_thai_with_before_and_after_columns() -> None:
    reading = read({"สมาชิก": MEMBERS, "รายได้": INCOME})
    assert codes(reading.problems) == ["presence_not_stated"]
    assert values(reading, "member_income", "income_source") == {
        ("M1", "baseline", "ทอผ้า"): 100,
        ("M1", "endline", "ทอผ้า"): 150,
    }
    assert values(reading, "members_active", "sex", "village") == {
        ("M1", "baseline", "female", "หมู่ 1"): 1,
        ("M1", "endline", "female", "หมู่ 1"): 1,
        ("M2", "baseline", "male", "หมู่ 2"): 1,
        ("M2", "endline", "male", "หมู่ 2"): 1,
    }


def test_a_workbook_in_english_by_other_hands() -> None:
    reading = read(
        {
            "About the project": [["Project name", "Weaving"], ["Baseline period", "2019"], ["Endline period", "2022"]],
            "Member list": [["Our members"], [], ["ID", "Name", "Gender", "Joined on"], ["A1", "x", "F", "2020"]],
            "Member income": [
                ["Member ID", "Source of income", "IncomeBefore", "IncomeAfter", "Per"],
                ["A1", "w", 1, 2, "month"],
            ],
            "Supporters": [
                ["Organisation", "Type of organisation", "Before", "After"],
                ["RMUTT", "University", "no", "yes"],
            ],
            "KPIs": [
                ["Measure", "Unit", "Aspect", "Baseline value", "Endline value"],
                ["Stems used", "stems/year", "Environment", 1, 2],
            ],
        }
    )
    assert codes(reading.problems) == ["code_by_word"]  # a university is education
    assert [sheet.table for sheet in reading.sheets] == ["project", "members", "income", "partners", "summary"]
    assert reading.info.name == "Weaving"
    assert sums(reading, "members_active") == {"baseline": 0, "endline": 1}
    assert sums(reading, "member_income") == {"baseline": 1, "endline": 2}
    assert values(reading, "partners", "sector")[("RMUTT", "endline", "education")] == 1
    assert sums(reading, "stems_used") == {"baseline": 1, "endline": 2}


TWO_SHEETS: Sheets = {
    "สมาชิก ก่อน": MEMBERS,
    "สมาชิก หลัง": [["รหัสสมาชิก", "เพศ"], ["M2", "ชาย"], ["M3", "หญิง"]],
    "รายได้ ก่อน": [["รหัสสมาชิก", "รายได้ต่อเดือน"], ["M1", 100], ["M2", 300]],
    "รายได้ หลัง": [["รหัสสมาชิก", "รายได้ต่อเดือน"], ["M2", 350]],
    "ภาคีเครือข่าย ก่อน": [["ชื่อหน่วยงาน", "ภาคส่วน", "มูลค่าการสนับสนุน"], ["อบต.", "ท้องถิ่น", 500]],
    "ภาคีเครือข่าย หลัง": [["ชื่อหน่วยงาน", "ภาคส่วน", "มูลค่าการสนับสนุน"], ["อบต.", "ท้องถิ่น", 700]],
    "ตัวชี้วัด ก่อน": [["ตัวชี้วัด", "หน่วย", "ค่า"], ["ต้นกล้วยที่ใช้", "ต้น/ปี", 10]],
    "ตัวชี้วัด หลัง": [["ตัวชี้วัด", "หน่วย", "ค่า"], ["ต้นกล้วยที่ใช้", "ต้น/ปี", 30]],
}


def test_two_sheets_a_table_listing_is_presence() -> None:
    reading = read(TWO_SHEETS)
    assert codes(reading.problems) == []
    assert values(reading, "members_active") == {
        ("M1", "baseline"): 1,
        ("M2", "baseline"): 1,
        ("M2", "endline"): 1,
        ("M3", "endline"): 1,
    }
    assert sums(reading, "member_income") == {"baseline": 100 + 300, "endline": 350}
    assert sums(reading, "partners") == {"baseline": 1, "endline": 1}
    assert sums(reading, "partner_support") == {"baseline": 500, "endline": 700}
    assert sums(reading, "stems_used") == {"baseline": 10, "endline": 30}


ONE_ROUND: Sheets = {"สมาชิก": MEMBERS, "รายได้": [["รหัสสมาชิก", "รายได้ (บาท/เดือน)"], ["M1", 100]]}
OTHER_ROUND: Sheets = {"สมาชิก": MEMBERS[:2], "รายได้": [["รหัสสมาชิก", "รายได้ (บาท/เดือน)"], ["M1", 150]]}


def test_two_files_are_told_apart_by_their_names() -> None:
    reading = read_many({"ข้อมูลหลังโครงการ.xlsx": OTHER_ROUND, "ข้อมูลก่อนโครงการ.xlsx": ONE_ROUND})
    assert reading.questions == ()
    assert sums(reading, "member_income") == {"baseline": 100, "endline": 150}
    assert sums(reading, "members_active") == {"baseline": 2, "endline": 1}


def test_two_files_without_a_round_are_asked_about_and_not_guessed() -> None:
    reading = read_many({"a.xlsx": ONE_ROUND, "b.xlsx": OTHER_ROUND})
    (question,) = reading.questions
    assert question.code == "question.which_file_is_baseline"
    assert question.options == ("a.xlsx", "b.xlsx")
    assert reading.observations.empty
    assert {sheet.reason for sheet in reading.sheets} == {"round_unknown"}


@pytest.mark.parametrize(
    "answers", [{"b.xlsx": "baseline"}, {"a.xlsx": "endline"}, {"a.xlsx": "endline", "b.xlsx": "baseline"}]
)
def test_the_answer_about_one_file_says_what_the_other_is(answers: dict[str, str]) -> None:
    reading = read_many({"a.xlsx": OTHER_ROUND, "b.xlsx": ONE_ROUND}, answers)
    assert reading.questions == ()
    assert sums(reading, "member_income") == {"baseline": 100, "endline": 150}


def test_a_project_sheet_may_say_which_round_a_file_is() -> None:
    before = {"โครงการ": [["ชื่อโครงการ", "ทอผ้า"], ["รอบ", "ก่อน"]], **ONE_ROUND}
    after = {"โครงการ": [["ชื่อโครงการ", "ทอผ้า"], ["รอบ", "หลัง"]], **OTHER_ROUND}
    assert sums(read_many({"a.xlsx": after, "b.xlsx": before}), "member_income") == {"baseline": 100, "endline": 150}


def test_one_file_of_no_round_is_a_problem_with_its_headers() -> None:
    problem = find_problem(read(ONE_ROUND), "round_not_stated")
    assert (problem.sheet, problem.cell) == ("รายได้", "A1:B1")
    assert problem.found == "รหัสสมาชิก, รายได้ (บาท/เดือน)"


def test_one_round_alone_is_read_and_said() -> None:
    reading = read_many({"before.xlsx": ONE_ROUND})
    assert "one_round_only" in codes(reading.problems)
    assert sums(reading, "member_income") == {"baseline": 100}


def test_the_name_of_a_file_does_not_change_a_workbook_with_both_rounds() -> None:
    sheets = {"สมาชิก": MEMBERS, "รายได้": INCOME}
    reading = read_many({"after the project.xlsx": sheets})
    assert sums(reading, "members_active") == {"baseline": 2, "endline": 2}


def test_several_files_are_one_project() -> None:
    reading = read_many({"a.xlsx": {"สมาชิก": MEMBERS}, "b.xlsx": {"รายได้": INCOME}})
    assert sums(reading, "member_income") == {"baseline": 100, "endline": 150}
    assert codes(reading.problems) == ["presence_not_stated"]


def test_the_same_file_twice_is_read_once() -> None:
    content = build({"สมาชิก": MEMBERS, "รายได้": INCOME})  # once: a workbook says the second in which it was written
    reading = check(read_files([InputFile(name, content) for name in ("a.xlsx", "copy.xlsx")]))
    assert codes(reading.problems) == ["same_file", "presence_not_stated"]
    assert sums(reading, "member_income") == {"baseline": 100, "endline": 150}


def test_a_sheet_whose_name_says_nothing_is_known_by_its_headers() -> None:
    reading = read({"Sheet1": INCOME, "Sheet2": MEMBERS, "Sheet3": []})
    assert [(sheet.table, sheet.reason) for sheet in reading.sheets] == [
        ("income", ""),
        ("members", ""),
        (None, "sheet_empty"),
    ]


def test_columns_that_are_not_used_are_listed() -> None:
    reading = read({"รายได้": [[*INCOME[0], "หมายเหตุ", "สีที่ชอบ"], ["M1", "ทอผ้า", 1, 2, "x", "ฟ้า"]]})
    (sheet,) = reading.sheets
    assert [(one.header, one.cell) for one in sheet.columns if one.column is None] == [
        ("หมายเหตุ", "E1"),
        ("สีที่ชอบ", "F1"),
    ]


def test_a_sheet_that_is_no_table_is_a_note_and_its_rows_are_counted() -> None:
    reading = read({"รายได้": INCOME, "บัญชีครัวเรือน": [["วัน", "ซื้ออะไร"], ["จันทร์", "ไข่"]]})
    assert "sheet_not_recognised" in codes(reading.problems)
    assert (reading.sheets[1].rows_read, reading.sheets[1].rows_left_out) == (2, 2)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("income_before", "income_after"),
        ("Baseline amount", "Endline amount"),
        ("Amount (before)", "Amount (after)"),
        ("จำนวนเงิน\nก่อนดำเนินการ*", "จำนวนเงิน\nหลังดำเนินการ*"),
        ("1. รายได้ ปีฐาน (2562)", "2. รายได้ ปีปัจจุบัน (2565)"),
        ("Pre-project income (THB)", "Post-project income (THB)"),
        ("ก่อน", "หลัง"),
        ("Income before the project", "Income at endline"),
    ],
)
def test_headers_of_many_wordings(before: str, after: str) -> None:
    reading = read({"รายได้": [["รหัส", before, after, "per"], ["M1", 100, 150, "เดือน"]]})
    assert sums(reading, "member_income") == {"baseline": 100, "endline": 150}


def test_income_may_stand_on_the_member_list() -> None:
    rows: list[Any] = [
        ["รหัสสมาชิก", "เพศ", "หมู่บ้าน", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"],
        ["M1", "หญิง", "หมู่ 1", 100, 150],
        ["M2", "ชาย", "หมู่ 1", 50, None],
        ["M1", "หญิง", "หมู่ 1", 900, 900],
    ]
    reading = read({"ข้อมูล": rows})
    assert sums(reading, "members_active") == {"baseline": 2, "endline": 2}
    assert sums(reading, "member_income") == {"baseline": 100 + 50, "endline": 150}
    (sheet,) = reading.sheets
    assert (sheet.table, sheet.rows_used, sheet.rows_left_out) == ("members", 2, 1)
    assert [column.column for column in sheet.columns] == ["member_id", "sex", "village", "amount", "amount"]


def test_two_headers_of_one_meaning_are_said() -> None:
    reading = read({"สมาชิก": [["รหัสสมาชิก", "เพศ", "Gender"], ["M1", "หญิง", "ชาย"]]})
    assert find_problem(reading, "duplicate_column").cell == "C1"
