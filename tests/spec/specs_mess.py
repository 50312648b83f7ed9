"""The mess that is understood."""

from __future__ import annotations

from openpyxl import Workbook

from i18n import Text
from tests.formats import Writer, dressed
from tests.spec.reading_spec import ReadingSpec, one

ONE = {("M1", "baseline"): 100.0, ("M1", "endline"): 150.0}
TWO = {**ONE, ("M2", "baseline"): 50.0, ("M2", "endline"): 70.0}
HEAD: list[object] = ["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
ROWS: list[list[object]] = [["M1", 100, 150], ["M2", 50, 70]]


def merge(*places: str) -> Writer:
    """A file whose first sheet has merged cells."""

    def change(book: Workbook) -> None:
        for place in places:
            book.worksheets[0].merge_cells(place)

    return dressed(change)


def hide_row(book: Workbook) -> None:
    book.worksheets[0].row_dimensions[2].hidden = True


def hide_sheet(book: Workbook) -> None:
    book.active = 1
    book.worksheets[0].sheet_state = "hidden"


SPECS = (
    ReadingSpec(
        title=Text("หัวตารางไม่อยู่แถวแรก", "A header anywhere in the first 50 rows"),
        rule=Text("หัวตารางอยู่ที่ใดก็ได้ใน 50 แถวแรก", "The header may stand in any of the first 50 rows."),
        files=one("รายได้", [*[[]] * 49, HEAD, *ROWS]),
        expected=TWO,
    ),
    ReadingSpec(
        title=Text("ชื่อตารางข้างบน", "A title above"),
        rule=Text("ชื่อเรื่องและชื่อกลุ่มเหนือหัวตารางไม่ใช่ข้อมูล", "Titles above the header are no data."),
        files=one("รายได้", [["แบบสรุปรายได้สมาชิก"], ["กลุ่มตัวอย่าง"], HEAD, *ROWS]),
        expected=TWO,
    ),
    ReadingSpec(
        title=Text("หมายเหตุข้างล่าง", "Notes below"),
        rule=Text(
            "หมายเหตุและที่มาใต้ตารางไม่ใช่ข้อมูล แสดงในรายการแถวที่ไม่ใช้",
            "Notes and sources below the table are no data; they are listed among the rows left out.",
        ),
        files=one("รายได้", [HEAD, *ROWS, [], ["หมายเหตุ: จากการสัมภาษณ์"], ["ที่มา: กลุ่มตัวอย่าง"]]),
        expected=TWO,
        left_out=("note_row", "note_row"),
    ),
    ReadingSpec(
        title=Text("แถวและคอลัมน์ว่าง", "Blank rows and columns"),
        rule=Text(
            "แถวว่างและคอลัมน์ว่าง ทั้งก่อนและกลางตาราง ไม่มีผล",
            "Blank rows and columns, before the table and in it, do not matter.",
        ),
        files=one(
            "รายได้",
            [[], [None, *HEAD[:2], None, HEAD[2]], [], [None, "M1", 100, None, 150], [], [None, "M2", 50, None, 70]],
        ),
        expected=TWO,
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
        title=Text("หัวตารางที่ผสานเซลล์", "A header of merged cells"),
        rule=Text(
            "เซลล์ที่ผสานข้ามหลายคอลัมน์เป็นชื่อของทุกคอลัมน์ใต้เซลล์นั้น เซลล์ที่ผสานข้ามแถวเป็นหัวของคอลัมน์เดียว",
            "A cell merged over several columns names each of them; one merged over rows is the header of its column.",
        ),
        files=one("ข้อมูล", [["รหัสสมาชิก", "รายได้ต่อเดือน (บาท)", None], [None, "ก่อน", "หลัง"], *ROWS]),
        expected=TWO,
        write=merge("A1:A2", "B1:C1"),
    ),
    ReadingSpec(
        title=Text("เซลล์ที่ผสานเป็นชื่อของช่วงแถว", "Merged cells as labels of groups of rows"),
        rule=Text(
            "ชื่อในเซลล์ที่ผสานข้ามหลายแถวเป็นของทุกแถวนั้น และแจ้งให้ทราบ",
            "A label in a cell merged over several rows holds for all of them, and it is said.",
        ),
        files=one(
            "รายได้",
            [
                ["รหัสสมาชิก", "แหล่งรายได้", "ก่อน", "หลัง", "ต่อ"],
                ["M1", "ทอ", 100, 150, "เดือน"],
                ["M2", None, 50, 70, "เดือน"],
            ],
        ),
        expected=TWO,
        says=frozenset({"merged_label"}),
        write=merge("B2:B3"),
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
        expected=TWO,
        says=frozenset({"label_above"}),
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
        title=Text(
            "ชื่อภาคในแถวแรกของช่วง ผลรวมในคอลัมน์ที่สอง", "A region on its first row, its subtotal in the second column"
        ),
        rule=Text(
            "ชื่อภาคที่เขียนเพียงแถวแรกของช่วง และแถวรวมของภาคที่อยู่ในคอลัมน์ที่สอง ไม่เป็นตัวชี้วัด ผลรวมใช้ตรวจเท่านั้น",
            "A region named only on the first row of its block, and its subtotal in the second column, are "
            "no indicators; the "
            "subtotal is a check only.",
        ),
        files=one(
            "ตาราง",
            [
                ["ภาค", "จังหวัด", "ครัวเรือนยากจน (ครัวเรือน)", None],
                [None, None, 2562, 2564],
                ["ภาคกลาง", "นครปฐม", 100, 80],
                [None, "นนทบุรี", 50, 40],
                [None, "รวม", 150, 120],
                ["ภาคเหนือ", "ลำปาง", 70, 60],
                [None, "รวม", 70, 60],
            ],
        ),
        indicator="custom_3",
        expected={("", "baseline"): 70.0, ("", "endline"): 60.0},
        says=frozenset({"name_table", "rounds_from_years"}),
        left_out=("total_row", "total_row"),
    ),
    ReadingSpec(
        title=Text("ค่าเฉลี่ยกับส่วนเบี่ยงเบนมาตรฐาน และระดับเป็นคำ", "Means beside deviations, and levels in words"),
        rule=Text(
            "ในตารางสรุป x̄ และค่าเฉลี่ยเป็นค่า ส่วน S.D. ไม่ใช้และแจ้งให้ทราบ แถวที่มีแต่คำบอกระดับ (มากที่สุด … น้อยที่สุด) อ่านเป็น 5–1 คะแนน",
            "In a summary x̄ and means are the values; S.D. is left out and said. A row of levels in words alone "
            "(most … least) is read as 5 to 1 points.",
        ),
        files=one(
            "ตาราง",
            [
                ["รายการประเมิน", "ก่อน", None, "หลัง", None],
                [None, "x̄", "S.D.", "x̄", "S.D."],
                ["ความรู้", 2.5, 0.7, 4.2, 0.5],
                ["ความสามัคคี", "น้อย", None, "มากที่สุด", None],
                ["จำนวนสมาชิก (คน)", 20, 1, 35, 2],
            ],
        ),
        indicator="custom_2",
        expected={("", "baseline"): 2.0, ("", "endline"): 5.0},
        says=frozenset({"dimension_and_better_not_stated", "rating_words", "spread_not_used", "unit_not_stated"}),
    ),
    ReadingSpec(
        title=Text("ชื่อตัวชี้วัดที่มีเลขลำดับ หน่วย และหัวข้อมิติ", "Indicators with a number, a unit and a heading"),
        rule=Text(
            "ในตารางสรุป เลขลำดับหน้าชื่อไม่ใช่ส่วนของชื่อ หน่วยในวงเล็บท้ายชื่อเป็นหน่วยของแถวนั้น "
            "และแถวที่มีเพียงข้อความเดียวเป็นหัวข้อ ถ้าเป็นชื่อมิติ แถวข้างล่างอยู่ในมิตินั้น",
            "In a summary, a number before a name is no part of it, a unit in brackets behind it is that of its row, "
            "and a row of one text alone is a heading: where it names a dimension, the rows below are of it.",
        ),
        files=one(
            "ตาราง",
            [
                ["รายการ", "ก่อนทำโครงการ", "หลังทำโครงการ"],
                ["ด้านเศรษฐกิจ"],
                ["1. ยอดขายของกลุ่ม (พันบาท/ปี)", 120, 300],
                ["ด้านสังคม"],
                ["2. จำนวนสมาชิก (คน)", 20, 35],
            ],
        ),
        indicator="group_sales",
        expected={("", "baseline"): 120 * 1000.0, ("", "endline"): 300 * 1000.0},
        left_out=("heading_row", "heading_row"),
    ),
    ReadingSpec(
        title=Text("หัวตารางเป็นปี มีทั้งข้อความและตัวเลข", "Year headers that mix texts and numbers"),
        rule=Text(
            "“2562” “ปี 2563” และตัวเลข 2564 เป็นปีเหมือนกัน", "“2562”, “ปี 2563” and the number 2564 are years all the same."
        ),
        files=one("รายได้", [["รหัสสมาชิก", "รายได้ (บาท/เดือน)"], [None, "2562", "ปี 2563", 2564], ["M1", 100, 150, 170]]),
        expected={("M1", "y2562"): 100.0, ("M1", "y2563"): 150.0, ("M1", "y2564"): 170.0},
        rounds=("y2562", "y2563", "y2564"),
        says=frozenset({"several_rounds"}),
    ),
    ReadingSpec(
        title=Text("แถวที่ซ่อนหรือถูกกรอง", "Hidden rows"),
        rule=Text(
            "แถวที่ซ่อนไว้ (แถวที่ 2) นำมาใช้ด้วย และแจ้งจำนวน",
            "Rows that are hidden (row 2 here) are used all the same, and their number is said.",
        ),
        files=one("รายได้", [HEAD, *ROWS]),
        expected=TWO,
        says=frozenset({"hidden_rows_read"}),
        write=dressed(hide_row),
    ),
    ReadingSpec(
        title=Text("แผ่นงานที่ซ่อน", "Hidden sheets"),
        rule=Text(
            "แผ่นงานที่ซ่อนไว้ (แผ่นแรก) นำมาใช้ด้วย และแจ้งชื่อ",
            "A hidden sheet (the first here) is used all the same, and it is named.",
        ),
        files={"ข้อมูล.xlsx": {"รายได้": [HEAD, *ROWS], "คำอธิบาย": [["สำหรับเจ้าหน้าที่"]]}},
        expected=TWO,
        says=frozenset({"hidden_sheet_read"}),
        left_out=("guide_sheet",),
        write=dressed(hide_sheet),
    ),
)
