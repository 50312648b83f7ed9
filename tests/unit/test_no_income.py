"""A column that lists incomes, expenses and debts under one another: only the incomes are income."""

from __future__ import annotations

import pytest

from ingest import InputFile, Reading, read_files, read_mappings, write_mappings
from tests.build import Rows, build, find_problem, read, sums

KINDS = {"รายได้": 100, "รายจ่าย": 70, "หนี้สิน": 40}
PEOPLE = ["นางสมใจ ใจดี", "นายบุญมี มีสุข", "นางสาวดาว เรืองแสง"]
LONG: Rows = [
    ["ชื่อ-สกุล", "ปี", "รายการ", "จำนวนเงิน (บาท/เดือน)"],
    *(
        [name, year, kind, amount + year - 2565 + at]
        for at, name in enumerate(PEOPLE)
        for year in (2565, 2567)
        for kind, amount in KINDS.items()
    ),
]
WIDE: Rows = [
    ["ชื่อ-สกุล", "รายการ", "ก่อน (บาท/เดือน)", "หลัง (บาท/เดือน)"],
    *([name, kind, amount + at, amount + at + 2] for at, name in enumerate(PEOPLE) for kind, amount in KINDS.items()),
]


def _total(kind: str) -> dict[str, float]:
    return {"baseline": 3 * KINDS[kind] + 3.0, "endline": 3 * KINDS[kind] + 9.0}


def _by_name(reading: Reading) -> dict[str, str]:
    return {one.label.th: key for key, one in reading.indicators.items()}


@pytest.mark.parametrize("rows", [LONG, WIDE])
@pytest.mark.parametrize("sheet", ["บัญชีครัวเรือน", "รายได้"])
def test_expenses_and_debts_below_incomes_are_compared_by_themselves_and_said(rows: Rows, sheet: str) -> None:
    reading = read({sheet: rows})
    assert not reading.questions
    assert sums(reading, "member_income") == _total("รายได้")
    named = _by_name(reading)
    assert {kind: sums(reading, named[kind]) for kind in ("รายจ่าย", "หนี้สิน")} == {
        kind: _total(kind) for kind in ("รายจ่าย", "หนี้สิน")
    }
    assert find_problem(reading, "rows_without_income").found == "รายจ่าย, หนี้สิน"
    assert [(one.rows_read, one.rows_used) for one in reading.sheets] == [(len(rows) - 1, len(rows) - 1)]


def test_a_confirmed_sheet_counts_no_debt_as_income_either() -> None:
    file = InputFile("book.xlsx", build({"รายได้": LONG}))
    text = write_mappings([one.mapping for one in read_files([file]).previews])
    told = read_mappings("m.toml", text.encode())
    assert isinstance(told, tuple)
    again = read_files([file], mappings=told)
    assert sums(again, "member_income") == _total("รายได้")


def test_what_is_earned_by_spending_less_is_an_income_where_it_says_so() -> None:
    rows: Rows = [[*row[:1], "รายได้จากการลดรายจ่าย", *row[2:]] if row[1] == "รายจ่าย" else row for row in WIDE]
    reading = read({"รายได้": rows})
    assert sums(reading, "member_income")["baseline"] == 3 * (100 + 70) + 6
    assert find_problem(reading, "rows_without_income").found == "หนี้สิน"
