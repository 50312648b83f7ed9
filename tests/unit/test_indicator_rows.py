"""Rows of a summary as people type them: numbered, the unit behind the name, headings of dimensions between."""

from __future__ import annotations

import pytest

from dictionary.nouns import Dimension, Indicator
from ingest import Reading
from ingest.indicator_names import match_name, read_dimension, read_name
from tests.build import Rows, codes, read, values

HEAD = ["ตัวชี้วัด", "หน่วย", "ก่อน", "หลัง"]
SHORT = ["รายการ", "ก่อนทำโครงการ", "หลังทำโครงการ"]


def tell(rows: Rows) -> Reading:
    return read({"Sheet1": rows})


def define(reading: Reading, name: str) -> Indicator:
    return next(one for one in reading.indicators.values() if one.label.th == name)


@pytest.mark.parametrize(
    "typed", ["2. ยอดขายของกลุ่ม", "2) ยอดขายของกลุ่ม", "1.2 ยอดขายของกลุ่ม", "- ยอดขายของกลุ่ม", "ตัวชี้วัดที่ 2 ยอดขายของกลุ่ม"]
)
def test_a_number_before_the_name_is_no_part_of_it(typed: str) -> None:
    reading = tell([HEAD, [typed, "บาท/ปี", 120_000, 300_000]])
    assert values(reading, "group_sales") == {("", "baseline"): 120_000, ("", "endline"): 300_000}


def test_a_number_that_belongs_to_the_name_stays() -> None:
    assert read_name("5 ส.").text == "5 ส."
    assert read_name("3R").text == "3R"
    assert read_name("เด็กแรกเกิดมีน้ำหนัก 2,500 กรัมขึ้นไป").text == "เด็กแรกเกิดมีน้ำหนัก 2,500 กรัมขึ้นไป"


def test_the_unit_in_brackets_behind_the_name_is_the_unit_of_the_row() -> None:
    reading = tell([SHORT, ["ยอดขายของกลุ่ม (พันบาท/ปี)", 120, 300], ["ขยะที่เผา (กก./ปี)", "1,200", 100]])
    assert values(reading, "group_sales") == {("", "baseline"): 120_000, ("", "endline"): 300_000}
    waste = define(reading, "ขยะที่เผา")
    assert (waste.unit, waste.dimension) == ("kg_per_year", Dimension.ENVIRONMENTAL)
    assert "unit_not_stated" not in codes(reading.problems)


def test_a_cell_of_the_unit_goes_before_brackets_and_brackets_before_a_title() -> None:
    typed = tell([HEAD, ["เวลาอบรม (วัน)", "ชั่วโมง", 2, 12]])
    assert [one.unit for one in typed.indicators.values()] == [define(tell([HEAD, ["ก", "ชั่วโมง", 2, 12]]), "ก").unit]
    titled = tell([["หน่วย : บาท"], [], SHORT, ["เงินทุนหมุนเวียน", 2, 12], ["ครัวเรือนยากจน (ครัวเรือน)", 2, 1]])
    assert define(titled, "ครัวเรือนยากจน").unit == "household"


def test_brackets_of_no_unit_are_part_of_the_name() -> None:
    reading = tell([HEAD, ["ขยะ (เฉพาะครัวเรือนสมาชิก)", "กก.", 10, 5]])
    assert define(reading, "ขยะ (เฉพาะครัวเรือนสมาชิก)").unit == "kg"


def test_a_unit_of_another_kind_makes_another_indicator_and_two_units_two_of_them() -> None:
    assert match_name("ยอดขายของกลุ่ม (บาท/ปี)") == "group_sales"
    assert match_name("ยอดขายของกลุ่ม (ชิ้น/ปี)") is None
    reading = tell([SHORT, ["ผ้าที่ทอ (ชิ้น/ปี)", 10, 30], ["ผ้าที่ทอ (ตัน)", 20, 60]])
    assert sorted(one.label.th for one in reading.indicators.values()) == ["ผ้าที่ทอ", "ผ้าที่ทอ"]
    assert "duplicate_indicator" not in codes(reading.problems)


def test_a_heading_between_the_rows_is_no_indicator_and_says_the_dimension_below() -> None:
    rows = [
        HEAD,
        ["1. ด้านเศรษฐกิจ"],
        ["ก", "ครั้ง", 1, 2],
        ["ผลด้านสิ่งแวดล้อม"],
        ["ข", "ครั้ง", 1, 2],
        ["อื่น ๆ"],
        ["ค", "ครั้ง", 3, 4],
    ]
    reading = tell(rows)
    assert [one.label.th for one in reading.indicators.values()] == ["ก", "ข", "ค"]
    assert [define(reading, name).dimension for name in "กขค"] == [
        Dimension.ECONOMIC,
        Dimension.ENVIRONMENTAL,
        Dimension.SOCIAL,
    ]
    assert [one.reason for one in reading.excluded] == ["heading_row"] * 3


def test_the_title_of_a_table_says_the_dimension_of_its_rows() -> None:
    head = ["หลัง", "ก่อน", "ตัวชี้วัด", "หน่วยนับ"]
    first = [["1. ด้านเศรษฐกิจ"], head, [9, 3, "ก", "ครั้ง"], [8, 2, "ข", "ครั้ง"]]
    reading = tell([*first, [], ["2. มิติสิ่งแวดล้อม"], head, [7, 5, "ค", "ครั้ง"], [6, 4, "ง", "ครั้ง"]])
    assert [define(reading, name).dimension for name in "กค"] == [Dimension.ECONOMIC, Dimension.ENVIRONMENTAL]


