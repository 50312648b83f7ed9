"""The first sample: a banana-fibre weaving group in Pathum Thani that grew. All of it is invented."""

from __future__ import annotations

from datetime import date
from random import Random

from data.sample_people import Group, IncomeSource, Row, Times, make_incomes, make_members

NAME = "banana_weaving"
NOTES = ()  # what the sample is told of itself when it is read
PROJECT: Row = {
    "name": "ทอผ้าใยกล้วยสร้างอาชีพ",
    "group": "กลุ่มทอผ้าใยกล้วยบ้านคลองสมมติ",
    "province": "ปทุมธานี",
    "baseline_from": date(2024, 3, 1),
    "baseline_to": date(2024, 3, 31),
    "endline_from": date(2026, 3, 1),
    "endline_to": date(2026, 3, 31),
    "currency": "บาท",
    "discount_rate": "3.5%",
}
_GROUP = Group(
    founders=43,
    newcomers=19,
    leavers=6,
    villages={"หมู่ 2 บ้านคลองสมมติ": 5, "หมู่ 4 บ้านสวนสมมติ": 3, "หมู่ 7 บ้านริมน้ำสมมติ": 2},
    share_of_women=0.82,
    offices=("ประธาน", "รองประธาน", "เลขานุการ", "เหรัญญิก", "กรรมการ", "กรรมการ", "วิทยากร"),
)
_TIMES = Times(
    founding=(date(2023, 1, 9), date(2024, 2, 20)),
    joining=(date(2024, 4, 10), date(2025, 12, 15)),
    leaving=(date(2024, 6, 1), date(2026, 1, 31)),
)
_SOURCES = (
    IncomeSource("ทอผ้าใยกล้วย", "เดือน", 0.84, 0.97, 1_100, 0.55, 2.1),
    IncomeSource("ขายเส้นใยกล้วย", "เดือน", 0.42, 0.55, 450, 0.5, 1.5),
    IncomeSource("ตัดเย็บกระเป๋าและของใช้", "เดือน", 0.26, 0.52, 700, 0.6, 1.7),
    IncomeSource("น้ำหมักชีวภาพ", "ปี", 0.0, 0.3, 2_400, 0.4, 1.0),
    IncomeSource("วิทยากรและฐานเรียนรู้", "ปี", 0.0, 0.24, 4_000, 0.5, 1.3),
)
_WORSE = ("สม-009", "สม-014", "สม-021", "สม-026", "สม-033")  # ill, or with less time for the loom
_BLANK = ("สม-018", "สม-029", "สม-047", "สม-055")  # their year of birth is not known
_NOT_KNOWN = ("สม-012", "สม-030", "สม-051")  # nobody asked them after

_ALL, _WEAVERS, _TAILORS = "ทั้งกลุ่ม", "กลุ่มย่อยทอผ้า", "กลุ่มย่อยตัดเย็บ"  # whom the partners support
_FERMENT, _LEARNERS = "กลุ่มย่อยน้ำหมักชีวภาพ", "ฐานเรียนรู้ชุมชน"
_LOCAL, _NETWORK = "องค์กรปกครองส่วนท้องถิ่น", "เครือข่ายชุมชน"
_OFFICE = ("สำนักงานส่งเสริมอาชีพสมมติ", "ภาครัฐ")  # partners on several rows
_UNIVERSITY = ("มหาวิทยาลัยตัวอย่างคลองสมมติ", "การศึกษา")
_COUNCIL = ("อบต. คลองสมมติ", _LOCAL)

