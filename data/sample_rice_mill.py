"""The second sample: a community rice mill in Roi Et that lost ground. All of it is invented."""

from __future__ import annotations

from datetime import date
from random import Random

from data.sample_people import Group, IncomeSource, Row, Times, make_incomes, make_members

NAME = "rice_mill"
PROJECT: Row = {
    "name": "โรงสีข้าวชุมชนและข้าวอินทรีย์",
    "group": "วิสาหกิจชุมชนโรงสีข้าวบ้านทุ่งสมมติ",
    "province": "ร้อยเอ็ด",
    "baseline_from": date(2023, 1, 1),
    "baseline_to": date(2023, 12, 31),
    "endline_from": date(2025, 1, 1),
    "endline_to": date(2025, 12, 31),
    "currency": "บาท",
    "discount_rate": "3.5%",
}
_GROUP = Group(
    founders=36,
    newcomers=4,
    leavers=9,
    villages={"หมู่ 1 บ้านทุ่งสมมติ": 4, "หมู่ 3 บ้านโนนสมมติ": 3, "หมู่ 9 บ้านหนองสมมติ": 3},
    share_of_women=0.48,
    offices=("ประธาน", "รองประธาน", "เลขานุการ", "เหรัญญิก", "กรรมการ", "กรรมการ"),
)
_TIMES = Times(
    founding=(date(2021, 11, 1), date(2022, 12, 20)),
    joining=(date(2024, 2, 1), date(2025, 6, 30)),
    leaving=(date(2024, 1, 15), date(2025, 10, 31)),
)
_SOURCES = (
    IncomeSource("ขายข้าวเปลือกให้โรงสี", "ปี", 0.95, 0.95, 46_000, 0.45, 0.82),
    IncomeSource("ขายข้าวสารอินทรีย์", "ปี", 0.5, 0.44, 21_000, 0.5, 0.9),
    IncomeSource("รับจ้างสีข้าวและบรรจุถุง", "เดือน", 0.38, 0.34, 1_600, 0.4, 1.05),
    IncomeSource("ปันผลจากกลุ่ม", "ปี", 0.9, 0.35, 1_200, 0.3, 0.6),
)
_NEIGHBOURS = Group(  # people of the same and of nearby villages who never joined
    founders=32,
    newcomers=0,
    leavers=0,
    villages={"หมู่ 1 บ้านทุ่งสมมติ": 3, "หมู่ 3 บ้านโนนสมมติ": 2, "หมู่ 5 บ้านดอนสมมติ": 3, "หมู่ 7 บ้านนาสมมติ": 2},
    share_of_women=0.5,
    offices=(),
)
_THEIR_SOURCES = (
    IncomeSource("ขายข้าวเปลือกให้โรงสี", "ปี", 0.97, 0.97, 44_000, 0.45, 0.93),
    IncomeSource("รับจ้างสีข้าวและบรรจุถุง", "เดือน", 0.3, 0.3, 1_500, 0.4, 1.02),
)
_OUTSIDE = "กลุ่มเปรียบเทียบ"
NOTES = ("comparison_found",)  # what the sample is told of itself when it is read
_NOT_KNOWN = ("สม-017", "สม-028")  # nobody asked them before

_ALL, _GROWERS, _MILLERS = "ทั้งกลุ่ม", "กลุ่มผู้ปลูกข้าวอินทรีย์", "คณะทำงานโรงสี"  # whom the partners support
_OFFICE = ("สำนักงานเกษตรสมมติ", "ภาครัฐ")  # partners on several rows
_UNIVERSITY = ("มหาวิทยาลัยทุ่งตัวอย่าง", "การศึกษา")
_LOCAL, _NETWORK = "องค์กรปกครองส่วนท้องถิ่น", "เครือข่ายชุมชน"

