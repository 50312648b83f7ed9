"""The mess in single cells that is understood: headers, texts, numbers, dates, units."""

from __future__ import annotations

from i18n import Text
from tests.spec.reading_spec import ReadingSpec, one

ONE = {("M1", "baseline"): 100.0, ("M1", "endline"): 150.0}
TWO = {**ONE, ("M2", "baseline"): 50.0, ("M2", "endline"): 70.0}
HEAD: list[object] = ["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
UNKNOWN = {("M1", "baseline"): None, ("M1", "endline"): None}

SPECS = (
    ReadingSpec(
        title=Text("ตัวเลขที่พิมพ์เป็นข้อความ", "Numbers typed as text"),
        rule=Text(
            "“12,500 บาท” “1.5 หมื่น” “2 แสน” อ่านเป็นตัวเลข",
            "“12,500 บาท”, “1.5 หมื่น”, “2 แสน” are read as numbers.",
        ),
        files=one("รายได้", [HEAD, ["M1", "12,500 บาท", "3,200.-"], ["M2", "1.5 หมื่น", "2 แสน"]]),
        expected={
            ("M1", "baseline"): 12500.0,
            ("M1", "endline"): 3200.0,
            ("M2", "baseline"): 15000.0,
            ("M2", "endline"): 200000.0,
        },
    ),
    ReadingSpec(
        title=Text("เลขไทย", "Thai digits"),
        rule=Text(
            "๓,๒๐๐ คือ 3,200 ทั้งในค่า ในรหัส และในปีของหัวตาราง",
            "๓,๒๐๐ is 3,200: in values, in ids and in the years of headers.",
        ),
        files=one(
            "รายได้", [["รหัสสมาชิก", "รายได้ ปี ๒๕๖๒ (บาท/เดือน)", "รายได้ ปี ๒๕๖๔ (บาท/เดือน)"], ["M๑", "๓,๒๐๐", "๔๐๐๐"]]
        ),
        expected={("M1", "baseline"): 3200.0, ("M1", "endline"): 4000.0},
        says=frozenset({"rounds_from_years"}),
    ),
    ReadingSpec(
        title=Text("ขีด ไม่มี และ N/A", "A dash, ไม่มี and N/A"),
        rule=Text(
            "ขีด (-) และเซลล์ว่างคือไม่ทราบ ไม่ใช่ศูนย์ คำว่า ไม่มี ไม่ทราบ N/A คือไม่ทราบเช่นกัน และแจ้งให้ทราบ เพราะอาจหมายถึงศูนย์",
            "A dash and a blank cell are not known, not zero. The words ไม่มี, ไม่ทราบ, N/A are not known "
            "either, and it is "
            "said: they may have meant zero.",
        ),
        files=one("รายได้", [HEAD, ["M1", "-", "ไม่มี"], ["M2", "N/A", None]]),
        expected={**UNKNOWN, ("M2", "baseline"): None, ("M2", "endline"): None},
        says=frozenset({"nothing_in_words"}),
    ),
    ReadingSpec(
        title=Text("#REF! และข้อผิดพลาดอื่นของสูตร", "#REF! and other errors of formulas"),
        rule=Text(
            "เซลล์ที่สูตรผิดพลาดคือไม่ทราบ ไม่ใช่ศูนย์ และแจ้งพร้อมที่อยู่ของเซลล์",
            "A cell whose formula failed is not known, not zero, and is said with its address.",
        ),
        files=one("รายได้", [HEAD, ["M1", "#REF!", "#DIV/0!"], ["M2", 50, 70]]),
        expected={**UNKNOWN, ("M2", "baseline"): 50.0, ("M2", "endline"): 70.0},
        says=frozenset({"formula_error"}),
    ),
    ReadingSpec(
        title=Text("สูตรบวกลบคูณหารที่ไม่มีผลลัพธ์บันทึกไว้", "Formulas of sums without a stored value"),
        rule=Text(
            "สูตรที่บวก ลบ คูณ หาร รวม หรือเฉลี่ยเซลล์ของแผ่นงานเดียวกัน คำนวณให้เหมือน Excel "
            "เมื่อทุกเซลล์ที่อ้างถึงเป็นตัวเลขหรือว่าง และแจ้งไว้หนึ่งข้อต่อแผ่นงาน",
            "A formula that adds, takes away, multiplies, divides, sums or averages cells of its own sheet is worked "
            "out as Excel does where each of them is a number or blank, and said once a sheet.",
        ),
        files=one("รายได้", [HEAD, ["M1", "=1200/12", "=SUM(B2,B3)*2"], ["M2", 50, "=B3+20"]]),
        expected={
            ("M1", "baseline"): 100.0,
            ("M1", "endline"): 300.0,
            ("M2", "baseline"): 50.0,
            ("M2", "endline"): 70.0,
        },
        says=frozenset({"formula_worked_out"}),
    ),
    ReadingSpec(
        title=Text("สูตรอื่นที่ไม่มีผลลัพธ์บันทึกไว้", "Other formulas without a stored value"),
        rule=Text(
            "สูตรอื่นที่ไม่เคยคำนวณคือไม่ทราบ และแจ้งหนึ่งข้อต่อคอลัมน์ให้เปิดใน Excel แล้วบันทึก",
            "Any other formula that was never calculated is not known, and it is said once a column to open and "
            "save it in Excel.",
        ),
        files=one("รายได้", [HEAD, ["M1", "=VLOOKUP(A2,F:G,2)", "=IF(B2>1,B2,2)"], ["M2", 50, 70]]),
        expected={**UNKNOWN, ("M2", "baseline"): 50.0, ("M2", "endline"): 70.0},
        says=frozenset({"formula_not_calculated"}),
    ),
    ReadingSpec(
        title=Text("วันที่ พ.ศ. และปีสองหลัก", "Dates B.E. and years of two digits"),
        rule=Text(
            "5/3/2562 และ 5 มี.ค. 2562 คือ พ.ศ. ปีสองหลัก (5/3/62) อาจเป็น พ.ศ. หรือ ค.ศ. จึงถาม ไม่เดา และไม่ใช้แถวนั้น",
            "5/3/2562 and 5 มี.ค. 2562 are B.E. A year of two digits (5/3/62) may be B.E. or C.E.: it is "
            "asked about, never "
            "guessed, and its row is left out.",
        ),
        files=one(
            "รายได้",
            [
                ["รหัสสมาชิก", "วันที่เก็บข้อมูล", "รายได้ (บาท/เดือน)"],
                ["M1", "5 มี.ค. 2562", 100],
                ["M1", "7/4/2564", 150],
                ["M2", "6/3/2562", 50],
                ["M2", "8/4/64", 70],
            ],
        ),
        expected={**ONE, ("M2", "baseline"): 50.0},
        says=frozenset({"rounds_from_years", "year_of_two_digits"}),
        left_out=("round_unknown",),
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
    ReadingSpec(
        title=Text("วรรณยุกต์ซ้ำหรือสลับที่", "Doubled and misordered Thai marks"),
        rule=Text(
            "สระและวรรณยุกต์ที่พิมพ์ซ้ำ สลับลำดับ หรือแยกสระอำเป็นนิคหิตกับสระอา เป็นคำเดียวกัน",
            "Marks typed twice or in another order, and ำ typed in two parts, make the same word.",
        ),
        files=one(
            "รายได้",
            [
                ["รหััสสมาชิก", "ช่วงเวลา", "รายได้้ (บาท/เดืือน)"],
                ["พี่น้ำ1", "ก่อน", 100],
                ["พ่ีนํ้า1", "หลัง", 150],
            ],
        ),
        expected={("พี่น้ำ1", "baseline"): 100.0, ("พี่น้ำ1", "endline"): 150.0},
    ),
    ReadingSpec(
        title=Text("ช่องว่างเกิน", "Stray spaces"),
        rule=Text(
            "ช่องว่างหน้า หลัง ซ้ำ หรือที่มองไม่เห็น ในหัวตาราง รหัส และค่า ไม่มีผล",
            "Spaces before, after, doubled or unseen do not matter in headers, ids and values.",
        ),
        files=one(
            "รายได้",
            [
                ["  รหัส สมาชิก ", "รายได้ก่อน  (บาท / เดือน)", "รายได้ หลัง\u200b (บาท/เดือน) "],
                [" M1 ", " 100 ", 150],
                ["M2\u00a0", "50", " 70"],
            ],
        ),
        expected=TWO,
    ),
    ReadingSpec(
        title=Text("ขึ้นบรรทัดใหม่ในคำของหัวตาราง", "Line breaks inside header words"),
        rule=Text("การขึ้นบรรทัดใหม่กลางคำไม่มีผล", "A line break within a word does not matter."),
        files=one("รายได้", [["รหัส\nสมาชิก", "รายได้\nก่อน\n(บาท/เดือน)", "ราย\nได้หลัง (บาท/\nเดือน)"], ["M1", 100, 150]]),
        expected=ONE,
    ),
    ReadingSpec(
        title=Text("หน่วยในหัวตาราง", "Units in headers"),
        rule=Text(
            "รายได้ (บาท/ปี) แปลงเป็นต่อเดือนและแจ้งให้ทราบ",
            "Income (บาท/ปี) is turned into amounts per month, and it is said.",
        ),
        files=one("รายได้", [["รหัสสมาชิก", "รายได้ก่อน (บาท/ปี)", "รายได้หลัง (บาท/ปี)"], ["M1", 1200, 1800]]),
        expected=ONE,
        says=frozenset({"amount_per_year"}),
    ),
    ReadingSpec(
        title=Text("หน่วยในคอลัมน์ที่ต่างกันทีละแถว", "A unit in a column that differs by row"),
        rule=Text(
            "เมื่อคอลัมน์หนึ่งบอกว่าต่อเดือนหรือต่อปี ใช้ตามแถวนั้น จำนวนต่อปีหารด้วย 12",
            "Where a column says per month or per year it holds for its row; an amount per year is divided by 12.",
        ),
        files=one(
            "รายได้",
            [
                ["รหัสสมาชิก", "รายได้ก่อน (บาท)", "รายได้หลัง (บาท)", "ต่อเดือนหรือต่อปี"],
                ["M1", 1200, 1800, "ปี"],
                ["M2", 50, 70, "เดือน"],
            ],
        ),
        expected=TWO,
    ),
    ReadingSpec(
        title=Text("ร้อยละสามแบบ", "Three ways of writing per cent"),
        rule=Text(
            "0.45 45 และ “45%” คือร้อยละ 45 เท่ากัน แถวที่มีทั้งสองแบบอ่านตามหน่วยและแจ้งให้ทราบ",
            "0.45, 45 and “45%” are all 45 per cent; where a row holds both scales it is read by its unit, and said.",
        ),
        files=one(
            "ตัวชี้วัด",
            [
                ["ตัวชี้วัด", "หน่วย", "มิติ", "ก่อน", "หลัง", "ทิศทาง"],
                ["ผู้ใช้ใยกล้วย", "ร้อยละ", "สังคม", "45%", 60, "เพิ่มขึ้น"],
                ["ผู้คัดแยกขยะ", "ร้อยละ", "สังคม", 0.45, 0.6, "เพิ่มขึ้น"],
            ],
        ),
        indicator="custom_2",
        expected={("", "baseline"): 0.45, ("", "endline"): 0.6},
        says=frozenset({"share_scale"}),
    ),
)
