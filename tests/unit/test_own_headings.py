"""Sheets of participation, factors, the chain and effects in headings of people's own, Thai and English."""

from __future__ import annotations

from typing import Any

import pytest

from tests.build import read

SHEETS: dict[str, tuple[str, str, list[list[Any]]]] = {
    "participation in Thai": (
        "participation",
        "บทบาทประชาชน",
        [
            ["ชื่อกิจกรรม", "ระดับการมีส่วนร่วม 5 ร่วม", "กลุ่มที่เข้าร่วม", "จำนวนผู้เข้าร่วม ก่อน", "จำนวนผู้เข้าร่วม หลัง"],
            ["ประชุม", "ร่วมคิด", "ประชาชน", 4, 35],
        ],
    ),
    "participation in English": (
        "participation",
        "Engagement",
        [
            ["Event", "Type of participation", "Who took part", "Attendance before", "Attendance after", "Proof"],
            ["Meeting", "Plan", "Citizens", 4, 35, "Minutes"],
        ],
    ),
    "factors in Thai": (
        "factors",
        "ค่าสัมประสิทธิ์สิ่งแวดล้อม",
        [
            ["ชื่อค่า", "ใช้กับวัสดุ", "ต่ำสุด", "กลาง", "สูงสุด", "หน่วยผล", "ต่อ (กก.)", "ฐานน้ำหนัก", "ที่มา"],
            ["ก๊าซ", "เผา", 60, 78, 95, "กก.", 1000, "แห้ง", "เอกสาร"],
        ],
    ),
    "factors in English": (
        "factors",
        "Emission factors",
        [
            ["Pollutant", "Flow", "Minimum", "Best estimate", "Maximum", "Unit", "Per kg", "Basis", "Citation"],
            ["GHG", "Burned", 60, 78, 95, "kg", 1000, "dry", "document"],
        ],
    ),
    "chain in Thai": (
        "chain",
        "ทฤษฎีการเปลี่ยนแปลง",
        [
            ["ขั้น", "รายละเอียด", "ผลที่ตามมา", "ค่าฐาน", "ผลที่ทำได้", "ข้อสันนิษฐาน", "หลักฐานสนับสนุน"],
            ["กิจกรรม", "อบรม", None, 0, 31, "มีเวลา", "ใบลงชื่อ"],
        ],
    ),
    "effects in English": (
        "effects",
        "Side effects",
        [
            [
                "Issue",
                "Area",
                "+/-",
                "Was it intended?",
                "Affected group",
                "Before",
                "After",
                "How known",
                "Mitigation",
            ],
            ["Dust", "social", "negative", "no", "Neighbours", 0, 4, "Minutes", "Screen"],
        ],
    ),
}


@pytest.mark.parametrize("case", SHEETS)
def test_every_heading_is_understood_without_a_question(case: str) -> None:
    table, name, rows = SHEETS[case]
    reading = read({name: rows})
    (sheet,) = reading.sheets
    assert (reading.questions, sheet.table) == ((), table)
    assert [one.column for one in sheet.columns if not one.column] == []


def test_a_number_of_people_is_nobodys_id() -> None:
    headers = ["เวที", "จำนวนผู้เข้าร่วม ก่อน", "จำนวนผู้เข้าร่วม หลัง"]
    reading = read({"Sheet1": [headers, ["ประชุม", 4, 35], ["ลงแขก", 8, 40], ["เวทีสรุป", 5, 28]]})
    assert "members" not in [sheet.table for sheet in reading.sheets]


@pytest.mark.parametrize("kind", [[], ["Channel type"]])
def test_a_platform_is_the_channel_where_no_other_header_is(kind: list[str]) -> None:
    rows = [
        ["Platform", *kind, "Metric", "Before", "After"],
        ["Facebook", *["Facebook" for _ in kind], "Followers", 9, 99],
    ]
    (record,) = read({"Digital": rows}).records
    assert (record.text("item"), record.code("measure")) == ("Facebook", "followers")
    assert record.code("kind") == "facebook"  # without a column of kinds by the name
