"""Rows among people that are nobody: figures of all, pages of a print, remarks, sums that no word names."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.build import Rows, codes, find_problem, read, values

HEAD = ["ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
PEOPLE: list[list[object]] = [
    ["นางกมล ขันทอง", 3000, 3500],
    ["นายจรัส ดีเลิศ", 4000, 4100],
    ["นางนิภา ปานทอง", 5000, 4800],
    ["นายมานะ สีหา", 6000, 6900],
]


def count_left(rows: Rows, name: str = "รายได้") -> tuple[int, Counter[str]]:
    """How many people are known, and why rows were left out."""
    reading = read({name: rows})
    known = [key for key, value in values(reading, reading.observations["indicator"][0]).items() if value is not None]
    return len({key[0] for key in known}), Counter(one.reason for one in reading.excluded)


@pytest.mark.parametrize("name", ["รวมทุกคน", "รวมทั้งหมู่บ้าน", "รวมรายได้สมาชิก", "ยอดยกไป", "ยอดยกมา", "รวม 4 ครัวเรือน"])
def test_a_sum_in_any_wording_is_no_person_wherever_it_stands(name: str) -> None:
    assert count_left([HEAD, [name, 18000, 19300], *PEOPLE]) == (4, Counter(total_row=1))
    assert count_left([HEAD, *PEOPLE[:2], [name, 7000, 7600], *PEOPLE[2:]]) == (4, Counter(total_row=1))


@pytest.mark.parametrize("name", ["คะแนนเฉลี่ย", "เฉลี่ยต่อครัวเรือน", "S.D.", "ส่วนเบี่ยงเบนมาตรฐาน", "ค่าสูงสุด", "คิดเป็นร้อยละ"])
def test_a_figure_of_all_is_no_person(name: str) -> None:
    assert count_left([HEAD, *PEOPLE, [name, 4500.5, 4825]]) == (4, Counter(average_row=1))


def test_people_whose_names_begin_like_a_sum_stay_people() -> None:
    rows = [["รวมพร ใจดี", 1, 2], ["รวมคนดี ศรีสุข", 1, 2], ["เฉลี่ย คงทน", 1, 2]]
    assert count_left([HEAD, *PEOPLE, *rows]) == (7, Counter())


def test_indicators_of_a_summary_may_be_called_averages_and_sums() -> None:
    rows = [["ตัวชี้วัด", "หน่วย", "ก่อน", "หลัง"], ["รายได้เฉลี่ย", "บาท", 5, 7], ["รวมรายได้สมาชิก", "บาท", 50, 70]]
    assert not read({"ตัวชี้วัด": rows}).excluded


def test_the_header_of_the_next_page_is_no_person() -> None:
    rows = [HEAD, *PEOPLE[:2], [], ["แผ่นที่ 2"], HEAD, *PEOPLE[2:]]
    reading = read({"รายได้": rows})
    assert len(values(reading, "member_income")) == 8
    assert not {"not_a_number", "duplicate_id"} & set(codes(reading.problems))


def test_a_sum_that_no_word_names_is_left_out_and_said() -> None:
    reading = read({"รายได้": [HEAD, *PEOPLE, ["ทั้งตำบลดอนหวาย", 18000, 19300]]})
    assert {key[0] for key in values(reading, "member_income")} == {f"P000{one}" for one in range(1, 5)}
    assert find_problem(reading, "sum_of_all").cell == "A6"
    assert [one.reason for one in reading.excluded] == ["total_row"]


def test_somebody_with_a_title_is_nobodys_sum() -> None:
    assert count_left([HEAD, *PEOPLE, ["นางสมศรี มั่งมี", 18000, 19300]]) == (5, Counter())


def test_a_remark_among_names_is_nobody() -> None:
    remark = "*** ตั้งแต่รายนี้ไปเก็บข้อมูลเพิ่มเติมเมื่อเดือนสิงหาคม 2566 ***"
    rows = [["ลำดับ", "ชื่อ-สกุล", "เพศ"], [1, "นางกมล ขันทอง", "ญ"], [None, remark, None], [2, "นายมานะ สีหา", "ช"]]
    reading = read({"สมาชิก": rows})
    assert [one.reason for one in reading.excluded] == ["note_row"]
    assert reading.sheets[0].rows_used == 2


def test_max_and_min_are_figures_beside_other_figures_and_else_names() -> None:
    tail: list[list[object]] = [["Average", 4500, 4825], ["Max", 6000, 6900], ["Min", 3000, 3500]]
    assert count_left([HEAD, *PEOPLE, *tail]) == (4, Counter(average_row=3))
    assert count_left([HEAD, *PEOPLE, ["Max", 6000, 6900]]) == (5, Counter())
