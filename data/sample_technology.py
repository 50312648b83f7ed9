"""Channels, research, innovation and training of both samples. All of it is invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from data.sample_people import Row

COLUMNS = ("item", "kind", "measure", "unit", "value_baseline", "value_endline", "date", "result", "link")
Line = tuple[str | int | date | None, ...]


def _make_rows(lines: Iterable[Line]) -> list[Row]:
    return [dict(zip(COLUMNS, line, strict=True)) for line in lines]


_PAGE, _LINE, _SITE = "เพจผ้าใยกล้วยสมมติ", "ไลน์กลุ่มสมาชิกและเครือข่าย", "เว็บไซต์กลุ่ม"
_WEAVING: tuple[Line, ...] = (
    (_PAGE, "เฟซบุ๊ก", "ผู้ติดตาม", "คน", 420, 6_850, date(2023, 6, 1), None, "https://www.example.org/page"),
    (_PAGE, "เฟซบุ๊ก", "การเข้าถึง", "คน/เดือน", 1_900, 21_400, date(2023, 6, 1), None, None),
    (_PAGE, "เฟซบุ๊ก", "ข้อความ", "ข้อความ/เดือน", 12, 185, date(2023, 6, 1), None, None),
    (_PAGE, "เฟซบุ๊ก", "คำสั่งซื้อ", "รายการ/เดือน", 0, 46, date(2023, 6, 1), "ลูกค้าต่างจังหวัดสั่งซื้อได้โดยตรง", None),
    (_LINE, "ไลน์", "ผู้ติดตาม", "คน", 43, 212, date(2024, 5, 20), "นัดหมายและแจ้งงานกับเครือข่ายได้ทันที", None),
    (_LINE, "ไลน์", "คำสั่งซื้อ", "รายการ/เดือน", 0, 19, date(2024, 5, 20), None, None),
    (_SITE, "เว็บไซต์", "ผู้เข้าชม", "ครั้ง/เดือน", 310, 240, date(2023, 1, 10), None, "https://www.example.org"),
    ("อบรมการขายออนไลน์", "การอบรม", "ผู้ผ่านการอบรม", "คน", 0, 34, date(2024, 10, 8), "เปิดร้านออนไลน์ของตนเอง 6 ราย", None),
    (
        "วิจัยการลดการขาดของเส้นใยกล้วย",
        "งานวิจัย",
        None,
        None,
        None,
        None,
        date(2025, 2, 14),
        "ใช้สูตรแช่เส้นใยใหม่กับการผลิตทุกครั้ง",
        "รายงานวิจัยสมมติ.pdf",
    ),
    (
        "เครื่องขูดเส้นใยแบบเท้าเหยียบ",
        "นวัตกรรม",
        None,
        None,
        None,
        None,
        date(2024, 8, 30),
        "ขูดเส้นใยได้เร็วขึ้นและใช้ได้ในบ้านของสมาชิก มีกลุ่มอื่นขอแบบไปสร้างต่อ",
        None,
    ),
    ("เยื่อกระดาษจากเศษปั่นใย", "นวัตกรรม", None, None, None, None, date(2025, 9, 1), "เป็นสินค้าใหม่ของกลุ่ม 2 รายการ", None),
    ("แอปบันทึกการผลิตของกลุ่ม", "นวัตกรรม", None, None, None, None, None, "ยังอยู่ระหว่างทดลองใช้", None),
)
_MILL_PAGE, _MILL_LINE = "เพจข้าวอินทรีย์สมมติ", "ไลน์โรงสีชุมชน"
_RICE_MILL: tuple[Line, ...] = (
    (_MILL_PAGE, "เฟซบุ๊ก", "ผู้ติดตาม", "คน", 2_100, 2_260, date(2022, 4, 1), None, "https://www.example.org/rice"),
    (_MILL_PAGE, "เฟซบุ๊ก", "การเข้าถึง", "คน/เดือน", 8_400, 3_100, date(2022, 4, 1), None, None),
    (_MILL_PAGE, "เฟซบุ๊ก", "คำสั่งซื้อ", "รายการ/เดือน", 64, 29, date(2022, 4, 1), "ขาดคนดูแลเพจตั้งแต่กลางปี 2567", None),
    (_MILL_LINE, "ไลน์", "ผู้ติดตาม", "คน", 0, 58, date(2024, 3, 11), None, None),
    ("อบรมมาตรฐานข้าวอินทรีย์", "การอบรม", "ชั่วโมงอบรม", "ชั่วโมง", 24, 12, date(2023, 9, 9), None, None),
    (
        "วิจัยพันธุ์ข้าวทนแล้งร่วมกับมหาวิทยาลัย",
        "งานวิจัย",
        None,
        None,
        None,
        None,
        date(2023, 11, 30),
        "หยุดลงเมื่อความร่วมมือสิ้นสุด",
        None,
    ),
    (
        "เตาเผาแกลบทำถ่านชีวภาพ",
        "นวัตกรรม",
        None,
        None,
        None,
        None,
        date(2025, 4, 22),
        "ใช้แกลบได้บางส่วน แต่ยังไม่พอกับที่เหลือทิ้ง",
        None,
    ),
)

ROWS = {
    "banana_weaving": {"technology": _make_rows(_WEAVING)},
    "rice_mill": {"technology": _make_rows(_RICE_MILL)},
}
