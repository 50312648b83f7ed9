"""A list of partners with a header and no row: none before, or a sheet that nobody has filled in yet."""

from __future__ import annotations

import pytest

from tests.build import codes, find_problem, read, sums

HEAD: list[object] = ["ชื่อหน่วยงาน", "ภาคส่วน", "มูลค่าการสนับสนุน (บาท)"]
ROWS: list[list[object]] = [["อบต. ก", "องค์กรปกครองส่วนท้องถิ่น", 10_000], ["วิทยาลัย ข", "การศึกษา", 5_000]]


def test_an_empty_list_before_a_filled_one_counts_nobody_and_no_support_and_says_so() -> None:
    reading = read({"ภาคี ก่อน": [HEAD], "ภาคี หลัง": [HEAD, *ROWS]})
    assert sums(reading, "partners") == {"baseline": 0, "endline": 2}
    assert sums(reading, "partner_support") == {"baseline": 0, "endline": 15_000}
    assert find_problem(reading, "none_before").sheet == "ภาคี ก่อน"
    assert not {*codes(reading.problems)} & {"table_empty", "one_round_only"}
    assert all(sheet.rows_read == sheet.rows_used + sheet.rows_left_out for sheet in reading.sheets)


def test_a_list_of_years_counts_nobody_in_the_years_before_the_first_filled_one() -> None:
    sheets: dict[str, list[list[object]]] = {
        "ภาคี 2565": [HEAD],
        "ภาคี 2566": [HEAD],
        "ภาคี 2567": [HEAD, *ROWS],
        "ภาคี 2568": [HEAD],
    }
    assert sums(read(sheets), "partners") == {"y2565": 0, "y2566": 0, "y2567": 2}


def test_without_a_column_of_support_nothing_is_said_of_support() -> None:
    reading = read({"ภาคี ก่อน": [HEAD[:2]], "ภาคี หลัง": [HEAD, *ROWS]})
    assert sums(reading, "partner_support") == {"endline": 15_000}


@pytest.mark.parametrize(
    "sheets",
    [
        {"ภาคี ก่อน": [HEAD, *ROWS], "ภาคี หลัง": [HEAD]},  # not filled in yet
        {"ภาคี ก่อน": [HEAD], "ภาคี หลัง": [HEAD]},
        {"ภาคี หลัง": [HEAD, *ROWS]},  # not asked
        {"ภาคี ก่อน": [HEAD, ["รวม", None, 0]], "ภาคี หลัง": [HEAD, *ROWS]},
    ],
)
def test_a_list_that_is_not_there_or_not_of_an_earlier_round_or_not_blank_says_nothing(
    sheets: dict[str, list[list[object]]],
) -> None:
    assert "none_before" not in codes(read(sheets).problems)
