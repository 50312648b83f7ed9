"""The mess that is understood."""

from __future__ import annotations

from i18n import Text
from tests.spec.reading_spec import ReadingSpec, one

ONE = {("M1", "baseline"): 100.0, ("M1", "endline"): 150.0}
TWO = {**ONE, ("M2", "baseline"): 50.0, ("M2", "endline"): 70.0}
HEAD: list[object] = ["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
ROWS: list[list[object]] = [["M1", 100, 150], ["M2", 50, 70]]

SPECS = (
    ReadingSpec(
        title=Text("ชื่อตารางข้างบน หมายเหตุข้างล่าง แถวและคอลัมน์ว่าง", "Titles above, notes below, blank rows and columns"),
        rule=Text(
            "หัวตารางอยู่ที่ใดก็ได้ใน 50 แถวแรก แถวว่างไม่นับ หมายเหตุและที่มาไม่ใช่ข้อมูล",
            "The header may stand anywhere in the first 50 rows; blank rows do not count; notes and sources "
            "are no data.",
        ),
        files=one(
            "รายได้",
            [
                ["แบบสรุปรายได้"],
                [],
                ["กลุ่มตัวอย่าง"],
                [None, *HEAD],
                [],
                *[[None, *row] for row in ROWS],
                [],
                ["หมายเหตุ: จากการสัมภาษณ์"],
            ],
        ),
        expected=TWO,
        left_out=("note_row",),
    ),
    ReadingSpec(
        title=Text("หัวตารางสองหรือสามแถว", "A header of two or three rows"),
        rule=Text(
            "ชื่อกลุ่มที่อยู่เหนือหลายคอลัมน์เติมให้ทุกคอลัมน์ใต้กลุ่ม จนถึงชื่อกลุ่มถัดไป การขึ้นบรรทัดใหม่ในคำไม่มีผล",
            "The name of a group above several columns is written over each of them, up to the next group. "
            "Line breaks inside "
            "words do not matter.",
        ),
        files=one(
            "ข้อมูล",
            [
                ["รหัส\nสมาชิก", "รายได้\nของสมาชิก", None, "ต่อเดือน\nหรือต่อปี"],
                [None, "ก่อน", "หลัง", None],
                [None, "(บาท)", "(บาท)", None],
                *[[*row, "เดือน"] for row in ROWS],
            ],
        ),
        expected=TWO,
    ),
    ReadingSpec(
        title=Text("หลายตารางในแผ่นงานเดียว เรียงลงมา", "Several tables on a sheet, one above the other"),
        rule=Text(
            "แถวว่างแล้วตามด้วยหัวตารางใหม่คือตารางใหม่ ชื่อเหนือตารางบอกรอบได้",
            "Blank rows and a new header begin a new table; the title above it may say its round.",
        ),
        files=one(
            "รายได้",
            [
                ["ก่อนดำเนินโครงการ"],
                ["รหัสสมาชิก", "จำนวนเงิน", "ต่อ"],
                ["M1", 100, "เดือน"],
                [],
                ["หลังดำเนินโครงการ"],
                ["รหัสสมาชิก", "จำนวนเงิน", "ต่อ"],
                ["M1", 150, "เดือน"],
            ],
        ),
        expected=ONE,
        left_out=("outside_table",),
    ),
    ReadingSpec(
        title=Text("หลายตารางในแผ่นงานเดียว อยู่ข้างกัน", "Several tables on a sheet, side by side"),
        rule=Text(
            "คอลัมน์ว่างแบ่งตารางเมื่อทั้งสองข้างเป็นตารางครบ", "A blank column parts two tables where both sides are whole."
        ),
        files=one(
            "ข้อมูล",
            [
                ["รหัสสมาชิก", "รายได้ก่อน", "รายได้หลัง", "ต่อ", None, "หน่วยงาน", "ภาคส่วน", "ร่วมงานก่อน", "ร่วมงานหลัง"],
                ["M1", 100, 150, "เดือน", None, "อบต.", "การศึกษา", "ใช่", "ใช่"],
            ],
        ),
        expected=ONE,
    ),
    ReadingSpec(
        title=Text("ทดเลขข้างตาราง", "Scratch sums beside the table"),
        rule=Text("ตัวเลขนอกคอลัมน์ของตารางไม่ใช่ข้อมูล", "Numbers outside the columns of the table are no data."),
        files=one("รายได้", [HEAD, ["M1", 100, 150, None, 250], [None, None, None, None, 999]]),
        expected=ONE,
        left_out=("outside_table",),
    ),
    ReadingSpec(
        title=Text("แถวผลรวม", "Total rows"),
        rule=Text(
            "รวม รวมทั้งสิ้น รวมทั้งหมด ผลรวม total grand total ไม่ใช้เป็นข้อมูล แต่ใช้ตรวจ ผลรวมที่ไม่ตรงกับแถวใดแจ้งพร้อมผลรวมจริง",
            "Totals are no data, and used as a check: one that no sum of the rows gives is said, with the sum.",
        ),
        files=one("รายได้", [HEAD, *ROWS, ["รวมทั้งสิ้น", 150, 999]]),
        expected=TWO,
        says=frozenset({"total_differs"}),
        left_out=("total_row",),
    ),
    ReadingSpec(
        title=Text("ชื่อที่เขียนเพียงแถวแรกของช่วง", "A label only on the first row of its block"),
        rule=Text(
            "รหัส หมู่บ้าน หรือแหล่งรายได้ที่เขียนครั้งเดียวต่อช่วง เติมลงมาทุกแถวและแจ้งให้ทราบ",
            "An id, village or source written once a block is filled down to its rows, and it is said.",
        ),
        files=one(
            "รายได้",
            [
                ["รหัสสมาชิก", "แหล่งรายได้", "ก่อน", "หลัง", "ต่อ"],
                ["M1", "ทอ", 60, 90, "เดือน"],
                [None, "ย้อม", 40, 60, "เดือน"],
                ["M2", "ทอ", 30, 40, "เดือน"],
                [None, "ย้อม", 20, 30, "เดือน"],
            ],
        ),
        indicator="member_income",
        expected={("M1", "baseline"): 40.0, ("M1", "endline"): 60.0, ("M2", "baseline"): 20.0, ("M2", "endline"): 30.0},
        says=frozenset({"label_above"}),
    ),
    ReadingSpec(
        title=Text("ตัวเลขที่พิมพ์เป็นข้อความ", "Numbers typed as text"),
        rule=Text(
            "“12,500 บาท” “๓,๒๐๐” “1.5 หมื่น” “2 แสน” อ่านเป็นตัวเลข ขีด (-) และเซลล์ว่างคือไม่ทราบ ไม่ใช่ศูนย์ "
            "คำว่า ไม่มี ไม่ทราบ N/A คือไม่ทราบเช่นกัน และแจ้งให้ทราบ เพราะอาจหมายถึงศูนย์",
            "“12,500 บาท”, “๓,๒๐๐”, “1.5 หมื่น”, “2 แสน” are read as numbers. A dash and a blank cell are "
            "not known, not zero. "
            "The words ไม่มี, ไม่ทราบ, N/A are not known either, and it is said: they may have meant zero.",
        ),
        files=one(
            "รายได้",
            [
                HEAD,
                ["M1", "12,500 บาท", "๓,๒๐๐"],
                ["M2", "1.5 หมื่น", "2 แสน"],
                ["M3", "-", "ไม่มี"],
            ],
        ),
        expected={
            ("M1", "baseline"): 12500.0,
            ("M1", "endline"): 3200.0,
            ("M2", "baseline"): 15000.0,
            ("M2", "endline"): 200000.0,
            ("M3", "baseline"): None,
            ("M3", "endline"): None,
        },
        says=frozenset({"nothing_in_words"}),
    ),
    ReadingSpec(
        title=Text("หน่วยในหัวตาราง", "The unit in the header"),
        rule=Text(
            "รายได้ (บาท/ปี) แปลงเป็นต่อเดือนและแจ้งให้ทราบ ถ้าคอลัมน์บอกต่างกันทีละแถว ใช้ตามแถว",
            "Income (THB/year) is turned into amounts per month, and it is said. A column that differs by "
            "row goes before.",
        ),
        files=one("รายได้", [["รหัสสมาชิก", "รายได้ก่อน (บาท/ปี)", "รายได้หลัง (บาท/ปี)"], ["M1", 1200, 1800]]),
        expected=ONE,
        says=frozenset({"amount_per_year"}),
    ),
    ReadingSpec(
        title=Text("ร้อยละสามแบบ", "Three ways of writing per cent"),
        rule=Text(
            "0.45 45 และ 45% คือ 45 % เท่ากัน ในแถวที่มีทั้งสองแบบ อ่านตามหน่วยและแจ้งให้ทราบ",
            "0.45, 45 and 45% are the same; where a row holds both scales it is read by its unit, and said.",
        ),
        files=one(
            "ตัวชี้วัด",
            [
                ["ตัวชี้วัด", "หน่วย", "มิติ", "ก่อน", "หลัง", "ทิศทาง"],
                ["ผู้ใช้ใยกล้วย", "ร้อยละ", "สังคม", "45%", 60, "เพิ่มขึ้น"],
            ],
        ),
        indicator="custom_1",
        expected={("", "baseline"): 0.45, ("", "endline"): 0.6},
    ),
    ReadingSpec(
        title=Text("หัวตารางซ้ำและหัวข้อของกลุ่มแถว", "Repeated headers and headings of blocks"),
        rule=Text(
            "หัวตารางที่พิมพ์ซ้ำกลางตาราง และแถวที่มีเพียงชื่อหมู่บ้านหรือภาค ไม่ใช่ข้อมูล",
            "A header printed again further down, and a row that holds only a village or region, are no data.",
        ),
        files=one("รายได้", [HEAD, ["หมู่ 1"], ROWS[0], HEAD, ["หมู่ 2"], ROWS[1]]),
        expected=TWO,
        left_out=("heading_row", "repeated_header", "heading_row"),
    ),
    ReadingSpec(
        title=Text("ปีสองหลักในหัวตาราง", "Years of two digits in headers"),
        rule=Text(
            "ปี 62 อาจเป็น 2562 หรือ 1962 จึงถาม ไม่เดา และยังไม่ใช้ข้อมูล",
            "“ปี 62” may be 2562 or 1962: it is asked about, and the data are not used until it is answered.",
        ),
        files=one("รายได้", [["รหัสสมาชิก", "รายได้ ปี 62", "รายได้ ปี 64", "ต่อ"], ["M1", 100, 150, "เดือน"]]),
        expected={},
        says=frozenset({"year_of_two_digits"}),
        left_out=("round_unknown",),
    ),
)
