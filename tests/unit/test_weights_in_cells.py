"""Weights of a material whose cells say their own unit, and what becomes of a thing that is named after a product."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.evidence.material.uses import infer_use
from tests.build import codes, find_problem, read, values

HEAD = ["จาก", "ไปยัง", "น้ำหนัก ก่อน (กก.)", "น้ำหนัก หลัง (กก.)", "สด/แห้ง"]


@pytest.mark.parametrize(
    ("typed", "kilograms"),
    [("0.4 ตัน", 400), ("๔๐๐ กก.", 400), ("250,000 ก.", 250), ("900 กรัม", 0.9), ("3 ขีด", 0.3), (7, 7)],
)
def test_a_weight_that_says_its_unit_is_in_that_whatever_the_header_says(typed: Any, kilograms: float) -> None:
    reading = read({"การใช้วัตถุดิบ": [HEAD, ["ฟาง", "ปุ๋ย", 5, typed, "แห้ง"]]})
    masses = {key[1]: value for key, value in values(reading, "flow_mass").items()}
    assert masses == {"baseline": 5, "endline": pytest.approx(kilograms)}
    is_other = isinstance(typed, str) and "กก" not in typed
    assert [one.cell for one in reading.problems if one.code == "weight_own_unit"] == (["D2"] if is_other else [])


def test_the_unit_of_a_cell_goes_before_that_of_a_header_in_tonnes() -> None:
    head = [*HEAD[:2], "น้ำหนัก ก่อน (ตัน)", "น้ำหนัก หลัง (ตัน)", "สด/แห้ง"]
    reading = read({"การใช้วัตถุดิบ": [head, ["ฟาง", "ปุ๋ย", 0.5, "200 กก.", "แห้ง"]]})
    assert sorted(value or 0 for value in values(reading, "flow_mass").values()) == [200, 500]


def test_what_is_no_weight_is_not_known_and_said() -> None:
    reading = read({"การใช้วัตถุดิบ": [HEAD, ["ฟาง", "ปุ๋ย", 5, "3 ลิตร", "แห้ง"]]})
    assert {key[1]: value for key, value in values(reading, "flow_mass").items()} == {"baseline": 5, "endline": None}
    assert find_problem(reading, "figure_of_another_unit").cell == "D2"
    assert "weight_own_unit" not in codes(reading.problems)


@pytest.mark.parametrize(
    ("name", "use"),
    [("ผ้าทอใยกล้วย", "product"), ("เศษผ้า", ""), ("น้ำหมัก", "reused"), ("กาก", ""), ("ทิ้งเศษผ้า", "dumped")],
)
def test_a_thing_named_after_a_product_is_one_unless_it_is_what_is_left_of_it(name: str, use: str) -> None:
    assert infer_use(name) == use
