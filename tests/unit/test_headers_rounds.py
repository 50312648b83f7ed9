"""Which words say before and after the project, and which only look so."""

from __future__ import annotations

import pytest

from ingest.headers import find_round, split_header
from tests.build import read, values


@pytest.mark.parametrize(
    ("header", "wave"),
    [
        ("รายได้ต่อเดือนก่อนร่วมโครงการ", "baseline"),
        ("รายได้หลังเข้าร่วมกิจกรรมกลุ่ม", "endline"),
        ("รายได้ก่อนได้รับการสนับสนุนเงินทุน", "baseline"),
        ("รายได้ภายหลังเข้ารับการฝึกอบรม", "endline"),
        ("รายได้หลังเป็นสมาชิก", "endline"),
        ("รายได้ก่อนการรวมกลุ่ม", "baseline"),
    ],
)
def test_before_and_after_go_on_with_whatever_was_done(header: str, wave: str) -> None:
    said = split_header(header)
    assert said.round == wave
    assert "รายได้" in said.keys


@pytest.mark.parametrize(
    "text",
    [
        "รายได้ก่อนหักค่าใช้จ่าย",
        "รายได้หลังหักค่าใช้จ่าย",
        "กำไรก่อนภาษี",
        "หนี้คงเหลือหลังชำระ",
        "จำนวนหลังคาเรือน",
        "ขยะหลังบ้าน",
        "ข้อมูลย้อนหลัง 3 ปี",
        "บริการหลังการขาย",
        "income before tax",
        "income after expenses",
        "post office",
    ],
)
def test_words_that_only_look_like_a_round_are_none(text: str) -> None:
    assert find_round(text) is None


def test_roofs_are_counted_before_and_after() -> None:
    rows = [["ตัวชี้วัด", "หน่วย", "ก่อน", "หลัง"], ["จำนวนหลังคาเรือนที่คัดแยกขยะ", "ครัวเรือน", 12, 40]]
    assert [*values(read({"ตัวชี้วัด": rows}), "custom_1").values()] == [12, 40]


def test_income_before_and_after_costs_is_not_before_and_after_the_project() -> None:
    head = ["ชื่อ-สกุล", "รายได้ก่อนหักค่าใช้จ่าย (บาท/เดือน)", "รายได้หลังหักค่าใช้จ่าย (บาท/เดือน)"]
    reading = read({"รายได้": [head, ["นางกมล ขันทอง", 9000, 4000], ["นายจรัส ดีเลิศ", 8000, 3000]]})
    assert reading.observations.empty
    assert reading.questions
