"""Headers as people ask and remember: questions, รายได้เดิม beside รายได้ใหม่, days, lists known by title."""

from __future__ import annotations

from typing import Any

import pytest

from dictionary.load import describe_question
from i18n import Language
from ingest import InputFile, read_files, read_mappings, write_mappings
from ingest.former import drop_former
from ingest.measure_names import name_measure
from tests.build import Rows, build, codes, read, sums, values

NAMES = ["นายเอก หนึ่ง", "นางโท สอง"]
AMOUNTS = [[1000, 1500], [2000, 2600]]


def _list(*headers: str) -> Rows:
    return [["ชื่อ-สกุล", *headers], *([name, *pair] for name, pair in zip(NAMES, AMOUNTS, strict=True))]


@pytest.mark.parametrize(
    "headers",
    [
        ("รายได้เดิม (บาท/เดือน)", "รายได้ปัจจุบัน (บาท/เดือน)"),
        ("รายได้เดิม (บาท/เดือน)", "รายได้ใหม่ (บาท/เดือน)"),
        ("รายได้ปีที่แล้ว (บาท/เดือน)", "รายได้หลังเข้าร่วม (บาท/เดือน)"),
        ("Previous income (THB/month)", "Income after (THB/month)"),
        ("1. ก่อนเข้าร่วมโครงการ ท่านมีรายได้ต่อเดือนเท่าไร", "2. หลังเข้าร่วมโครงการ ท่านมีรายได้ต่อเดือนเท่าไร"),
        ("รายได้เฉลี่ยของครัวเรือนก่อนเข้าร่วม (บาท/เดือน)", "รายได้เฉลี่ยของครัวเรือนหลังเข้าร่วม (บาท/เดือน)"),
    ],
)
def test_incomes_are_known_in_the_words_of_a_questionnaire(headers: tuple[str, str]) -> None:
    reading = read({"Sheet1": _list(*headers)})
    assert sums(reading, "member_income") == {"baseline": 1000 + 2000, "endline": 1500 + 2600}
    assert not reading.questions


def test_a_questionnaire_of_ratings_keeps_its_question_on_income_an_income() -> None:
    asked = ["ท่านมีความรู้ระดับใด", "ท่านมีรายได้ต่อเดือนเท่าไร"]
    head = [f"{n}. {said} {one}" for n, (said, one) in enumerate((s, a) for a in asked for s in ("ก่อนอบรม", "หลังอบรม"))]
    reading = read(
        {
            "การตอบแบบฟอร์ม 1": [
                ["ชื่อ-นามสกุล", *head],
                *([n, "น้อย", "มาก", *a] for n, a in zip(NAMES, AMOUNTS, strict=True)),
            ]
        }
    )
    assert sums(reading, "member_income") == {"baseline": 3000, "endline": 4100}
    assert sums(reading, "personal_1") == {"baseline": 2 + 2, "endline": 4 + 4}


def test_what_is_measured_has_one_name_before_and_now() -> None:
    reading = read({"Sheet1": _list("หนี้สินเดิม (บาท)", "หนี้สินปัจจุบัน (บาท)")})
    assert [one.label.th for one in reading.indicators.values()] == ["หนี้สิน"]
    dated = read({"Sheet1": _list("หนี้สิน ณ 30 ก.ย. 2562 (บาท)", "หนี้สิน ณ 30 ก.ย. 2565 (บาท)")})
    assert [one.label.th for one in dated.indicators.values()] == ["หนี้สิน"]
    assert drop_former("หนี้สิน นอกระบบ เดิม") == "หนี้สิน นอกระบบ"
    assert name_measure("น้ำหนัก 30/9/2562")[0] == "น้ำหนัก"
    assert name_measure("คะแนนพฤษภาคม")[0] == "คะแนนพฤษภาคม"


def test_a_word_for_what_was_says_no_round_without_its_twin() -> None:
    rows: list[list[Any]] = [["ชื่อ-สกุล", "อาชีพเดิม", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]]
    rows += [[name, "ทำนา", *pair] for name, pair in zip(NAMES, AMOUNTS, strict=True)]
    (sheet,) = read({"Sheet1": rows}).sheets
    assert next(one.round for one in sheet.columns if one.header == "อาชีพเดิม") is None


