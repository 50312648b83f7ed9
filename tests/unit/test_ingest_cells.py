"""Cells are read as people type them; what cannot be read is a problem with its cell, and nothing is guessed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dictionary.load import describe
from i18n import Language
from ingest import ProjectAnswers, Reading
from tests.build import codes, find_problem, read, sums, values

DATES = [["ข้อมูลก่อน ถึงวันที่", "31/12/2562"], ["ข้อมูลหลัง ถึงวันที่", "31/12/2565"]]


def income(*rows: list[object], headers: tuple[str, ...] = ("ก่อน", "หลัง")) -> dict[str, list[Any]]:
    return {"รายได้": [["รหัส", "แหล่งรายได้", *headers, "หน่วยเวลา"], *rows]}


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("12,500 บาท", 12500),
        ("๓,๒๐๐", 3200),
        (" 500 ", 500),
        (0, 0),
        ("0", 0),
        ("", None),
    ],
)
def test_amounts_as_text(cell: object, amount: float | None) -> None:
    reading = read(income(["M1", "ทอผ้า", cell, 1, "เดือน"]))
    assert codes(reading.problems) == []
    assert values(reading, "member_income")[("M1", "baseline")] == amount


@pytest.mark.parametrize("cell", ["50%", "20 กก.", "3,000 คน", "12 ต้น", "ร้อยละ 5"])
def test_a_number_of_something_else_is_no_amount_of_money(cell: str) -> None:
    reading = read(income(["M1", "ทอผ้า", cell, 1, "เดือน"]))
    problem = find_problem(reading, "not_a_number")
    assert (problem.cell, problem.found) == ("C2", cell)
    assert values(reading, "member_income")[("M1", "baseline")] is None


def test_a_word_for_nothing_is_not_known_and_said_once_for_the_column() -> None:
    rows: list[list[object]] = [
        [f"M{number}", "ทอผ้า", word, 1, "เดือน"] for number, word in enumerate(["ไม่มี", "N/A", "-", None, "ไม่มี"])
    ]
    reading = read(income(*rows))
    problem = find_problem(reading, "nothing_in_words")
    assert (problem.cell, problem.found) == ("C2:C4, C6", "ไม่มี, N/A, -")
    assert values(reading, "member_income")[("M0", "baseline")] is None
    assert "0" in describe(problem, Language.TH)


def test_a_year_is_twelve_months_row_by_row() -> None:
    reading = read(income(["M1", "ทอผ้า", 1200, 2400, "ปี"], ["M2", "ทอผ้า", 1200, 2400, "per month"]))
    assert values(reading, "member_income") == {
        ("M1", "baseline"): 1200 / 12,
        ("M1", "endline"): 2400 / 12,
        ("M2", "baseline"): 1200,
        ("M2", "endline"): 2400,
    }


@pytest.mark.parametrize(
    ("header", "months"),
    [
        ("รายได้{} (บาท/เดือน)", 1),
        ("รายได้{} บาทต่อปี", 12),
        ("รายได้ทั้งปี {} (บาท)", 12),
        ("รายได้รวมทั้งปี {}", 12),
        ("รายได้สุทธิตลอดทั้งปี {} (บาท)", 12),
        ("Annual income {}", 12),
        ("Income {} (THB per month)", 1),
    ],
)
def test_a_header_may_say_the_period(header: str, months: int) -> None:
    rows = [["รหัส", header.format("ก่อน"), header.format("หลัง")], ["M1", 120, 240]]
    assert sums(read({"รายได้": rows}), "member_income") == {"baseline": 120 / months, "endline": 240 / months}


def test_a_title_above_the_table_may_say_the_period() -> None:
    rows = [["รายได้ของสมาชิก (บาทต่อปี)"], ["รหัส", "ก่อน", "หลัง"], ["M1", 120, 240]]
    assert sums(read({"รายได้": rows}), "member_income") == {"baseline": 10, "endline": 20}


def test_a_period_that_nobody_states_is_not_guessed() -> None:
    reading = read({"รายได้": [["รหัส", "ก่อน", "หลัง"], ["M1", 120, 240]], "สมาชิก": [["รหัส", "เพศ"], ["M1", "หญิง"]]})
    problem = find_problem(reading, "period_not_stated")
    assert (problem.sheet, problem.cell, problem.found) == ("รายได้", "A1:C1", "รหัส, ก่อน, หลัง")
    assert values(reading, "member_income") == {("M1", "baseline"): None, ("M1", "endline"): None}
    assert sums(reading, "members_active") == {"baseline": 1, "endline": 1}


def test_a_row_without_a_period_is_unknown_and_said() -> None:
    reading = read(income(["M1", "ทอผ้า", 100, 100, None], ["M2", "ทอผ้า", 100, 100, "วัน"], ["M3", "ทอผ้า", 1, 1, "เดือน"]))
    assert find_problem(reading, "period_of_row_unknown").cell == "E2"
    odd = find_problem(reading, "period_not_known")
    assert (odd.cell, odd.found) == ("E3", "วัน")
    assert sums(reading, "member_income") == {"baseline": 1, "endline": 1}


def test_text_where_a_number_belongs_is_a_problem_with_its_cell() -> None:
    reading = read(income(["M1", "ทอผ้า", "ห้าร้อย", 600, "เดือน"]))
    problem = find_problem(reading, "not_a_number")
    assert (problem.sheet, problem.cell, problem.found) == ("รายได้", "C2", "ห้าร้อย")
    assert values(reading, "member_income") == {("M1", "baseline"): None, ("M1", "endline"): 600}
    assert "C2" in describe(problem, Language.TH)
    assert "12,500" in describe(problem, Language.EN)


def test_ids_are_one_however_they_are_typed() -> None:
    sheets = income(["m1 ", "ทอผ้า", 1, 2, "เดือน"], [7, "ทอผ้า", 1, 2, "เดือน"]) | {
        "สมาชิก": [["รหัส", "เพศ"], ["M1", "ญ"], ["๗", "ช"]]
    }
    assert codes(read(sheets).problems) == ["presence_not_stated"]


def test_an_income_of_nobody_on_the_list_is_used_and_said() -> None:
    reading = read(income(["M9", "ทอผ้า", 1, 2, "เดือน"]) | {"สมาชิก": [["รหัส", "เพศ"], ["M1", "หญิง"]]})
    problem = find_problem(reading, "unknown_member")
    assert (problem.cell, problem.found, problem.personal) == ("A2", "M9", True)
    assert sums(reading, "member_income") == {"baseline": 1, "endline": 2}


def test_the_same_income_twice_is_said() -> None:
    reading = read(income(["M1", "ทอผ้า", 1, 2, "เดือน"], ["M1", "ทอผ้า ", 10, 20, "เดือน"], ["M1", "ย้อม", 5, 5, "เดือน"]))
    assert find_problem(reading, "duplicate_income").cell == "A3"
    assert sums(reading, "member_income") == {"baseline": 16, "endline": 27}


def test_a_row_of_income_that_stands_twice_is_counted_once_and_both_cells_are_said() -> None:
    sheets = income(["M1", "ทอผ้า", 1, 2, "เดือน"], ["M2", "ทอผ้า", 5, 6, "เดือน"], ["m1", "ทอผ้า ", 1, 2, "เดือน"])
    reading = read({**sheets, "รายได้ (2)": sheets["รายได้"][:3]})
    said = [one for one in reading.problems if one.code == "income_repeated"]
    assert [(one.sheet, one.cell, one.allowed.th, one.personal) for one in said] == [
        ("รายได้", "A4", "A2", True),
        ("รายได้ (2)", "A2", "รายได้ A2", True),
        ("รายได้ (2)", "A3", "รายได้ A3", True),
    ]
    assert sums(reading, "member_income") == {"baseline": 1 + 5, "endline": 2 + 6}
    assert [one.reason for one in reading.excluded] == ["income_repeated"] * 3


def test_a_row_of_income_that_differs_in_anything_but_its_number_is_another_income() -> None:
    header = ["ลำดับ", "รหัสสมาชิก", "แปลง", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
    rows = [[1, "M1", 1, 10, 20], [2, "M1", 2, 10, 20], [3, "M2", 1, 5, 6], [4, "M2", 1, 5, 6], [5, "M3", 1, 7, 7]]
    reading = read({"รายได้": [header, *rows]})
    assert [one.cell for one in reading.problems if one.code == "income_repeated"] == ["B5"]
    assert find_problem(reading, "duplicate_income").cell == "B3"
    assert sums(reading, "member_income") == {"baseline": 20 + 5 + 7, "endline": 40 + 6 + 7}


def members(*rows: list[object]) -> list[Any]:
    return [["รหัสสมาชิก", "เพศ", "วันที่เข้าร่วม", "วันที่ออก"], *rows]


def test_presence_is_judged_at_the_end_of_each_round() -> None:
    rows = members(
        ["M1", "หญิง", None, None],
        ["M2", "หญิง", "1/1/2563", None],
        ["M3", "หญิง", date(2562, 12, 31), date(2021, 1, 1)],
        ["M4", "หญิง", "2560", "31/12/2562"],
        ["M5", "หญิง", None, "1/1/2566"],
    )
    reading = read({"โครงการ": DATES, "สมาชิก": rows})
    presence = values(reading, "members_active")
    assert [presence[(unit, "baseline")] for unit in ("M1", "M2", "M3", "M4", "M5")] == [1, 0, 1, 0, 1]
    assert [presence[(unit, "endline")] for unit in ("M1", "M2", "M3", "M4", "M5")] == [1, 1, 0, 0, 1]


def test_presence_knows_the_cell_that_decides_it() -> None:
    rows = members(["M1", "ญ", None, None], ["M2", "ญ", "2560", None], ["M3", "ญ", "2560", "2564"])
    reading = read({"โครงการ": DATES, "สมาชิก": rows})
    frame = reading.observations[reading.observations["round"] == "endline"]
    assert list(zip(frame["row"], frame["column"], strict=True)) == [(2, 1), (3, 3), (4, 4)]


def test_dates_of_joining_without_dates_of_rounds_are_asked_about() -> None:
    reading = read({"สมาชิก": members(["M1", "ญ", None, None], ["M2", "ญ", "2563", None], ["M3", "ญ", None, "2564"])})
    assert values(reading, "members_active") == {
        ("M1", "baseline"): 1,
        ("M2", "baseline"): None,
        ("M3", "baseline"): 1,
        ("M1", "endline"): 1,
        ("M2", "endline"): 1,
        ("M3", "endline"): 0,
    }
    assert find_problem(reading, "round_dates_needed").cell == "C3"


def test_where_most_give_a_date_of_joining_nobody_is_counted_before_without_the_dates_of_rounds() -> None:
    dated: list[list[object]] = [[f"M{n}", "ญ", "15/6/2562", None] for n in range(1, 4)]
    sheets = {"สมาชิก": members(*dated, ["M4", "ญ", "15/6/2562", "1/9/2568"], ["M5", "ญ", None, None])}
    reading = read(sheets)
    presence = values(reading, "members_active")
    assert [presence[f"M{n}", "baseline"] for n in range(1, 6)] == [None] * 5  # not 2 of 5
    assert [presence[f"M{n}", "endline"] for n in range(1, 6)] == [1, 1, 1, 0, 1]
    assert find_problem(reading, "round_dates_needed").found == "5"
    dates = ProjectAnswers("x", "y", baseline_end=date(2024, 3, 31), endline_end=date(2026, 3, 31))
    assert sums(read(sheets, dates), "members_active") == {"baseline": 5, "endline": 4}


def test_yes_and_no_count_without_any_date_whatever_the_dates_of_joining() -> None:
    rows = [
        ["รหัส", "วันที่เข้าร่วม", "เป็นสมาชิกก่อน", "เป็นสมาชิกหลัง"],
        ["M1", "2562", "ใช่", "ใช่"],
        ["M2", "2567", "ไม่ใช่", "ใช่"],
    ]
    assert sums(read({"สมาชิก": rows}), "members_active") == {"baseline": 1, "endline": 2}


def test_dates_typed_on_the_screen_settle_it() -> None:
    sheets = {"สมาชิก": members(["M2", "ญ", "2563", None])}
    reading = read(sheets, ProjectAnswers("x", "y", baseline_end=date(2019, 12, 31), endline_end=date(2022, 12, 31)))
    assert sums(reading, "members_active") == {"baseline": 0, "endline": 1}
    assert (reading.info.name, reading.info.group) == ("x", "y")


def test_a_year_of_two_digits_is_never_guessed() -> None:
    reading = read({"โครงการ": DATES, "สมาชิก": members(["M1", "ญ", "1/5/63", None])})
    assert find_problem(reading, "year_of_two_digits").cell == "C2"
    assert values(reading, "members_active") == {("M1", "baseline"): None, ("M1", "endline"): None}


def test_columns_that_say_who_was_there_win_over_dates() -> None:
    rows = [["รหัส", "เข้าร่วมเมื่อ", "เป็นสมาชิกก่อน", "เป็นสมาชิกหลัง"], ["M1", "2563", "ใช่", "ไม่ใช่"], ["M2", None, None, "ใช่"]]
    reading = read({"โครงการ": DATES, "สมาชิก": rows})
    assert values(reading, "members_active") == {
        ("M1", "baseline"): 1,
        ("M2", "baseline"): 1,
        ("M1", "endline"): 0,
        ("M2", "endline"): 1,
    }
    assert find_problem(reading, "presence_by_dates").cell == "C3"


MIXED = ["รหัส", "เข้าร่วมเมื่อ", "ออกเมื่อ", "เป็นสมาชิกก่อน", "เป็นสมาชิกหลัง"]


@pytest.mark.parametrize(
    ("row", "before", "after"),
    [
        ([None, None, None, None], 1, 1),
        (["2563", None, None, None], 0, 1),
        ([None, "2564", None, None], 1, 0),
        (["2563", None, "ใช่", None], 1, 1),
        ([None, None, None, "ไม่ใช่"], 1, 0),
        ([None, None, "ไม่ใช่", None], 0, None),
        (["2564", "2563", None, None], None, None),
    ],
)
def test_a_blank_yes_or_no_is_decided_by_the_dates_of_its_row(
    row: list[object], before: float | None, after: float | None
) -> None:
    reading = read({"โครงการ": DATES, "สมาชิก": [MIXED, ["M1", None, None, "ใช่", "ไม่ใช่"], ["M2", *row]]})
    presence = values(reading, "members_active")
    assert (presence[("M2", "baseline")], presence[("M2", "endline")]) == (before, after)
    assert (presence[("M1", "baseline")], presence[("M1", "endline")]) == (1, 0)
    assert ("presence_unknown" in codes(reading.problems)) == (None in (before, after))


def test_a_presence_that_nothing_decides_is_said_once_with_its_cells() -> None:
    rows = [["รหัส", "เป็นสมาชิกก่อน", "เป็นสมาชิกหลัง"], ["M1", "ใช่", "ไม่ใช่"]]
    reading = read({"สมาชิก": [*rows, ["M2", None, "ใช่"], ["M3", "-", "ใช่"]]})
    problem = find_problem(reading, "presence_unknown")
    assert (problem.cell, problem.found) == ("B3:B4", "2")
    assert values(reading, "members_active")[("M2", "baseline")] is None


def test_a_blank_yes_or_no_whose_date_needs_the_dates_of_the_round_asks_for_them() -> None:
    rows = [MIXED, ["M1", None, None, "ใช่", "ไม่ใช่"], ["M2", "2563", None, None, None]]
    reading = read({"สมาชิก": rows})
    assert find_problem(reading, "round_dates_needed").cell == "B3"
    assert "presence_unknown" not in codes(reading.problems)


def test_ticks_beside_dates_hold_for_the_rows_that_are_ticked() -> None:
    rows = [MIXED, ["M1", None, None, "✓", None], ["M2", "2563", None, None, None], ["M3", None, None, None, None]]
    presence = values(read({"โครงการ": DATES, "สมาชิก": rows}), "members_active")
    assert [presence[(unit, "baseline")] for unit in ("M1", "M2", "M3")] == [1, 0, 1]
    assert [presence[(unit, "endline")] for unit in ("M1", "M2", "M3")] == [0, 1, 1]


def test_a_word_that_is_no_sex_is_a_problem_and_the_member_stays() -> None:
    reading = read({"สมาชิก": members(["M1", "แมว", None, None])})
    problem = find_problem(reading, "unknown_code")
    assert (problem.cell, problem.found) == ("B2", "แมว")
    assert "หญิง" in problem.allowed.th
    assert sums(reading, "members_active") == {"baseline": 1, "endline": 1}


@pytest.mark.parametrize(("year", "is_odd"), [(2515, False), (1972, False), ("๒๕๑๕", False), (15, True), (2999, True)])
def test_years_of_birth(year: object, is_odd: bool) -> None:
    reading = read({"สมาชิก": [["รหัส", "เพศ", "ปีเกิด"], ["M1", "ญ", year]]})
    assert ("out_of_range" in codes(reading.problems)) == is_odd


def partners(*rows: list[object]) -> dict[str, list[Any]]:
    headers = ["ชื่อหน่วยงาน", "ภาคส่วน", "ก่อน", "หลัง", "มูลค่าก่อน (บาท)", "มูลค่าหลัง (บาท)"]
    return {"ภาคีเครือข่าย": [headers, *rows]}


def test_an_unknown_sector_keeps_the_partner_and_says_so() -> None:
    reading = read(partners(["ก", "ต่างดาว", "มี", "มี", 1, 2], ["ข", "โรงเรียน", "ไม่มี", "มี", None, "5,000 บาท"]))
    problem = find_problem(reading, "unknown_sector")
    assert (problem.cell, problem.found) == ("B2", "ต่างดาว")
    assert "การศึกษา" in problem.allowed.th
    assert "Education" in problem.allowed.en
    assert values(reading, "partners", "sector") == {
        ("ก", "baseline", "nan"): 1,
        ("ข", "baseline", "education"): 0,
        ("ก", "endline", "nan"): 1,
        ("ข", "endline", "education"): 1,
    }
    assert sums(reading, "partner_support") == {"baseline": 1, "endline": 2 + 5000}


def test_two_spellings_of_a_partner_are_one_and_it_is_said() -> None:
    rows: list[list[object]] = [
        ["อบต.ดอนไม้งาม", "อปท.", "มี", "มี", 1, 2],
        ["ธ.ก.ส.", "รัฐ", "มี", "มี", None, None],
        ["อบต. ดอนไม้งาม ", "อปท.", "มี", "มี", 10, 20],
    ]
    reading = read(partners(*rows))
    problem = find_problem(reading, "same_partner")
    assert (problem.cell, problem.found, problem.allowed.th) == ("A4", "อบต. ดอนไม้งาม", "“อบต.ดอนไม้งาม” (A2)")
    assert len({unit for unit, _ in values(reading, "partners")}) == 2


def test_a_partner_spelled_otherwise_on_the_sheet_of_the_other_round_is_the_same_partner() -> None:
    headers = ["ชื่อหน่วยงาน", "ภาคส่วน"]
    sheets = {"ภาคี ก่อน": [headers, ["อบต.คลอง", "อปท."]], "ภาคี หลัง": [headers, ["อบต. คลอง", "อปท."]]}
    reading = read(sheets)
    assert find_problem(reading, "same_partner").allowed.th == "“อบต.คลอง” (ภาคี ก่อน A2)"
    assert set(values(reading, "partners")) == {("อบต.คลอง", "baseline"), ("อบต.คลอง", "endline")}


def test_ticks_leave_no_blank_unknown_and_it_is_said() -> None:
    reading = read(partners(["ก", "รัฐ", None, "✓", None, None], ["ข", "เอกชน", "/", "/", None, None]))
    assert codes(reading.problems) == ["blank_means_no"]
    assert sums(reading, "partners") == {"baseline": 1, "endline": 2}


def mark_partners(*marks: tuple[object, object]) -> Reading:
    rows = [["ก", "รัฐ"], ["ข", "เอกชน"], ["ค", "ชุมชน"]]
    return read(partners(*([*row, *mark, None, None] for row, mark in zip(rows, marks, strict=False))))


@pytest.mark.parametrize("cross", ["x", "X", "×", "✗", "กากบาท"])
def test_crosses_alone_are_ticks_and_it_is_said(cross: str) -> None:
    reading = mark_partners((cross, cross), ("-", cross))
    assert sums(reading, "partners") == {"baseline": 1, "endline": 2}
    assert find_problem(reading, "cross_means_yes").found == cross
    assert set(codes(reading.problems)) == {"cross_means_yes", "blank_means_no"}


@pytest.mark.parametrize(("cross", "tick"), [("x", "/"), ("✗", "✓"), ("x", "มี"), ("×", "●"), ("X", "ใช่")])
def test_a_cross_beside_a_tick_is_no(cross: str, tick: str) -> None:
    reading = mark_partners((cross, tick), (cross, cross), (tick, tick))
    assert sums(reading, "partners") == {"baseline": 1, "endline": 2}
    assert codes(reading.problems) == []


def test_a_mark_that_is_not_known_is_asked_about_and_not_dropped() -> None:
    problem = find_problem(mark_partners(("มี", "มี"), ("o", "ไม่มี")), "unknown_code")
    assert (problem.cell, problem.found) == ("C3", "o")


def summary(*rows: list[object]) -> dict[str, list[Any]]:
    headers = ["ตัวชี้วัด", "หน่วย", "มิติ", "ก่อน", "หลัง", "เป้าหมาย", "ทิศทางที่ดี", "n"]
    return {"ตัวชี้วัด": [headers, *rows]}


@pytest.mark.parametrize(("before", "after"), [(45, 60), ("45%", "60%"), (0.45, 0.6), ("ร้อยละ 45", 60), ("45%", 0.6)])
def test_per_cent_as_people_type_it(before: object, after: object) -> None:
    reading = read(summary(["ความรู้", "ร้อยละ", "สังคม", before, after, None, "เพิ่มขึ้น", 20]))
    assert sums(reading, "custom_1") == {"baseline": 0.45, "endline": 0.6}
    assert ("share_scale" in codes(reading.problems)) == (float in {type(before), type(after)})


@pytest.mark.parametrize(
    ("unit", "figures", "after"),
    [
        ("ร้อยละ", ("65%", 0.82, 80), None),
        ("ร้อยละ", (65, 0.82, None), None),
        ("ร้อยละ", (65, "0.82%", 80), 0.0082),
        ("ร้อยละ", ("0.65%", "0.82%", 80), 0.0082),
        ("ร้อยละ", (65, 0, 80), 0.0),
        ("สัดส่วน", (0.65, "82%", None), 0.82),
        ("สัดส่วน", (0.65, 82, None), None),
    ],
)
def test_a_figure_of_another_scale_than_its_row_is_not_used(
    unit: str, figures: tuple[object, ...], after: float | None
) -> None:
    reading = read(summary(["ความรู้", unit, "สังคม", *figures, "เพิ่มขึ้น", 20]))
    said = [one.cell for one in reading.problems if one.code == "share_ambiguous"]
    assert said == (["E2"] if after is None else [])
    assert values(reading, "custom_1")["", "endline"] == (after if after is None else pytest.approx(after))


def test_an_indicator_of_the_dictionary_is_known_by_name_and_its_unit_kept_as_typed() -> None:
    reading = read(summary(["จำนวนต้นกล้วยที่นำมาใช้", "ต้น/เดือน", "สิ่งแวดล้อม", 10, 20, 30, "เพิ่มขึ้น", None]))
    assert find_problem(reading, "unit_differs").cell == "B2"
    assert sums(reading, "stems_used") == {"baseline": 10, "endline": 20, "target": 30}
    assert reading.indicators["stems_used"].unit == "stem_per_month"
    assert reading.observations["typed"].all()


def test_what_several_rows_do_not_say_is_one_problem_of_the_sheet() -> None:
    rows: list[list[object]] = [["ขยะ", "กก.", None, 9, 3, None, None], ["เสียง", "dB", "สังคม", 9, 3, None, None]]
    more: list[list[object]] = [["น้ำ", "ลบ.ม.", None, 9, 3, None, None], ["ฝุ่น", "กก.", None, 9, 3, None, "ยิ่งน้อยยิ่งดี"]]
    found = [(one.code, one.cell, one.found) for one in read(summary(*rows, *more)).problems if one.cell]
    assert found == [
        ("better_not_stated", "G3", "เสียง"),
        ("dimension_not_stated", "C5", "ฝุ่น"),
        ("dimension_and_better_not_stated", "A2, A4", "ขยะ”, “น้ำ"),
    ]


def test_an_indicator_of_ones_own_is_defined_by_its_row() -> None:
    reading = read(summary(["เสียงรบกวน", "เดซิเบล", "สิ่งแวดล้อม", 80, 60, None, "ยิ่งน้อยยิ่งดี", 5]))
    own = reading.indicators["custom_1"]
    assert (own.label.th, own.unit, own.dimension.value, own.better.value) == (
        "เสียงรบกวน",
        "เดซิเบล",
        "environmental",
        "lower",
    )
    assert reading.observations["n"].tolist() == [5, 5]
    assert codes(reading.problems) == []


def test_what_an_indicator_lacks_is_said() -> None:
    reading = read({"ตัวชี้วัด": [["ตัวชี้วัด", "ก่อน", "หลัง"], ["ความสุข", 1, 2]]})
    assert sorted(codes(reading.problems)) == ["dimension_and_better_not_stated", "unit_not_stated"]


def test_the_same_indicator_twice_leaves_the_later_row_out() -> None:
    row: list[object] = ["เสียง", "เดซิเบล", "สังคม", 80, 60, None, "ลดลง", None]
    reading = read(summary(row, row))
    assert find_problem(reading, "duplicate_indicator").cell == "A3"
    assert sums(reading, "custom_1") == {"baseline": 80, "endline": 60}


def test_a_sample_size_that_is_no_number_is_a_problem_once() -> None:
    header = ["ตัวชี้วัด", "หน่วย", "มิติ", "ก่อน", "หลัง", "ทิศทางที่ดี", "n"]
    reading = read({"ตัวชี้วัด": [header, ["ขยะ", "กก.", "สิ่งแวดล้อม", 5, 4, "ลดลง", "หลายคน"]]})
    odd = [(one.cell, one.found) for one in reading.problems if one.code == "not_a_number"]
    assert odd == [("G2", "หลายคน")]


def test_a_blank_among_marks_alone_is_no_and_it_is_said() -> None:
    reading = mark_partners(("✓", "✓"), ("✗", None), (None, "✓"))
    assert values(reading, "partners") == {
        ("ก", "baseline"): 1,
        ("ข", "baseline"): 0,
        ("ค", "baseline"): 0,
        ("ก", "endline"): 1,
        ("ข", "endline"): 0,
        ("ค", "endline"): 1,
    }
    said = [(one.cell, one.found) for one in reading.problems if one.code == "blank_among_marks"]
    assert said == [("C4", "1"), ("D3", "1")]


def test_a_blank_beside_words_and_a_cell_that_says_not_known_stay_unknown() -> None:
    words = mark_partners(("มี", "✓"), ("ไม่มี", "✓"), (None, "✓"))
    assert ("ค", "baseline") in values(words, "partners")
    assert values(words, "partners")["ค", "baseline"] is None
    marks = mark_partners(("✓", "✓"), ("✗", "✓"), ("ไม่ทราบ", "✓"))
    assert values(marks, "partners")["ค", "baseline"] is None
