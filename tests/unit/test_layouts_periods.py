"""Layouts told apart by periods: columns of rounds, names by year, several rounds, and words beside years."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dictionary.load import severity
from dictionary.nouns import Severity
from ingest import InputFile, Reading, read_files
from project import find_changes, open_project
from tests.build import build, codes, find_problem, read, read_many, sums, values

HEAD = ["รหัสสมาชิก", "รายได้ (บาท/เดือน)"]


def by_period(header: str, first: Any, second: Any) -> Reading:
    rows = [["รหัสสมาชิก", header, "รายได้ (บาท/เดือน)"], ["M1", first, 100], ["M1", second, 150]]
    return read({"รายได้": rows})


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        ("รอบ", "ก่อน", "หลัง"),
        ("ช่วง", "ก่อนดำเนินการ", "หลังดำเนินการ"),
        ("ระยะ", "ปีฐาน", "ปัจจุบัน"),
        ("Period", "Before", "After"),
        ("Wave", "Baseline", "Endline"),
        ("time", "pre", "post"),
        ("รอบที่เก็บ", "รอบที่ 1", "รอบที่ 2"),
        ("ข้อมูล", "ก่อน", "หลัง"),
        ("ปี", 2562, 2564),
        ("ปี พ.ศ.", "๒๕๖๒", "๒๕๖๔"),
        ("Year", 2019, 2021.0),
        ("ปีงบประมาณ", "2562", "ปีงบประมาณ 2564"),
        ("วันที่สำรวจ", date(2019, 3, 1), "1 มี.ค. 2564"),
    ],
)
def test_a_column_says_the_round_in_many_wordings(header: str, first: Any, second: Any) -> None:
    reading = by_period(header, first, second)
    assert values(reading, "member_income") == {("M1", "baseline"): 100, ("M1", "endline"): 150}
    assert not [one for one in reading.problems if severity(one) is Severity.ERROR]


def test_the_rounds_get_their_dates_from_the_years() -> None:
    before, after = by_period("ปี", 2562, 2564).rounds
    assert (before.start, before.end) == (date(2019, 1, 1), date(2019, 12, 31))
    assert (after.label.th, after.label.en) == ("ปี 2564", "Year 2021")


def test_a_fiscal_year_begins_in_october_of_the_year_before() -> None:
    before, _ = by_period("ปีงบประมาณ", "ปีงบประมาณ 2563", "ปีงบประมาณ 2565").rounds
    assert (before.start, before.end) == (date(2019, 10, 1), date(2020, 9, 30))
    assert before.label.en == "Fiscal year 2020"


def test_the_year_of_birth_is_no_round() -> None:
    reading = read({"สมาชิก": [["รหัสสมาชิก", "ปีเกิด", "เพศ"], ["M1", 2515, "หญิง"], ["M2", 2520, "ชาย"]]})
    assert [one.key for one in reading.rounds] == ["baseline", "endline"]
    assert len(values(reading, "members_active")) == 4


def test_a_lone_year_says_when_and_not_which() -> None:
    reading = read({"สมาชิก 2562": [["รหัสสมาชิก", "เพศ"], ["M1", "หญิง"]], "รายได้": [HEAD, ["M1", 100]]})
    assert reading.sheets[0].round is None
    assert "round_not_stated" in codes(reading.problems)


def test_a_year_beside_a_word_is_the_other_round() -> None:
    reading = read({"รายได้": [["รหัสสมาชิก", "รายได้ปีฐาน", "รายได้ปี 2565", "ต่อ"], ["M1", 100, 150, "เดือน"]]})
    assert values(reading, "member_income") == {("M1", "baseline"): 100, ("M1", "endline"): 150}
    assert reading.rounds[1].start == date(2022, 1, 1)


def test_members_listed_by_period_are_there_in_it() -> None:
    rows = [["รหัสสมาชิก", "เพศ", "รอบ"], ["M1", "หญิง", "ก่อน"], ["M1", "หญิง", "หลัง"], ["M2", "ชาย", "หลัง"]]
    reading = read({"สมาชิก": rows})
    assert values(reading, "members_active") == {("M1", "baseline"): 1, ("M1", "endline"): 1, ("M2", "endline"): 1}
    (sheet,) = reading.sheets
    assert (sheet.rows_read, sheet.rows_used) == (3, 3)


def test_a_row_whose_round_is_blank_is_left_out_and_said() -> None:
    rows = [["รหัสสมาชิก", "รอบ", *HEAD[1:]], ["M1", "ก่อน", 1], ["M1", "หลัง", 2], ["M2", "ก่อน", 3], ["M2", None, 4]]
    reading = read({"รายได้": rows})
    assert find_problem(reading, "round_of_row_unknown").cell == "B5"
    assert [(one.reason, one.row) for one in reading.excluded] == [("round_unknown", 5)]


@pytest.mark.parametrize("below", [["รวม", None, 10], ["หมายเหตุ: ข้อมูลสมมติ"], ["M2", None, 4]])
def test_a_row_that_says_no_round_below_rows_that_do_asks_nothing(below: list[Any]) -> None:
    rows = [["รหัสสมาชิก", "รอบ", *HEAD[1:]], ["M1", "ก่อน", 1], ["M1", "หลัง", 2], ["M2", "ก่อน", 3], below]
    reading = read({"รายได้": rows})
    assert not reading.questions
    assert len(values(reading, "member_income")) == 3
    (sheet,) = reading.sheets
    assert (sheet.rows_read, sheet.rows_used, sheet.rows_left_out) == (4, 3, 1)


def test_rounds_of_two_digits_alone_are_asked_about() -> None:
    rows = [["รหัสสมาชิก", "ปี", *HEAD[1:]], *[[f"M{one}", year, one] for one in (1, 2) for year in (62, 65)]]
    assert [one.code for one in read({"รายได้": rows}).questions] == ["question.round_unknown"]


def test_three_files_by_year_are_three_rounds() -> None:
    reading = read_many({f"{year}.xlsx": {"รายได้": [HEAD, ["M1", year]]} for year in (2564, 2562, 2563)})
    assert [one.key for one in reading.rounds] == ["y2562", "y2563", "y2564"]
    assert values(reading, "member_income") == {("M1", f"y{year}"): year for year in (2562, 2563, 2564)}


def test_three_numbered_rounds_keep_their_order() -> None:
    rows = [["รหัสสมาชิก", "รอบ", *HEAD[1:]], *[["M1", f"รอบที่ {number}", number] for number in (3, 1, 2)]]
    reading = read({"รายได้": rows})
    assert values(reading, "member_income") == {("M1", f"r{number}"): number for number in (1, 2, 3)}


def test_what_the_user_answers_goes_before_the_years_in_names() -> None:
    files = [
        InputFile("2562.xlsx", build({"รายได้": [HEAD, ["M1", 100]]}), "endline"),
        InputFile("2564.xlsx", build({"รายได้": [HEAD, ["M1", 150]]}), "baseline"),
    ]
    assert values(read_files(files), "member_income") == {("M1", "endline"): 100, ("M1", "baseline"): 150}


def test_a_project_of_several_rounds_compares_the_first_with_the_last() -> None:
    rows = [["รหัสสมาชิก", "รายได้ 2562", "รายได้ 2563", "รายได้ 2564", "ต่อ"], ["M1", 100, 120, 150, "เดือน"]]
    project = open_project([InputFile("book.xlsx", build({"รายได้": rows}))])
    (finding,) = (one for one in find_changes(project).findings if one.indicator.key == "member_income")
    assert (finding.baseline, finding.endline) == (100, 150)


def test_a_table_of_years_keeps_every_value_and_its_cell() -> None:
    rows = [["จังหวัด", None, 2560, 2562, 2564], ["นนทบุรี", None, 1, 2, 3], ["ลพบุรี", None, 4, None, 6]]
    observations = read({"Sheet1": rows}).observations
    assert observations["value"].fillna(-1).tolist() == [1, 4, 2, -1, 3, 6]
    assert set(zip(observations["row"], observations["column"], strict=True)) == {
        (row, column) for row in (2, 3) for column in (3, 4, 5)
    }


LIKELY: list[Any] = [["รหัสสมาชิก", "รายได้ (บาท/เดือน)"], ["M1", 100], ["M2", 200]]


def test_titles_in_prose_tell_rounds_apart_where_headers_were_known_by_likeness() -> None:
    titles = ("ข้อมูลรายได้สมาชิก ประจำปี พ.ศ. ๒๕๖๕ จำนวน 60 คน", "ข้อมูลรายได้ เก็บเมื่อเดือนมีนาคม 2567")
    files = {f"{name}.xlsx": {"Sheet1": [[title], *LIKELY]} for name, title in zip("ab", titles, strict=True)}
    reading = read_many(files)
    assert [one.label.th for one in reading.rounds] == ["ปี 2565", "ปี 2567"]
    assert reading.questions == ()


def test_names_of_files_with_a_year_tell_rounds_apart() -> None:
    reading = read_many({f"รายได้ {year}.xls": {"Sheet1": [*LIKELY, ["M3", year]]} for year in (2567, 2565)})
    assert [one.label.th for one in reading.rounds] == ["ปี 2565", "ปี 2567"]
    assert reading.questions == ()


@pytest.mark.parametrize("names", [("รายได้ 65", "รายได้ 67"), ("รายได้ 2565-2566", "รายได้ 2567-2568")])
def test_years_of_two_digits_or_of_a_span_are_asked_about(names: tuple[str, str]) -> None:
    reading = read_many({f"{name}.xlsx": {"Sheet1": [*LIKELY, [name, 1]]} for name in names})
    assert [one.code for one in reading.questions] == ["question.which_file_is_baseline"]


def test_two_files_with_the_year_in_their_headers_are_two_rounds() -> None:
    files = {
        f"{name}.xlsx": {"ตัวชี้วัด": [["ตัวชี้วัด", "หน่วย", f"ค่า ปี {year}"], ["ต้นไม้", "ต้น", year]]}
        for name, year in (("a", 2562), ("b", 2565))
    }
    reading = read_many(files)
    assert values(reading, "custom_1") == {("", "baseline"): 2562, ("", "endline"): 2565}
    assert reading.excluded == ()


def test_the_unit_of_a_summary_may_stand_in_its_headers() -> None:
    reading = read({"ตัวชี้วัด": [["ตัวชี้วัด", "ก่อน (ร้อยละ)", "หลัง (ร้อยละ)"], ["ผู้ใช้", 45, 60]]})
    assert values(reading, "custom_1") == {("", "baseline"): 0.45, ("", "endline"): 0.6}


NAMES_AND_INCOMES = [["ลำดับ", "ชื่อ-สกุล", "รายได้ต่อเดือน (บาท)"]]


def test_two_files_of_names_and_incomes_are_the_rounds_that_their_names_say() -> None:
    before = {"Sheet1": [*NAMES_AND_INCOMES, *([n, f"นาย{n} ใจดี", 3000] for n in "กขคงจฉ")]}
    after = {"Sheet1": [*NAMES_AND_INCOMES, *([n, f"นาย{n} ใจดี", 3500] for n in "กขคงจฉ")]}
    reading = read_many({"รายได้ก่อน.xlsx": before, "รายได้หลัง.xlsx": after})
    assert sums(reading, "member_income") == {"baseline": 6 * 3000.0, "endline": 6 * 3500.0}


def test_two_files_of_names_and_incomes_are_asked_which_is_before() -> None:
    files = {
        file: {"Sheet1": [*NAMES_AND_INCOMES, *([n, f"นาย{n} ใจดี", amount] for n in "กขคงจฉ")]}
        for file, amount in (("a.xlsx", 3000), ("b.xlsx", 3500))
    }
    assert [one.code for one in read_many(files).questions] == ["question.which_file_is_baseline"]
    told = read_many(files, {"a.xlsx": "baseline", "b.xlsx": "endline"})
    assert sums(told, "member_income") == {"baseline": 6 * 3000.0, "endline": 6 * 3500.0}


def test_a_form_of_questions_before_and_after_is_compared_and_not_asked_about() -> None:
    header = ["Timestamp", "ชื่อ-สกุล", "เพศ", "ก่อนเข้าร่วมโครงการ ท่านออมเงินเดือนละเท่าใด (บาท)"]
    header += ["หลังเข้าร่วมโครงการ ท่านออมเงินเดือนละเท่าใด (บาท)"]
    rows = [[f"15/6/2566, 10:0{n}", f"นาย{name} ใจดี", "ชาย", 300 + n, 400 + n] for n, name in enumerate("กขคงจฉ")]
    reading = read({"Sheet1": [header, *rows]})
    assert reading.questions == ()
    assert sums(reading, "personal_1") == {"baseline": 6 * 300.0 + 15, "endline": 6 * 400.0 + 15}
