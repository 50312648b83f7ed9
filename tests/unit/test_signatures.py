"""Lines to sign on below a table are nobody's rows."""

from __future__ import annotations

import pytest

from ingest.signatures import is_signature
from tests.build import read, values

HEAD = ["ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
PEOPLE = [["นายสมชาย ใจดี", 100, 150], ["นางมาลี มีสุข", 50, 70]]
LINES = [
    "ลงชื่อ......................ผู้รายงาน",
    "ลงชื่อ",
    "(......................)",
    "(นายประเสริฐ ทองคำ)",
    "ตำแหน่ง……………………",
    "ตำแหน่ง ผู้ใหญ่บ้าน",
    "ผู้รับรอง: นายก อบต.",
    ".......................... ผู้รับรองข้อมูล",
    "วันที่ ....../....../......",
    "วันที่ 30 กันยายน 2567",
    "Signed by",
    "Date: 5 May 2024",
    "หมายเหตุ ข้อมูลจากการสัมภาษณ์",
    "ที่มา: กลุ่ม",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_to_sign_on_is_nobody_and_is_left_out_as_a_note(line: str) -> None:
    reading = read({"รายได้": [HEAD, *PEOPLE, [None], [line]]})
    assert len({key[0] for key in values(reading, "member_income")}) == len(PEOPLE)
    assert [one.reason for one in reading.excluded] == ["note_row"]


@pytest.mark.parametrize("name", ["นายส........", "ตำแหน่งงานใหม่", "ผู้รับรองมาตรฐาน GAP", "Datta Position", "วันทอง ใจดี"])
def test_a_masked_name_and_words_that_only_begin_so_are_no_signatures(name: str) -> None:
    assert not is_signature(name)
    reading = read({"รายได้": [HEAD, *PEOPLE, [name, 10, 20]]})
    assert reading.excluded == ()
