"""A summary with a column of the levels of the results chain: figures of its indicators, and the chain of them."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.evidence.chain import Chain
from analysis.findings import Findings
from ingest import InputFile, Reading, read_files, read_mappings, write_mappings
from project import find_changes
from project.opening import make_project
from tests.build import build, check, codes, read

Grid = list[list[Any]]
HEADERS = ["ลำดับ", "ระดับผล", "ตัวชี้วัด", "หน่วยนับ", "เป้าหมาย", "ปี 2563", "ปี 2566"]
ROWS: Grid = [
    [1, "กิจกรรม", "จัดอบรมเกษตรกร", "ครั้ง", 12, 3, 14],
    [2, "ผลผลิต", "เกษตรกรที่ผ่านการอบรม", "คน", 80, 22, 76],
    [3, "ผลลัพธ์", "หนี้สินเฉลี่ยต่อครัวเรือน", "บาท", 70000, 85000, 97500],
    [4, "ผลกระทบ", "คะแนนความสามัคคีของชุมชน", "คะแนน", 4, 3.2, 3.9],
]
LEVELS = ["activity", "output", "outcome", "impact"]
SHEETS = ["สรุปตามตรรกะโครงการ", "ห่วงโซ่ผลลัพธ์", "ตัวชี้วัด", "Sheet1"]


def find(reading: Reading) -> Findings:
    return find_changes(make_project(check(reading)))


def tell(findings: Findings) -> Chain:
    assert findings.evidence is not None
    assert findings.evidence.chain is not None
    return findings.evidence.chain


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("header", ["ระดับผล", "ระดับผล (ผลผลิต/ผลลัพธ์/ผลกระทบ)", "กลุ่ม"])
def test_the_figures_the_targets_and_the_levels_are_all_read(name: str, header: str) -> None:
    reading = read({name: [[header if one == "ระดับผล" else one for one in HEADERS], *ROWS]})
    assert reading.questions == ()
    findings = find(reading)
    told = {one.indicator.label.th: (one.baseline, one.endline, one.target) for one in findings.findings}
    assert told == {row[2]: (row[5], row[6], row[4]) for row in ROWS}
    nodes = tell(findings).nodes
    assert {node.name: node.level for node in nodes} == dict(zip((row[2] for row in ROWS), LEVELS, strict=True))
    assert all(goal.computed for node in nodes for goal in node.goals)
    assert "missing_column" not in codes(reading.problems)


@pytest.mark.parametrize("name", SHEETS)
def test_the_mapping_of_such_a_sheet_keeps_its_levels(name: str) -> None:
    sheets = {name: [["สรุปผล"], [], HEADERS, *ROWS]}
    (preview,) = read(sheets).previews
    told = read_mappings("m.toml", write_mappings([preview.mapping]).encode())
    assert isinstance(told, tuple)
    assert [column.column for column in told[0].tables[0].columns][:5] == ["", "level", "indicator", "unit", "target"]
    again = find(read_files([InputFile("book.xlsx", build(sheets))], mappings=told))
    assert [node.level for node in tell(again).nodes] == LEVELS
    assert len(again.findings) == len(ROWS)


def test_a_level_written_once_for_its_rows_holds_for_all_of_them() -> None:
    rows = [line for row in ROWS for line in (row, [row[0], None, f"{row[2]} ปลอดภัย", *row[3:]])]
    nodes = tell(find(read({"Sheet1": [HEADERS, *rows]}))).nodes
    assert [node.level for node in nodes] == [level for level in LEVELS for _ in range(2)]


def test_each_column_of_the_sheet_is_told_once() -> None:
    (sheet,) = read({"Sheet1": [HEADERS, *ROWS]}).sheets
    assert [(one.header, one.column) for one in sheet.columns] == list(
        zip(HEADERS, [None, "level", "indicator", "unit", "target", "value", "value"], strict=True)
    )


def test_a_column_of_other_words_is_no_level() -> None:
    rows = [[row[0], kind, *row[2:]] for row, kind in zip(ROWS, ["ผลผลิต", "ผลผลิต", "ปลา", "ข้าว"], strict=True)]
    findings = find(read({"Sheet1": [HEADERS, *rows]}))
    assert findings.evidence is None or findings.evidence.chain is None
    assert len(findings.findings) == len(ROWS)
