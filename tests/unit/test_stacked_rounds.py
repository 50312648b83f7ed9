"""Two rounds one under another, with the header again and no blank row between: each is its own round."""

from __future__ import annotations

import pytest

from tests.build import Rows, codes, read, sums, values

HEAD = ["ที่", "ชื่อ-สกุล", "รายได้ (บาท/เดือน)"]
NAMES = ["นางดวงใจ ชมภู", "นายมานะ ทาสี", "นายสมพร ปานทอง", "นางลัดดา สีหา"]
BEFORE, AFTER = [3000, 4000, 4400, 5000], [3500, 4100, 4500, 5600]


def rows(amounts: list[int]) -> Rows:
    return [[place + 1, name, amount] for place, (name, amount) in enumerate(zip(NAMES, amounts, strict=True))]


def total(amounts: list[int]) -> Rows:
    return [["รวม", None, sum(amounts)]]


@pytest.mark.parametrize("sheet", ["Sheet1", "รายได้"])
@pytest.mark.parametrize("gap", [[], [[]]], ids=["no gap", "a blank row"])
@pytest.mark.parametrize(
    "titles", [("รายได้สมาชิก ปี 2565", "รายได้สมาชิก ปี 2566"), ("ก่อนโครงการ", "หลังโครงการ")], ids=["years", "words"]
)
def test_titles_say_the_round_of_each(titles: tuple[str, str], gap: Rows, sheet: str) -> None:
    first: Rows = [[titles[0]], HEAD, *rows(BEFORE), *total(BEFORE)]
    reading = read({sheet: [*first, *gap, [titles[1]], HEAD, *rows(AFTER), *total(AFTER)]})
    assert sums(reading, "member_income") == {"baseline": sum(BEFORE), "endline": sum(AFTER)}
    assert len(values(reading, "member_income")) == 2 * len(NAMES)


def test_headers_say_the_round_of_each() -> None:
    first, second = ([*HEAD[:2], f"รายได้ ปี {year} (บาท/เดือน)"] for year in (2565, 2566))
    reading = read({"Sheet1": [first, *rows(BEFORE), second, *rows(AFTER)]})
    assert sums(reading, "member_income") == {"baseline": sum(BEFORE), "endline": sum(AFTER)}


def test_the_header_of_the_next_page_is_of_the_same_round() -> None:
    before, after = ["รายได้สมาชิก ปี 2565"], ["รายได้สมาชิก ปี 2566"]
    pages = [(before, rows(BEFORE)[:2]), (before, rows(BEFORE)[2:]), (after, rows(AFTER)[:2]), (after, rows(AFTER)[2:])]
    reading = read({"Sheet1": [row for title, page in pages for row in (title, HEAD, *page)]})
    assert sums(reading, "member_income") == {"baseline": sum(BEFORE), "endline": sum(AFTER)}


def test_figures_of_a_summary_stand_under_the_title_of_their_year() -> None:
    head = ["ตัวชี้วัด", "หน่วย", "ค่า"]
    first: Rows = [["ปี 2565"], head, ["จำนวนสมาชิก", "คน", 10], ["ยอดขาย", "บาท", 1500]]
    reading = read({"สรุป": [*first, ["ปี 2566"], head, ["จำนวนสมาชิก", "คน", 12], ["ยอดขาย", "บาท", 2500]]})
    assert sums(reading, "group_sales") == {"baseline": 1500, "endline": 2500}


def test_people_under_titles_of_two_sheets_are_no_indicators() -> None:
    reading = read({"Sheet1": [["ปี 2565"], HEAD, *rows(BEFORE)], "Sheet2": [["ปี 2566"], HEAD, *rows(AFTER)]})
    assert sums(reading, "member_income") == {"baseline": sum(BEFORE), "endline": sum(AFTER)}
    assert "name_table" not in codes(reading.problems)
