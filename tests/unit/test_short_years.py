"""Years of two digits in headers are asked about, column by column, and the answer is enough."""

from __future__ import annotations

import pytest

from ingest import InputFile, read_files, read_mappings
from tests.build import Rows, build, check, codes, read, sums

NAMES = ["นายสมชาย ใจดี", "นายวิชัย แสนสุข", "นางชูใจ พูลผล", "นายปิติ รักไทย", "นายวีระ กล้าหาญ", "นางมานี งามตา"]
ROWS: Rows = [[name, 36000, 48000, 60000] for name in NAMES]
TWO_ROWS: Rows = [["ชื่อ-สกุล", "รายได้ (บาท/ปี)", None, None], [None, "ปีงบ 64", "ปีงบ 65", "ปีงบ 66"]]
ONE_ROW: Rows = [["ชื่อ-สกุล", *(f"รายได้ต่อปี (บาท) ปี {year}" for year in (64, 65, 66))]]


@pytest.mark.parametrize("header", [TWO_ROWS, ONE_ROW])
def test_each_column_of_a_short_year_is_asked_about_and_answered(header: Rows) -> None:
    sheets = {"รายได้": [*header, *ROWS]}
    reading = read(sheets)
    assert codes(reading.problems).count("year_of_two_digits") == 3
    (question,) = reading.questions
    assert question.code == "question.short_years"
    assert question.mapping.count('round = "?"') == 3
    text = question.mapping
    for year in (2564, 2565, 2566):
        text = text.replace('round = "?"', f'round = "y{year}"', 1)
    mappings = read_mappings("m.toml", text.encode())
    assert isinstance(mappings, tuple)
    told = check(read_files([InputFile("book.xlsx", build(sheets))], mappings=mappings))
    assert sums(told, "member_income") == {"y2564": 6 * 3000.0, "y2565": 6 * 4000.0, "y2566": 6 * 5000.0}
