"""Value maps as people keep them: a messy Thai sheet, and the workbook of Social Value UK with its rows of headers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from string import ascii_uppercase
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from analysis.sroi import SocialReturn, check_value_map, find_return, read_value_map
from dictionary.nouns import Problem
from ingest import InputFile, Reading, read_files
from tests.build import build, check, codes

Change = Callable[[Worksheet], None]
GROUPS = {
    "A": "Stakeholders",
    "B": "Intended/unintended changes",
    "C": "Inputs",
    "E": "Outputs",
    "F": "The Outcomes (what changes)",
    "O": "Deadweight %",
    "P": "Displacement %",
    "Q": "Attribution %",
    "R": "Drop off %",
    "S": "Impact",
    "T": "Calculating Social Return",
}
NAMES = {
    "C": "Description",
    "D": "Value £",
    "E": "Description",
    "F": "Description",
    "G": "Indicator",
    "H": "Source",
    "I": "Quantity",
    "J": "Duration",
    "K": "Outcomes start",
    "L": "Financial Proxy",
    "M": "Value £",
    "N": "Source",
}
ASKED = {
    "A": "Who do we have an effect on? Who has an effect on us?",
    "C": "What do they invest?",
    "F": "How would the stakeholder describe the changes?",
    "I": "How much change was there?",
    "M": "What is the value of the change? (only enter numbers)",
    "O": "What would have happened without the activity?",
    "R": "Does the outcome drop off in future years?",
}
ROWS: list[list[Any]] = [
    [
        "Residents",
        "well",
        "Time",
        0,
        "lunches",
        "Fewer falls",
        "visits",
        "survey",
        8,
        1,
        1,
        "A ward day",
        90,
        "price list",
        0,
        0,
        0.05,
        0.5,
        684,
        None,
        684,
    ],
    [None, None, None, None, None, "Fitter", "visits", "diary", 50, 3, 1, "A visit", 20, "tariff", 0, 0, 0.1, 0.1, 900],
    ["Council", None, "Contract", 20_000, "club"],
    [
        "Volunteers",
        "active",
        "Hours",
        5000,
        "hours",
        "Healthier",
        "walks",
        "talk",
        10,
        1,
        2,
        "Lessons",
        150,
        "pool",
        0.7,
        0,
        0,
        0.35,
        450,
    ],
]
FIRST = 10  # row of the first outcome


def value_map(change: Change | None = None) -> bytes:
    """A workbook in the layout of the value map: titles, stages, groups, names, questions, totals, the rate beside."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Value Map"
    write(sheet, 1, {"A": "Value Map"})
    write(sheet, 2, {"A": "Organisation", "C": "An invented lunch club"})
    write(sheet, 3, {"A": "Time Period", "C": "1 year (2010)"})
    write(sheet, 6, {"A": "Stage 1", "C": "Stage 2", "G": "Stage 3", "O": "Stage 4", "T": "Stage 5"})
    write(sheet, 7, GROUPS)
    write(sheet, 8, {**NAMES, "T": "Discount rate (%)", "U": 0.06})
    write(sheet, 9, {**ASKED, **{letter: f"Year {year}" for year, letter in enumerate("TUVWXY")}})
    for line, values in enumerate(ROWS, start=FIRST):
        write(sheet, line, dict(zip(ascii_uppercase, values, strict=False)))
    last = FIRST + len(ROWS)
    write(sheet, last, {"A": "Total", "D": 25_000, "S": 2034})
    for place, text in enumerate(("Present value of each year", "Total Present Value (PV)", "Social Return £ per £")):
        write(sheet, last + 2 + place, {"S": text, "U": 123})
    for area in ("A7:A8", "C7:D7", "F7:N7", "T7:Y7", f"A{FIRST}:A{FIRST + 1}", f"D{FIRST}:D{FIRST + 1}"):
        sheet.merge_cells(area)
    if change:
        change(sheet)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def write(sheet: Worksheet, row: int, cells: Mapping[str, Any]) -> None:
    for letter, value in cells.items():
        sheet[f"{letter}{row}"] = value


def unmerge(sheet: Worksheet) -> None:
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))


def drop_questions(sheet: Worksheet) -> None:
    for column in range(1, 20):
        sheet.cell(9, column).value = None


