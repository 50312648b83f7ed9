"""A table with several rows of each person that tells no round: asked about, and never a list of members."""

from __future__ import annotations

from tests.build import Rows, codes, read, sums

SEASONS: Rows = [
    ["id", "status", "seed", "output"],
    *([100 + n // 3, "owner", 40 + n, 900 + n] for n in range(12)),
]


def test_several_rows_of_each_person_without_a_round_are_asked_about() -> None:
    reading = read({"farms": SEASONS})
    assert [one.code for one in reading.questions] == ["question.people_repeat"]
    (sheet,) = reading.sheets
    assert (sheet.rows_read, sheet.rows_used, sheet.reason) == (12, 0, "person_repeats")
    assert "duplicate_id" not in codes(reading.problems)


def test_a_person_twice_on_a_list_is_a_mistake_on_one_row() -> None:
    people = [["รหัสสมาชิก", "เพศ"], *([n, "หญิง"] for n in range(1, 9)), [3, "หญิง"]]
    reading = read({"สมาชิก": people})
    assert not reading.questions
    assert codes(reading.problems).count("duplicate_id") == 1


def test_several_sources_of_income_of_each_person_are_not_asked_about() -> None:
    head = ["รหัสสมาชิก", "เพศ", "แหล่งรายได้", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
    rows = [[1 + n // 3, "หญิง", f"แหล่ง {n % 3}", 100, 120] for n in range(12)]
    reading = read({"สมาชิกและรายได้": [head, *rows]})
    assert not reading.questions
    assert sums(reading, "member_income") == {"baseline": 1200, "endline": 1440}
