"""The kinds of files that are read, each told by what it holds."""

from __future__ import annotations

from i18n import Text
from tests import formats
from tests.build import build
from tests.formats import Writer
from tests.spec.reading_spec import ReadingSpec

ROWS: list[list[object]] = [
    ["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"],
    ["M1", 100, 150],
    ["M2", 50, 70],
]
PASSWORD = "ลับ1"
TWO = {("M1", "baseline"): 100.0, ("M1", "endline"): 150.0, ("M2", "baseline"): 50.0, ("M2", "endline"): 70.0}


def _spec(title: Text, rule: Text, file: str, write: Writer) -> ReadingSpec:
    return ReadingSpec(title, rule, {file: {"รายได้": ROWS}}, TWO, write=write, password=PASSWORD)


SPECS = (
    _spec(
        Text("สมุดงาน .xlsx และ .xlsm", ".xlsx and .xlsm"),
        Text("อ่านค่าที่บันทึกไว้ มาโครไม่ถูกเรียกใช้", "The stored values are read; macros never run."),
        "รายได้.xlsm",
        build,
    ),
    _spec(
        Text("สมุดงาน .xls", ".xls"),
        Text("สมุดงานของ Excel 97–2003 ซึ่งสำนักงานส่วนมากยังใช้", "Workbooks of Excel 97–2003, as many offices send."),
        "รายได้.xls",
        formats.xls,
    ),
    _spec(
        Text("สมุดงาน .xlsb", ".xlsb"),
        Text(
            "อ่านค่า ข้อผิดพลาดของสูตร เซลล์ที่ผสาน แถวและแผ่นงานที่ซ่อน สูตรที่ยังไม่ได้คำนวณไม่ทราบ เพราะไฟล์ชนิดนี้และ .xls "
            "เก็บผลลัพธ์ทุกสูตรเสมอ",
            "Values, errors, merged cells, hidden rows and sheets are read. Whether a formula was never "
            "calculated is not "
            "known: this kind of file and .xls store a result for every formula.",
        ),
        "รายได้.xlsb",
        formats.binary,
    ),
    _spec(
        Text("สมุดงาน .ods", ".ods"),
        Text("สมุดงานของ LibreOffice อ่านได้เท่ากับ .xlsx", "Workbooks of LibreOffice are read as .xlsx are."),
        "รายได้.ods",
        formats.ods,
    ),
    _spec(
        Text("ตาราง HTML ชื่อ .xls", "HTML tables named .xls"),
        Text(
            "ระบบของหน่วยงานมักส่งออกหน้าเว็บแล้วตั้งชื่อว่า .xls ไฟล์รู้ชนิดจากเนื้อหา ไม่ใช่ชื่อ ตัวเลขที่เป็นข้อความอ่านเป็นตัวเลข",
            "Systems of offices export web pages under the name .xls. A file is told by its content, not by its name; "
            "numbers that are texts are read as numbers.",
        ),
        "รายได้.xls",
        formats.html,
    ),
    _spec(
        Text("ข้อความ .csv ภาษาไทยของ Windows คั่นด้วยอัฒภาค", ".csv in Windows Thai with semicolons"),
        Text("รหัสภาษา cp874 (TIS-620) อ่านเป็นภาษาไทย", "The encoding cp874 (TIS-620) is read as Thai."),
        "รายได้.csv",
        formats.text("cp874", ";"),
    ),
    _spec(
        Text("ข้อความ .csv แบบ UTF-8", ".csv in UTF-8"),
        Text("มีหรือไม่มีเครื่องหมาย BOM ก็ได้ คั่นด้วยจุลภาค", "With or without a BOM, with commas."),
        "รายได้.csv",
        formats.text("utf-8-sig", ","),
    ),
    _spec(
        Text("ข้อความ .tsv แบบ UTF-16", ".tsv in UTF-16"),
        Text("ที่ Excel เรียกว่า “ข้อความ Unicode” คั่นด้วยแท็บ", "What Excel calls “Unicode text”, with tabs."),
        "รายได้.tsv",
        formats.text("utf-16", "\t"),
    ),
    _spec(
        Text("สมุดงานที่มีรหัสผ่าน", "A workbook behind a password"),
        Text(
            "ถามรหัสผ่าน เปิดในหน่วยความจำเท่านั้น และบอกตรง ๆ เมื่อรหัสผ่านไม่ถูกต้อง ไฟล์ที่ดาวน์โหลดกลับไปใช้รหัสผ่านเดิม",
            "The password is asked for, the file is opened in memory alone, and a wrong password is told "
            "plainly. The copy "
            "with the marks opens with the same password.",
        ),
        "รายได้.xlsx",
        formats.protected(PASSWORD),
    ),
)
