"""In which dimension an indicator stands that its sheet puts in none; units of areas and of what is in the water."""

from __future__ import annotations

import pytest

from dictionary.load_indicators import find_unit, match_unit
from ingest.dimension_words import choose_dimension
from tests.build import find


@pytest.mark.parametrize(
    ("name", "unit", "dimension"),
    [
        ("ค่า BOD ในคลอง", "mg_per_litre", "environmental"),
        ("ค่าน้ำเสียที่วัดได้", "", "environmental"),
        ("พื้นที่ป่าชุมชน", "rai", "environmental"),
        ("ครัวเรือนที่คัดแยกขยะ", "household", "environmental"),
        ("แปลงที่เผาตอซัง", "plot", "environmental"),
        ("ค่ากำจัดขยะ", "thb_per_month", "economic"),
        ("ครัวเรือนที่มีรายได้เพิ่ม", "household", "economic"),
        ("ผู้ผลิตเครื่องปั้นดินเผา", "person", "social"),
        ("Body mass index", "", "social"),
        ("Wastewater discharged", "", "environmental"),
        ("ผู้สูงอายุที่มาร่วม", "person", "social"),
    ],
)
def test_money_then_the_name_then_the_unit_says_the_dimension(name: str, unit: str, dimension: str) -> None:
    assert choose_dimension(name, unit) == dimension


@pytest.mark.parametrize(
    ("typed", "thai", "english"),
    [
        ("มก./ล.", "มิลลิกรัม/ลิตร", "mg/L"),
        ("ไร่", "ไร่", "rai of 1,600 m²"),
        ("ลิตร/ไร่", "ลิตร/ไร่", "litres/rai of 1,600 m²"),
        ("ราย/ปี", "ราย/ปี", "cases/year"),
        ("ชนิด", "ชนิด", "kinds"),
    ],
)
def test_a_unit_keeps_its_word_and_has_one_in_english(typed: str, thai: str, english: str) -> None:
    meant = match_unit(typed)
    label = find_unit(meant[0].unit if meant else typed).label
    assert (label.th, label.en) == (thai, english)


def test_people_counted_as_cases_are_still_the_people_of_a_known_indicator() -> None:
    rows = [["ตัวชี้วัด", "หน่วย", "ก่อน", "หลัง"], ["ผู้ผ่านการอบรม", "ราย", 10, 30], ["ผู้ป่วยที่มารับบริการ", "ราย/ปี", 40, 90]]
    found = {one.indicator.label.th: one.unit for one in find({"ตัวชี้วัด": rows}).findings}
    assert found["ผู้ป่วยที่มารับบริการ"] == "case_per_year"
    assert "person" in found.values()
