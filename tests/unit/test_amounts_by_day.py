"""Daily and weekly amounts: nothing is made of them without the days worked, and that is what is asked and said."""

from __future__ import annotations

import pytest

from dictionary.load import describe, describe_question
from i18n import Language
from tests.build import Sheets, codes, find, read, sums

NAMES = ["นายสมชาย ใจดี", "นายวิชัย แสนสุข", "นางชูใจ พูลผล", "นายปิติ รักไทย", "นายวีระ กล้าหาญ", "นางมานี งามตา"]


def _sheet(unit: str) -> Sheets:
    header = ["ชื่อ-สกุล", f"รายได้ก่อน (บาท/{unit})", f"รายได้หลัง (บาท/{unit})"]
    return {"รายได้": [header, *([name, 300, 360] for name in NAMES)]}


@pytest.mark.parametrize("unit", ["วัน", "สัปดาห์", "ครั้ง", "ชั่วโมง"])
def test_amounts_of_a_day_are_not_known_and_it_is_said_what_to_do(unit: str) -> None:
    reading = read(_sheet(unit))
    assert sums(reading, "member_income") == {"baseline": 0.0, "endline": 0.0}  # sums of what is not known
    (problem,) = [one for one in reading.problems if one.code == "amount_by_day"]
    assert "คูณ" in describe(problem, Language.TH)
    assert "multiply" in describe(problem, Language.EN)
    (question,) = reading.questions
    assert question.code == "question.period_by_day"
    assert "per day" in describe_question(question, Language.EN)


def test_a_title_may_say_that_amounts_are_of_a_day() -> None:
    rows = [["รายได้ต่อวันของสมาชิก (บาท)"], ["ชื่อ-สกุล", "ก่อน", "หลัง"], *([name, 300, 360] for name in NAMES)]
    assert "amount_by_day" in codes(read({"รายได้": rows}).problems)


def test_amounts_of_a_quarter_are_those_of_three_months() -> None:
    finding = find(_sheet("ไตรมาส")).find("member_income")
    assert finding is not None
    assert (finding.baseline, finding.endline) == (300 / 3, 360 / 3)
    assert "amount_per_quarter" in codes(read(_sheet("ไตรมาส")).problems)


def test_a_report_of_every_quarter_does_not_say_what_its_amounts_are_of() -> None:
    rows = [["รายงานรายไตรมาส"], ["ชื่อ-สกุล", "รายได้ก่อน", "รายได้หลัง"], *([name, 300, 360] for name in NAMES)]
    assert "period_not_stated" in codes(read({"รายได้": rows}).problems)
