"""Amounts that look like years are amounts, and people are never the names of results."""

from __future__ import annotations

from typing import Any

import pytest

from tests.build import find, read, sums

NAMES = [f"นาง{name} รักษ์ดี" for name in ("สมใจ", "มานี", "ปิติ", "ชูใจ", "วีระ", "สมคิด")]


def rows(first: int, second: int, step: int = 10) -> list[Any]:
    return [[name, first + step * n, second + step * n] for n, name in enumerate(NAMES)]


@pytest.mark.parametrize(
    ("header", "body"),
    [
        (["ใคร", "แต่เดิม", "ตอนนี้"], rows(2000, 2500, 100)),
        (["ชื่อ", "รายได้ครั้งโน้น", "รายได้ครั้งนี้"], rows(2500, 2550)),
        (["ตำบล", "ครั้งแรก", "ครั้งสอง"], [["ก", 1990, 2010], ["ข", 2000, 2020], ["ค", 2005, 2015]]),
    ],
)
def test_amounts_under_headers_that_nobody_knows_are_asked_about_and_no_years(header: list[str], body: Any) -> None:
    reading = read({"Sheet1": [header, *body]})
    assert reading.observations.empty
    assert len(reading.questions) == 1
    assert reading.questions[0].mapping


def test_years_below_a_header_of_their_own_are_years() -> None:
    header = [["จังหวัด", "รายได้", "รายได้", "รายได้"], [None, 2560, 2562, 2564]]
    body = [["ก", 15000, 16000, 17000], ["ข", 2500, 2600, 2700], ["ค", 9000, 9900, 9100]]
    assert [one.key for one in read({"Sheet1": [*header, *body]}).rounds] == ["y2560", "y2562", "y2564"]


@pytest.mark.parametrize("header", [["ชื่อ", "ก่อน", "หลัง"], ["name", "before", "after"]])
def test_people_by_name_are_no_indicators(header: list[str]) -> None:
    sheets = {"Sheet1": [header, *rows(2000, 2500)]}
    assert read(sheets).sheets[0].table == "personal"
    assert sum(sums(read(sheets), "personal_1").values()) == sum(row[1] + row[2] for row in rows(2000, 2500))
    assert not any(name in str(one.indicator.label) for one in find(sheets).findings for name in NAMES)