PARTNERS: list[Row] = [
    {"partner": name, "sector": sector, "support_kind": kind, "stage": stage, "supports": receiver}
    | {"present_baseline": before, "present_endline": after}
    | {"support_thb_baseline": given, "support_thb_endline": gives}
    for name, sector, kind, stage, receiver, before, after, given, gives in (
        (*_OFFICE, "ฝึกอบรม", "ร่วมทำ", _GROWERS, "ใช่", "ใช่", 30_000, 20_000),
        (*_OFFICE, "วิชาการ", "ร่วมแก้ไขปัญหา", _GROWERS, "ใช่", "ไม่ใช่", 20_000, None),
        ("ศูนย์เมล็ดพันธุ์ข้าวตัวอย่าง", "ภาครัฐ", "วัสดุอุปกรณ์", "ร่วมทำ", _GROWERS, "ใช่", "ไม่ใช่", 35_000, None),
        ("ธนาคารเพื่อชุมชนสมมติ", "ภาครัฐ", "งบประมาณ", "ร่วมคิด", _MILLERS, "ใช่", "ใช่", 120_000, 60_000),
        (*_UNIVERSITY, "วิจัยและนวัตกรรม", "ร่วมพัฒนาปรับปรุง", _MILLERS, "ใช่", "ไม่ใช่", 25_000, None),
        (*_UNIVERSITY, "วิชาการ", "ร่วมแก้ไขปัญหา", _GROWERS, "ใช่", "ไม่ใช่", 15_000, None),
        ("โรงเรียนบ้านโนนสมมติ", "การศึกษา", "แรงงานและอาสาสมัคร", "ร่วมทำ", _ALL, "ไม่ใช่", "ใช่", None, 0),
        ("บริษัท ข้าวถุงสมมติ จำกัด", "ภาคเอกชน", "การตลาด", "ร่วมรับผล", _MILLERS, "ใช่", "ไม่ใช่", 80_000, None),
        ("ร้านอาหารสุขภาพตัวอย่าง", "ภาคเอกชน", "การตลาด", "ร่วมรับผล", _GROWERS, "ใช่", "ใช่", 15_000, 15_000),
        ("อบต. ทุ่งสมมติ", _LOCAL, "งบประมาณ", "ร่วมคิด", _ALL, "ใช่", "ใช่", 30_000, 10_000),
        ("สหกรณ์การเกษตรสมมติ", _NETWORK, "การตลาด", "ร่วมรับผล", _GROWERS, "ใช่", "ไม่ใช่", 25_000, None),
        ("เครือข่ายข้าวอินทรีย์ตัวอย่าง", _NETWORK, "วิชาการ", "ร่วมพัฒนาปรับปรุง", _GROWERS, "ใช่", "ใช่", 5_000, 8_000),
    )
]
SUMMARY = (  # indicator, before, after, target, n
    ("group_sales", 2_460_000, 1_905_000, 3_000_000, None),
    ("group_net_income", 214_000, -38_000, 250_000, None),
    ("household_debt", 148_000, 181_500, 120_000, 31),
    ("member_savings", 310_000, 268_000, None, None),
    ("products_developed", 3, 6, 5, None),
    ("people_trained", 45, 52, 80, None),
    ("training_hours", 18, 9, 20, 31),
    ("volunteer_hours", 540, 260, None, None),
    ("residue_diverted", 64, 41, 90, None),
    ("residue_dumped", 38, 67, 20, None),
    ("residue_composted", 22, 27, 30, None),
    ("water_used", 5_200, 4_650, None, None),
)


def make_rows() -> dict[str, list[Row]]:
    """The rows of the sheets of members, income and partners: the same every time."""
    chance = Random(2566)  # noqa: S311
    members = make_members(_GROUP, _TIMES, chance)
    incomes = make_incomes(members, _SOURCES, date(2023, 12, 31), chance)
    neighbours, theirs = _make_neighbours(Random(2567))  # noqa: S311
    earned = [*(_forget(row) for row in incomes), *theirs]
    return {"members": [*members, *neighbours], "income": earned, "partners": PARTNERS}


def _make_neighbours(chance: Random) -> tuple[list[Row], list[Row]]:
    """People outside the project, with ids of their own, and what they earn."""
    made = make_members(_NEIGHBOURS, _TIMES, chance)
    people = [
        {**row, "member_id": f"สม-{200 + number}", "role": None, "joined": None, "project_group": _OUTSIDE}
        for number, row in enumerate(made, start=1)
    ]
    return list(people), make_incomes(people, _THEIR_SOURCES, date(2023, 12, 31), chance)


def _forget(row: Row) -> Row:
    return {**row, "amount_baseline": None} if row["member_id"] in _NOT_KNOWN else row
