"""Two columns of one meaning and one round: the first is no better than the second, so it is asked."""

from __future__ import annotations

from typing import Any

from ingest import InputFile, read_files, read_mappings
from tests.build import build, read, sums, values

HEAD = ["ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", "รายได้สุทธิก่อน (บาท/เดือน)"]
HEAD += ["รายได้หลัง (บาท/เดือน)", "รายได้สุทธิหลัง (บาท/เดือน)"]
ROWS: list[list[Any]] = [["นางกมล ขันทอง", 3000, 2000, 3500, 2600], ["นายจรัส ดีเลิศ", 4000, 3000, 4100, 3300]]


def test_which_income_is_meant_is_asked_for_every_round() -> None:
    (question,) = read({"รายได้": [HEAD, *ROWS]}).questions
    assert question.code == "question.which_of_several"
    assert question.mapping.count('column = "?"') == 4


def test_the_answer_is_what_is_compared() -> None:
    content = build({"รายได้": [HEAD, *ROWS]})
    (question,) = read_files([InputFile("a.xlsx", content)]).questions
    text = question.mapping
    for column in ("", "amount", "", "amount"):
        text = text.replace('column = "?"', f'column = "{column}"', 1)
    mappings = read_mappings("m.toml", text.encode())
    assert isinstance(mappings, tuple)
    reading = read_files([InputFile("a.xlsx", content)], mappings=mappings)
    assert [*values(reading, "member_income").values()] == [2000, 3000, 2600, 3300]
    assert not reading.questions


def test_a_copy_of_a_column_leaves_nothing_to_ask() -> None:
    rows = [[name, one, one, two, two] for name, one, _, two, _ in ROWS]
    assert not read({"รายได้": [HEAD, *rows]}).questions


SOURCES = [
    ["ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", None, None, "รายได้หลัง (บาท/เดือน)", None, None],
    [None, "ทำนา", "รับจ้าง", "ทอผ้า", "ทำนา", "รับจ้าง", "ทอผ้า"],
]
BY_SOURCE: list[list[Any]] = [["นางกมล ขันทอง", 1000, 500, 0, 1100, 400, 900], ["นายจรัส ดีเลิศ", 900, 60, 5, 950, 70, 80]]


def test_sources_under_one_header_of_income_are_asked_about_and_added_up() -> None:
    content = build({"รายได้": [*SOURCES, *BY_SOURCE]})
    (question,) = read_files([InputFile("a.xlsx", content)]).questions
    assert question.code == "question.which_of_several"
    assert question.mapping.count('column = "?"') == 6
    mappings = read_mappings("m.toml", question.mapping.replace('column = "?"', 'column = "amount"').encode())
    assert isinstance(mappings, tuple)
    reading = read_files([InputFile("a.xlsx", content)], mappings=mappings)
    assert sums(reading, "member_income") == {
        "baseline": 1000 + 500 + 0 + 900 + 60 + 5,
        "endline": 1100 + 400 + 900 + 950 + 70 + 80,
    }


def test_amounts_a_month_and_the_same_a_year_leave_nothing_to_ask() -> None:
    head = [["ชื่อ-สกุล", "รายได้ก่อน", None, "รายได้หลัง", None]]
    head += [[None, "บาท/เดือน", "บาท/ปี", "บาท/เดือน", "บาท/ปี"]]
    same = read(
        {"รายได้": [*head, ["นายดำ รักดี", 1000, "12,000", 1500, 18000], ["นางขาว ใจดี", 2000, 24000, 2200, 26400]]}
    )
    assert not same.questions
    assert sums(same, "member_income") == {"baseline": 3000, "endline": 3700}
    other = read({"รายได้": [*head, ["นายดำ รักดี", 1000, 9000, 1500, 18000], ["นางขาว ใจดี", 2000, 24000, 2200, 26400]]})
    assert [one.code for one in other.questions] == ["question.which_of_several"]
