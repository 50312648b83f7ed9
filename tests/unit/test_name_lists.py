"""Lists of people by name with their income, as groups keep them: headers in two rows, blocks with their own totals."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest

from ingest import InputFile, read_files
from ingest.mapping import list_headers
from ingest.proposals import propose_table
from ingest.row_kinds import TOTAL, read_kind
from project import find_changes, open_project
from tests.build import build, read, sums

HEAD: list[Any] = ["ลำดับ", "ชื่อ-สกุล", "เพศ", "อายุ", "หมู่ที่", "รายได้ (บาท/เดือน)", None]
BELOW: list[Any] = [None, None, None, None, None, "ก่อน", "หลัง"]
FIRST: list[list[Any]] = [[1, "นางสมศรี ใจดี", "ญ", 54, 3, 3200, 4500], [2, "นายบุญมี ทองคำ", "ช", 61, 3, 2800, 3900]]
SECOND: list[list[Any]] = [[3, "น.ส.วิภา แสงแก้ว", "ญ", 33, 4, 0, 2500], [4, "นางมาลี พูลสุข", "ญ", 47, 4, 4000, 3600]]


def test_a_header_in_two_rows_is_read_whole_over_names_without_ids() -> None:
    reading = read({"Sheet1": [["รายได้สมาชิก"], [], HEAD, BELOW, *FIRST, *SECOND]})
    assert sums(reading, "member_income") == {"baseline": 10_000, "endline": 14_500}
    assert sums(reading, "members_active") == {"baseline": 4, "endline": 4}


@pytest.mark.parametrize("total", ["รวมหมู่ที่ 3", "รวม หมู่ 3", "รวมบ้านเหนือ", "Total village 3"])
def test_the_total_of_a_block_is_no_person(total: str) -> None:
    rows = [HEAD, BELOW, *FIRST, [None, total, None, None, None, 6000, 8400], *SECOND]
    reading = read({"Sheet1": rows})
    assert sums(reading, "member_income") == {"baseline": 10_000, "endline": 14_500}
    assert [one.reason for one in reading.excluded] == [TOTAL]


def test_a_name_that_begins_like_a_total_is_a_person() -> None:
    assert not read_kind("รวมพร ใจดี")
    assert not read_kind("รวมชาติ หมู่ดี")


@pytest.mark.parametrize(("row", "count"), [(4, 1), (4, 2), (5, 2), (5, 3), (6, 3)])
def test_whatever_header_is_chosen_each_of_its_columns_can_be_asked_about(row: int, count: int) -> None:
    content = build({"Sheet1": [["รายได้สมาชิก"], [], HEAD, BELOW, *FIRST, *SECOND]})
    part = read_files([InputFile("list.xlsx", content)]).previews[0].parts[0].sheet
    proposed = propose_table(part, "members", (row, count))
    headers = list_headers(part, row - part.first_row, count)
    assert [one.header for one in proposed.columns] == [" ".join(text.split()) for _, text in headers]


def test_village_and_sex_on_a_sheet_of_income_tell_of_its_people_where_no_list_does() -> None:
    draw = random.Random(1)
    rows: list[list[Any]] = [["รหัส", "เพศ", "หมู่บ้าน", "กลุ่ม", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]]
    for number in range(48):
        group = "เข้าร่วม" if number < 24 else "กลุ่มเปรียบเทียบ"
        first = draw.randint(3000, 5000)
        sex, village = ("หญิง", "ชาย")[number % 2], f"หมู่ {number % 4 + 1}"
        rows.append([f"M{number}", sex, village, group, first, first + draw.randint(0, 900)])
    found = find_changes(open_project([InputFile("income.xlsx", build({"รายได้": rows}))]))
    groups = {one.group[0]: one.n_pairs for one in found.findings if one.indicator.key == "member_income" and one.group}
    villages = {("village", f"หมู่ {number}"): 6 for number in range(1, 5)}
    assert groups == {("sex", "female"): 12, ("sex", "male"): 12, **villages}
    assert found.comparison is not None
    assert found.comparison.contrasts[0].clusters == 4


@pytest.mark.parametrize(("header", "told"), [("มูลค่าการสนับสนุน (บาท)", 1), ("มูลค่าการสนับสนุน หลัง (บาท)", 0)])
def test_a_column_of_numbers_that_names_no_round_is_told(header: str, told: int) -> None:
    rows: list[list[Any]] = [["ชื่อหน่วยงาน", "ภาคส่วน", "ก่อน", "หลัง", header]]
    rows += [[f"หน่วยงาน {number}", "ภาครัฐ", "มี", "มี", 1000 * number] for number in (1, 2, 3)]
    problems = [one for one in read({"ภาคี": rows}).problems if one.code == "column_without_round"]
    assert [one.cell for one in problems] == ["E1"] * told


def _titled(title: str, names: Sequence[str]) -> list[list[object]]:
    return [[title], [], ["ที่", "ชื่อ-สกุล"], *([number, name] for number, name in enumerate(names, 1))]


def test_a_title_says_that_a_sheet_of_names_is_a_list_of_members_and_of_which_round() -> None:
    names = [f"นาย{given} ใจดี" for given in ("ก้อง", "ขวัญ", "คำแสน", "จำลอง", "ชูชาติ", "ดำรง")]
    title = "รายชื่อสมาชิกกลุ่มทอผ้า {round}ดำเนินโครงการ"
    before, after = (
        _titled(title.format(round="ก่อน"), names),
        _titled(title.format(round="หลัง"), [*names, "นางใหม่ มาก"]),
    )
    for sheets in ({"ก่อน": before, "หลัง": after}, {"Sheet1": before, "Sheet2": after}):
        reading = read(sheets)
        assert {(one.table, one.round) for one in reading.sheets} == {("members", "baseline"), ("members", "endline")}
        assert sums(reading, "members_active") == {"baseline": 6, "endline": 7}


def test_numbered_rows_under_a_title_are_no_measure_of_people() -> None:
    numbered = [["ผลงาน ก่อนดำเนินโครงการ"], ["ที่", "เรื่อง"], *([n, "ทำ"] for n in range(1, 9))]
    assert all(one.table != "personal" for one in read({"ก่อน": numbered, "หลัง": numbered}).sheets)


def test_a_nickname_is_a_name_only_where_no_other_stands_and_never_an_indicator() -> None:
    people = ["แดง", "ดำ", "ต้อย", "นก"]
    by_year = read({"Sheet1": [["ชื่อเล่น", 2562, 2564], *([one, 10 + at, 12 + at] for at, one in enumerate(people))]})
    assert not [one for one in by_year.indicators.values() if any(name in one.label.th for name in people)]
    head = ["ชื่อเล่น", "ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
    both = read({"Sheet1": [head, *(["นก", f"นาง{one} ใจดี", 100, 120] for one in people)]})
    assert [one.column for one in both.sheets[0].columns] == [None, "name", "amount", "amount"]
