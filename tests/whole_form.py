"""The blank form, filled in by hand on every sheet: a group that makes pots of coconut fibre. All of it is invented.

A line is a row, its cells from left to right as the columns of the sheet, apart by ``|``; members and incomes are made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO

import openpyxl

from dictionary.load import PROJECT, load_tables
from i18n import Language
from reports.form import write_form

Value = str | float | None
PROJECT_VALUES = (
    *("กระถางใยมะพร้าวบ้านสวนสมมติ", "กลุ่มใยมะพร้าวสมมติ", "สมุทรสงคราม"),
    *("1/1/2566", "31/12/2566", "1/1/2568", "31/12/2568"),
)
MEMBERS = range(1, 13)
ROWS = {
    "members": "\n".join(
        f"ม-{n:02}|{'หญิง' if n % 3 else 'ชาย'}|{2500 + n}||หมู่ {1 + n % 2}|สมาชิก|1/2/2565" for n in MEMBERS
    ),
    "income": "\n".join(f"ม-{n:02}|ขายกระถาง|{1_500 + 40 * n}|{2_300 + 55 * n}|เดือน" for n in MEMBERS),
    "partners": """
วิทยาลัยเกษตรสมมติ|การศึกษา|วิชาการ|ใช่|ใช่|12000|30000|ร่วมคิด|กลุ่มใยมะพร้าวสมมติ
วิทยาลัยเกษตรสมมติ|การศึกษา|วิจัยและนวัตกรรม|ไม่ใช่|ใช่||25000|ร่วมพัฒนาปรับปรุง
เทศบาลตำบลสมมติ|องค์กรปกครองส่วนท้องถิ่น|สถานที่|ใช่|ใช่|5000|5000|ร่วมทำ|ลานผลิต
ร้านต้นไม้สมมติ|ภาคเอกชน|การตลาด|ไม่ใช่|ใช่||40000|ร่วมรับผล|กลุ่มใยมะพร้าวสมมติ
สำนักงานเกษตรสมมติ|ภาครัฐ|งบประมาณ|ใช่|ไม่ใช่|20000||ร่วมคิด|กลุ่มใยมะพร้าวสมมติ
""",
    "summary": """
ครัวเรือนที่เผาเปลือกมะพร้าว|ครัวเรือน|สิ่งแวดล้อม|46|12|10|ลดลง|80
กระถางที่ขายได้|รายการ|เศรษฐกิจ|300|5200|5000|เพิ่มขึ้น
""",
    "participation": """
เวทีวางแผนใช้เปลือกมะพร้าว|ร่วมคิด|ประชาชน|10/2/2567|ไม่ใช่|ใช่||42||ร่วมมือ||รายงาน 1
ผลิตกระถาง|ร่วมทำ|ประชาชน|5/6/2566|ใช่|ใช่|9|31|ให้ข้อมูล|เสริมอำนาจ|ภาพถ่าย|บัญชีกลุ่ม
ทดลองสูตรกาว|ร่วมแก้ไขปัญหา|สถานศึกษา|1/9/2567|ไม่ใช่|ใช่||12||เข้ามาเกี่ยวข้อง||ผลทดสอบ
""",
    "technology": """
เพจใยมะพร้าวสมมติ|เฟซบุ๊ก|ผู้ติดตาม|คน|120|4300|1/3/2567||https://www.example.org/coir
เพจใยมะพร้าวสมมติ|เฟซบุ๊ก|คำสั่งซื้อ|รายการ/เดือน|0|64|1/3/2567|ร้านต้นไม้สั่งตรง
สูตรกาวจากยางกล้วย|งานวิจัย|||||15/11/2567|กระถางไม่แตกเมื่อรดน้ำ|รายงานสมมติ.pdf
""",
    "flows": """
ลานมะพร้าว|เปลือกมะพร้าว|เปลือกมะพร้าว 1 กระสอบ|แห้ง||25|25|||6|6|1.2|1.1|ตาชั่ง 60 กก.
เปลือกมะพร้าว|เส้นใย|เปลือกมะพร้าว 1 กระสอบ|แห้ง|ใช้ต่อ|0|8
เปลือกมะพร้าว|ขุยปลูก|เปลือกมะพร้าว 1 กระสอบ|แห้ง|นำกลับมาใช้|2|14|4|42
เปลือกมะพร้าว|เผาในสวน|เปลือกมะพร้าว 1 กระสอบ|แห้ง|เผา|21|1.5|0|0
เส้นใย|กระถางใยมะพร้าว|เปลือกมะพร้าว 1 กระสอบ|แห้ง|ผลิตภัณฑ์|0|7.6|0|190
""",
    "personal": "\n".join(f"ม-{n:02}|คะแนนความรู้|คะแนน|{4 + n % 5}|{9 + n % 6}|เพิ่มขึ้น" for n in MEMBERS)
    + "\n"
    + "\n".join(f"ม-{n:02}|เผาเปลือกมะพร้าวที่บ้าน||{'ใช่' if n > 4 else 'ไม่ใช่'}|ไม่ใช่|ลดลง" for n in MEMBERS),
    "prices": """
