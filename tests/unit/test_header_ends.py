"""Headers over two rows: no row of them is taken for data, and no column under a group is lost."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook

from ingest import InputFile, Reading, read_files
from ingest.periods import find_year
from tests.build import Rows, check, codes, find_problem, read, values

PRODUCTS: Rows = [
    ["รายได้ ต้นทุน กำไร แยกตามผลิตภัณฑ์ (บาท/เดือน)"],
    ["ผลิตภัณฑ์", "ก่อนโครงการ", None, None, "หลังโครงการ", None, None],
    [None, "รายได้", "ต้นทุน", "กำไร", "รายได้", "ต้นทุน", "กำไร"],
    ["กล้วยตาก", 20000, 12000, 8000, 32000, 17000, 15000],
    ["กล้วยฉาบ", 15000, 9000, 6000, 18000, 12500, 5500],
    ["น้ำกล้วย", 5000, 4500, 500, 4000, 4200, -200],
]
LEAVES = ["รายได้", "ต้นทุน", "กำไร"]
HTML = """<html><head><meta charset="utf-8"></head><body><table>
<tr><td colspan=5>แบบรายงานรายได้ครัวเรือนเป้าหมาย</td></tr>
<tr><th rowspan=2>ที่</th><th rowspan=2>หัวหน้าครัวเรือน</th><th rowspan=2>หมู่บ้าน</th><th colspan=2>รายได้ (บาท/ปี)</th>
</tr><tr><th>ก่อนโครงการ (ปี 2565)</th><th>หลังโครงการ (ปี 2567)</th></tr>
<tr><td>1</td><td>นายสมชาย ใจดี</td><td>หมู่ 1</td><td>12,000</td><td>24,000</td></tr>
<tr><td>2</td><td>นางมาลี มีสุข</td><td>หมู่ 2</td><td>36,000</td><td>36,000</td></tr></table></body></html>"""


def read_merged(rows: Rows, *blocks: str) -> Reading:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for block in blocks:
        sheet.merge_cells(block)
    stream = BytesIO()
    book.save(stream)
    return check(read_files([InputFile("book.xlsx", stream.getvalue())]))


def indicator_values(reading: Reading) -> dict[tuple[str, str], float]:
    rows = reading.observations
    return {(str(one["indicator"]), str(one["round"])): float(one["value"]) for one in rows.to_dict("records")}


def headers(reading: Reading) -> list[str]:
    return [column.header for column in reading.sheets[0].columns]


def test_the_names_below_merged_groups_are_part_of_the_header() -> None:
    reading = read_merged(PRODUCTS, "A1:G1", "A2:A3", "B2:D2", "E2:G2")
    groups = [f"{group} {leaf}" for group in ("ก่อนโครงการ", "หลังโครงการ") for leaf in LEAVES]
    assert {*headers(reading)} == {"ผลิตภัณฑ์", *groups}
    assert reading.sheets[0].header_row == 3
    assert "not_a_number" not in codes(reading.problems)


def test_incomes_costs_and_profits_of_products_are_an_indicator_each_and_no_people() -> None:
    reading = read_merged([*PRODUCTS, ["รวม", 40000, 25500, 14500, 54000, 33700, 20300]], "A2:A3", "B2:D2", "E2:G2")
    named = {reading.indicators[key[0]].label.th: key for key in indicator_values(reading)}
    assert len(named) == len(LEAVES) * 3
    found = indicator_values(reading)
    key = next(key for key, one in reading.indicators.items() if one.label.th == "กำไร: น้ำกล้วย")
    assert (found[key, "baseline"], found[key, "endline"]) == (500, -200)
    assert {one.unit for one in reading.indicators.values()} == {"thb_per_month"}
    assert [one.reason for one in reading.excluded] == ["total_row"]
    assert "rows_as_people" not in codes(reading.problems)


def test_a_column_of_numbers_beside_names_by_years_is_listed_and_said() -> None:
    rows: Rows = [["ตำบล", 2565, 2567, "ระยะทาง"], ["หนองบัว", 10, 12, 5], ["โนนสูง", 20, 25, 7], ["บ้านดง", 8, 9, 3]]
    reading = read({"ข้อมูล": rows})
    assert [column.header for column in reading.sheets[0].columns] == ["ตำบล", "2565", "2567", "ระยะทาง"]
    assert find_problem(reading, "numbers_not_used").found == "ระยะทาง"


def test_a_year_before_the_word_for_income_is_a_year() -> None:
    assert find_year("ปี 2565 รายได้") == "y2565"
    assert find_year("2565 ราย") is None


def test_groups_that_are_not_merged_are_known_by_the_numbers_below_their_names() -> None:
    assert headers(read({"ข้อมูล": PRODUCTS})) == headers(read_merged(PRODUCTS, "A2:A3", "B2:D2", "E2:G2"))


def test_a_merged_name_above_two_columns_of_texts_does_not_make_the_first_row_a_header() -> None:
    rows: Rows = [
        ["ชื่อ-สกุล", None, "เพศ", "หมู่บ้าน"],
        ["นายสมชาย", "ใจดี", "ชาย", "หมู่ 1"],
        ["นางมาลี", "มีสุข", "หญิง", "หมู่ 2"],
    ]
    assert read_merged(rows, "A1:B1").sheets[0].header_row == 1


def test_a_header_of_two_rows_in_a_table_of_html_is_read_with_the_names_that_span_both() -> None:
    reading = check(read_files([InputFile("report.xls", HTML.encode())]))
    assert [column.cell for column in reading.sheets[0].columns] == ["A3", "B3", "C3", "D3", "E3"]
    assert "rows_as_people" not in codes(reading.problems)
    found = values(reading, "member_income")
    assert sorted(value for value in found.values() if value) == [1000, 2000, 3000, 3000]


def test_the_years_beside_before_and_after_date_the_rounds() -> None:
    head = ["รหัสสมาชิก", "รายได้ก่อนโครงการ ปี 2565 (บาท/เดือน)", "รายได้หลังโครงการ ปี 2567 (บาท/เดือน)"]
    reading = read({"รายได้": [head, ["M1", 100, 150], ["M2", 50, 70]]})
    assert [(one.key, one.start and one.start.year, one.end and one.end.year) for one in reading.rounds] == [
        ("baseline", 2022, 2022),
        ("endline", 2024, 2024),
    ]


def test_dates_of_somebody_without_an_id_are_no_part_of_the_header() -> None:
    rows = [["รหัสสมาชิก", "เพศ", "วันที่เข้าร่วม", "วันที่ออก"], [None, "", "1/3/2562", "1/3/2563"]]
    (sheet,) = read({"สมาชิก": rows}).sheets
    assert (sheet.header_row, sheet.rows_read) == (1, 1)
