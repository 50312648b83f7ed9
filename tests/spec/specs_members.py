"""How members are counted."""

from __future__ import annotations

from i18n import Text
from tests.spec.spec import Spec

FIVE_AND_SIX = """
unit village baseline endline
a1 หมู่1 1 1
a2 หมู่1 1 1
a3 หมู่1 1 1
a4 หมู่1 1 1
a5 หมู่1 1 0
a6 หมู่1 0 1
b1 หมู่2 1 1
b2 หมู่2 1 1
b3 หมู่2 1 1
b4 หมู่2 1 1
b5 หมู่2 1 1
b6 หมู่2 0 1
"""

THREE_VILLAGES = """
unit village baseline endline
a1 หมู่1 1 1
a2 หมู่1 1 1
a3 หมู่1 1 1
b1 หมู่2 1 1
b2 หมู่2 1 1
b3 หมู่2 1 1
b4 หมู่2 1 1
b5 หมู่2 1 1
c1 หมู่3 1 1
c2 หมู่3 1 1
c3 หมู่3 1 1
c4 หมู่3 1 1
c5 หมู่3 1 1
c6 หมู่3 1 1
"""

SPECS = (
    Spec(
        title=Text("จำนวนสมาชิกที่ปฏิบัติจริง", "Active members"),
        rule=Text(
            "นับสมาชิกที่อยู่ในแต่ละรอบ (1 = อยู่ 0 = ไม่อยู่) แต่ละรหัสนับครั้งเดียวแม้มีหลายแถว เป็นการนับทั้งหมด จึงไม่มีช่วงเชื่อมั่น",
            "Members who are there in a round (1 there, 0 not) are counted, each id once however many rows it "
            "has. It is "
            "a full count and so has no interval.",
        ),
        tables={"members_active": "unit baseline endline\nm1 1 1\nm1 1 1\nm2 1 0\nm3 0 1\nm4 0 1"},
        expected={
            "members_active.baseline": "1 + 1",
            "members_active.endline": "1 + 1 + 1",
            "members_active.difference": "3 - 2",
            "members_active.relative_change": "(3 - 2) / 2",
            "members_active.better": "True",
            "members_active.interval": "None",
            "members_active.n_pairs": "1",
        },
    ),
    Spec(
        title=Text("เข้าใหม่ ออก และคงอยู่", "Joined, left and stayed"),
        rule=Text(
            "เข้าใหม่คือไม่อยู่ในรอบก่อนแต่อยู่ในรอบหลัง ออกคืออยู่ในรอบก่อนแต่ไม่อยู่ในรอบหลัง อัตราคงอยู่คือผู้ที่อยู่ทั้งสองรอบหารด้วยผู้ที่อยู่ในรอบก่อน",
            "Joined: not there before, there after. Left: there before, not after. Retention is those there in both "
            "rounds over those there before.",
        ),
        tables={"members_active": "unit baseline endline\nm1 1 1\nm2 1 1\nm3 1 1\nm4 1 0\nm5 0 1\nm6 0 1"},
        expected={
            "members_new.endline": "1 + 1",
            "members_left.endline": "1",
            "member_retention.endline": "3 / 4",
            "members_active.difference": "2 - 1",
        },
    ),
    Spec(
        title=Text("ไม่มีรายชื่อในรอบที่บันทึกไว้ คือไม่อยู่", "Not listed in a recorded round means not there"),
        rule=Text(
            "เมื่อรอบหนึ่งมีบัญชีรายชื่อ ผู้ที่ไม่มีแถวในรอบนั้นถือว่าไม่อยู่ (.) แต่ช่องว่าง (-) คือไม่ทราบ ผู้ที่ไม่ทราบไม่นำมานับและแสดงไว้ในรายการ",
            "Where a round has a list, whoever has no row in it (.) was not there; a blank cell (-) is unknown: that "
            "person is not counted and is listed.",
        ),
        tables={"members_active": "unit baseline endline\nm1 1 1\nm2 1 .\nm3 . 1\nm4 1 -\nm5 1 1"},
        expected={
            "members_active.baseline": "4",
            "members_active.endline": "3",
            "members_new.endline": "1",
            "members_left.endline": "1",
            "member_retention.endline": "2 / 3",
        },
        left_out={"members_active": {"m4": "endline_unknown"}},
    ),
    Spec(
        title=Text("ไม่ทราบมากเกินไปจนบอกการเปลี่ยนแปลงไม่ได้", "Too many unknown to speak of a change"),
        rule=Text(
            "หากไม่ทราบสถานะเกินร้อยละ 20 ของรายชื่อทั้งหมดในรอบใด จะแสดงจำนวนที่นับได้ แต่ไม่คำนวณผลต่าง จำนวนเข้าใหม่ และจำนวนที่ออก",
            "Where presence in a round is unknown for more than 20 % of all listed, the counts are shown, but no "
            "difference, no joiners and no leavers are computed.",
        ),
        tables={"members_active": "unit baseline endline\nm1 1 1\nm2 - 1\nm3 - 1\nm4 1 0"},
        expected={
            "members_active.baseline": "1 + 1",
            "members_active.endline": "1 + 1 + 1",
            "members_active.difference": "None",
            "members_new.endline": "None",
            "members_left.endline": "None",
        },
        left_out={"members_active": {"m2": "baseline_unknown", "m3": "baseline_unknown"}},
    ),
    Spec(
        title=Text("ร้อยละสมาชิกหญิง", "Women among members"),
        rule=Text(
            "สมาชิกหญิงที่อยู่ในรอบนั้น หารด้วยสมาชิกที่อยู่และระบุเพศ ผู้ไม่ระบุเพศไม่นำมาคิดและแสดงไว้ในรายการ "
            "เพศที่ระบุในรอบเดียวใช้กับอีกรอบที่เว้นว่างด้วย ผลต่างเป็นจุดร้อยละ",
            "Women who are there in a round over members who are there and whose sex is stated. Those not stated "
            "are left "
            "out and listed; a sex stated in one round serves for the other. The difference is in percentage points.",
        ),
        tables={
            "members_active": "unit sex baseline endline\n"
            + "\n".join(f"w{n} female 1 1" for n in range(5))
            + "\n"
            + "\n".join(f"m{n} male 1 1" for n in range(5))
            + "\nw5 female 0 1\nu1 - 1 1"
        },
        expected={
            "women_share.baseline": "5 / (5 + 5)",
            "women_share.endline": "6 / (6 + 5)",
            "women_share.difference": "6 / 11 - 5 / 10",
            "women_share.relative_change": "None",
            "women_share.better": "None",
            "women_share.n_baseline": "5 + 5",
            "women_share.n_endline": "6 + 5",
        },
        left_out={"women_share": {"u1": "not_stated"}},
    ),
    Spec(
        title=Text("จำแนกตามหมู่บ้าน", "By village"),
        rule=Text(
            "นับในกลุ่มที่แต่ละรอบระบุไว้ ผลรวมของทุกกลุ่มเท่ากับยอดรวม",
            "Members are counted in the group that each round states; the groups sum to the total.",
        ),
        tables={"members_active": FIVE_AND_SIX},
        expected={
            "members_active[village=หมู่1].baseline": "5",
            "members_active[village=หมู่1].endline": "5 - 1 + 1",
            "members_active[village=หมู่2].endline": "5 + 1",
            "members_active.endline": "5 + 6",
        },
    ),
    Spec(
        title=Text("กลุ่มที่เล็กเกินไปไม่แสดง", "Groups too small are not shown"),
        rule=Text(
            "ในการจำแนกบุคคล กลุ่มที่มีไม่ถึง 5 คนในรอบใดรอบหนึ่งจะไม่แสดงทุกค่า "
            "พร้อมกับกลุ่มที่เล็กถัดไป เพื่อไม่ให้คำนวณย้อนจากยอดรวมได้ ยอดรวมของโครงการ ผู้เข้าใหม่ ผู้ออก "
            "และหน่วยงานแสดงตามปกติ",
            "In a breakdown of people a group under 5 in either round is not shown at all, together with the "
            "next smallest "
            "group, so that it cannot be worked out from the total. Project totals, joiners, leavers and "
            "organisations "
            "are shown.",
        ),
        tables={"members_active": THREE_VILLAGES},
        expected={
            "members_active[village=หมู่1].suppressed": "True",
            "members_active[village=หมู่1].endline": "None",
            "members_active[village=หมู่2].suppressed": "True",
            "members_active[village=หมู่3].suppressed": "False",
            "members_active[village=หมู่3].endline": "6",
            "members_active.endline": "3 + 5 + 6",
        },
    ),
)
