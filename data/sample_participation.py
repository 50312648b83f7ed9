"""Who took part in both samples, by stage and stakeholder, with evidence. All of it is invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from data.sample_people import Row

YES, NO = "ใช่", "ไม่ใช่"
THINK, ACT, SOLVE, SHARE, IMPROVE = "ร่วมคิด", "ร่วมทำ", "ร่วมแก้ไขปัญหา", "ร่วมรับผล", "ร่วมพัฒนาปรับปรุง"
CITIZENS, NETWORK, STATE, SCHOOL, FIRM = "ประชาชน", "เครือข่าย", "ภาครัฐ", "สถานศึกษา", "ภาคเอกชน"
INFORM, CONSULT, INVOLVE, COLLABORATE, EMPOWER = "ให้ข้อมูล", "รับฟังความคิดเห็น", "เข้ามาเกี่ยวข้อง", "ร่วมมือ", "เสริมอำนาจ"

Round = tuple[int | None, str, str] | None  # people, level and evidence; None: nothing took place
Line = tuple[str, str, str, date | None, Round, Round]


def _make_rows(lines: Iterable[Line]) -> list[Row]:
    return [
        {
            "activity": name,
            "stage": stage,
            "stakeholder": stakeholder,
            "date": day,
            **_fill("baseline", before),
            **_fill("endline", after),
        }
        for name, stage, stakeholder, day, before, after in lines
    ]


def _fill(key: str, told: Round) -> Row:
    people, level, evidence = told or (None, None, None)
    values = {"present": YES if told else NO, "people": people, "level": level, "evidence": evidence}
    return {f"{column}_{key}": value for column, value in values.items()}


_WEAVING: tuple[Line, ...] = (
    (
        "เวทีประชาคมวางแผนกลุ่ม",
        THINK,
        CITIZENS,
        date(2024, 3, 8),
        (32, CONSULT, "รายงานการประชุมสมมติ 1/2567"),
        (58, COLLABORATE, "รายงานการประชุมสมมติ 4/2568"),
    ),
    (
        "เวทีประชาคมวางแผนกลุ่ม",
        THINK,
        STATE,
        date(2024, 3, 8),
        (5, INFORM, "หนังสือเชิญสมมติ"),
        (6, COLLABORATE, "บันทึกข้อตกลงสมมติ"),
    ),
    ("ออกแบบลายผ้าร่วมกับอาจารย์และนักศึกษา", THINK, SCHOOL, date(2024, 9, 12), None, (18, INVOLVE, "ภาพกิจกรรมสมมติ.jpg")),
    (
        "ทอผ้าและปั่นเส้นใย",
        ACT,
        CITIZENS,
        date(2024, 3, 15),
        (43, INVOLVE, "ทะเบียนการผลิตสมมติ.xlsx"),
        (56, EMPOWER, "ทะเบียนการผลิตสมมติ.xlsx"),
    ),
    ("รวบรวมต้นกล้วยจากสวนในตำบล", ACT, NETWORK, date(2024, 7, 1), None, (24, COLLABORATE, "ใบรับวัตถุดิบสมมติ")),
    ("สอนการตัดเย็บและออกแบบกระเป๋า", ACT, SCHOOL, date(2025, 1, 20), None, (36, INVOLVE, "แผนการสอนสมมติ.pdf")),
    ("วางจำหน่ายในร้านและโรงแรม", ACT, FIRM, date(2025, 3, 3), None, (9, INVOLVE, "สัญญาฝากขายสมมติ")),
    ("ปลูกและดูแลกล้วยรวมแปลง", ACT, CITIZENS, date(2024, 6, 15), None, (38, COLLABORATE, "แผนที่แปลงสมมติ")),
    ("ผลิตน้ำหมักชีวภาพ", ACT, CITIZENS, date(2025, 5, 9), None, (21, INVOLVE, "บันทึกการผลิตสมมติ")),
    ("ต้อนรับผู้มาศึกษาดูงาน", ACT, CITIZENS, date(2025, 8, 22), None, (17, COLLABORATE, "สมุดเยี่ยมสมมติ")),
    ("ฝึกอาชีพในโรงเรียน", ACT, SCHOOL, date(2025, 7, 4), None, (44, INVOLVE, "ตารางสอนสมมติ")),
    ("ประชุมจัดสรรรายได้", THINK, CITIZENS, date(2025, 11, 14), None, (47, COLLABORATE, "รายงานการประชุมสมมติ 6/2568")),
    ("แก้ปัญหาเส้นใยขาดและสีตก", SOLVE, CITIZENS, date(2024, 11, 5), None, (27, COLLABORATE, "บันทึกการทดลองสมมติ")),
    ("แก้ปัญหาเส้นใยขาดและสีตก", SOLVE, SCHOOL, date(2024, 11, 5), None, (7, INVOLVE, "รายงานวิจัยสมมติ")),
    (
        "แบ่งปันผลกำไรประจำปี",
        SHARE,
        CITIZENS,
        date(2024, 3, 29),
        (43, INFORM, "บัญชีปันผลสมมติ"),
        (56, INVOLVE, "บัญชีปันผลสมมติ"),
    ),
    ("คืนน้ำหมักและเยื่อให้สวนกล้วย", SHARE, NETWORK, date(2025, 6, 10), None, (31, INVOLVE, "ใบส่งมอบสมมติ")),
    ("ทบทวนแผนและปรับปรุงกลุ่ม", IMPROVE, CITIZENS, date(2026, 1, 18), None, (49, EMPOWER, "รายงานการประชุมสมมติ 1/2569")),
    ("ทบทวนแผนและปรับปรุงกลุ่ม", IMPROVE, STATE, date(2026, 1, 18), None, (5, COLLABORATE, "รายงานการประชุมสมมติ 1/2569")),
    ("ศึกษาดูงานกลุ่มทอผ้าอื่น", IMPROVE, NETWORK, None, None, (22, CONSULT, "สรุปการดูงานสมมติ")),
)
_RICE_MILL: tuple[Line, ...] = (
    (
        "ประชุมวางแผนการรับซื้อข้าว",
        THINK,
        CITIZENS,
        date(2023, 1, 20),
        (36, INVOLVE, "รายงานการประชุมสมมติ 1/2566"),
        (21, CONSULT, "รายงานการประชุมสมมติ 1/2568"),
    ),
    (
        "ประชุมวางแผนการรับซื้อข้าว",
        THINK,
        STATE,
        date(2023, 1, 20),
        (8, INVOLVE, "รายงานการประชุมสมมติ 1/2566"),
        (5, INFORM, "รายงานการประชุมสมมติ 1/2568"),
    ),
    (
        "สีข้าวและบรรจุถุง",
        ACT,
        CITIZENS,
        date(2023, 2, 1),
        (36, COLLABORATE, "ตารางเวรสมมติ"),
        (28, INVOLVE, "ตารางเวรสมมติ"),
    ),
    ("สีข้าวและบรรจุถุง", ACT, FIRM, date(2023, 5, 15), (6, INVOLVE, "สัญญารับซื้อสมมติ"), None),
    ("ทดลองพันธุ์ข้าวกับมหาวิทยาลัย", ACT, SCHOOL, date(2023, 7, 9), (12, INVOLVE, "รายงานแปลงทดลองสมมติ"), None),
    ("เวทีแก้ปัญหาหนี้และข้าวค้างสต็อก", SOLVE, CITIZENS, date(2025, 8, 4), None, (17, CONSULT, "รายงานการประชุมสมมติ 3/2568")),
    (
        "ปันผลและคืนแกลบให้สมาชิก",
        SHARE,
        CITIZENS,
        date(2023, 12, 20),
        (34, CONSULT, "บัญชีปันผลสมมติ"),
        (13, INFORM, "บัญชีปันผลสมมติ"),
    ),
    ("ปันผลและคืนแกลบให้สมาชิก", SHARE, NETWORK, date(2023, 12, 20), (9, INFORM, "ใบส่งมอบสมมติ"), None),
    ("ประเมินผลสิ้นปี", IMPROVE, CITIZENS, date(2023, 12, 28), (22, CONSULT, "แบบประเมินสมมติ"), None),
)

ROWS = {
    "banana_weaving": {"participation": _make_rows(_WEAVING)},
    "rice_mill": {"participation": _make_rows(_RICE_MILL)},
}
