"""What is wrong is said once, of what it is of, and of many names the first are listed."""

from __future__ import annotations

import pytest

from dictionary.load import describe, describe_question
from i18n import Language
from ingest.listing import list_some
from tests.build import Rows, codes, find_problem, read

NAMES = ["นางดวงใจ ชมภู", "นายมานะ ทาสี", "นายสมพร ปานทอง"]
HEAD = ["ที่", "ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
PEOPLE: Rows = [[n, name, 1000 + n, 1500] for n, name in enumerate(NAMES, 1)]


def test_a_sign_in_place_of_one_source_of_income_is_said_once() -> None:
    head = ["รหัสสมาชิก", *(f"รายได้{one} {when} (บาท/เดือน)" for when in ("ก่อน", "หลัง") for one in ("จากกลุ่ม", "อื่น"))]
    rows = [[f"M{n}", 100, 3, 200, 4] for n in range(6)]
    signed = read({"รายได้": [head, [*rows[0][:2], "-", *rows[0][3:]], *rows[1:]]})
    assert [one for one in codes(signed.problems) if one in {"nothing_in_words", "amount_gap"}] == ["nothing_in_words"]
    blank = read({"รายได้": [head, [*rows[0][:2], None, *rows[0][3:]], *rows[1:]]})
    assert find_problem(blank, "amount_gap").cell == "C2"


@pytest.mark.parametrize(
    "row",
    [
        [None, None, "ลงชื่อ ....................... ผู้รายงาน"],
        [None, None, "( นายใจดี มีสุข )"],
        [None, None, "ตำแหน่ง ประธานกลุ่ม"],
        ["ลงชื่อ ผู้สำรวจ", None, None, "วันที่ 3/3/2566"],
    ],
)
def test_a_line_to_sign_on_beside_the_names_is_nobody(row: Rows) -> None:
    reading = read({"รายได้": [HEAD, *PEOPLE, row]})
    assert "no_id" not in codes(reading.problems)
    assert [one.reason for one in reading.excluded] == ["note_row"]


def test_a_row_with_amounts_and_without_a_name_is_still_asked_for_one() -> None:
    reading = read({"รายได้": [[*HEAD, "ลายมือชื่อ"], *PEOPLE, [4, None, 900, 950, "ลงชื่อแล้ว"]]})
    assert "no_id" in codes(reading.problems)


def test_of_many_headers_the_first_are_listed_and_the_others_counted() -> None:
    numbers = [f"ตัวเลข{n}" for n in range(14)]
    head = ["รหัสสมาชิก", *numbers, *HEAD[2:]]
    problem = find_problem(
        read({"ข้อมูล": [head, *([f"M{n}", *range(n, 16 + n)] for n in range(8))]}), "numbers_not_used"
    )
    said = {language: describe(problem, language) for language in Language}
    assert "ตัวเลข4 และอีก 9" in said[Language.TH]
    assert "ตัวเลข4 and 9 more" in said[Language.EN]
    assert not any("ตัวเลข5" in one for one in said.values())


def test_one_more_than_is_listed_is_listed_too() -> None:
    assert list_some(["a", "b", "c"], 2) == "a, b, c"


def test_a_question_names_all_of_six_columns_of_which_one_is_meant() -> None:
    kinds = ("รายได้", "รายได้รวม", "รายได้สุทธิ")
    head = ["รหัสสมาชิก", *(f"{one}{when} (บาท/เดือน)" for when in ("ก่อน", "หลัง") for one in kinds)]
    rows = [[f"M{n}", 100 + n, 150 + 3 * n, 90 + 2 * n, 200 + n, 300 + 5 * n, 180 + n] for n in range(8)]
    (question,) = read({"รายได้": [head, *rows]}).questions
    for language in Language:
        assert all(one in describe_question(question, language) for one in head[1:])


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("header", ["รายได้", "รายได้จากกลุ่ม"])
def test_whether_amounts_are_of_a_month_or_a_year_is_asked_once(header: str, language: Language) -> None:
    rows = [["ชื่อ", f"{header} ปี 2563", f"{header} ปี 2566"], ["ยายสี", 42000, 60000], ["ลุงมา", 15000, 24000]]
    (question,) = read({"รายได้": rows}).questions
    asked = describe_question(question, language)
    assert asked.count({Language.TH: "เดือน", Language.EN: "month"}[language]) == 1
    assert asked.count({Language.TH: "หรือ", Language.EN: " or "}[language]) == 1
