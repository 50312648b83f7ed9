"""The layouts that are understood."""

from __future__ import annotations

from i18n import Text
from tests.spec.reading_spec import ReadingSpec, one

TWO = {("M1", "baseline"): 100.0, ("M1", "endline"): 150.0, ("M2", "baseline"): 50.0, ("M2", "endline"): 70.0}
HEAD: list[object] = ["รหัสสมาชิก", "รายได้ (บาท/เดือน)"]
FROM_YEARS = frozenset({"rounds_from_years"})
THREE = ("y2562", "y2563", "y2564")

POOR = [(2562, "บึงบา", 120), (2562, "บึงบอน", 80), (2565, "บึงบา", 60), (2565, "บึงบอน", 40)]

SPECS = (
    ReadingSpec(
        title=Text("คอลัมน์ก่อนและหลัง", "Columns before and after"),
        rule=Text(
            "หนึ่งแถวต่อหนึ่งราย มีคอลัมน์ของแต่ละรอบ ชื่อรอบอยู่ในหัวตาราง",
            "One row a unit, with a column for each round named in its header.",
        ),
        files=one(
            "รายได้", [["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"], ["M1", 100, 150], ["M2", 50, 70]]
        ),
        expected=TWO,
    ),
    ReadingSpec(
        title=Text("คอลัมน์บอกรอบ", "A column that says the round"),
        rule=Text(
            "หนึ่งแถวต่อหนึ่งรายและหนึ่งรอบ คอลัมน์หนึ่งบอกว่าเป็นก่อนหรือหลัง เช่น ก่อนดำเนินการ ปีฐาน before pre",
            "One row a unit and round; a column says before or after (ก่อนดำเนินการ, ปีฐาน, before, pre …).",
        ),
        files=one(
            "รายได้",
            [
                ["รหัสสมาชิก", "ช่วงเวลา", "รายได้ (บาท/เดือน)"],
                ["M1", "ก่อนดำเนินการ", 100],
                ["M1", "หลังดำเนินการ", 150],
                ["M2", "ก่อนดำเนินการ", 50],
                ["M2", "หลังดำเนินการ", 70],
            ],
        ),
        expected=TWO,
    ),
    ReadingSpec(
        title=Text("รายได้แยกคอลัมน์ตามแหล่ง", "A column for each source of income"),
        rule=Text(
            "คอลัมน์แหล่งรายได้ใต้หัว “รายได้” นำมารวมกันเมื่อมีคอลัมน์ “อื่น ๆ” "
            "หรือเมื่อรวมแล้วเท่ากับคอลัมน์ “รวม” ที่อยู่ข้างกันทุกแถว และแจ้งให้ทราบ นอกนั้นโปรแกรมจะถามว่าให้รวมหรือไม่",
            "Columns of sources below one header of income are added up, and it is said, where one of them is of all "
            "other sources, or where they make the total that stands beside them in every row; else it is asked.",
        ),
        files=one(
            "ข้อมูลสมาชิก",
            [
                ["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "", "รายได้หลัง (บาท/เดือน)", ""],
                ["", "ทอผ้า", "อื่น ๆ", "ทอผ้า", "อื่น ๆ"],
                ["M1", 60, 40, 90, 60],
                ["M2", 50, 0, 40, 30],
            ],
        ),
        expected=TWO,
        says=frozenset({"sources_added_up"}),
    ),
    ReadingSpec(
        title=Text("ปีอยู่ในข้อความเหนือตาราง", "The year in a title above the table"),
        rule=Text(
            "สองไฟล์หรือสองแผ่นงานที่ข้อความเหนือตารางหรือชื่อไฟล์บอกปีคนละปี ใช้ปีนั้นเป็นรอบ ถ้ามีหลายปีในข้อความเดียวหรือเป็นปีสองหลัก "
            "โปรแกรมจะถาม",
            "Where the titles above two tables, or the names of two files, each name a year, the years are the rounds. "
            "Several years in one title, or a year of two digits, are asked about.",
        ),
        files={
            "a.xlsx": {"Sheet1": [["ข้อมูลรายได้ เก็บเมื่อมีนาคม 2565"], HEAD, ["M1", 100], ["M2", 50]]},
            "b.xlsx": {"Sheet1": [["ข้อมูลรายได้ ประจำปี ๒๕๖๗"], HEAD, ["M1", 150], ["M2", 70]]},
        },
        expected=TWO,
        says=FROM_YEARS,
    ),
    ReadingSpec(
        title=Text("ตัวชี้วัดที่ไม่ได้บอกมิติหรือทิศทางที่ดี", "An indicator without a dimension or a direction"),
        rule=Text(
            "จัดไว้ในมิติตามหน่วยหรือมิติสังคม ไม่บอกว่าดีขึ้นหรือแย่ลง และแจ้งให้ทราบ เลือกมิติและทิศทางที่ดีได้ในขั้นที่ 3 ของหน้าจับคู่ข้อมูล "
            "โปรแกรมจำไว้ในไฟล์การจับคู่",
            "It stands where its unit belongs, or else under social, is called neither better nor worse, and that is "
            "said. Both can be chosen in step 3 of Match data; the mapping file keeps them.",
        ),
        files=one("ตัวชี้วัด", [["ตัวชี้วัด", "หน่วย", "ก่อน", "หลัง"], ["ขยะที่เผา", "กก.", 90, 30]]),
        indicator="custom_1",
        expected={("", "baseline"): 90.0, ("", "endline"): 30.0},
        says=frozenset({"dimension_and_better_not_stated"}),
    ),
    ReadingSpec(
        title=Text("คอลัมน์บอกปี สองปี", "A column of years, two of them"),
        rule=Text(
            "ปี พ.ศ. หรือ ค.ศ. ปีแรกเป็นข้อมูลก่อน ปีหลังเป็นข้อมูลหลัง และแจ้งให้ทราบ ปีสองหลักไม่เดา แต่ถาม แถวนั้นไม่ใช้",
            "Years B.E. or C.E.: the earlier is before, the later after, and it is said. A year of two "
            "digits is asked about, "
            "never guessed, and its row is left out.",
        ),
        files=one(
            "รายได้",
            [
                ["รหัสสมาชิก", "ปี พ.ศ.", "รายได้ (บาท/เดือน)"],
                ["M1", 2562, 100],
                ["M1", 2564, 150],
                ["M2", 2562, 50],
                ["M2", "64", 70],
            ],
        ),
        expected={key: value for key, value in TWO.items() if key != ("M2", "endline")},
        says=FROM_YEARS | {"year_of_two_digits"},
        left_out=("round_unknown",),
    ),
    ReadingSpec(
        title=Text("คอลัมน์บอกปีงบประมาณ หลายปี", "A column of fiscal years, several of them"),
        rule=Text(
            "มากกว่าสองปีอ่านเป็นหลายรอบตามลำดับเวลา ปีงบประมาณ 2563 คือ 1 ต.ค. 2562 ถึง 30 ก.ย. 2563",
            "More than two are as many rounds, in the order of time. Fiscal year 2563 is 1 Oct 2562 to 30 Sep 2563.",
        ),
        files=one(
            "ข้อมูล",
            [
                ["รหัสสมาชิก", "ปีงบประมาณ", "รายได้ต่อเดือน"],
                ["M1", "ปีงบประมาณ 2564", 170],
                ["M1", "ปีงบประมาณ 2562", 100],
                ["M1", "ปีงบประมาณ 2563", 150],
            ],
        ),
        expected={("M1", "y2562"): 100.0, ("M1", "y2563"): 150.0, ("M1", "y2564"): 170.0},
        rounds=THREE,
        says=frozenset({"several_rounds"}),
    ),
    ReadingSpec(
        title=Text("คอลัมน์บอกวันที่", "A column of dates"),
        rule=Text(
            "วันที่ของหลายปีนับตามปีของวันที่ พ.ศ. หรือ ค.ศ. ก็ได้",
            "Dates of several years count by their year, B.E. or C.E.",
        ),
        files=one(
            "รายได้",
            [
                ["รหัสสมาชิก", "วันที่เก็บข้อมูล", "รายได้ (บาท/เดือน)"],
                ["M1", "5/3/2562", 100],
                ["M1", "7/4/2564", 150],
                ["M2", "6/3/2562", 50],
                ["M2", "2021-04-08", 70],
            ],
        ),
        expected=TWO,
        says=FROM_YEARS,
    ),
    ReadingSpec(
        title=Text("สองแผ่นงาน", "Two sheets"),
        rule=Text("ชื่อแผ่นงานบอกรอบเป็นคำ", "The names of the sheets say the round in words."),
        files={
            "ข้อมูล.xlsx": {"รายได้ ก่อน": [HEAD, ["M1", 100], ["M2", 50]], "รายได้ หลัง": [HEAD, ["M1", 150], ["M2", 70]]}
        },
        expected=TWO,
    ),
    ReadingSpec(
        title=Text("แผ่นงานรายปี", "Sheets named by year"),
        rule=Text("ชื่อแผ่นงานบอกปี", "The names of the sheets say the year."),
        files={
            "ข้อมูล.xlsx": {"รายได้ 2562": [HEAD, ["M1", 100], ["M2", 50]], "รายได้ 2564": [HEAD, ["M1", 150], ["M2", 70]]}
        },
        expected=TWO,
        says=FROM_YEARS,
    ),
    ReadingSpec(
        title=Text("สองไฟล์", "Two files"),
        rule=Text("ชื่อไฟล์บอกรอบเป็นคำ", "The names of the files say the round in words."),
        files={
            "กลุ่ม ก่อน.xlsx": {"รายได้": [HEAD, ["M1", 100], ["M2", 50]]},
            "กลุ่ม หลัง.xlsx": {"รายได้": [HEAD, ["M1", 150], ["M2", 70]]},
        },
        expected=TWO,
    ),
    ReadingSpec(
        title=Text("ไฟล์รายปี", "Files named by year"),
        rule=Text("ชื่อไฟล์บอกปี", "The names of the files say the year."),
        files={
            "กลุ่ม 2562.xlsx": {"รายได้": [HEAD, ["M1", 100], ["M2", 50]]},
            "กลุ่ม 2564.xlsx": {"รายได้": [HEAD, ["M1", 150], ["M2", 70]]},
        },
        expected=TWO,
        says=FROM_YEARS,
    ),
    ReadingSpec(
        title=Text("ปีในชื่อตาราง", "The year in a title"),
        rule=Text(
            "เมื่อชื่อแผ่นงานไม่บอกรอบ ชื่อตารางเหนือหัวตารางบอกได้ ปีเดียวในทุกไฟล์บอกเพียงเวลา ไม่ใช่รอบ",
            "Where no name says the round, a title above the header does. A single year in all files says "
            "when, not which.",
        ),
        files={
            "a.xlsx": {"รายได้": [["รายได้สมาชิก ประจำปี 2562"], HEAD, ["M1", 100], ["M2", 50]]},
            "b.xlsx": {"รายได้": [["รายได้สมาชิก ประจำปี 2564"], HEAD, ["M1", 150], ["M2", 70]]},
        },
        expected=TWO,
        says=FROM_YEARS,
    ),
    ReadingSpec(
        title=Text("ตารางสรุปตัวชี้วัด", "A summary of indicators"),
        rule=Text(
            "หนึ่งแถวต่อหนึ่งตัวชี้วัด มีค่าก่อนและหลัง ไม่ต้องใช้ชื่อแผ่นงานตามแบบฟอร์ม",
            "One row an indicator, with values before and after; the sheet may have any name.",
        ),
        files=one(
            "Sheet1", [["รายการ", "หน่วย", "มิติ", "ก่อน", "หลัง", "ทิศทาง"], ["ต้นไม้ที่ปลูก", "ต้น", "สิ่งแวดล้อม", 5, 8, "เพิ่มขึ้น"]]
        ),
        indicator="custom_1",
        expected={("", "baseline"): 5.0, ("", "endline"): 8.0},
    ),
    ReadingSpec(
        title=Text("หัวตารางเป็นปี หลายปี", "Years as headers, several of them"),
        rule=Text(
            "ปีในหัวตารางจะเป็นข้อความหรือตัวเลขก็ได้ แต่ละปีเป็นหนึ่งรอบ",
            "Years in headers may be texts or numbers; each is a round.",
        ),
        files=one(
            "รายได้", [["รหัสสมาชิก", "รายได้ (บาท/เดือน)", None, None], [None, "2562", 2563, 2564], ["M1", 100, 150, 170]]
        ),
        expected={("M1", "y2562"): 100.0, ("M1", "y2563"): 150.0, ("M1", "y2564"): 170.0},
        rounds=THREE,
        says=frozenset({"several_rounds"}),
    ),
    ReadingSpec(
        title=Text("ตารางรายชื่อกับปี", "A table of names by years"),
        rule=Text(
            "ตารางเช่น จังหวัด × ปี อ่านแต่ละแถวเป็นตัวชี้วัดหนึ่งตัว ชื่อคือหัวตารางกับชื่อแถว "
            "หน่วยอยู่ในวงเล็บของหัวตาราง "
            "ชื่อภาคที่เขียนเพียงแถวแรกและแถวรวมของภาคไม่เป็นตัวชี้วัด",
            "A table such as provinces × years: each row is an indicator named by the header and the row, "
            "in the unit in the "
            "header's brackets. A region named on its first row only, and its subtotal, are no indicators.",
        ),
        files=one(
            "ตาราง",
            [
                ["ภาค/จังหวัด", None, "เส้นความยากจน (บาท/คน/เดือน)", None],
                [None, None, "2543", 2545.0],
                ["ภาคกลาง", "นครปฐม", 1189, 1294],
                [None, "นนทบุรี", 1304, 1295],
                [None, "รวม", 1250, 1294.5],
                ["ที่มา: สำนักงานสถิติแห่งชาติ"],
            ],
        ),
        indicator="custom_1",
        expected={("", "baseline"): 1189.0, ("", "endline"): 1294.0},
        says=FROM_YEARS | {"name_table"},
        left_out=("total_row", "note_row"),
    ),
    ReadingSpec(
        title=Text("ตารางของช่วงเวลาเดียว", "A table of one time"),
        rule=Text(
            "ตารางรายชื่อกับตัวเลขที่ไม่บอกรอบ ไม่ทิ้งเงียบ ๆ แต่ถามว่าแต่ละคอลัมน์คืออะไร "
            "ถ้ามีตารางแบบเดียวกันของอีกปีหนึ่ง จะเปรียบเทียบกันได้เอง",
            "A table of names and numbers that says no round is not dropped in silence: it is asked what "
            "its columns are. With "
            "the same table of another year the two are compared.",
        ),
        files=one(
            "Sheet1",
            [
                ["ลำดับ", "จังหวัด", "ผู้สมัครงาน (คน)"],
                [1, "นนทบุรี", 71],
                [2, "ลพบุรี", 19],
                [3, "ตราด", 84],
            ],
        ),
        expected={},
        says=frozenset({"one_time_table"}),
        left_out=("one_time_table",),
    ),
    ReadingSpec(
        title=Text("ตารางแบบเดียวกันของสองปี", "The same table of two years"),
        rule=Text(
            "ปีอยู่ในชื่อตาราง ชื่อแผ่นงาน หรือชื่อไฟล์",
            "The year stands in a title, the sheet's name or the file's.",
        ),
        files={
            f"{year}.xlsx": {
                "Sheet1": [
                    [f"งานในปี พ.ศ. {year}"],
                    ["จังหวัด", "ผู้สมัครงาน (คน)"],
                    ["นนทบุรี", number],
                    ["ลพบุรี", 19],
                    ["ตราด", 84],
                ]
            }
            for year, number in ((2555, 71), (2557, 90))
        },
        indicator="custom_1",
        expected={("", "baseline"): 71.0, ("", "endline"): 90.0},
        says=FROM_YEARS | {"name_table"},
    ),
    ReadingSpec(
        title=Text("ตารางสรุปที่แถวเป็นรอบ", "A summary whose rows are rounds"),
        rule=Text(
            "ถ้าแต่ละแถวเป็นก่อน หลัง หรือปี และแต่ละคอลัมน์เป็นตัวชี้วัด อ่านสลับแถวกับคอลัมน์ให้ และแจ้งให้ทราบ",
            "Where each row is before, after or a year and each column an indicator, it is read turned, and said.",
        ),
        files=one("Sheet1", [["ปี", "จำนวนสมาชิก (คน)", "ยอดขายของกลุ่ม (บาท/ปี)"], [2562, 20, 120], [2565, 35, 300]]),
        indicator="group_sales",
        expected={("", "baseline"): 120.0, ("", "endline"): 300.0},
        says=FROM_YEARS | {"rows_are_rounds"},
    ),
    ReadingSpec(
        title=Text("พื้นที่เดิมในแต่ละปี คนละแถว", "The same places in each year, a row each"),
        rule=Text(
            "ตารางที่มีคอลัมน์ปี คอลัมน์ชื่อพื้นที่ และคอลัมน์ตัวเลข อ่านแต่ละพื้นที่เป็นตัวชี้วัดหนึ่งตัวต่อหนึ่งคอลัมน์ตัวเลข ถ้าเป็นชื่อบุคคลไม่อ่านเช่นนี้",
            "Of a column of years, one of places and columns of numbers, each place is an indicator for each column; "
            "names of people are not read so.",
        ),
        files=one(
            "Sheet1",
            [
                ["จังหวัด", "ตำบล", "ปี", "คนจนเป้าหมาย (คน)"],
                *(["ปทุมธานี", place, year, number] for year, place, number in POOR),
            ],
        ),
        indicator="custom_1",
        expected={("", "baseline"): 120.0, ("", "endline"): 60.0},
        says=FROM_YEARS | {"name_table"},
    ),
)
