"""Value maps as an evaluator keeps them: proxies as bare numbers, inputs and the rate apart, results below the rows."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.sroi import SocialReturn, find_return, read_value_map
from ingest import InputFile, Reading, read_files
from tests.build import build, check

Grid = list[list[Any]]
HEADS = ["Stakeholder", "Outcome", "Quantity", "Duration", "Proxy value", "Deadweight", "Attribution", "Drop-off"]
ROWS: Grid = [
    ["Trainees", "In work", 22, 3, 3840.5, "30%", "25%", "15%"],
    ["Office", "Fewer claims", 10, 2, 900, "10%", "0%", "50%"],
]
INPUTS: Grid = [["Trainees", "Fee", 10_000], ["Office", "Grant", 25_000]]
PUT_IN = 35_000
VALUE = 22 * 3840.5 * 0.7 * 0.75 * sum(0.85**year / 1.06 ** (year + 1) for year in range(3))
VALUE += 10 * 900 * 0.9 * sum(0.5**year / 1.06 ** (year + 1) for year in range(2))
RATE: Grid = [["Discount rate", "6%"], []]


def open_book(sheets: dict[str, Grid]) -> Reading:
    return check(read_files([InputFile("sroi.xlsx", build(sheets))]))


def value(reading: Reading) -> SocialReturn:
    assert reading.questions == ()
    value_map = read_value_map(reading.records)
    assert value_map is not None
    return find_return(value_map)


def is_right(found: SocialReturn) -> bool:
    return found.ratio == pytest.approx(VALUE / PUT_IN) and len(found.lines) == len(ROWS) and not found.held


@pytest.mark.parametrize(
    ("name", "heads", "below"),
    [
        ("Inputs", ["Stakeholder", "Input", "Value"], [["Total", None, PUT_IN]]),
        ("Stage 2", ["Who", "Inputs", "Value (£)"], []),
        ("งบประมาณ", ["ลำดับ", "รายการ", "จำนวนเงิน (บาท)"], [["รวม", None, PUT_IN]]),
        ("ต้นทุนโครงการ", ["ผู้มีส่วนได้เสีย", "รายการ", "มูลค่า (บาท)"], []),
    ],
)
def test_inputs_on_a_sheet_of_their_own_are_those_of_the_value_map(name: str, heads: list[str], below: Grid) -> None:
    reading = open_book({name: [heads, *INPUTS, *below], "SROI": [*RATE, HEADS, *ROWS]})
    found = value(reading)
    assert is_right(found)
    assert [one.source.ranges for one in found.value_map.inputs] == [("C2",), ("C3",)]
    (listed,) = [one for one in reading.sheets if one.sheet == name]
    assert (listed.table, listed.rows_used) == ("sroi", len(INPUTS))


@pytest.mark.parametrize(("one", "other"), [("£", ""), ("", "£"), ("£", "£")])
def test_inputs_and_outcomes_on_sheets_apart_are_in_the_currency_that_one_of_them_says(one: str, other: str) -> None:
    heads = [f"Proxy value {other}" if head == "Proxy value" else head for head in HEADS]
    listed: Grid = [["Stakeholder", "Inputs", f"Value {one}"], *INPUTS]
    found = value(open_book({"Inputs": listed, "SROI": [*RATE, heads, *ROWS]}))
    assert is_right(found)
    assert found.value_map.currency == "GBP"


def test_inputs_listed_above_the_outcomes_are_those_of_the_value_map() -> None:
    above: Grid = [["Inputs"], ["Stakeholder", "Input", "Value"], *INPUTS, ["Total", None, PUT_IN], []]
    assert is_right(value(open_book({"SROI": [*above, ["Outcomes"], HEADS, *ROWS, [], *RATE]})))


def test_a_list_of_inputs_is_not_added_to_the_inputs_that_the_value_map_has() -> None:
    rows = [[*row, amount] for row, amount in zip(ROWS, (5_000, 30_000), strict=True)]
    listed: Grid = [["Stakeholder", "Input", "Value"], *INPUTS]
    found = value(open_book({"Inputs": listed, "SROI": [*RATE, [*HEADS, "Input value"], *rows]}))
    assert is_right(found)


def test_the_price_of_one_is_not_the_amount_of_an_input() -> None:
    bought: Grid = [["Item", "Number", "Unit price", "Total cost"], ["Looms", 5, 6000, 30_000], ["Yarn", 50, 100, 5000]]
    assert is_right(value(open_book({"Budget": bought, "SROI": [*RATE, HEADS, *ROWS]})))


@pytest.mark.parametrize("heads", [("Financial proxy (£)", "Input (£)"), ("ตัวแทนทางการเงิน", "งบประมาณ")])
def test_amounts_below_the_name_of_a_proxy_or_an_input_are_its_value(heads: tuple[str, str]) -> None:
    named = [heads[0] if head == "Proxy value" else head for head in HEADS]
    rows = [[*row, amount] for row, amount in zip(ROWS, (10_000, 25_000), strict=True)]
    assert is_right(value(open_book({"SROI": [*RATE, [*named, heads[1]], *rows]})))


@pytest.mark.parametrize("total", ["Total investment", "Total inputs (£)", "งบประมาณทั้งสิ้น (บาท)"])
def test_sums_results_and_the_rate_right_below_the_rows_are_no_outcomes(total: str) -> None:
    below: Grid = [
        [None, total, PUT_IN],
        [None, "Discount rate", "6%"],
        [None, "Total present value (PV)", 123_456],
        [None, "มูลค่าปัจจุบันสุทธิ (NPV)", 88_456],
        [None, "SROI ratio", 3.5],
    ]
    assert is_right(value(open_book({"SROI": [HEADS, *ROWS, *below]})))


def test_the_rate_on_a_sheet_of_assumptions_is_that_of_the_value_map() -> None:
    rows = [[*row, amount] for row, amount in zip(ROWS, (10_000, 25_000), strict=True)]
    sheets: dict[str, Grid] = {"Assumptions": [["Discount rate", 0.06], ["Prices of", 2019]]}
    found = value(open_book(sheets | {"SROI": [[*HEADS, "Input value"], *rows]}))
    assert is_right(found)
    assert found.rate_from == "sheet"


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Assumptions", [["Item", "Value"], ["Total investment", PUT_IN], ["Discount rate", "6%"]]),
        ("Assumptions", [["Total investment (THB)", PUT_IN], ["Discount rate", 0.06]]),
        ("Parameters", [["Assumption", "Value", "Source"], ["Discount rate", "6%", "Law"], ["Total inputs", PUT_IN]]),
        ("Notes", [[1, "Discount rate", "6%"], [2, "Investment", "35,000 บาท"]]),
        ("สมมติฐาน", [["รายการ", "ค่า"], ["งบประมาณรวม (บาท)", PUT_IN], ["อัตราคิดลด", "6%"]]),
        ("Project", [["Project name", "Work first"], ["Total investment", PUT_IN], ["Discount rate", "6%"]]),
    ],
)
def test_all_that_was_put_in_may_stand_on_a_sheet_of_assumptions(name: str, rows: Grid) -> None:
    reading = open_book({name: rows, "SROI": [HEADS, *ROWS]})
    assert is_right(value(reading))
    assert not [one for one in reading.problems if one.code == "project_field_unknown" and one.found == "Total inputs"]


def test_all_that_was_put_in_is_not_added_to_the_inputs_of_the_rows() -> None:
    rows = [[*row, amount] for row, amount in zip(ROWS, (10_000, 25_000), strict=True)]
    sheets: dict[str, Grid] = {"Assumptions": [["Total investment", 99_999], ["Discount rate", "6%"]]}
    assert is_right(value(open_book(sheets | {"SROI": [[*HEADS, "Input value"], *rows]})))


@pytest.mark.parametrize("name", ["ผลลัพธ์ SROI", "Outcomes"])
def test_a_sheet_named_after_results_with_the_headers_of_a_value_map_is_one(name: str) -> None:
    heads = ["ผู้มีส่วนได้เสีย", "ผลลัพธ์", "ปริมาณ", "จำนวนปี", "มูลค่าต่อหน่วย (บาท)", "Deadweight", "Attribution", "Drop-off"]
    assert is_right(value(open_book({name: [*RATE, heads, *ROWS, [], ["เงินลงทุนรวม", PUT_IN]]})))


@pytest.mark.parametrize("words", [("Year 1", "Year 2"), ("ปีที่ 1", "ปีที่ 2"), ("ระหว่างโครงการ", "หลังจบโครงการ")])
def test_the_year_in_which_an_outcome_starts_may_be_written_out(words: tuple[str, str]) -> None:
    rows = [[*row, word] for row, word in zip(ROWS, words, strict=True)]
    reading = open_book({"SROI": [[*HEADS, "ปีที่เริ่ม"], *rows]})
    assert [line.outcome.start for line in value(reading).lines] == [1, 2]


@pytest.mark.parametrize(
    "heads",
    [
        ("Beneficiary", "Outcome", "# people", "Yrs", "£ per person", "DW", "ATT", "D/O"),
        (
            *("กลุ่มผู้มีส่วนได้เสีย", "ผลลัพธ์", "จำนวน (คน)", "ระยะเวลาที่ส่งผล (ปี)", "มูลค่า/หน่วย"),
            *("สิ่งที่เกิดขึ้นเองโดยไม่มีโครงการ", "การอ้างสิทธิ์จากผู้อื่น", "การลดลงของผลกระทบต่อปี"),
        ),
    ],
)
def test_abbreviated_and_thai_headers_are_known(heads: tuple[str, ...]) -> None:
    assert is_right(value(open_book({"SROI": [*RATE, list(heads), *ROWS, [], ["Total investment", PUT_IN]]})))


def test_proxies_of_one_name_and_several_values_are_told_apart_by_what_they_value() -> None:
    heads = [*HEADS, "Input value", "Financial proxy"]
    rows = [[*row, 10_000, "Unit cost"] for row in ROWS]
    found = value(open_book({"SROI": [*RATE, heads, *rows]}))
    names = {one.name for one in found.tornado if one.kind == "proxy"}
    assert names == {"Unit cost · In work", "Unit cost · Fewer claims"}


@pytest.mark.parametrize(
    "told",
    [
        ["อัตราคิดลดร้อยละ 6", "มูลค่าการลงทุน 35,000 บาท"],
        ["อัตราคิดลด (Discount rate) 6%", "เงินลงทุนโครงการ: ๓๕,๐๐๐ บาท"],
        ["Discount rate (6%)", "Total investment = 35,000 THB"],
        ["อัตราคิดลด ร้อยละ 6 ต่อปี", "งบประมาณรวมทั้งสิ้น 3.5 หมื่นบาท"],
    ],
)
def test_the_rate_and_what_was_put_in_may_stand_in_the_cell_of_their_label(told: list[str]) -> None:
    found = value(open_book({"SROI": [*([text] for text in told), [], HEADS, *ROWS]}))
    assert is_right(found)


def test_a_year_in_a_label_is_no_sum() -> None:
    found = value(open_book({"SROI": [["งบประมาณรวม ปี 2566", None, "35,000 บาท"], *RATE, HEADS, *ROWS]}))
    assert is_right(found)
