"""A member register with a status column says who was there before and after; words not known stay a warning."""

from __future__ import annotations

import pytest

from tests.build import Rows, codes, find_problem, read, sums, values


def register(header: str, *statuses: object) -> Rows:
    names = ("นางกมล ขันทอง", "นายจรัส ดีเลิศ", "นางนิภา ปานทอง", "นายมานะ สีหา", "นางยุพา วงษา", "นายวิชัย ทองคำ")
    rows = [[place + 1, name, status] for place, (name, status) in enumerate(zip(names, statuses, strict=False))]
    return [["ลำดับ", "ชื่อ-สกุล", header], *rows]


@pytest.mark.parametrize(
    ("header", "statuses"),
    [
        ("สถานะ", ("คงอยู่", "คงอยู่", "ลาออก", "เสียชีวิต", "ย้ายออก", "ใหม่")),
        ("สถานะ", ("สมาชิกเดิม", "สมาชิกเดิม", "ลาออกแล้ว", "ลาออก 15/3/66", "ย้ายออก (แต่งงาน)", "สมาชิกใหม่")),
        ("สถานภาพสมาชิก", ("ปกติ", "ปกติ", "พ้นสภาพ", "ถึงแก่กรรม", "ถอนตัว", "สมัครใหม่")),
        ("Status", ("active", "Active", "left", "deceased", "moved away", "new")),
        ("สถานะ", ("ประธาน", "สมาชิก", "ลาออก", "ลาออก", "ลาออก", "ใหม่")),
        ("หมายเหตุ", ("", "", "ลาออก", "เสียชีวิต", "ย้ายออก", "สมาชิกใหม่")),
    ],
)
def test_left_is_before_only_new_is_after_only_and_active_is_both(header: str, statuses: tuple[str, ...]) -> None:
    reading = read({"ทะเบียนสมาชิก": register(header, *statuses)})
    assert sums(reading, "members_active") == {"baseline": 5, "endline": 3}
    assert codes(reading.problems) == ["status_is_presence"]
    assert find_problem(reading, "status_is_presence").found == header


def test_the_note_names_the_words_of_each_status() -> None:
    reading = read({"สมาชิก": register("สถานะ", "คงอยู่", "คงอยู่", "ลาออก", "เสียชีวิต", "ใหม่")})
    note = find_problem(reading, "status_is_presence")
    assert (note.cell, note.allowed.th) == ("C1", "ลาออก: ลาออก 1, เสียชีวิต 1; ใหม่: ใหม่ 1; คงอยู่: คงอยู่ 2")
    assert [column.column for column in reading.sheets[0].columns] == [None, "name", "present"]


def test_a_word_that_is_not_known_is_said_and_counted_in_no_round() -> None:
    reading = read({"สมาชิก": register("สถานะ", "คงอยู่", "ลาออก", "รอพิจารณา")})
    assert find_problem(reading, "unknown_code").cell == "C4"
    assert sums(reading, "members_active") == {"baseline": 2, "endline": 1}


def test_where_no_word_of_the_column_is_known_the_warning_stays() -> None:
    reading = read({"สมาชิก": register("สถานะ", "โสด", "สมรส", "หม้าย")})
    assert "presence_not_stated" in codes(reading.problems)
    assert "status_is_presence" not in codes(reading.problems)


def test_a_blank_among_active_and_left_is_not_known() -> None:
    reading = read({"สมาชิก": register("สถานะ", "คงอยู่", "ลาออก", "")})
    assert find_problem(reading, "presence_unknown").cell == "C4"
    assert sums(reading, "members_active") == {"baseline": 2, "endline": 1}


def test_a_role_beside_no_status_stays_a_role() -> None:
    reading = read({"สมาชิก": register("สถานะ", "ประธาน", "สมาชิก", "สมาชิก")})
    assert [column.column for column in reading.sheets[0].columns] == [None, "name", "role"]


def test_dates_go_before_the_status_and_who_left_without_a_date_is_gone() -> None:
    head = ["รหัส", "วันที่เข้าร่วม", "วันที่ออก", "สถานะ"]
    rows = [["ก1", "1/2/2560", "", "คงอยู่"], ["ก2", "1/2/2560", "", "ลาออก"], ["ก3", "", "", "ใหม่"]]
    project = [["ข้อมูล", "ค่า"], ["วันที่สิ้นสุดรอบก่อน", "31/12/2562"], ["วันที่สิ้นสุดรอบหลัง", "31/12/2565"]]
    found = values(read({"โครงการ": project, "สมาชิก": [head, *rows]}), "members_active")
    assert {key: value for key, value in found.items() if key[0] == "ก2"}[("ก2", "endline")] == 0
    assert (found["ก3", "baseline"], found["ก3", "endline"]) == (0, 1)
    assert found["ก1", "endline"] == 1
