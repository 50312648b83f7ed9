"""The text of the command line tells what stands on sheets of flows, activities, works and results chains."""

from __future__ import annotations

import pytest

from i18n import Language, word
from reports.findings_text import write_text
from tests.build import Sheets, find
from ui.elsewhere import list_elsewhere

FLOWS: Sheets = {
    "การใช้วัตถุดิบ": [
        ["จาก", "เป็น", "สดหรือแห้ง", "การใช้", "น้ำหนัก ก่อน", "น้ำหนัก หลัง"],
        ["ฟางข้าว", "เผาในนา", "แห้ง", "เผา", 180, 60],
        ["ฟางข้าว", "ปุ๋ย", "แห้ง", "นำกลับมาใช้", 20, 140],
    ]
}
CHAIN: Sheets = {
    "ห่วงโซ่ผลลัพธ์": [
        ["รายการ", "ระดับ", "นำไปสู่", "ตัวชี้วัด", "หน่วย", "ค่า ก่อน", "ค่า หลัง", "เป้าหมาย"],
        ["อบรม", "กิจกรรม", "ทำเป็น", "จำนวนครั้ง", "ครั้ง", 2, 8, 10],
        ["ทำเป็น", "ผลลัพธ์", None, "คนทำเป็น", "คน", 5, 30, 40],
    ]
}
WORKS: Sheets = {
    "เทคโนโลยี": [
        ["ช่องทางหรือผลงาน", "ประเภท", "สิ่งที่วัด", "ค่า ก่อน", "ค่า หลัง", "ผลที่เกิดขึ้น"],
        ["เครื่องอัดฟาง", "นวัตกรรม", None, None, None, "อัดได้เร็วขึ้น"],
    ]
}


@pytest.mark.parametrize(
    ("sheets", "page", "told"),
    [
        (FLOWS, "material", "ฟางข้าว → เผาในนา: 180 → 60 กก."),
        (CHAIN, "chain", "อบรม → ทำเป็น"),
        (CHAIN, "chain", "คนทำเป็น: 5 → 30 คน"),
        (WORKS, "technology", "เครื่องอัดฟาง: นวัตกรรม · อัดได้เร็วขึ้น"),
    ],
)
def test_what_is_on_a_sheet_of_rows_stands_below_the_name_of_its_page(sheets: Sheets, page: str, told: str) -> None:
    heading, *rest = write_text(find(sheets), Language.TH).partition(f"\n{word(f'ui.page.{page}', Language.TH)}\n")[1:]
    assert heading
    assert told in rest[0]


def test_where_nothing_can_be_compared_the_pages_that_hold_something_are_named() -> None:
    assert list_elsewhere(find(FLOWS)) == ("material",)
    compared: Sheets = {"ตัวชี้วัด": [["ตัวชี้วัด", "หน่วย", "ค่า ก่อน", "ค่า หลัง"], ["ยอดขาย", "บาท", 900, 1200]]}
    assert list_elsewhere(find({**FLOWS, **compared})) == ()
