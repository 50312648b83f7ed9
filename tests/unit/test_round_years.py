"""A title that says the year of before or after dates that round: it is said, and what the user enters goes before."""

from __future__ import annotations

from datetime import date

import pytest

from dictionary.load import describe
from i18n import Language
from ingest import ProjectAnswers, Reading
from tests.build import Rows, codes, find_problem, read, read_many

HEAD = ["รหัสสมาชิก", "รายได้ (บาท/เดือน)"]
YEARS = [(date(2023, 1, 1), date(2023, 12, 31)), (date(2025, 1, 1), date(2025, 12, 31))]
UNKNOWN = [(None, None), (None, None)]


def _sheet(title: str, amount: int) -> Rows:
    return [[title], HEAD, *([f"M{n}", amount + n] for n in range(6))]


def _dates(reading: Reading) -> list[tuple[date | None, date | None]]:
    return [(one.start, one.end) for one in reading.rounds]


def test_titles_of_the_sheets_of_two_rounds_date_them_and_it_is_said() -> None:
    reading = read({"ก่อน": _sheet("รายได้สมาชิก ปี 2566", 100), "หลัง": _sheet("รายได้สมาชิก ปี 2568", 200)})
    assert [one.key for one in reading.rounds] == ["baseline", "endline"]
    assert _dates(reading) == YEARS
    said = describe(find_problem(reading, "rounds_from_titles"), Language.TH)
    assert "ปี 2566, ปี 2568" in said


def test_names_of_files_date_them_too() -> None:
    sheets = {name: {"รายได้": _sheet("รายได้", at)} for at, name in enumerate(("ก่อน 2566.xlsx", "หลัง 2568.xlsx"))}
    assert _dates(read_many(sheets)) == YEARS


@pytest.mark.parametrize(
    ("before", "after"),
    [("ปี 2568", "ปี 2566"), ("ปี 2566", "ปี 2566"), ("ปี 2566", "รายได้"), ("แผน 2566–2570", "ปี 2568")],
    ids=["turned round", "the same", "one alone", "several"],
)
def test_years_that_do_not_tell_the_rounds_apart_date_nothing(before: str, after: str) -> None:
    reading = read({"ก่อน": _sheet(before, 100), "หลัง": _sheet(after, 200)})
    assert _dates(reading) == UNKNOWN
    assert "rounds_from_titles" not in codes(reading.problems)


def test_what_the_user_enters_goes_before_the_titles() -> None:
    answers = ProjectAnswers(baseline_start=date(2022, 5, 1), baseline_end=date(2022, 5, 31))
    sheets = {"ก่อน": _sheet("ปี 2566", 100), "หลัง": _sheet("ปี 2568", 200)}
    assert _dates(read(sheets, answers))[0] == (date(2022, 5, 1), date(2022, 5, 31))