def ask_otherwise(sheet: Worksheet) -> None:
    for column in range(1, 20):
        sheet.cell(9, column).value = f"กรอกข้อมูลของช่องที่ {column} ที่นี่"


def put_in_one_row(sheet: Worksheet) -> None:
    """Name and question in one cell, only one row of headers, the group's name where a column has none of its own."""
    unmerge(sheet)
    names = {**GROUPS, **NAMES, "C": "Inputs", "E": "Outputs", "F": "The Outcomes (what changes)"}
    for row in (6, 7, 8, 9):
        for column in range(1, 26):
            sheet.cell(row, column).value = None
    write(sheet, 8, {"A": "Discount rate", "B": "6%"})
    joined = {key: f"{name}\n{ASKED[key]}" if key in ASKED else name for key, name in names.items() if key < "T"}
    write(sheet, 9, joined)


def value_in_currency(sheet: Worksheet) -> None:
    write(sheet, 8, {"D": "Value in currency (only enter numbers)", "M": "Value in currency"})


def open_book(content: bytes) -> Reading:
    return check(read_files([InputFile("map.xlsx", content)]))


def find(reading: Reading) -> SocialReturn:
    value_map = read_value_map(reading.records)
    assert value_map is not None
    return find_return(value_map)


def said(reading: Reading, code: str) -> list[Problem]:
    return [problem for problem in reading.problems if problem.code == code]


LAYOUTS = {"as it is": None, "not merged": unmerge, "no questions": drop_questions, "other questions": ask_otherwise}
LAYOUTS |= {"one row": put_in_one_row, "no currency": value_in_currency}


