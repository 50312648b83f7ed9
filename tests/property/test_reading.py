"""Laws of reading: every row is accounted for, order does not matter, nothing given is changed, nothing raises."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dictionary.load import describe
from dictionary.observations import COLUMNS
from i18n import Language
from ingest import InputFile, read_files
from ingest.workbooks import RawSheet
from tests.build import check, read, values

IDS = st.sampled_from(["M1", "m1 ", "M2", "M3", "๔", 4.0, None, "-", " ", "รวม", "ตัวอย่าง-001", "หมายเหตุ: x", "ก"])
SEXES = st.sampled_from(["หญิง", "ช", "f", "แมว", "", None, 1])
DATES = st.sampled_from(["1/3/2562", "2563", "1/3/63", "ไม่ใช่วันที่", None, "-", 2562, 12.5])
AMOUNTS = st.one_of(st.integers(-10, 10**6), st.sampled_from(["12,500 บาท", "ห้าร้อย", None, "-", "๑๐", 0.5, True]))
PERIODS = st.sampled_from(["เดือน", "ปี", "วัน", None, "per year"])
MEMBERS = st.lists(st.tuples(IDS, SEXES, DATES, DATES), max_size=12)
INCOME = st.lists(st.tuples(IDS, st.sampled_from(["ทอ", "ทอ ", None]), AMOUNTS, AMOUNTS, PERIODS), max_size=12)
ANY = st.one_of(st.none(), st.text(max_size=12), st.floats(allow_nan=False), st.booleans(), IDS, DATES, AMOUNTS)
HEADERS = st.lists(
    st.sampled_from(
        ["รหัสสมาชิก", "ก่อน", "หลัง", "income before", "n", "ตัวชี้วัด", "หน่วยงาน", "ภาคส่วน", "เพศ", "ต่อ", "", "x", "เป้าหมาย"]
    ),
    min_size=1,
    max_size=8,
)
SHEET_NAMES = st.sampled_from(["สมาชิก", "รายได้ ก่อน", "Partners", "ตัวชี้วัด", "โครงการ", "Sheet1"])


def workbook(members: list[tuple[object, ...]], income: list[tuple[object, ...]]) -> dict[str, list[Any]]:
    return {
        "โครงการ": [["ข้อมูลก่อน ถึงวันที่", "31/12/2562"], ["ข้อมูลหลัง ถึงวันที่", "31/12/2565"]],
        "สมาชิก": [["รหัสสมาชิก", "เพศ", "วันที่เข้าร่วม", "วันที่ออก"], *map(list, members)],
        "รายได้": [["รหัสสมาชิก", "แหล่งรายได้", "ก่อน", "หลัง", "ต่อ"], *map(list, income)],
    }


@given(MEMBERS, INCOME)
@settings(max_examples=60, deadline=None)
def test_every_row_is_used_or_left_out(members: list[tuple[object, ...]], income: list[tuple[object, ...]]) -> None:
    reading = read(workbook(members, income))  # `read` checks the account of every sheet
    filled = sum(any(cell is not None and str(cell).strip() for cell in row) for row in members)
    assert reading.sheets[1].rows_read == filled
    assert list(reading.observations.columns) == list(COLUMNS)


@given(
    st.lists(st.tuples(st.sampled_from(["M1", "M2", "M3", "M4"]), SEXES, DATES, DATES), unique_by=lambda row: row[0]),
    INCOME,
    st.randoms(),
)
@settings(max_examples=40, deadline=None)
def test_the_order_of_rows_does_not_matter(
    members: list[tuple[object, ...]], income: list[tuple[object, ...]], chance: Random
) -> None:
    shuffled = [members.copy(), income.copy()]
    for rows in shuffled:
        chance.shuffle(rows)
    first, second = read(workbook(members, income)), read(workbook(*shuffled))
    assert values(first, "members_active", "sex") == values(second, "members_active", "sex")
    columns = ["unit", "round", "income_source", "value"]
    tables = [
        one.observations[one.observations["indicator"] == "member_income"][columns]
        .astype({"value": float})
        .astype(object)
        for one in (first, second)
    ]
    ordered = [table.fillna("?").astype(str).sort_values(columns, ignore_index=True) for table in tables]
    pd.testing.assert_frame_equal(ordered[0], ordered[1])


@given(SHEET_NAMES, HEADERS, st.lists(st.lists(ANY, max_size=8), max_size=8))
@settings(max_examples=120, deadline=None)
def test_no_sheet_raises_and_every_fault_is_a_sentence(name: str, headers: list[str], rows: list[Any]) -> None:
    clean = [
        [cell.translate(dict.fromkeys(range(32))) if isinstance(cell, str) else cell for cell in row] for row in rows
    ]
    reading = read({name: [headers, *clean]})
    for problem in reading.problems:
        assert all(describe(problem, language) for language in Language)
    assert np.isfinite(reading.observations["value"].dropna()).all()


@given(st.binary(max_size=400))
@settings(max_examples=80, deadline=None)
def test_no_bytes_raise(content: bytes) -> None:
    check(read_files([InputFile("x.xlsx", content)]))


def test_what_is_given_is_not_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = RawSheet("สมาชิก", np.array([["รหัส", "เพศ", "อายุ"], ["M1", "หญิง", 5.0], ["M1", "x", "สิบ"]], dtype=object))
    before = deepcopy(raw.cells)
    monkeypatch.setattr("ingest.opening.read_sheets", lambda content, _password: (raw,) if content else ())
    reading = read_files([InputFile("x.xlsx", b"x")])
    assert len(reading.problems) > 2
    assert (raw.cells == before).all()
