"""What was understood of a workbook, written as a mapping and given back unchanged, is read the same."""

from __future__ import annotations

from typing import Any

import pytest

from data.make_samples import FOLDER
from i18n import Language
from ingest import InputFile, Reading, list_columns, read_files, read_mappings, write_mappings
from reports.inspection import name_column
from tests.build import Rows, Sheets, build, check

PEOPLE = ["M1", "M2", "M3", "M4", "M5", "M6"]
GROUPS = ["ที่", "รหัส", "ข้อมูลทั่วไป", None, "รายได้ (บาท/เดือน)", None, "หมายเหตุ"]
BELOW = [None, None, "เพศ", "อายุ", "จากกลุ่ม", "อื่น ๆ", None]


def _member(first: int) -> list[list[Any]]:
    return [[n, who, "หญิง", 30 + n, first + 10 * n, 5 * n, None] for n, who in enumerate(PEOPLE, 1)]


def _scores(*added: int) -> Rows:
    return [[who, "หญิง", *(n * add + 3 for add in added)] for n, who in enumerate(PEOPLE, 1)]


NO_PEOPLE = {
    "amounts of no period",  # told as incomes, as are the next
    "incomes by source on lists of members",
    "measures that head the columns of channels",
}
LAYOUTS: dict[str, Sheets] = {
    "incomes by source on lists of members": {
        "สมาชิก ก่อน": [GROUPS, BELOW, *_member(2500)],
        "สมาชิก หลัง": [GROUPS, BELOW, *_member(3200)],
    },
    "a score on lists of members": {
        "สมาชิก ก่อน": [["รหัสสมาชิก", "เพศ", "คะแนนความรู้"], *_scores(2)],
        "สมาชิก หลัง": [["รหัสสมาชิก", "เพศ", "คะแนนความรู้"], *_scores(3)],
    },
    "scores before and after on a list of members": {
        "สมาชิก": [["รหัสสมาชิก", "เพศ", "คะแนนก่อน", "คะแนนหลัง", "น้ำหนักก่อน", "น้ำหนักหลัง"], *_scores(2, 3, 4, 5)],
    },
    "amounts of no period": {
        "Data": [["Member ID", "Income before", "Income after"], *([w, *r] for w, _, *r in _scores(2, 3))]
    },
    "measures that head the columns of channels": {
        "เทคโนโลยี": [
            ["ช่องทาง", "ผู้ติดตาม (คน) ก่อน", "ผู้ติดตาม (คน) หลัง", "ข้อความ ก่อน", "ข้อความ หลัง"],
            ["เพจ", 12, 98, 3, 41],
            ["ไลน์", 0, 21, 1, 5],
        ],
    },
    "nothing but scores": {
        "สมาชิก": [["รหัสสมาชิก", "คะแนนก่อน", "คะแนนหลัง"], *([who, *rest] for who, _, *rest in _scores(2, 3))],
    },
}


def _tell(reading: Reading) -> list[tuple[Any, ...]]:
    rows = check(reading).observations[["indicator", "unit", "round", "value"]]
    labels = {key: (one.label.en, one.unit) for key, one in reading.indicators.items()}
    return sorted((*labels.get(row[0], (row[0],)), *map(str, row[1:])) for row in rows.itertuples(index=False))


def _give_back(file: InputFile, reading: Reading) -> Reading:
    known = [one.mapping for one in reading.previews if one.is_whole and not one.mapping.skip]
    mappings = [one for one in known if "project" not in {table.table for table in one.tables}]
    back = read_mappings("m.toml", write_mappings(mappings).encode())
    assert isinstance(back, tuple)
    return read_files([file], mappings=back)


FILES = {name: build(sheets) for name, sheets in LAYOUTS.items()} | {
    path.name: path.read_bytes() for path in sorted(FOLDER.glob("*.xlsx"))
}


@pytest.mark.parametrize("name", FILES)
def test_a_mapping_that_is_given_back_unchanged_reads_the_same(name: str) -> None:
    file = InputFile("a.xlsx", FILES[name])
    reading = read_files([file])
    assert _tell(reading) == _tell(_give_back(file, reading))


def test_one_column_that_is_not_to_be_used_leaves_the_others_as_they_were() -> None:
    file = InputFile("a.xlsx", FILES["incomes by source on lists of members"])
    reading = read_files([file])
    text = write_mappings([one.mapping for one in reading.previews])
    mappings = read_mappings("m.toml", text.replace('column = "age"', 'column = ""').encode())
    assert isinstance(mappings, tuple)
    assert _tell(reading) == _tell(read_files([file], mappings=mappings))


@pytest.mark.parametrize("name", [name for name in LAYOUTS if name not in NO_PEOPLE])
def test_these_layouts_hold_what_is_measured_of_people(name: str) -> None:
    reading = read_files([InputFile("a.xlsx", FILES[name])])
    values = [one for preview in reading.previews for table in preview.mapping.tables for one in table.columns]
    assert sum(one.column == "value" for one in values) >= 2
    assert any(one.startswith("personal_") for one in reading.indicators)


def test_every_column_that_a_mapping_may_name_has_a_label() -> None:
    for table in ("members", "income", "personal", "partners"):
        for key in list_columns(table):
            assert all(name_column(key, table)[language] != key for language in Language)
