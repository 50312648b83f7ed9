"""A list in one cell of a results chain is several items, and this is said."""

from __future__ import annotations

import pytest

from analysis.evidence.chain import Chain
from ingest import Reading
from ingest.cell_lists import list_items
from project import find_changes
from project.opening import make_project
from tests.build import read

LOGIC = [
    ["ปัจจัยนำเข้า", "กิจกรรม", "ผลผลิต", "ผลลัพธ์"],
    ["- งบประมาณ\n- กี่ทอผ้า 4 หลัง", "1. อบรมทอผ้า\n2. จัดตลาดนัด", "ผ้าทอ\nลายใหม่\nกระเป๋า", "กลุ่มมีรายได้\nเพิ่มขึ้น"],
]


def tell(reading: Reading) -> Chain:
    evidence = find_changes(make_project(reading)).evidence
    assert evidence is not None
    assert evidence.chain is not None
    return evidence.chain


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- งบประมาณ\n- กี่ทอ", ("งบประมาณ", "กี่ทอ")),
        ("๑) อบรม\n๒) จัดตลาดนัด\nทุกเดือน", ("อบรม", "จัดตลาดนัด ทุกเดือน")),
        ("1. Train 2. Sell", ("Train", "Sell")),
        ("• Looms • Thread", ("Looms", "Thread")),
        ("- Looms • Thread", ("Looms", "Thread")),
        ("ผลผลิตหลัก\n• ผ้า\n• กระเป๋า", ("ผลผลิตหลัก", "ผ้า", "กระเป๋า")),
        ("งบประมาณ\nวิทยากร\nวัสดุ", ("งบประมาณ", "วิทยากร", "วัสดุ")),
        ("กลุ่มมีรายได้\nเพิ่มขึ้น", ("กลุ่มมีรายได้ เพิ่มขึ้น",)),
        ("รายได้เพิ่ม 1.5 เท่า ภายใน 2 ปี", ("รายได้เพิ่ม 1.5 เท่า ภายใน 2 ปี",)),
        ("อบรม พ.ศ. 2566", ("อบรม พ.ศ. 2566",)),
        ("ลดน้ำเสีย 2.5 ล้าน ลบ.ม. - ต่อปี", ("ลดน้ำเสีย 2.5 ล้าน ลบ.ม. - ต่อปี",)),
    ],
)
def test_the_items_of_a_cell(text: str, items: tuple[str, ...]) -> None:
    assert list_items(text) == items


def test_a_list_below_a_level_is_an_item_for_each_line() -> None:
    reading = read({"Logic model": LOGIC})
    chain = tell(reading)
    assert [(node.name, node.level) for node in chain.nodes] == [
        ("งบประมาณ", "input"),
        ("กี่ทอผ้า 4 หลัง", "input"),
        ("อบรมทอผ้า", "activity"),
        ("จัดตลาดนัด", "activity"),
        ("ผ้าทอ", "output"),
        ("ลายใหม่", "output"),
        ("กระเป๋า", "output"),
        ("กลุ่มมีรายได้ เพิ่มขึ้น", "outcome"),
    ]
    told = [one for one in reading.problems if one.code == "chain_list"]
    assert [(one.cell, one.allowed.th) for one in told] == [("A2", "2"), ("B2", "2"), ("C2", "3")]


def test_the_next_items_of_a_cell_may_be_a_list_too() -> None:
    rows = [
        ["รายการ", "ระดับ", "นำไปสู่"],
        ["อบรม", "กิจกรรม", "1. ผ้าทอ\n2. ลายใหม่"],
        ["ผ้าทอ", "ผลผลิต"],
        ["ลายใหม่", "ผลผลิต"],
    ]
    assert [(link.start, link.end) for link in tell(read({"ห่วงโซ่ผลลัพธ์": rows})).links] == [
        ("อบรม", "ผ้าทอ"),
        ("อบรม", "ลายใหม่"),
    ]


def test_a_list_beside_a_value_of_its_own_stays_one_item() -> None:
    rows = [
        ["รายการ", "ระดับ", "ตัวชี้วัด", "หน่วย", "ค่า ก่อน", "ค่า หลัง"],
        ["- ผ้าทอ\n- กระเป๋า", "ผลผลิต", "ชิ้นงานที่ขายได้", "ชิ้น", 10, 40],
    ]
    reading = read({"ห่วงโซ่ผลลัพธ์": rows})
    assert [node.name for node in tell(reading).nodes] == ["- ผ้าทอ - กระเป๋า"]
    assert not [one for one in reading.problems if one.code == "chain_list"]