def test_a_column_of_no_round_beside_one_of_a_round_is_asked_about_and_the_mapping_answers() -> None:
    content = build({"Sheet1": _list("รายได้ทั่วไป (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)")})
    (question,) = read_files([InputFile("book.xlsx", content)]).questions
    assert "รายได้ทั่วไป" in describe_question(question, Language.TH)
    told = read_mappings("m.toml", question.mapping.replace('"?"', '"baseline"').encode())
    assert isinstance(told, tuple)
    reading = read_files([InputFile("book.xlsx", content)], mappings=told)
    assert sums(reading, "member_income") == {"baseline": 3000, "endline": 4100}


def test_a_title_tells_that_a_sheet_lists_partners_of_a_round() -> None:
    head = ["ที่", "หน่วยงาน", "ประเภท"]
    first = [["หน่วยงานที่สนับสนุนก่อนเริ่มโครงการ"], head, [1, "อบต.บึงบา", "ท้องถิ่น"]]
    second = [["หน่วยงานที่สนับสนุนหลังดำเนินโครงการ"], head, [1, "อบต.บึงบา", "ท้องถิ่น"], [2, "มทร.", "สถาบันการศึกษา"]]
    reading = read({"Sheet1": first, "Sheet2": second})
    assert values(reading, "partners") == {
        ("อบต.บึงบา", "baseline"): 1,
        ("อบต.บึงบา", "endline"): 1,
        ("มทร.", "endline"): 1,
    }
    assert not codes(reading.problems)


def test_the_mapping_of_incomes_with_answers_given_back_changes_nothing() -> None:
    head = ["ชื่อ-นามสกุล", "1. ก่อนอบรม ท่านมีความรู้ระดับใด", "2. หลังอบรม ท่านมีความรู้ระดับใด"]
    head += ["3. ก่อนอบรม ท่านมีรายได้ต่อเดือนเท่าไร", "4. หลังอบรม ท่านมีรายได้ต่อเดือนเท่าไร"]
    rows = [[name, "น้อย", "มาก", *pair] for name, pair in zip(NAMES, AMOUNTS, strict=True)]
    sheets = {"การตอบแบบฟอร์ม 1": [head, *rows]}
    first = read(sheets)
    kept = read_mappings("m.toml", write_mappings([first.previews[0].mapping]).encode())
    assert isinstance(kept, tuple)
    again = read_files([InputFile("book.xlsx", build(sheets))], mappings=kept)
    assert sums(first, "personal_1") == sums(again, "personal_1") == {"baseline": 2 + 2, "endline": 4 + 4}
    assert sums(first, "member_income") == sums(again, "member_income")


@pytest.mark.parametrize("name", ["หนี้สิน (บาท)", "ออมทรัพย์ (บาท)", "พื้นที่ปลูก (ไร่)", "คะแนนความรู้"])
@pytest.mark.parametrize("times", [("ก่อน", "หลัง"), ("ปี 2565", "ปี 2567")])
def test_what_else_is_measured_beside_incomes_is_compared_too(name: str, times: tuple[str, str]) -> None:
    head = ["ชื่อ-สกุล", *(f"{what} {time}" for what in ("รายได้ (บาท/เดือน)", name) for time in times)]
    rows = [[one, *pair, *(9 - at, 5 - at)] for at, (one, pair) in enumerate(zip(NAMES, AMOUNTS, strict=True))]
    reading = read({"รายได้": [head, *rows]})
    assert not reading.questions
    assert sums(reading, "member_income") == {"baseline": 1000 + 2000, "endline": 1500 + 2600}
    assert sums(reading, "personal_1") == {"baseline": 9 + 8, "endline": 5 + 4}
    assert name.startswith(reading.indicators["personal_1"].label.th)


def test_what_sheets_of_incomes_measure_each_in_its_year_is_compared_over_all() -> None:
    head = ["ชื่อ-สกุล", "รายได้ (บาท/เดือน)", "หนี้สิน (บาท)"]
    sheets: dict[str, Rows] = {
        f"รายได้ {year}": [head, *([one, 1000 + year, 9000 - year] for one in NAMES)] for year in (2565, 2566, 2567)
    }
    assert sums(read(sheets), "personal_1") == {f"y{year}": 2 * (9000 - year) for year in (2565, 2566, 2567)}
