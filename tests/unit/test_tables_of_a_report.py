"""Several tables on one sheet, as reports have them: each is read for itself, and its title says what it measures."""

from __future__ import annotations

from tests.build import Rows, codes, find, read, sums

NAMES = ["นายสมชาย ใจดี", "นายวิชัย แสนสุข", "นางชูใจ พูลผล", "นายปิติ รักไทย", "นายวีระ กล้าหาญ", "นางมานี งามตา"]
BEFORE_AFTER = ["ที่", "ชื่อ-สกุล", "ก่อน", "หลัง"]
MEMBERS: Rows = [["รหัส", "ชื่อ-สกุล", "เพศ", "อายุ"], *([f"A{n}", name, "ชาย", 40] for n, name in enumerate(NAMES))]
INCOMES: Rows = [
    ["รหัส", "ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"],
    *([f"A{n}", name, 3000 + 100 * n, 3500] for n, name in enumerate(NAMES)),
]


def _count(first: int, last: int) -> Rows:
    return [BEFORE_AFTER, *([n + 1, name, first + n, last + n] for n, name in enumerate(NAMES))]


def test_a_further_table_under_a_title_begins_without_a_blank_row() -> None:
    reading = read({"รายงาน": [["1. ข้อมูลสมาชิก"], *MEMBERS, ["2. รายได้ของสมาชิก"], *INCOMES]})
    assert sums(reading, "member_income")["baseline"] == 6 * 3000 + 100 * (0 + 1 + 2 + 3 + 4 + 5)
    assert sums(reading, "members_active")["baseline"] == len(NAMES)  # the title of the second is nobody
    assert "duplicate_id" not in codes(reading.problems)


def test_a_further_table_begins_where_the_key_is_headed_again() -> None:
    reading = read({"รายงาน": [*MEMBERS, *INCOMES]})
    assert sums(reading, "member_income")["endline"] == 6 * 3500


def test_lists_known_by_name_are_parted_too() -> None:
    names = [row[1:] for row in MEMBERS]
    incomes = [row[1:] for row in INCOMES]
    reading = read({"รายงาน": [*names, [], ["ตารางที่ 2"], *incomes]})
    assert sums(reading, "members_active")["baseline"] == len(NAMES)
    assert sums(reading, "member_income")["endline"] == 6 * 3500


def test_numbered_titles_say_what_tables_of_before_and_after_measure() -> None:
    incomes = [["ตารางที่ 1 รายได้ของสมาชิก (บาท/เดือน)"], *_count(3000, 4000)]
    scores = [["ตารางที่ 2 คะแนนความรู้"], *_count(10, 15)]
    found = find({"รายงาน": [*incomes, [], *scores]})
    income = found.find("member_income")
    assert income is not None
    assert income.difference == 1000
    told = {one.indicator.label.th: one.difference for one in found.findings if one.indicator.key == "personal_1"}
    assert told == {"คะแนนความรู้": 5}


def test_the_next_page_of_a_list_is_no_further_table() -> None:
    more = [[f"B{n}", f"{name}วงศ์", "หญิง", 30] for n, name in enumerate(NAMES)]
    reading = read({"รายงาน": [*MEMBERS, MEMBERS[0], *more]})
    assert sums(reading, "members_active")["baseline"] == 2 * len(NAMES)


def test_a_member_on_two_tables_that_measure_other_things_is_no_repeat() -> None:
    first = [["ที่", "ชื่อ-สกุล", "น้ำหนัก ก่อน", "น้ำหนัก หลัง"], *_count(60, 58)[1:]]
    second = [["ที่", "ชื่อ-สกุล", "รอบเอว ก่อน", "รอบเอว หลัง"], *_count(90, 85)[1:]]
    reading = read({"ก": first, "ข": second})
    assert "duplicate_id" not in codes(reading.problems)
    assert sums(reading, "personal_2")["endline"] == 6 * 85 + 15