def test_a_title_of_more_than_a_dimension_says_none() -> None:
    assert read_dimension("ด้านสังคม :") == "social"
    assert read_dimension("โครงการส่งเสริมเศรษฐกิจฐานราก") == ""


def test_an_indicator_whose_figures_are_blank_is_no_heading() -> None:
    reading = tell([HEAD, ["ยอดขายของกลุ่ม"], ["ขยะ", "กก.", None, None], ["ก", "ครั้ง", 1, 2]])
    assert not reading.excluded
    assert values(reading, "group_sales") == {("", "baseline"): None, ("", "endline"): None}


@pytest.mark.parametrize(
    "head",
    [
        [["รายการประเมิน", "ก่อน", None, "หลัง", None], [None, "x̄", "S.D.", "x̄", "S.D."]],
        [["ประเด็น", "ค่าเฉลี่ยก่อน", "S.D. ก่อน", "ค่าเฉลี่ยหลัง", "S.D. หลัง"]],
        [["Item", "Pre-test", None, "Post-test", None], [None, "Mean", "SD", "Mean", "SD"]],
        [["ตัวชี้วัด", "ก่อน (x̄)", "ก่อน (S.D.)", "หลัง (x̄)", "หลัง (S.D.)"]],
    ],
)
def test_means_are_the_values_and_standard_deviations_are_left_out_and_said(head: Rows) -> None:
    reading = tell([*head, ["ความรู้", 2.5, 0.7, 4.2, 0.5], ["ทักษะ", 2.1, 0.9, 4.0, 0.6]])
    assert [one.label.th for one in reading.indicators.values()] == ["ความรู้", "ทักษะ"]
    assert values(reading, "custom_2") == {("", "baseline"): 2.1, ("", "endline"): 4.0}
    assert "spread_not_used" in codes(reading.problems)
    assert not reading.questions


def test_levels_in_words_are_points_in_a_row_of_levels_alone() -> None:
    rows = [["ความสามัคคี", None, "น้อย", "มาก"], ["พึ่งตนเอง", "ระดับ", 3, "มากที่สุด"], ["ขยะ", "กก.", "มาก", 5]]
    reading = tell([HEAD, *rows])
    units = {one.label.th: one.unit for one in reading.indicators.values()}
    assert units == {"ความสามัคคี": "score", "พึ่งตนเอง": "level", "ขยะ": "kg"}
    assert values(reading, "custom_1") == {("", "baseline"): 2, ("", "endline"): 4}
    assert values(reading, "custom_2") == {("", "baseline"): 3, ("", "endline"): 5}
    assert values(reading, "custom_3") == {("", "baseline"): None, ("", "endline"): 5}
    assert [code for code in codes(reading.problems) if code in {"rating_words", "not_a_number"}] == [
        "rating_words",
        "not_a_number",
    ]


def test_all_that_is_measured_under_each_year_is_read_each_in_its_unit() -> None:
    measures = ["จำนวนสำรวจ", "จำนวน", "ร้อยละ"]
    head: Rows = [["ตัวชี้วัด", "ปี 2565", None, None, "ปี 2566"], [None, *measures, *measures]]
    rows: Rows = [
        ["1. บ้านมั่นคง (ครัวเรือน)", 300, 290, 96.67, 305, 300, 98.36],
        ["2. มีอาชีพ (คน)", 700, 650, 92.86, 710, 690, 97.18],
    ]
    reading = tell([*head, *rows])
    assert {one.label.th: one.unit for one in reading.indicators.values()} == {
        "จำนวนสำรวจ: บ้านมั่นคง": "household",
        "จำนวนสำรวจ: มีอาชีพ": "person",
        "จำนวน: บ้านมั่นคง": "household",
        "จำนวน: มีอาชีพ": "person",
        "ร้อยละ: บ้านมั่นคง": "share",
        "ร้อยละ: มีอาชีพ": "share",
    }
    key = next(key for key, one in reading.indicators.items() if one.label.th == "ร้อยละ: มีอาชีพ")
    assert [*values(reading, key).values()] == pytest.approx([0.9286, 0.9718])


def test_a_row_of_the_mean_of_all_is_no_indicator() -> None:
    rows: Rows = [[f"หมู่ {at}", at, at + 1, at + 2, at + 3] for at in range(1, 4)]
    head: Rows = [["หมู่บ้าน", "รายได้ (บาท)", None, "หนี้สิน (บาท)"], [None, *["ก่อน", "หลัง"] * 2]]
    reading = tell([*head, *rows, ["รวม/เฉลี่ย", 2, 3, 4, 5]])
    assert len(reading.indicators) == 6
    assert {one.reason for one in reading.excluded} == {"average_row"}


@pytest.mark.parametrize(
    ("name", "known"),
    [
        *(("รายได้เฉลี่ยของสมาชิกต่อเดือน", "member_income"), ("Mean member income per month", "member_income")),
        *(("ยอดขายของกลุ่ม/ปี", "group_sales"), ("ยอดขายของกลุ่มต่อปี (พันบาท)", "group_sales")),
        *(("รายได้เฉลี่ยของสมาชิกต่อปี", None), ("ยอดขายของกลุ่มต่อเดือน", None)),
    ],
)
def test_the_time_that_a_name_says_is_that_of_the_indicator_or_makes_it_another(name: str, known: str | None) -> None:
    assert match_name(name) == known
