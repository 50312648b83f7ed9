"""In a real browser: an unsure workbook is asked about, matched and mended, and not asked about again."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from playwright.sync_api import Error, Locator, Page, expect

from i18n import Language, word

TH = Language.TH
SHEET = "แบบสำรวจ"
TITLES = ["แบบสรุปข้อมูลกลุ่มทอผ้าบ้านสมมติ", "ข้อมูลสมมติเพื่อการทดสอบ"]
HEADERS = ["ชื่อ-สกุล", "เพศ", "หมู่บ้าน", "ปีเกิด", "เก็บเมื่อ", "ได้เท่าไร"]
NAMES = ["สมใจ", "มานี", "ปิติ", "ชูใจ", "วีระ", "สมคิด", "อรุณ", "ดวงใจ", "จันทร์", "บุญมี", "ประเสริฐ"]
UNSURE = ("มานะ ใจดี", "มานะ ใจดืี")  # the same person with a mark too many
FAULTY = "พันหกร้อยกว่า"
BEFORE, AFTER, MENDED, UNSURE_AFTER = 1000, 1600, 1900, 2200


def _make_book() -> bytes:
    """Two title rows, a blank one, a header with two unknown words, and every person once in each round."""
    people = [(f"นาง{name} รักษ์ดี", f"นาง{name} รักษ์ดี") for name in NAMES] + [UNSURE]
    rows: list[list[Any]] = [[title] for title in TITLES] + [[], HEADERS]
    for said, side in (("ลงพื้นที่แรก", 0), ("ลงพื้นที่ซ้ำ", 1)):
        for number, names in enumerate(people):
            amount: object = BEFORE if side == 0 else FAULTY if number == 4 else AFTER
            amount = UNSURE_AFTER if side and names is UNSURE else amount
            rows.append([names[side], "หญิง", f"หมู่ {number % 3 + 1}", 2510 + number, said, amount])
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    for row in rows:
        sheet.append(row)
    sheet["A1"].font = Font(bold=True)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
