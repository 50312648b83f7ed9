"""Answers that are ranges of numbers: levels in their order, and what no order can be made of."""

from __future__ import annotations

import math

import pytest

from ingest.bands import order_bands, read_band
from tests.build import find_problem, read, sums

LOW, MIDDLE, HIGH = "ต่ำกว่า 5,000 บาท", "5,001-10,000 บาท", "มากกว่า 10,000 บาท"
HEAD = ["ลำดับ", "ชื่อ", "รายได้ต่อเดือนก่อนร่วมโครงการ", "รายได้ต่อเดือนหลังร่วมโครงการ"]
NAMES = ["สมพร แสนดี", "บุญมี ทองใบ", "จันทร์ ศรีนวล", "ลำดวน คำหล้า", "สุวิทย์ พรมมา", "ทองคำ ใจกล้า"]


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("5,001–10,000 บาท", (5001, 10_000)),
        ("๕,๐๐๑ ถึง ๑๐,๐๐๐", (5001, 10_000)),
        ("1 หมื่น - 2 หมื่น", (10_000, 20_000)),
        ("ไม่เกิน 5,000 บาท/เดือน", (-math.inf, 5000)),
        ("ไม่น้อยกว่า 5,000", (5000, math.inf)),
        ("15,001 บาทขึ้นไป", (15_001, math.inf)),
        ("20,000+", (20_000, math.inf)),
        ("8,000", None),
        ("10,000-5,000", None),
        ("ประมาณ 5,000", None),
    ],
)
def test_a_range_is_read_as_its_two_ends(text: str, band: tuple[float, float] | None) -> None:
    assert read_band(text) == band


def test_ranges_that_overlap_have_no_order() -> None:
    assert order_bands([[HIGH, LOW], [MIDDLE, 7]]) == ((-math.inf, 5000), (5001, 10_000), (10_000, math.inf))
    assert order_bands([["5,000-10,000"], ["8,000-12,000"]]) == ()


def test_incomes_chosen_from_ranges_are_compared_as_levels_and_never_as_money() -> None:
    before, after = [LOW, LOW, MIDDLE, MIDDLE, HIGH, LOW] * 2, [MIDDLE, LOW, HIGH, MIDDLE, HIGH, LOW] * 2
    after[5] = "ไม่ทราบแน่ชัด 3"
    names = [*NAMES, *(f"{name}ดี" for name in NAMES)]
    rows = [[at, *one] for at, one in enumerate(zip(names, before, after, strict=True), 1)]
    reading = read({"แบบสอบถาม": [HEAD, *rows]})
    assert not reading.questions
    (indicator,) = reading.indicators.values()
    assert indicator.unit == "level"
    assert sums(reading, indicator.key) == {
        "baseline": 2 * (1 + 1 + 2 + 2 + 3 + 1),
        "endline": 2 * (2 + 1 + 3 + 2 + 3) + 1,
    }
    notes = [one for one in reading.problems if one.code == "bands_as_levels"]
    assert [one.cell for one in notes] == ["C2", "D2"]
    assert notes[0].allowed is not None
    assert notes[0].allowed.th == f"{LOW} = 1, {MIDDLE} = 2, {HIGH} = 3"
    assert find_problem(reading, "not_a_number").cell == "D7"


def test_numbers_of_people_in_a_sheet_of_incomes_are_no_incomes() -> None:
    rows = [["ช่วงรายได้ (บาท/เดือน)", "ก่อน (คน)", "หลัง (คน)"], [LOW, 8, 3], [MIDDLE, 10, 9], [HIGH, 4, 10]]
    (question,) = read({"รายได้": rows}).questions
    assert 'column = "amount"' not in question.mapping


def test_levels_of_a_scale_below_before_and_after_head_the_numbers_of_answers() -> None:
    head = [["ประเด็น", "ก่อน", *[None] * 4, "หลัง", *[None] * 4], [None, *[5, 4, 3, 2, 1] * 2]]
    rows = [["ความรู้เรื่องการทอ", 2, 3, 10, 5, 4, 9, 8, 5, 2, 0], ["การตลาดออนไลน์", 0, 2, 8, 8, 6, 5, 10, 6, 2, 1]]
    reading = read({"ประเมิน": [*head, *rows]})
    named = {indicator.label.th: sums(reading, key) for key, indicator in reading.indicators.items()}
    assert len(named) == 10
    assert named["5: ความรู้เรื่องการทอ"] == {"baseline": 2, "endline": 9}
    assert named["1: การตลาดออนไลน์"] == {"baseline": 6, "endline": 1}
