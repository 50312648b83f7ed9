"""Ids that begin again on every sheet where nothing names anybody: other people on each, and never a sum in silence."""

from __future__ import annotations

from tests.build import Rows, codes, find_problem, read, read_many, sums, values

HEAD = ["รหัส", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
ONE: Rows = [HEAD, [1, 3000, 3500], [2, 4000, 4100], [3, 4400, 4500]]
TWO: Rows = [HEAD, [1, 5000, 5200], [2, 6000, 6900], [3, 6100, 7000]]


def known(found: dict[tuple[str, ...], float | None], wave: str) -> list[float]:
    return sorted(value for key, value in found.items() if key[-1] == wave and value is not None)


def test_people_of_two_village_sheets_with_the_same_numbers_are_six() -> None:
    reading = read({"หมู่ 1": ONE, "หมู่ 2": TWO})
    assert known(values(reading, "member_income"), "baseline") == [3000, 4000, 4400, 5000, 6000, 6100]
    said = find_problem(reading, "ids_begin_again")
    assert (said.found, said.allowed.th) == ("6", "“หมู่ 1”, “หมู่ 2”")
    assert "duplicate_income" not in codes(reading.problems)


def test_people_of_the_files_of_two_groups_with_the_same_numbers_are_six() -> None:
    reading = read_many({"กลุ่มทอผ้า.xlsx": {"รายได้": ONE}, "กลุ่มจักสาน.xlsx": {"รายได้": TWO}})
    assert len(known(values(reading, "member_income"), "endline")) == 6


def test_sheets_of_each_village_and_round_meet_by_village() -> None:
    def sheet(*amounts: int) -> Rows:
        return [["รหัส", "รายได้ (บาท/เดือน)"], *([place + 1, one] for place, one in enumerate(amounts))]

    names = ("หมู่ 1 ก่อน", "หมู่ 2 ก่อน", "หมู่ 1 หลัง", "หมู่ 2 หลัง")
    amounts = ((3000, 4000), (5000, 6000), (3500, 4100), (5200, 6900))
    found = values(read({name: sheet(*some) for name, some in zip(names, amounts, strict=True)}), "member_income")
    pairs = {(found[key], found[key[0], "endline"]) for key in found if key[1] == "baseline"}
    assert pairs == {(3000, 3500), (4000, 4100), (5000, 5200), (6000, 6900)}


def test_members_of_two_village_sheets_are_not_left_out_as_repeated() -> None:
    head = ["รหัสสมาชิก", "เพศ", "ปีเกิด", "สถานะ"]
    one = [head, [1, "หญิง", 2510, "คงอยู่"], [2, "ชาย", 2511, "ลาออก"]]
    two = [head, [1, "ชาย", 2520, "คงอยู่"], [2, "หญิง", 2521, "ใหม่"]]
    reading = read({"สมาชิก หมู่ 1": one, "สมาชิก หมู่ 2": two})
    assert sums(reading, "members_active") == {"baseline": 3, "endline": 3}
    assert "duplicate_id" not in codes(reading.problems)


def test_ids_of_the_group_beside_another_sex_are_of_other_people() -> None:
    head = ["รหัส", "เพศ", *HEAD[1:]]
    one = [head, ["ก1", "หญิง", 3000, 3500], ["ก2", "ชาย", 4000, 4100]]
    two = [head, ["ก1", "ชาย", 5000, 5200], ["ก2", "หญิง", 6000, 6900]]
    assert len(known(values(read({"หมู่ 1": one, "หมู่ 2": two}), "member_income"), "baseline")) == 4


def test_one_member_list_with_all_the_ids_makes_them_the_same_people() -> None:
    members = [["รหัสสมาชิก", "เพศ"], [1, "หญิง"], [2, "ชาย"], [3, "ชาย"]]
    reading = read({"สมาชิก": members, "รายได้ 1": ONE, "รายได้ 2": TWO})
    assert {key[0] for key in values(reading, "member_income")} == {"1", "2", "3"}


def test_one_member_list_with_names_makes_them_the_same_people() -> None:
    members = [["รหัสสมาชิก", "ชื่อ-สกุล"], [1, "นางดวงใจ ชมภู"], [2, "นายมานะ ทาสี"], [3, "นายสมพร ปานทอง"]]
    reading = read({"สมาชิก": members, "รายได้ 1": ONE, "รายได้ 2": TWO})
    assert {key[0] for key in values(reading, "member_income")} == {"1", "2", "3"}
    assert "unknown_member" not in codes(reading.problems)


def test_incomes_of_two_kinds_are_of_the_same_people() -> None:
    reading = read({"รายได้ทอผ้า": ONE, "รายได้ค้าขาย": TWO})
    assert {key[0] for key in values(reading, "member_income")} == {"1", "2", "3"}
    assert sums(reading, "member_income") == {"baseline": 28500, "endline": 31200}
    assert codes(reading.problems).count("duplicate_income") == 3


def test_a_list_entered_twice_is_no_list_of_other_people() -> None:
    reading = read({"หมู่ 1": ONE, "สำเนา": ONE})
    assert len(known(values(reading, "member_income"), "baseline")) == 3


def test_incomes_named_by_their_village_are_of_other_people() -> None:
    reading = read({"รายได้ บ้านโนน": ONE, "รายได้ บ้านหนอง": TWO})
    assert len(known(values(reading, "member_income"), "baseline")) == 6
