"""How the people of the rounds are matched."""

from __future__ import annotations

from i18n import Text
from tests.build import Sheets
from tests.spec.reading_spec import ReadingSpec

BEFORE, AFTER = "สมาชิก ก่อน", "สมาชิก หลัง"
BOTH = {"baseline": 1.0, "endline": 1.0}
NUMBER, WRONG = "1000000000017", "1000000000018"  # 11 − (1×13 + 1×2) mod 11 = 7


def _lists(header: list[object], before: list[list[object]], after: list[list[object]]) -> dict[str, Sheets]:
    return {"ข้อมูล.xlsx": {BEFORE: [header, *before], AFTER: [header, *after]}}


def _present(*units: str) -> dict[tuple[str, str], float | None]:
    return {(unit, wave): value for unit in units for wave, value in BOTH.items()}


SPECS = (
    ReadingSpec(
        title=Text("จับคู่ด้วยรหัส", "By id"),
        rule=Text(
            "รหัสเดียวกันคือคนเดียวกัน ไม่ว่าจะพิมพ์ตัวเล็ก เลขไทย หรือเว้นวรรคต่างกัน",
            "The same id is the same person, whatever the capitals, Thai digits or spaces.",
        ),
        files=_lists(["รหัสสมาชิก", "เพศ"], [["m1", "ชาย"], ["M2", "หญิง"]], [["M๑", "ชาย"], ["M3", "หญิง"]]),
        indicator="members_active",
        expected=_present("M1"),
        people=(1, 1, 1, 0, 0),
    ),
    ReadingSpec(
        title=Text("จับคู่ด้วยเลขประจำตัวประชาชน", "By national ID"),
        rule=Text(
            "เลข 13 หลักที่ตัวเลขตรวจสอบถูกต้องจับคู่บุคคลได้แม้ชื่อเปลี่ยน เลขถูกแปลงเป็นรหัสลับทันทีและไม่เก็บไว้",
            "Thirteen digits with the right check digit match a person even where the name has changed. The "
            "number becomes a "
            "secret key at once and is not kept.",
        ),
        files=_lists(
            ["ชื่อ-สกุล", "เลขบัตรประชาชน"], [["สมศรี ใจดี", NUMBER]], [["สมศรี มีสุข", f"1-0000-00000-01-{NUMBER[-1]}"]]
        ),
        indicator="members_active",
        expected=_present("P0001"),
        people=(1, 0, 0, 0, 0),
    ),
    ReadingSpec(
        title=Text("เลขประจำตัวที่ตัวเลขตรวจสอบผิด", "A national ID with a wrong check digit"),
        rule=Text(
            "ในคอลัมน์เลขประจำตัวประชาชน เลขที่ผิดไม่ใช้จับคู่ จึงจับคู่ด้วยชื่อ และแจ้งที่อยู่ของเซลล์โดยไม่แสดงตัวเลข",
            "In the column of national IDs a wrong number matches nobody, so the name does, and its cell is "
            "said without its "
            "digits.",
        ),
        files=_lists(["ชื่อ-สกุล", "เลขบัตรประชาชน"], [["สมศรี ใจดี", WRONG]], [["สมศรี ใจดี", None]]),
        indicator="members_active",
        expected=_present("P0001"),
        says=frozenset({"national_id_wrong"}),
        people=(1, 0, 0, 0, 0),
    ),
    ReadingSpec(
        title=Text("เลข 13 หลักในคอลัมน์รหัส", "Thirteen digits in the column of ids"),
        rule=Text(
            "เลข 13 หลักที่ใช้เป็นรหัสถือเป็นเลขประจำตัวประชาชน ถ้าตัวเลขตรวจสอบผิดก็จับคู่ตามที่พิมพ์ แจ้งเตือน และแปลงเป็นรหัสลับเช่นกัน",
            "A number of thirteen digits used as id counts as a national ID. With a wrong check digit it "
            "matches as it was "
            "typed, is warned of, and becomes a secret key all the same.",
        ),
        files=_lists(["รหัสสมาชิก", "เพศ"], [[WRONG, "หญิง"]], [[WRONG, "หญิง"]]),
        indicator="members_active",
        expected=_present("P0001"),
        says=frozenset({"national_id_mistyped"}),
        people=(1, 0, 0, 0, 0),
    ),
    ReadingSpec(
        title=Text("จับคู่ด้วยชื่อเมื่อไม่มีรหัส", "By name where there is no id"),
        rule=Text(
            "ชื่อและนามสกุลเดียวกันซึ่งมีเพียงครั้งเดียวในแต่ละรายชื่อคือคนเดียวกัน ไม่นับคำนำหน้า (นาย นาง นางสาว น.ส.) "
            "ช่องว่าง และชื่อเล่นในวงเล็บ",
            "The same full name that stands once on each list is one person; titles (นาย, นาง, นางสาว, "
            "น.ส.), spaces and "
            "nicknames in brackets do not count.",
        ),
        files=_lists(
            ["ชื่อ-สกุล", "หมู่บ้าน"],
            [["นางสาวสมศรี  ใจดี", "1"], ["นาย มานะ อดทน (นะ)", "2"]],
            [["น.ส. สมศรี ใจดี", "1"], ["มานะ อดทน", "2"]],
        ),
        indicator="members_active",
        expected=_present("P0001", "P0002"),
        people=(2, 0, 0, 0, 0),
    ),
    ReadingSpec(
        title=Text("ชื่อคล้ายกัน", "Names that are alike"),
        rule=Text(
            "ชื่อที่คล้ายกันแต่ไม่เหมือน ไม่จับคู่เอง แต่เสนอให้ผู้ใช้ตัดสิน ระหว่างนั้นนับเป็นคนละคน และแจ้งจำนวน",
            "Names that are alike and not the same are never matched silently: they are offered to the user, count as "
            "different people until then, and their number is said.",
        ),
        files=_lists(["ชื่อ-สกุล", "หมู่บ้าน"], [["สมศรี ใจดี", "1"]], [["สมศรี ใจดีี้", "1"]]),
        indicator="members_active",
        expected={("P0001", "baseline"): 1.0, ("P0002", "endline"): 1.0},
        says=frozenset({"uncertain_people"}),
        people=(0, 1, 1, 0, 1),
    ),
    ReadingSpec(
        title=Text("ชื่อซ้ำในรายชื่อเดียว", "A name twice on one list"),
        rule=Text(
            "คนสองคนชื่อเดียวกันในรายชื่อเดียวกันแยกจากกันไม่ได้ด้วยชื่อ จึงถาม ไม่จับคู่เอง",
            "Two people of one name on one list cannot be told apart by it: it is asked about, not matched.",
        ),
        files=_lists(["ชื่อ-สกุล", "หมู่บ้าน"], [["สมศรี ใจดี", "1"], ["สมศรี ใจดี", "2"]], [["สมศรี ใจดี", "1"]]),
        indicator="members_active",
        expected={("P0001", "baseline"): 1.0},
        says=frozenset({"uncertain_people"}),
        people=(0, 2, 1, 0, 3),
    ),
)
