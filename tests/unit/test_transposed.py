"""A summary on its side is told of in a sentence that says how to turn it."""

from __future__ import annotations

from dictionary.load import describe, describe_question
from i18n import Language
from tests.build import codes, read

HEADER = ["รายการ", "จำนวนสมาชิก (คน)", "รายได้เฉลี่ย (บาท/เดือน)", "หนี้สินเฉลี่ย (บาท)", "ขยะรีไซเคิล (กก.)"]


def test_rows_that_are_rounds_are_told_of_with_what_to_do() -> None:
    reading = read({"สรุป": [HEADER, ["ก่อนโครงการ", 25, 3500, 45000, 120], ["หลังโครงการ", 32, 4800, 38000, 310]]})
    (problem,) = [one for one in reading.problems if one.code == "table_transposed"]
    assert "สลับแถวกับคอลัมน์" in describe(problem, Language.TH)
    (question,) = reading.questions
    assert "transpose" in describe_question(question, Language.EN)


def test_rows_that_are_indicators_are_not() -> None:
    reading = read({"สรุป": [HEADER, ["จำนวนสมาชิก", 25, 35, 3, 4], ["ขยะ", 32, 48, 3, 4]]})
    assert "table_transposed" not in codes(reading.problems)