@pytest.mark.parametrize("change", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_value_map_of_social_value_uk_is_read(change: Change | None) -> None:
    reading = open_book(value_map(change))
    assert reading.questions == ()
    found = find(reading)
    assert [(line.outcome.stakeholder, line.outcome.outcome) for line in found.lines] == [
        ("Residents", "Fewer falls"),
        ("Residents", "Fitter"),
        ("Volunteers", "Healthier"),
    ]
    impacts = [8 * 90 * 0.95, 50 * 20 * 0.9, 10 * 150 * (1 - 0.7)]
    assert [line.impacts[0] for line in found.lines] == pytest.approx(impacts)
    assert [(one.stakeholder, one.amount) for one in found.value_map.inputs if one.amount] == [
        ("Council", 20_000),
        ("Volunteers", 5_000),
    ]
    assert (found.discount_rate, found.rate_from) == (0.06, "sheet")
    value = 684 / 1.06 + sum(900 * 0.9**year / 1.06 ** (year + 1) for year in range(3)) + 450 / 1.06**2
    assert found.ratio == pytest.approx(value / 25_000)


def test_the_two_sources_of_a_value_map_are_that_of_the_outcome_and_that_of_the_proxy() -> None:
    first = find(open_book(value_map(drop_questions))).lines[0].outcome
    assert (first.evidence, first.proxy_source) == ("survey", "price list")


def test_totals_and_present_values_below_are_left_out_without_a_fault() -> None:
    reading = open_book(value_map())
    (sheet,) = reading.sheets
    assert (sheet.table, sheet.rows_used) == ("sroi", len(ROWS))
    assert {one.code for one in reading.problems} & {"no_id", "not_a_number", "round_not_stated"} == set()


def test_an_amount_in_merged_cells_is_counted_once() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet[f"D{FIRST}"].value = 700

    assert find(open_book(value_map(merge))).inputs_thb == 700 + 20_000 + 5_000


def test_amounts_that_are_not_baht_are_said_and_named() -> None:
    reading = open_book(value_map())
    (problem,) = said(reading, "sroi_currency")
    assert (problem.cell, problem.found) == ("D8", "GBP")
    assert find(reading).value_map.currency == "GBP"


def test_amounts_in_baht_are_not_doubted() -> None:
    def in_baht(sheet: Worksheet) -> None:
        sheet["D8"].value = sheet["M8"].value = "Value (baht)"

    reading = open_book(value_map(in_baht))
    assert not said(reading, "sroi_currency")
    assert find(reading).value_map.currency == ""


MESSY: list[list[Any]] = [
    ["แบบวิเคราะห์ผลตอบแทนทางสังคมจากการลงทุน (SROI) ปีงบประมาณ 2565"],
    ["กลุ่มทอผ้าบ้านสมมติ"],
    [],
    [
        "ลำดับ",
        "กลุ่มผู้มีส่วนได้เสีย",
        "เงินลงทุน",
        "ผลลัพธ์ที่เกิดขึ้น",
        "จำนวน",
        "ค่าแทนทางการเงิน",
        "มูลค่าต่อหน่วย (บาท)",
        "ส่วนเกิน",
        "การแทนที่",
        "ผลจากปัจจัยอื่น",
        "อัตราการลดลง",
        "ระยะเวลา (ปี)",
        "การคิดมูลค่า",
        "เหตุผลที่ไม่นับ",
    ],
    ["๑", "สมาชิก", "๒๕๐,๐๐๐", "รายได้เพิ่ม", "๒๔", "รายได้ต่อคนต่อปี", "18,000 บาท", "๒๐%", "10%", "ร้อยละ 25", "20", 3, "นับ"],
    ["๒", None, None, "มีทักษะ", 24, "ค่าอบรม", 3500, 10, 5, 30, 50, 2],
    ["๓", "ชุมชน", None, "เหงาน้อยลง", 12, "ค่าเดินทาง", 1200, 30, 5, 10, 5, 3, "รอข้อมูล", "ยังไม่ได้สำรวจ"],
    ["๔", "เทศบาล", None, "ขยะลดลง", 5, "ค่าเก็บขยะ", 700, 30, 5, 10, 5, 1, "ตัดออก", "นอกขอบเขต"],
    [None, "รวม", 250_000],
    ["หมายเหตุ: ข้อมูลสมมติ"],
]


def test_a_messy_thai_sheet_with_other_words_and_thai_digits_is_read() -> None:
    reading = open_book(build({"วิเคราะห์ SROI": MESSY}))
    found = find(reading)
    assert [line.outcome.outcome for line in found.lines] == ["รายได้เพิ่ม", "มีทักษะ"]
    assert [line.outcome.stakeholder for line in found.lines] == ["สมาชิก", "สมาชิก"]
    assert found.lines[0].impacts == pytest.approx((233_280.0, 186_624.0, 149_299.20))
    assert found.lines[1].impacts == pytest.approx((24 * 3500 * 0.9 * 0.95 * 0.7, 24 * 3500 * 0.9 * 0.95 * 0.7 / 2))
    assert found.inputs_thb == 250_000
    assert [(one.outcome, one.reason) for one in found.held] == [("เหงาน้อยลง", "ยังไม่ได้สำรวจ")]
    assert [(one.outcome, one.reason) for one in found.excluded] == [("ขยะลดลง", "นอกขอบเขต")]


def test_the_rate_of_the_project_sheet_goes_before_that_beside_the_map() -> None:
    label: list[Any] = [None] * 15 + ["อัตราคิดลด", "2%"]
    sheets = {"SROI": [label, *MESSY], "โครงการ": [["ชื่อโครงการ", "ทดลอง"], ["อัตราคิดลด", "4%"]]}
    assert find(open_book(build({"SROI": [label, *MESSY]}))).discount_rate == pytest.approx(0.02)
    assert find(open_book(build(sheets))).discount_rate == pytest.approx(0.04)


def test_a_rate_that_can_be_none_is_said_and_the_usual_one_used() -> None:
    reading = open_book(build({"SROI": MESSY, "โครงการ": [["ชื่อโครงการ", "ทดลอง"], ["อัตราคิดลด", "88"]]}))
    (problem,) = said(reading, "sroi_rate_unread")
    assert (problem.sheet, problem.cell, problem.found) == ("โครงการ", "B2", "88")
    assert (find(reading).discount_rate, find(reading).rate_from) == (0.035, "default")


def test_a_deduction_that_cannot_be_read_is_never_taken_for_zero() -> None:
    rows = [list(row) for row in MESSY]
    rows[5][7] = "นิดหน่อย"
    found = find(open_book(build({"SROI": rows})))
    assert [one.outcome for one in found.held] == ["มีทักษะ", "เหงาน้อยลง"]


def test_amounts_of_two_currencies_are_never_added() -> None:
    reading = check(read_files([InputFile("th.xlsx", build({"SROI": MESSY})), InputFile("uk.xlsx", value_map())]))
    alone = find(open_book(build({"SROI": MESSY})))
    both = find(reading)
    assert (both.inputs_thb, both.ratio, both.value_map.currency) == (alone.inputs_thb, alone.ratio, "")
    assert not said(reading, "sroi_currency")
    (problem,) = [one for one in check_value_map(both.value_map) if one.code == "sroi_currency_mixed"]
    assert (problem.file, problem.cell, problem.found) == ("uk.xlsx", "D8", "GBP")


def test_two_value_maps_of_one_foreign_currency_are_one() -> None:
    other = value_map(lambda sheet: write(sheet, FIRST, {"F": "Fewer calls"}))
    reading = check(read_files([InputFile("a.xlsx", value_map()), InputFile("b.xlsx", other)]))
    assert len(said(reading, "sroi_currency")) == 2
    assert (find(reading).value_map.currency, find(reading).value_map.apart) == ("GBP", ())


def test_amounts_with_the_sign_of_a_currency_are_read_and_the_currency_is_said() -> None:
    headers = ["Stakeholder", "Input", "Input value", "Outcome", "Quantity", "Proxy", "Proxy value", "Deadweight %"]
    reading = open_book(
        build({"SROI": [headers, ["Members", "time", "£250", "Income", 2, "pay", "£1,000.50", "20 %"]]})
    )
    found = find(reading)
    assert (found.inputs_thb, found.lines[0].outcome.proxy_thb) == (250, 1000.5)
    assert found.value_map.currency == "GBP"
    assert not said(reading, "not_a_number")


def _deductions(heads: list[str], *rows: list[object]) -> tuple[list[tuple[float | None, ...]], Reading]:
    fixed: list[object] = ["Trainees", "In work", 22, 3, 3840.5]
    sheet = [
        ["Stakeholder", "Outcome", "Quantity", "Duration", "Proxy value", *heads],
        *([*fixed, *one] for one in rows),
    ]
    reading = check(read_files([InputFile("sroi.xlsx", build({"Value map": sheet}))]))
    value_map = read_value_map(reading.records)
    assert value_map is not None
    return [one.shares for one in value_map.outcomes], reading


@pytest.mark.parametrize(
    ("first", "second", "read", "doubted"),
    [
        ((1, 0.5, 0.5, 1), (0.5, 1, 1, 0), ((0.01, 0.005, 0.005, 0.01), (0.005, 0.01, 0.01, 0)), 4),
        ((20, 1, 0.5, 1), (10, 0, 1, 0.5), ((0.2, 0.01, 0.005, 0.01), (0.1, 0, 0.01, 0.005)), 3),
        ((0.2, 0.1, 0.25, 1), (0.1, 0, 0.3, 0.5), ((0.2, 0.1, 0.25, 1), (0.1, 0, 0.3, 0.5)), 4),
        ((20, 10, 25, 50), (10, 0, 30, 100), ((0.2, 0.1, 0.25, 0.5), (0.1, 0, 0.3, 1)), 0),
        (("1%", "0.5%", "20%", "5%"), (0, 0, 0, 0), ((0.01, 0.005, 0.2, 0.05), (0, 0, 0, 0)), 0),
    ],
)
def test_a_header_that_says_per_cent_decides_where_the_numbers_do_not_and_it_is_said(
    first: tuple[object, ...], second: tuple[object, ...], read: tuple[tuple[float, ...], ...], doubted: int
) -> None:
    heads = ["Deadweight %", "Displacement (%)", "Attribution, per cent", "Drop-off (ร้อยละ)"]
    found, reading = _deductions(heads, list(first), list(second))
    assert found == [pytest.approx(one) for one in read]
    assert codes(reading.problems).count("share_column") == doubted


def test_numbers_up_to_1_below_a_header_that_says_no_per_cent_are_shares() -> None:
    found, reading = _deductions(["Deadweight", "Displacement", "Attribution", "Drop-off"], [1, 0.5, 0.2, 0.1])
    assert found == [(1, 0.5, 0.2, 0.1)]
    assert "share_column" not in codes(reading.problems)
