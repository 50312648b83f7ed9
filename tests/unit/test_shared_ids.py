"""Ids that begin again on every sheet: people of other names are other people, not one with several incomes."""

from __future__ import annotations

from tests.build import codes, find_problem, read, values

HEAD = ["รหัส", "ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
ONE = [HEAD, [1, "นางกมล ขันทอง", 3000, 3500], [2, "นายจรัส ดีเลิศ", 4000, 4100]]


def test_people_of_two_villages_with_the_same_numbers_are_four() -> None:
    two = [HEAD, [1, "นางนิภา ปานทอง", 5000, 5200], [2, "นายมานะ สีหา", 6000, 6900]]
    reading = read({"หมู่ 1": ONE, "หมู่ 2": two})
    found = values(reading, "member_income")
    assert sorted(value for key, value in found.items() if key[-1] == "baseline" and value) == [3000, 4000, 5000, 6000]
    assert find_problem(reading, "id_of_several").found == "4"
    assert "duplicate_income" not in codes(reading.problems)


def test_the_same_people_on_two_sheets_of_income_keep_their_ids() -> None:
    two = [HEAD, [1, "กมล  ขันทอง", 500, 600], [2, "นายจรัส ดีเลิส", 700, 800]]
    reading = read({"รายได้ ทอผ้า": ONE, "รายได้ ค้าขาย": two})
    assert {key[0] for key in values(reading, "member_income")} == {"1", "2"}
    assert "id_of_several" not in codes(reading.problems)


def test_a_family_name_that_changed_between_the_rounds_keeps_its_id() -> None:
    head = ["รหัส", "ชื่อ-สกุล", "รายได้ต่อเดือน"]
    reading = read({"ก่อน": [head, [1, "น.ส.กมล ขันทอง", 3000]], "หลัง": [head, [1, "นางกมล ศรีวิไลรัตนกุล", 3500]]})
    assert {key[0] for key in values(reading, "member_income")} == {"1"}


def test_the_people_of_one_household_on_a_list_keep_its_id() -> None:
    rows = [HEAD, ["บ1", "นางกมล ขันทอง", 3000, 3500], ["บ1", "นายมานะ สีหา", 1000, 1500], ["บ2", "นายยุพา วงษา", 1, 2]]
    assert {key[0] for key in values(read({"รายได้": rows}), "member_income")} == {"บ1", "บ2"}
