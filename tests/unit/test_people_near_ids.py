"""Ids that lost their zeros: with the same full name one person, without it a question."""

from __future__ import annotations

from typing import Any

from ingest import Reading
from tests.build import codes, find_problem, read, values

HEAD = ["รหัสสมาชิก", "ชื่อ-สกุล", "รายได้ต่อเดือน"]


def join(before: list[Any], after: list[Any]) -> Reading:
    return read({"ก่อน": [HEAD, before, ["010", "นายจรัส ดีเลิศ", 1]], "หลัง": [HEAD, after]})


def test_one_full_name_under_ids_that_differ_in_zeros_is_one_person() -> None:
    reading = join(["001", "นางกมล ขันทอง", 3000], [1, "กมล  ขันทอง", 3500])
    assert values(reading, "member_income")[("001", "endline")] == 3500
    assert find_problem(reading, "ids_written_differently").found == "1"
    assert "uncertain_people" not in codes(reading.problems)


def test_one_full_name_under_other_ids_is_asked_about() -> None:
    reading = join(["001", "นางกมล ขันทอง", 3000], [7, "กมล  ขันทอง", 3500])
    assert "uncertain_people" in codes(reading.problems)
    assert "ids_written_differently" not in codes(reading.problems)


def test_near_ids_of_other_names_are_two_people_or_asked_about() -> None:
    reading = join(["001", "นางกมล ขันทอง", 3000], [1, "กมล ชูใจดี", 3500])
    assert values(reading, "member_income")[("1", "endline")] == 3500
