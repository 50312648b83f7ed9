"""Headers over two rows: no row of them is taken for data, and no column under a group is lost."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook

from ingest import InputFile, Reading, read_files
from tests.build import Rows, check, codes, read, values

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


def headers(reading: Reading) -> list[str]:
    return [column.header for column in reading.sheets[0].columns]


def test_the_names_below_merged_groups_are_part_of_the_header() -> None:
    reading = read_merged(PRODUCTS, "A1:G1", "A2:A3", "B2:D2", "E2:G2")
    assert headers(reading) == [
        "ผลิตภัณฑ์",
        *(f"ก่อนโครงการ {leaf}" for leaf in LEAVES),
        *(f"หลังโครงการ {leaf}" for leaf in LEAVES),
    ]
    assert reading.sheets[0].header_row == 3
    assert "not_a_number" not in codes(reading.problems)


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
