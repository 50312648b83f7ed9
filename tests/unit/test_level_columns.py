"""A results chain whose levels stand side by side, and what was achieved beside a target without a baseline."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.evidence.chain import Chain
from figures.catalogue import default_texts
from i18n import Language, word
from ingest import InputFile, Reading, read_files, read_mappings, write_mappings
from project import find_changes
from project.opening import make_project
from tests.build import build, check, codes, find, find_problem, read

Grid = list[list[Any]]
THAI: Grid = [
    ["แบบจำลองเชิงตรรกะ โครงการเสื่อกก"],
    [],
    ["ปัจจัยนำเข้า", "กิจกรรม", "ผลผลิต", "ผลลัพธ์", "ผลกระทบ"],
    ["งบประมาณ 120,000 บาท", "อบรมทอเสื่อ", "ผู้ผ่านอบรม 30 คน", "ลูกค้าประจำ", "พึ่งตนเองได้"],
    ["กี่ทอ", "จัดตลาดนัด", None, "ลายใหม่", None],
]
MEASURED: Grid = [
    [
        *("Inputs", "Activities (กิจกรรม)", "ผลผลิต (Outputs)", "ตัวชี้วัด", "เป้าหมาย", "ผล"),
        *("Short-term outcomes", "Indicator", "Target", "Before", "After"),
    ],
    ["Looms", "Weaving course", "Weavers", "People trained", 30, 28, "Regular buyers", "Buyers", 40, 5, 33],
]


def tell(reading: Reading) -> Chain:
    evidence = find_changes(make_project(check(reading))).evidence
    assert evidence is not None
    assert evidence.chain is not None
    return evidence.chain


def levels(chain: Chain) -> dict[str, str]:
    return {node.name: node.level for node in chain.nodes}


@pytest.mark.parametrize("name", ["Logic model", "ห่วงโซ่ผลลัพธ์", "Sheet1"])
def test_each_cell_below_a_level_is_an_item_of_it_and_no_link_is_invented(name: str) -> None:
    reading = read({name: THAI})
    chain = tell(reading)
    assert reading.questions == ()
    assert levels(chain) == {
        "งบประมาณ 120,000 บาท": "input",
        "กี่ทอ": "input",
        "อบรมทอเสื่อ": "activity",
        "จัดตลาดนัด": "activity",
        "ผู้ผ่านอบรม 30 คน": "output",
        "ลูกค้าประจำ": "outcome",
        "ลายใหม่": "outcome",
        "พึ่งตนเองได้": "impact",
    }
    assert chain.links == ()
    assert [gap.code for gap in chain.gaps if "lead" in gap.code or "led" in gap.code or "link" in gap.code] == [
        "no_links"
    ]
    assert find_problem(reading, "chain_side_by_side").cell == "A3"
    assert [(sheet.rows_read, sheet.rows_left_out) for sheet in reading.sheets] == [(2, 0)]
    assert {node.source.ranges for node in chain.nodes if node.name == "ลายใหม่"} == {("D5",)}


def test_what_stands_up_to_the_next_level_is_of_the_items_of_the_level() -> None:
    chain = tell(read({"Logic model": MEASURED}))
    goals = {
        node.name: [(goal.name, goal.baseline, goal.actual, goal.target) for goal in node.goals] for node in chain.nodes
    }
    assert goals == {
        "Looms": [],
        "Weaving course": [],
        "Weavers": [("People trained", None, 28, 30)],
        "Regular buyers": [("Buyers", 5, 33, 40)],
    }


def test_links_are_those_that_a_column_beside_a_level_states() -> None:
    heads = ["Inputs", "Leads to", "Activities", "Outputs"]
    reading = read({"Logic model": [heads, ["Looms", "Course", "Course", "Weavers"]]})
    assert [(link.start, link.end) for link in tell(reading).links] == [("Looms", "Course")]
    assert "chain_side_by_side" not in codes(reading.problems)


def test_a_value_map_has_levels_side_by_side_and_is_none() -> None:
    heads = ["Stakeholder", "Inputs", "Outputs", "Outcomes", "Quantity", "Proxy value"]
    reading = read({"Value map": [heads, ["Members", "Time", "Courses", "Income", 4, 100]]})
    assert {sheet.table for sheet in reading.sheets} == {"sroi"}


def test_a_confirmed_mapping_of_levels_reads_the_same_and_leaves_out_a_level_that_is_not_used() -> None:
    file = InputFile("a.xlsx", build({"Logic model": MEASURED}))
    reading = read_files([file])
    text = write_mappings([one.mapping for one in reading.previews])
    for changed, left in ((text, set()), (text.replace('"Looms"', "").replace(*_drop("Inputs")), {"Looms"})):
        mappings = read_mappings("m.toml", changed.encode())
        assert isinstance(mappings, tuple)
        back = read_files([file], mappings=mappings)
        assert levels(tell(back)) == {k: v for k, v in levels(tell(reading)).items() if k not in left}


def _drop(header: str) -> tuple[str, str]:
    return f'header = "{header}"\ncolumn = "node"', f'header = "{header}"\ncolumn = ""'


@pytest.mark.parametrize("language", list(Language))
def test_the_title_of_a_chain_without_links_counts_its_items_and_no_links(language: Language) -> None:
    texts = default_texts(find({"Logic model": THAI}), "chain", language)
    assert texts.title == word("figures.chain_title_no_links", language, nodes=8)
    assert word("figures.chain_subtitle", language) not in texts.subtitle


@pytest.mark.parametrize("header", ["ผล", "Actual", "ผลที่ได้จริง"])
def test_what_was_achieved_beside_a_target_is_of_the_round_after_without_a_baseline(header: str) -> None:
    heads = ["รายการ", "ระดับ", "ตัวชี้วัด", "เป้าหมาย", header]
    (node,) = tell(read({"ห่วงโซ่ผลลัพธ์": [heads, ["ผู้ผ่านอบรม", "ผลผลิต", "คน", 30, 28]]})).nodes
    assert [(goal.target, goal.baseline, goal.actual) for goal in node.goals] == [(30, None, 28)]


@pytest.mark.parametrize(
    ("name", "heads", "row"),
    [
        ("ห่วงโซ่ผลลัพธ์", ["รายการ", "ระดับ", "ตัวชี้วัด", "ค่า"], ["ผู้ผ่านอบรม", "ผลผลิต", "คน", 28]),
        ("Effects", ["Effect", "Dimension", "Direction", "Value"], ["Smoke", "social", "negative", 12]),
    ],
)
def test_values_of_no_round_on_a_sheet_that_is_used_without_them_are_said(name: str, heads: Any, row: Any) -> None:
    reading = read({name: [heads, row]})
    assert find_problem(reading, "column_without_round").cell == "D1"
