"""Numbers with a decimal comma in a text file: read where the file says so beyond doubt, else told and not known."""

from __future__ import annotations

import pytest

from ingest import InputFile, Reading, read_files
from tests.build import check, codes, values

HEAD = "รหัสสมาชิก;รายได้ก่อน (บาท/เดือน);รายได้หลัง (บาท/เดือน);ข้อที่ตอบ"


def read_text(*lines: str, head: str = HEAD) -> Reading:
    return check(read_files([InputFile("a.csv", "\n".join([head, *lines]).encode())]))


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_points_of_thousands_and_decimal_commas_are_read_and_said(sign: str) -> None:
    lines = ["M1;1.234,56;12.000;1,2,5", "M2;900,5;1.500,25;1,2", "M3;800;1.100;3"]
    reading = read_text(*(line.replace(";", sign) for line in lines), head=HEAD.replace(";", sign))
    assert values(reading, "member_income") == {
        ("M1", "baseline"): 1234.56,
        ("M1", "endline"): 12000,
        ("M2", "baseline"): 900.5,
        ("M2", "endline"): 1500.25,
        ("M3", "baseline"): 800,
        ("M3", "endline"): 1100,
    }
    assert codes(reading.problems).count("decimal_commas_read") == 1


@pytest.mark.parametrize(
    "lines",
    [
        ["M1;1.234;12.000;1", "M2;900,5;1.500;2"],
        ["M1;1.234,56;12,000.50;1", "M2;900,5;1.500,25;2"],
        ["M1;1.234,56;12.5;1", "M2;900,5;1.500,25;2"],
    ],
)
def test_where_the_file_does_not_say_so_nothing_is_guessed(lines: list[str]) -> None:
    reading = read_text(*lines)
    assert "decimal_commas_read" not in codes(reading.problems)
    assert values(reading, "member_income")["M2", "baseline"] is None


def test_a_column_of_several_answers_in_one_cell_stays_as_it_is() -> None:
    (sheet,) = read_text("M1;1.234,56;12.000;1,2,5", "M2;900,5;1.500,25;1,2").previews
    assert sheet.sheet.cells[1:, 3].tolist() == ["1,2,5", "1,2"]
