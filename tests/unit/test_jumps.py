"""An income many times that of the round before is warned of at its cell, unless the whole round is so."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.jumps import find_jumps
from tests.build import Sheets, codes, find_problem, read, sums

PEOPLE = [(f"M{n}", 1000 + 100 * n, 1500 + 100 * n) for n in range(1, 12)]


def _book(*more: tuple[str, object, object], after: str = "บาท/เดือน") -> Sheets:
    return {"รายได้": [["รหัส", "รายได้ก่อน (บาท/เดือน)", f"รายได้หลัง ({after})"], *map(list, (*PEOPLE, *more))]}


@pytest.mark.parametrize(
    ("before", "after", "is_odd"),
    [
        (99, 9900, True),
        (9900, 99, True),
        (500, 5000, True),
        (500, 6000, True),
        (500, 500_000, True),
        (500, 5400, False),
        (500, 24_000, False),
    ],
)
def test_a_slip_of_zeros_or_another_unit_is_told_from_a_rise(before: float, after: float, is_odd: bool) -> None:
    assert find_jumps(np.array([before]), np.array([after])).tolist() == [is_odd]


def test_it_is_said_at_the_cell_and_the_value_is_used() -> None:
    reading = read(_book(("M99", 99, 9900), ("M98", 0, 9900), ("M97", None, 9900)))
    problem = find_problem(reading, "amount_jumps")
    assert (problem.sheet, problem.cell, problem.found) == ("รายได้", "C13", "1")
    assert sums(reading, "member_income")["endline"] == sum(after for _, _, after in PEOPLE) + 3 * 9900


def test_the_cells_of_two_sheets_of_rounds_are_compared() -> None:
    header = ["รหัส", "รายได้ (บาท/เดือน)"]
    sides = {"รายได้ ก่อน": 1, "รายได้ หลัง": 2}
    sheets: Sheets = {
        name: [header, *([one[0], one[side]] for one in (*PEOPLE, ("M99", 500, 5000)))] for name, side in sides.items()
    }
    problem = find_problem(read(sheets), "amount_jumps")
    assert (problem.sheet, problem.cell) == ("รายได้ หลัง", "B13")


def test_a_whole_round_in_another_unit_and_a_year_beside_a_month_are_no_slips() -> None:
    rows = [[unit, before, 10 * before] for unit, before, _ in PEOPLE]
    tenfold = read({"รายได้": [["รหัส", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"], *rows]})
    assert "amount_jumps" not in codes(tenfold.problems)
    assert "amount_jumps" not in codes(read(_book(after="บาท/ปี")).problems)
