"""A table of known values, written as people write tables, reads back to the same values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from dictionary.load import severity
from dictionary.nouns import Severity
from ingest import InputFile, Reading, read_files
from tests.build import check, values

Row = list[Any]
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
TITLES = ["แบบเก็บข้อมูลรายได้ของสมาชิกกลุ่ม", "วิสาหกิจชุมชนบ้านตัวอย่าง", "ข้อมูลสมมติ เพื่อทดสอบ"]
NOTES = ["หมายเหตุ: ข้อมูลจากการสัมภาษณ์", "ที่มา: กลุ่ม", "ข้อมูล ณ วันที่ 4/6/2566"]
TOTALS = ["รวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "ผลรวม", "Total", "Grand total"]
IDS, SOURCE, BEFORE, AFTER, PERIOD = "id", "source", "before", "after", "period"
HEADERS = {
    IDS: ["รหัสสมาชิก", "รหัส\nสมาชิก", " Member ID", "รหัสสมาชิิก"],
    SOURCE: ["แหล่งรายได้", "แหล่ง\nรายได้ ", "แหล่งรายได้้"],
    BEFORE: ["รายได้ก่อน", "รายได้ ก่อนดำเนินการ", "Income before", "รายได้ปี 2562"],
    AFTER: ["รายได้หลัง", "รายได้ หลังดำเนินการ", "Income after", "รายได้ปี ๒๕๖๔"],
    PERIOD: ["ต่อเดือนหรือต่อปี", "เดือน/ปี"],
}
LEAVES = [("ก่อน", "หลัง"), ("ปีฐาน", "ปัจจุบัน"), (2562, 2564), ("2562", 2564), ("ปีงบประมาณ 2562", "ปีงบประมาณ 2564")]
STYLES = st.sampled_from(["number", "text", "comma", "baht", "thai", "thousands"])


@dataclass(frozen=True)
class Mess:
    """How a table is written."""

    order: Sequence[str]
    header_rows: int
    headers: dict[str, int]
    leaves: int
    merged: bool
    titles: int
    notes: int
    gaps: Sequence[int]
    spacer: int | None
    total: str | None


@st.composite
def messes(draw: st.DrawFn) -> Mess:
    wording = draw(st.integers(0, 3))
    return Mess(
        order=[IDS, *draw(st.permutations([SOURCE, BEFORE, AFTER, PERIOD]))],
        header_rows=draw(st.sampled_from([1, 2, 3])),
        headers={
            IDS: draw(st.integers(0, 3)),
            SOURCE: draw(st.integers(0, 2)),
            BEFORE: wording,
            AFTER: wording,
            PERIOD: draw(st.integers(0, 1)),
        },
        leaves=draw(st.integers(0, len(LEAVES) - 1)),
        merged=draw(st.booleans()),
        titles=draw(st.integers(0, len(TITLES))),
        notes=draw(st.integers(0, len(NOTES))),
        gaps=draw(st.lists(st.integers(0, 5), max_size=3)),
        spacer=draw(st.sampled_from([None, 1, 3])),
        total=draw(st.sampled_from([None, *TOTALS])),
    )


def write_amount(amount: int, style: str) -> object:
    """The amount as a number, or as one of the texts that people type."""
    comma = f"{amount:,}"
    texts = {"text": str(amount), "comma": f" {comma} ", "baht": f"{comma} บาท", "thai": comma.translate(THAI)}
    return f"{amount / 1000:g} พัน" if style == "thousands" and amount % 10 == 0 else texts.get(style, amount)


def lay_out(amounts: list[tuple[int, int, str]], mess: Mess) -> tuple[list[Row], list[tuple[int, int, int, int]]]:
    """The rows of the sheet and its merged blocks (1-based first row and column, last row and column)."""
    order = [*mess.order]
    if mess.header_rows > 1:  # a group stands over neighbours
        order.remove(AFTER)
        order.insert(order.index(BEFORE) + 1, AFTER)
    if mess.spacer is not None:
        order.insert(mess.spacer if mess.header_rows == 1 else 1, "")
    top = mess.titles + 1
    head, merges = _write_headers(order, mess, top + 1)
    body = [_write_row(order, number, amount) for number, amount in enumerate(amounts)]
    for gap in sorted({min(gap, len(body)) for gap in mess.gaps}, reverse=True):
        body.insert(gap, [None])
    if mess.total:
        sums = {IDS: mess.total, BEFORE: sum(a for a, _, _ in amounts), AFTER: sum(b for _, b, _ in amounts)}
        body.append([sums.get(key) for key in order])
    titles = [[title] for title in TITLES[: mess.titles]]
    notes = [[], *([note] for note in NOTES[: mess.notes])]
    return [*titles, [], *head, *body, *notes], merges


def _write_headers(order: list[str], mess: Mess, first: int) -> tuple[list[Row], list[tuple[int, int, int, int]]]:
    if mess.header_rows == 1:
        return [[HEADERS[key][mess.headers[key]] if key else None for key in order]], []
    before, after = LEAVES[mess.leaves]
    rows: list[Row] = [[None] * len(order) for _ in range(mess.header_rows)]
    place = order.index(BEFORE)
    for column, key in enumerate(order):
        if key and key not in {BEFORE, AFTER}:
            rows[0][column] = HEADERS[key][mess.headers[key]]
    rows[0][place] = "รายได้ของสมาชิก" if mess.header_rows == 3 else "รายได้"
    rows[-2][place] = rows[-2][place] or "รายได้"
    rows[-1][place], rows[-1][place + 1] = before, after
    blocks = [(first + row, place + 1, first + row, place + 2) for row in range(mess.header_rows - 1)]
    tall = [
        (first, column + 1, first + mess.header_rows - 1, column + 1)
        for column, key in enumerate(order)
        if key and key not in {BEFORE, AFTER}
    ]
    return rows, [*blocks, *tall] if mess.merged else []


def _write_row(order: list[str], number: int, amount: tuple[int, int, str]) -> Row:
    before, after, style = amount
    cells = {
        IDS: f"M{number + 1}",
        SOURCE: "ทอผ้า",
        BEFORE: write_amount(before, style),
        AFTER: write_amount(after, style),
        PERIOD: "เดือน",
    }
    return [cells.get(key) for key in order]


def read_mess(rows: list[Row], merges: list[tuple[int, int, int, int]]) -> Reading:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "รายได้"
    for row in rows:
        sheet.append(row)
    for first, left, last, right in merges:
        sheet.merge_cells(start_row=first, start_column=left, end_row=last, end_column=right)
    stream = BytesIO()
    book.save(stream)
    return check(read_files([InputFile("book.xlsx", stream.getvalue())]))


@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), STYLES), min_size=2, max_size=7),
    messes(),
)
@settings(max_examples=150, deadline=None)
def test_known_values_come_back_from_any_mess(amounts: list[tuple[int, int, str]], mess: Mess) -> None:
    reading = read_mess(*lay_out(amounts, mess))
    expected = {
        (f"M{number + 1}", key): float(amount[place])
        for number, amount in enumerate(amounts)
        for place, key in enumerate(("baseline", "endline"))
    }
    assert values(reading, "member_income") == expected
    assert {one.code for one in reading.problems if severity(one) is not Severity.NOTE} <= {
        "missing_sheet",
        "amount_jumps",
    }
    assert [one.reason for one in reading.excluded].count("total_row") == (mess.total is not None)