2566|100|2566 = 100|ดัชนีสมมติ
2568|102|2566 = 100|ดัชนีสมมติ
""",
    "factors": """
ก๊าซเรือนกระจกจากการเผา|เผาในสวน|60|78.2|95|กก. คาร์บอนไดออกไซด์เทียบเท่า|1000|แห้ง|เอกสารสมมติ หน้า 3
""",
    "chain": """
เครื่องตีใย|ปัจจัยนำเข้า|อบรมทำกระถาง|เครื่องที่ใช้ได้|เครื่อง|0|2|2|เพิ่มขึ้น|มีไฟฟ้าพอ|ใบส่งของ
อบรมทำกระถาง|กิจกรรม|ผลิตกระถางได้|ผู้ผ่านการอบรม|คน|0|31|30|เพิ่มขึ้น|สมาชิกมีเวลามาเรียน|ใบลงชื่อ
ผลิตกระถางได้|ผลผลิต|เผาเปลือกมะพร้าวน้อยลง|กระถางที่ขายได้|รายการ|||||มีคนซื้อ|บัญชีขาย
เผาเปลือกมะพร้าวน้อยลง|ผลลัพธ์|อากาศในหมู่บ้านดีขึ้น|ครัวเรือนที่เผาเปลือกมะพร้าว|ครัวเรือน
อากาศในหมู่บ้านดีขึ้น|ผลกระทบ||ผู้ป่วยทางเดินหายใจ|คน|18|11|8|ลดลง
""",
    "effects": """
ฝุ่นจากการตีใย|สังคม|ทางลบ|ไม่ใช่|บ้านข้างลาน|ครัวเรือน|0|4|บันทึกการประชุม|ตั้งฉากกันฝุ่น
ผู้สูงอายุมาช่วยกรอกขุย|สังคม|ทางบวก|ไม่ใช่|ผู้สูงอายุ|คน|0|9|ใบลงชื่อ
""",
    "sroi": """
สมาชิก|12|เวลาและวัสดุ|90000|อบรม 2 รุ่น|มีรายได้เพิ่ม|สมาชิก|บัญชีกลุ่ม|11|3|1|รายได้ที่เพิ่มต่อปี|10800|บัญชีกลุ่ม|20%|10%|25%|20%||คิดมูลค่า
ชุมชน|80||||ควันน้อยลง|ครัวเรือนที่เลิกเผา|สำรวจ|34|2|1|ค่าหน้ากากและยาต่อปี|650|ร้านยาสมมติ|15%|5%|20%|30%||คิดมูลค่า
ชุมชน|80||||ภูมิใจในหมู่บ้าน||||||||||||||ยังไม่คิดมูลค่า|ยังไม่มีตัวแทนค่าที่เหมาะสม
""",
}


TAIL = "ของครัวเรือนสมาชิกและกลุ่มผู้ผลิตทั้งเจ็ดหมู่บ้านในตำบลสมมติ"
NAMES = {  # columns that hold a name, by table; the same thing has the same name on every sheet
    "participation": (0,),
    "partners": (0, 8),
    "technology": (0, 7),
    "flows": (0, 1, 2),
    "factors": (0, 1),
    "chain": (0, 2, 3, 9),
    "effects": (0, 4),
    "sroi": (0, 5),
    "summary": (0,),
}
TIMES = {"participation": 4, "technology": 3, "sroi": 4, "partners": 3, "effects": 3, "chain": 3}
NUMBERED = {"sroi": (5,), "chain": (0, 2)}  # what has a name of its own in each of these; else the first column


def lengthen_rows() -> dict[str, str]:
    """The same rows with names of 60 to 90 characters, and many more of what a project may have many of."""
    return {
        table: "\n".join(
            "|".join(_name_cell(cell, table, place, turn) for place, cell in enumerate(line.split("|")))
            for turn in range(TIMES.get(table, 1))
            for line in lines.strip().splitlines()
        )
        for table, lines in ROWS.items()
    }


def _name_cell(cell: str, table: str, place: int, turn: int) -> str:
    if not cell or place not in NAMES.get(table, ()):
        return cell
    return f"{cell}{TAIL}{f' {turn}' if turn and place in NUMBERED.get(table, (0,)) else ''}"


def fill_form(language: Language = Language.TH, rows: Mapping[str, str] = ROWS) -> bytes:
    """The form with rows typed over the example row of each sheet; codes are typed in Thai in both languages."""
    book = openpyxl.load_workbook(BytesIO(write_form(language)))
    for number, value in enumerate(PROJECT_VALUES, start=2):
        book[load_tables()[PROJECT].sheet[language]].cell(number, 2).value = value
    for table, lines in rows.items():
        sheet = book[load_tables()[table].sheet[language]]
        for number, line in enumerate(lines.strip().splitlines(), start=2):
            for column, cell in enumerate(_read(line, sheet.max_column), start=1):
                sheet.cell(number, column).value = cell
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _read(line: str, columns: int) -> Iterator[Value]:
    """The cells of a line, blank ones to the end; a number is typed as a number."""
    cells = line.split("|")
    for text in (*cells, *[""] * (columns - len(cells))):
        yield float(text) if text.replace(".", "", 1).isdecimal() else text or None
