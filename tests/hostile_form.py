"""The filled form with rows that people do type and no sheet expects: markup, wrong codes, dates and signs, gaps."""

from __future__ import annotations

from tests.whole_form import ROWS, fill_form

ODD = {
    "participation": """
<script>alert(1)</script> & "ประชุม"|ร่วมคิด|ประชาชน|31/2/2567|ใช่|ใช่|สิบสอง|-5|มากที่สุด|ร่วมมือ||http://ไทย.example/ก ข
*เวที* **หนา** $100$ [ลิงก์](javascript:x)|ร่วมทำ, ร่วมคิด|ผู้ใหญ่บ้าน|ก.พ. – มี.ค. 2568|?|ใช่|1,200 คน|๑๒๐||||ภาพ
""",
    "technology": """
เพจ {สอง}|ทวิตเตอร์|ยอดไลก์/แชร์|ครั้ง|1e6|ห้าพัน|เมื่อวาน|ดีมาก|javascript:alert(1)
|ไลน์|เพื่อน|คน|5|9
""",
    "flows": """
|กองหลังบ้าน|เปลือกมะพร้าว 1 กระสอบ|แห้ง|ทิ้ง|0|3
เส้นใย|เศษ|เปลือกมะพร้าว 1 กระสอบ|เปียก ๆ|ไม่แน่ใจ|0|-2
""",
    "chain": """
• ป้าย • แผ่นพับ|กิจกรรม
อบรมทำกระถาง|ผลลัพธ์|ไม่มีชื่อนี้; เครื่องตีใย|ผู้ผ่านการอบรม|คน|ไม่ทราบ|31|สามสิบ
""",
    "effects": """
<b>กลิ่น</b> & เสียง $5|สุขภาพ|ไม่แน่ใจ|อาจจะ|||ก่อน|หลัง
""",
    "sroi": """
สมาชิก|12|เวลาและวัสดุ|90000||ผลซ้ำ|||0|0|3|ค่าแรง|0|||120%|-5%|0.3|200|||คิดมูลค่า
<i>ชุมชน</i>|||(5,000)||$เสียงดัง$|||-3|1.5|1|ค่าที่อุดหู|120||10|0|0|0|ไม่มีใครทำแทน|คิดมูลค่า
""",
}


def fill_oddly() -> bytes:
    """The form with its usual rows and these below them."""
    return fill_form(rows={table: f"{lines.strip()}\n{ODD.get(table, '').strip()}" for table, lines in ROWS.items()})
