"""The same form filled in twice, once before and once after: two files that each ask for both rounds and fill one."""

from __future__ import annotations

from typing import Any

import pytest

from dictionary.nouns import BASELINE, ENDLINE
from ingest import InputFile, read_files
from tests.build import build, codes, read_many, values

BEFORE: dict[str, list[list[Any]]] = {
    "สมาชิก": [["รหัสสมาชิก", "เป็นสมาชิก ก่อน", "เป็นสมาชิก หลัง"], ["M1", "ใช่", None], ["M2", "ใช่", None]],
    "รายได้": [["รหัสสมาชิก", "รายได้ ก่อน (บาท/เดือน)", "รายได้ หลัง (บาท/เดือน)"], ["M1", 100, None], ["M2", 0, "-"]],
}
AFTER: dict[str, list[list[Any]]] = {
    "สมาชิก": [["รหัสสมาชิก", "เป็นสมาชิก ก่อน", "เป็นสมาชิก หลัง"], ["M1", None, "ใช่"], ["M3", None, "ใช่"]],
    "รายได้": [["รหัสสมาชิก", "รายได้ ก่อน (บาท/เดือน)", "รายได้ หลัง (บาท/เดือน)"], ["M1", None, 150], ["M3", None, 70]],
}
THERE = {("M1", BASELINE): 1, ("M2", BASELINE): 1, ("M1", ENDLINE): 1, ("M3", ENDLINE): 1}


@pytest.mark.parametrize("names", [("a.xlsx", "b.xlsx"), ("ก่อน.xlsx", "หลัง.xlsx"), ("b.xlsx", "a.xlsx")])
def test_a_file_that_fills_one_round_alone_is_of_that_round(names: tuple[str, str]) -> None:
    reading = read_many(dict(zip(names, (BEFORE, AFTER), strict=True)))
    assert values(reading, "members_active") == THERE
    assert values(reading, "member_income") == {
        ("M1", BASELINE): 100,
        ("M2", BASELINE): 0,
        ("M1", ENDLINE): 150,
        ("M3", ENDLINE): 70,
    }
    assert not {"duplicate_id", "presence_unknown", "yes_only"} & set(codes(reading.problems))
    assert [one.round for one in reading.sheets] == [BASELINE, BASELINE, ENDLINE, ENDLINE]


def test_the_users_word_for_which_file_is_before_changes_nothing_where_it_agrees() -> None:
    files = [InputFile("1.xlsx", build(BEFORE), BASELINE), InputFile("2.xlsx", build(AFTER), ENDLINE)]
    assert values(read_files(files), "members_active") == THERE


def test_where_no_file_fills_the_other_round_alone_the_headers_say_the_rounds() -> None:
    whole = {"รายได้": [BEFORE["รายได้"][0], ["M9", 10, 20]]}
    reading = read_many({"1.xlsx": BEFORE, "2.xlsx": whole})
    assert values(reading, "member_income")[("M9", ENDLINE)] == 20
    assert [one.round for one in reading.sheets] == [None, None, None]
