"""Somebody on two rows: a blank on the one is no unknown income where the other row says it."""

from __future__ import annotations

from tests.build import read, values

HEAD = ["ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]


def test_before_on_one_row_and_after_on_the_next_are_of_one_person() -> None:
    rows = [HEAD, ["นางกมล ขันทอง", 3000, None], ["นางกมล ขันทอง", None, 3500]]
    found = values(read({"รายได้": rows}), "member_income")
    assert found == {("P0001", "baseline"): 3000, ("P0001", "endline"): 3500}


def test_an_income_that_no_row_says_stays_unknown() -> None:
    rows = [HEAD, ["นางกมล ขันทอง", 3000, None], ["นางกมล ขันทอง", 500, None]]
    found = values(read({"รายได้": rows}), "member_income")
    assert found[("P0001", "endline")] is None


def test_a_blank_of_another_source_stays_unknown() -> None:
    rows = [[*HEAD, "แหล่งรายได้"], ["นางกมล ขันทอง", 3000, 1, "ทอผ้า"], ["นางกมล ขันทอง", None, 2, "ค้าขาย"]]
    reading = read({"รายได้": rows})
    frame = reading.observations
    mine = frame[(frame["indicator"] == "member_income") & (frame["round"] == "baseline")]
    assert sorted(mine["value"].isna()) == [False, True]
