"""A value map that says what each outcome is worth a year as a whole, without a quantity and a proxy."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.sroi import SocialReturn, Timing
from analysis.sroi.settings import Settings
from project import find_changes
from project.opening import make_project
from tests.build import Rows, codes, read

BY_YEAR: list[list[Any]] = [
    ["Stakeholder", "Outcome", "Input value", "Value year 1", "Value year 2", "Value year 3", "Deadweight"],
    ["Members", "Higher income", 50_000, 120_000, 100_000, 80_000, "20%"],
    ["Families", "Less stress", None, None, 15_000, 10_000, None],
]
A_YEAR = [
    [*("ผู้มีส่วนได้ส่วนเสีย", "ผลลัพธ์", "มูลค่าปัจจัยนำเข้า", "มูลค่ารวมต่อปี (บาท)"), "ระยะเวลา (ปี)", "Deadweight", "Drop-off"],
    ["สมาชิก", "รายได้เพิ่ม", 50_000, 120_000, 3, "20%", "10%"],
]


def value(rows: Rows, rate: float = 0.0) -> SocialReturn:
    reading = read({"SROI": rows})
    assert reading.questions == ()
    found = find_changes(make_project(reading), settings=Settings(timing=Timing.END, discount_rate=rate)).evidence
    assert found is not None
    assert found.sroi is not None
    return found.sroi


def test_the_values_of_the_years_are_discounted_one_by_one() -> None:
    found = value(BY_YEAR, 0.035)
    income = 0.8 * (120_000 / 1.035 + 100_000 / 1.035**2 + 80_000 / 1.035**3)
    stress = 15_000 / 1.035**2 + 10_000 / 1.035**3
    assert [line.present_value for line in found.lines] == pytest.approx([income, stress])
    assert found.lines[1].impacts == pytest.approx((0, 15_000, 10_000))
    assert found.ratio == pytest.approx((income + stress) / 50_000)


def test_the_value_of_one_year_lasts_and_drops_off_as_its_row_says() -> None:
    found = value(A_YEAR)
    assert found.present_value == pytest.approx(0.8 * 120_000 * (1 + 0.9 + 0.9**2))


def test_nobody_draws_a_quantity_that_nobody_stated() -> None:
    found = value(BY_YEAR, 0.035)
    assert "quantity" not in {factor.kind for factor in found.tornado}
    assert found.range is not None
    assert found.ratio is not None
    assert found.range[0] < found.ratio < found.range[1]


def test_that_years_stand_for_quantity_and_proxy_is_said_and_their_drop_off_is_not_asked_for() -> None:
    reading = read({"SROI": BY_YEAR})
    told = find_changes(make_project(reading)).problems
    said = [one for one in told if one.code == "sroi_by_year"]
    assert [one.cell for one in said] == ["D2, E2, F2", "E3, F3"]
    assert {"sroi_not_priced", "sroi_no_duration"} & {*codes(told)} == set()


def test_a_map_with_quantity_and_proxy_is_not_read_by_its_years() -> None:
    rows = [[*BY_YEAR[0], "Quantity", "Financial proxy value"], [*BY_YEAR[1], 10, 1_000]]
    assert value(rows).present_value == pytest.approx(0.8 * 10 * 1_000)


@pytest.mark.parametrize(("second", "said"), [("6%", True), (0.035, False)])
def test_that_another_discount_rate_is_named_is_said(second: Any, said: bool) -> None:
    rows = [["Discount rate", "3.5%"], ["Discount rate", second], *A_YEAR]
    problems = [one for one in read({"SROI": rows}).problems if one.code == "sroi_rates_several"]
    assert [(one.found, one.cell) for one in problems] == ([("3.5%, 6%", "B1")] if said else [])


def test_an_input_below_zero_takes_nothing_from_the_others_and_is_said() -> None:
    rows = [*A_YEAR, ["ชุมชน", "ขยะลดลง", -5_000, 10_000, 1, "20%", "10%"]]
    found = value(rows)
    assert found.inputs_thb == 50_000
    problems = find_changes(make_project(read({"SROI": rows}))).problems
    assert [one.cell for one in problems if one.code == "sroi_input_negative"] == ["C3"]


def test_calendar_years_on_a_value_map_are_the_years_of_what_an_outcome_is_worth() -> None:
    head = ["ผู้มีส่วนได้ส่วนเสีย", "ผลลัพธ์", "มูลค่าปัจจัยนำเข้า", "ปี 2567", "ปี 2566", "ปี 2568"]
    found = value([head, ["สมาชิก", "รายได้เสริม", 50_000, 80_000, 90_000, 70_000]])
    assert found.lines[0].impacts == pytest.approx((90_000, 80_000, 70_000))


def test_years_beside_quantity_and_proxy_are_said_not_to_be_used_and_other_sheets_keep_their_rounds() -> None:
    head = ["ผู้มีส่วนได้ส่วนเสีย", "ผลลัพธ์", "ปริมาณ", "มูลค่าตัวแทน", "ปี 2566", "ปี 2567"]
    rows = [head, *([who, "รายได้เสริม", 18, 900, 16_200, 15_000] for who in ("สมาชิก", "ครอบครัว"))]
    assert "numbers_not_used" in codes(read({"SROI": rows}).problems)
    years = [["ผลลัพธ์", "ปี 2566", "ปี 2567"], ["รายได้เสริม", 90_000, 80_000], ["ขยะ", 12, 9], ["น้ำเสีย", 3, 2]]
    assert [one.table for one in read({"Sheet1": years}).sheets] == ["summary"]
