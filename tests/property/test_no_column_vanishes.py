"""Every column of a table is used or listed as not used, and a note names those that hold numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from ingest import InputFile, Reading, read_files
from tests.build import check

PEOPLE = ["นายสมชาย ใจดี", "นางมาลี มีสุข", "นางสาววิไล แสงจันทร์", "นายบุญมี คำแสน"]
CORE = ["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
UNKNOWN = ["ดัชนีพิเศษ", "ค่าที่วัดได้", "พลังใจ", "Xyz index"]
KNOWN = ["หมู่บ้าน", "อายุ", "หมายเหตุ", "ต้นทุนก่อน", "เบอร์โทร"]
NOTES = {
    "numbers_not_used",
    "costs_not_used",
    "duplicate_column",
    "total_of_sources",
    "column_without_round",
}


@dataclass(frozen=True)
class Extra:
    """A further column: its header ("" none), whether it holds numbers, and the group that it stands under."""

    header: str
    numbers: bool
    group: str


EXTRAS = st.builds(
    Extra,
    header=st.sampled_from(["", *UNKNOWN, *KNOWN]),
    numbers=st.booleans(),
    group=st.sampled_from(["", "ข้อมูลเพิ่มเติม", "ก่อนโครงการ", "หลังโครงการ"]),
)


def write(extras: list[Extra], *, grouped: bool, at: int, merged: bool) -> bytes:
    """A table of incomes with further columns from the 0-based place ``at`` on, ``grouped`` under groups."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "รายได้"
    titles: list[Any] = [*CORE[:at], *(one.header for one in extras), *CORE[at:]]
    groups = ["" for _ in CORE[:at]] + [one.group for one in extras] + ["" for _ in CORE[at:]]
    if grouped:
        shown = [name if place == 0 or groups[place - 1] != name else "" for place, name in enumerate(groups)]
        sheet.append([name or title for name, title in zip(shown, titles, strict=True)])
        sheet.append([title if name else None for name, title in zip(groups, titles, strict=True)])
        for start, name in enumerate(shown):
            end = next((k for k in range(start + 1, len(groups)) if groups[k] != groups[start]), len(groups))
            if merged and name and end > start + 1:
                sheet.merge_cells(start_row=1, end_row=1, start_column=start + 1, end_column=end)
    else:
        sheet.append(titles)
    for number, name in enumerate(PEOPLE):
        own = [number * 7 + place + 3 if one.numbers else f"ข้อความ{number}" for place, one in enumerate(extras)]
        core = [f"M{number}", 1000 + number, 2000 + number]
        sheet.append([*core[:at], *own, *core[at:]])
        assert name
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def letters(reading: Reading) -> set[str]:
    return {re.sub(r"\d", "", column.cell) for sheet in reading.sheets for column in sheet.columns}


@settings(max_examples=150, deadline=None)
@given(
    extras=st.lists(EXTRAS, min_size=1, max_size=6),
    grouped=st.booleans(),
    at=st.integers(1, len(CORE)),
    merged=st.booleans(),
)
def test_every_column_is_used_or_listed_and_numbers_of_no_meaning_are_named(
    extras: list[Extra], *, grouped: bool, at: int, merged: bool
) -> None:
    reading = check(read_files([InputFile("book.xlsx", write(extras, grouped=grouped, at=at, merged=merged))]))
    if reading.sheets[0].table is None:
        assert reading.questions
        return
    wanted = {get_column_letter(place + 1) for place in range(len(CORE) + len(extras))}
    assert letters(reading) == wanted
    said = " ".join(str(problem.found) for problem in reading.problems if problem.code in NOTES)
    unused = {re.sub(r"\d", "", c.cell): c for sheet in reading.sheets for c in sheet.columns if c.column is None}
    for place, one in enumerate(extras):
        column = unused.get(get_column_letter(at + place + 1))
        if one.numbers and column and (one.header in UNKNOWN or not column.header) and not reading.questions:
            assert (column.header or get_column_letter(at + place + 1)) in said or "…" in said
