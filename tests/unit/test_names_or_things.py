"""Plain names beside numbers: people or indicators? Asked, and no name said meanwhile."""

from __future__ import annotations

from typing import Any

import pytest

from ingest import InputFile, Reading, read_files, read_mappings
from tests.build import build, codes, read

GIVEN = ["กมล", "จรัส", "นิภา", "มานะ", "ยุพา", "สมพร"]
FAMILY = ["ขันทอง", "ดีเลิศ", "ปานทอง", "สีหา", "วงษา", "ชมภู"]
FULL = [f"{one} {two}" for one, two in zip(GIVEN, FAMILY, strict=True)]


def table(header: str, names: list[str]) -> list[list[Any]]:
    return [[header, "ก่อน", "หลัง"], *([name, 3000 + at * 100, 3500 + at * 90] for at, name in enumerate(names))]


def is_asked(reading: Reading) -> bool:
    return [one.code for one in reading.questions] == ["question.people_or_indicators"]


@pytest.mark.parametrize(
    ("header", "names"), [("ชื่อ", GIVEN), ("รายการ", FULL), ("name", ["Ann", "Bo", "Cy", "Di", "Ed", "Fay"])]
)
def test_plain_names_beside_numbers_are_asked_about_and_not_used(header: str, names: list[str]) -> None:
    reading = read({"Sheet1": table(header, names)})
    assert is_asked(reading)
    assert reading.observations.empty
    assert {one.reason for one in reading.excluded} == {"kind_unknown"}
    assert not any(names[0] in problem.found for problem in reading.problems)


def test_names_of_results_are_not_asked_about() -> None:
    names = ["จำนวนสมาชิก ทั้งหมด", "เงินออม สะสม", "ขยะ ลดลง", "พื้นที่ ป่า", "ร้านค้า ชุมชน", "ผู้ป่วย ใหม่"]
    assert not read({"Sheet1": table("รายการ", names)}).questions
    units = [[*row, "คน" if at else "หน่วย"] for at, row in enumerate(table("ชื่อ", GIVEN))]
    assert not read({"Sheet1": units}).questions


def test_the_mapping_that_is_offered_answers_it() -> None:
    content = build({"Sheet1": table("รายการ", FULL)})
    (question,) = read_files([InputFile("a.xlsx", content)]).questions
    text = question.mapping.replace('table = "?"', 'table = "income"')
    for column in ("name", "amount", "amount"):
        text = text.replace('column = "?"', f'column = "{column}"', 1)
    text = text.replace('round = "?"', 'round = ""')
    for said in ('round = "baseline"', 'round = "endline"'):
        text = text.replace(said, f'{said}\nperiod = "month"')
    mappings = read_mappings("m.toml", text.encode())
    assert isinstance(mappings, tuple)
    reading = read_files([InputFile("a.xlsx", content)], mappings=mappings)
    assert len(reading.observations) == 12
    assert "unit_not_stated" not in codes(reading.problems)


MONTHS = ["ม.ค.", "ก.พ.", "มี.ค."]


@pytest.mark.parametrize("title", ["นาย", ""])
def test_households_by_months_are_asked_about_and_their_heads_are_no_indicators(title: str) -> None:
    people = [f"{title}{given} ทองดี" for given in ("สมชาย", "วิชัย", "มานะ", "ปิติ", "วีระ", "ประเสริฐ", "ชูใจ")]
    rows = [[n, name, 3000, 3100, 3200] for n, name in enumerate(people, 1)]
    sheets = {f"บัญชีครัวเรือน {year}": [["ที่", "ครัวเรือน", *MONTHS], *rows] for year in (2565, 2566)}
    reading = read(sheets)
    assert reading.questions
    assert not reading.indicators


def test_names_by_years_without_a_unit_are_asked_about() -> None:
    people = [f"{given} ทองดี" for given in ("สมชาย", "วิชัย", "มานะ", "ปิติ", "วีระ", "ประเสริฐ", "ชูใจ")]
    reading = read({"Sheet1": [["ที่", "ครัวเรือน", "2565", "2566"], *([n, one, 3, 4] for n, one in enumerate(people))]})
    assert not reading.indicators
