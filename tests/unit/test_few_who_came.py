"""How many came of a stage and a stakeholder is not shown where it is of one to four people."""

from __future__ import annotations

import json

from i18n import Language
from reports.findings_json import write_json
from tests.build import Rows, find

HEADS = ["กิจกรรม", "ขั้นการมีส่วนร่วม", "ฝ่าย", "วันที่", "จำนวนคน", "หลักฐาน", "รอบ"]
CAME = {"ประชาชน": 20, "หน่วยงานรัฐ": 3, "สถานศึกษา": 6}


def _rows(**came: int) -> Rows:
    return [
        HEADS,
        *(
            [f"ประชุม {stage}", stage, who, "1/3/2562" if when == "ก่อน" else "1/3/2564", count, "รายงาน", when]
            for when in ("ก่อน", "หลัง")
            for stage in ("ร่วมคิด", "ร่วมทำ")
            for who, count in {**CAME, **came}.items()
        ),
    ]


def _list_cells(told: list[dict[str, list[dict[str, list[str]]]]]) -> list[str]:
    return [cell for one in told for source in one["sources"] for cell in source["ranges"]]


def test_neither_the_number_nor_the_activity_that_tells_it_is_shown() -> None:
    found = find({"การมีส่วนร่วม": _rows()})
    people = {one.group: one for one in found.findings if one.indicator.key == "participation_people"}
    assert people[("stakeholder", "government"),].baseline == 3 + 3
    assert people[("stage", "think"), ("stakeholder", "government")].suppressed
    assert not people[("stage", "think"), ("stakeholder", "citizens")].suppressed
    assert people[()].baseline == 2 * (20 + 3 + 6)
    told = json.loads(write_json(found, Language.EN))["participation"]["activities"]
    came = {(one["stakeholder"], side["people"]) for one in told for side in one["rounds"]}
    assert {who for who, count in came if count is not None} == {"citizens"}
    cells = {who: _list_cells([one for one in told if one["stakeholder"] == who]) for who in ("citizens", "government")}
    assert {cell[0] for cell in cells["citizens"]} == {*"ABCDEF"}
    assert {cell[0] for cell in cells["government"]} == {*"ABCDF"}  # E holds how many came


def test_where_five_or_more_came_everything_is_shown() -> None:
    found = find({"การมีส่วนร่วม": _rows(หน่วยงานรัฐ=5)})
    assert not any(one.suppressed for one in found.findings)
    assert found.evidence is not None
    assert found.evidence.participation is not None
    assert {held.people for one in found.evidence.participation.activities for held in one.held} == {20, 5, 6, None}