PARTNERS: list[Row] = [
    {"partner": name, "sector": sector, "support_kind": kind, "stage": stage, "supports": receiver}
    | {"present_baseline": before, "present_endline": after}
    | {"support_thb_baseline": given, "support_thb_endline": gives}
    for name, sector, kind, stage, receiver, before, after, given, gives in (
        (*_OFFICE, "งบประมาณ", "ร่วมคิด", _ALL, "ใช่", "ใช่", 60_000, 60_000),
        (*_OFFICE, "ฝึกอบรม", "ร่วมทำ", _WEAVERS, "ไม่ใช่", "ใช่", None, 20_000),
        ("ศูนย์หม่อนไหมตัวอย่าง", "ภาครัฐ", "ฝึกอบรม", "ร่วมทำ", _WEAVERS, "ใช่", "ไม่ใช่", 15_000, None),
        ("หน่วยพัฒนาฝีมือแรงงานสมมติ", "ภาครัฐ", "ฝึกอบรม", "ร่วมทำ", _TAILORS, "ไม่ใช่", "ใช่", None, 35_000),
        (*_UNIVERSITY, "วิจัยและนวัตกรรม", "ร่วมทำ", _WEAVERS, "ใช่", "ใช่", 30_000, 50_000),
        (*_UNIVERSITY, "วิชาการ", "ร่วมแก้ไขปัญหา", _FERMENT, "ไม่ใช่", "ใช่", None, 25_000),
        (*_UNIVERSITY, "วิจัยและนวัตกรรม", "ร่วมพัฒนาปรับปรุง", _ALL, "ไม่ใช่", "ใช่", None, 15_000),
        ("วิทยาลัยอาชีวะสมมติ", "การศึกษา", "วิชาการ", "ร่วมพัฒนาปรับปรุง", _TAILORS, "ไม่ใช่", "ใช่", None, 25_000),
        ("โรงเรียนบ้านสวนสมมติ", "การศึกษา", "สถานที่", "ร่วมรับผล", _LEARNERS, "ไม่ใช่", "ใช่", None, 0),
        ("บริษัท ผ้าไทยสมมติ จำกัด", "ภาคเอกชน", "การตลาด", "ร่วมรับผล", _WEAVERS, "ไม่ใช่", "ใช่", None, 40_000),
        ("ร้านของฝากตัวอย่าง", "ภาคเอกชน", "การตลาด", "ร่วมรับผล", _TAILORS, "ใช่", "ใช่", 8_000, 12_000),
        ("โรงแรมริมน้ำสมมติ", "ภาคเอกชน", "การตลาด", "ร่วมรับผล", _TAILORS, "ไม่ใช่", "ใช่", None, 18_000),
        (*_COUNCIL, "วัสดุอุปกรณ์", "ร่วมทำ", _ALL, "ใช่", "ใช่", 20_000, 30_000),
        (*_COUNCIL, "วัสดุอุปกรณ์", "ร่วมแก้ไขปัญหา", _FERMENT, "ไม่ใช่", "ใช่", None, 15_000),
        ("เทศบาลตำบลตัวอย่าง", _LOCAL, "ประชาสัมพันธ์", "ร่วมรับผล", _LEARNERS, "ไม่ใช่", "ใช่", None, 10_000),
        ("เครือข่ายผ้าทอพื้นบ้านสมมติ", _NETWORK, "วิชาการ", "ร่วมคิด", _WEAVERS, "ใช่", "ใช่", 0, 5_000),
        ("ชมรมเกษตรกรสวนกล้วยตัวอย่าง", _NETWORK, "วัสดุอุปกรณ์", "ร่วมทำ", _FERMENT, "ไม่ใช่", "ใช่", None, 22_000),
        ("กองทุนหมู่บ้านสมมติ", _NETWORK, "งบประมาณ", "ร่วมคิด", _ALL, "ใช่", "ไม่ใช่", 10_000, None),
    )
]
SUMMARY = (  # indicator, before, after, target, n
    ("group_sales", 386_000, 1_124_000, 1_000_000, None),
    ("household_debt", 86_500, 71_200, None, 36),
    ("member_savings", 42_000, 158_500, 150_000, None),
    ("markets_entered", 1, 5, 4, None),
    ("products_developed", 4, 15, 12, None),
    ("people_trained", 28, 164, 150, None),
    ("training_hours", 6, 24, 20, 48),
    ("organisations_trained", 2, 17, None, None),
    ("volunteer_hours", 320, 610, None, None),
    ("stems_used", 1_200, 8_600, 8_000, None),
    ("residue_diverted", 3.5, 46, 40, None),
    ("residue_dumped", 21, 12.5, 8, None),
    ("stem_use_rate", 6, 38, 40, 30),
    ("recovered_material", 0, 940, None, None),
    ("chemicals_used", 36, 42, None, None),
)


def make_rows() -> dict[str, list[Row]]:
    """The rows of the sheets of members, income and partners: the same every time."""
    chance = Random(2567)  # noqa: S311
    members = [_leave_blank(row) for row in make_members(_GROUP, _TIMES, chance)]
    incomes = make_incomes(members, _SOURCES, date(2024, 3, 31), chance)
    return {"members": members, "income": [_adjust(row) for row in incomes], "partners": PARTNERS}


def _leave_blank(row: Row) -> Row:
    """Some cells stay blank, as they do in every group's papers."""
    return {**row, "birth_year": None} if row["member_id"] in _BLANK else row


def _adjust(row: Row) -> Row:
    """A few earn less than before, and of a few the income after is not known."""
    before = row["amount_baseline"]
    if row["member_id"] in _WORSE and row["amount_endline"] is not None and isinstance(before, int):
        return {**row, "amount_endline": int(before * 0.7 / 50) * 50}
    return {**row, "amount_endline": None} if row["member_id"] in _NOT_KNOWN else row
