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
    "debts beside incomes": {
        "รายได้": [
            ["ชื่อ-สกุล", *(f"{what} {time}" for what in ("รายได้ (บาท/เดือน)", "หนี้สิน (บาท)") for time in ("ก่อน", "หลัง"))],
            *(
                [name, 1000 + at, 1200 + at, 500 - at, 400 - at]
                for at, name in enumerate(("นางสมใจ ใจดี", "นายบุญมี มีสุข"))
            ),
        ],
    },
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


LIST, INCOME = ["ที่", "ชื่อ-สกุล"], "รายได้ (บาท/เดือน)"
NAMES = ["นายเอก หนึ่ง", "นางโท สอง", "นางตรี สาม"]
FIGURES, AREAS, GOODS = ["สมาชิก (คน)", "ยอดขาย (บาท)"], ["แม่สา", "ริมใต้", "โป่งแยง"], ["กล้วยตาก", "น้ำพริก"]


def _amounts(first: int) -> list[list[Any]]:
    return [[n, name, first + 100 * n] for n, name in enumerate(NAMES, 1)]


def _by_area(*years: Any) -> list[list[Any]]:
    return [[year, area, 10 * at + n, 100 * at + n] for n, year in enumerate(years) for at, area in enumerate(AREAS)]


def _by_person(first: int) -> list[list[Any]]:
    return [[who, first + n] for n, who in enumerate(PEOPLE)]


WITHOUT_VALUES = {"a matrix of stages and parties", "levels of a chain side by side"}
ROUNDS: dict[str, Sheets] = {
    "incomes and debts in one column": {
        "บัญชีครัวเรือน": [
            ["ชื่อ-สกุล", "รายการ", "ก่อน (บาท/เดือน)", "หลัง (บาท/เดือน)"],
            *(
                [name, kind, 10 + at, 12 + at]
                for at, name in enumerate(("นางสมใจ ใจดี", "นายบุญมี มีสุข"))
                for kind in ("รายได้", "หนี้สิน")
            ),
        ],
    },
    "indicators as columns and years as rows": {
        "Sheet1": [["สรุปผล"], ["ปี", *FIGURES], [2562, 10, 900], [2563, 12, 950], [2564, 15, 990], ["รวม", 37, 2840]]
    },
    "indicators as columns and before and after as rows": {
        "สรุป": [["ช่วง", *FIGURES], ["ก่อน", 10, 900], ["หลัง", 12, 950]]
    },
    "indicators as columns under groups": {
        "Sheet1": [
            ["ปี", "สมาชิก", None, "ยอดขาย"],
            [None, "ชาย (คน)", "หญิง (คน)", "บาท"],
            [2562, 10, 5, 900],
            [2563, 12, 7, 950],
        ]
    },
    "indicators as columns and years below no header": {"Sheet1": [[None, *FIGURES], [2562, 10, 900], [2563, 12, 950]]},
    "places by years": {"Sheet1": [["ปี", "ตำบล", "คนจน (คน)", "รายได้ (บาท)"], *_by_area(2562, 2563, 2564)]},
    "products before and after on rows": {
        "Sheet1": [["ช่วงเวลา", "ผลิตภัณฑ์", "ยอดขาย (บาท)", "ต้นทุน (บาท)"], *_by_area("ก่อน", "หลัง")]
    },
    "places by years below no header": {"Sheet1": [[None, "ตำบล", "คนจน (คน)", "รายได้ (บาท)"], *_by_area(2562, 2564)]},
    "places of a district by years": {
        "Sheet1": [
            ["ปี", "อำเภอ", "ตำบล", "คนจน (คน)"],
            *([year, "แม่ริม", area, value] for year, area, value, _ in _by_area(2562, 2565)),
        ]
    },
    "names by years": {"Sheet1": [["จังหวัด", "ปี 2560", "ปี 2562", "ปี 2564"], ["ก", 10, 12, 15], ["ข", 20, 21, 22]]},
    "names by years below no header": {"Sheet1": [[None, "ปี 2560", "ปี 2562"], ["ก", 10, 12], ["ข", 20, 21]]},
    "several measures of names by years": {
        "Sheet1": [
            ["จังหวัด", "คนจน (คน)", None, "รายได้ (บาท)", None],
            [None, 2560, 2562, 2560, 2562],
            ["ก", 10, 12, 1000, 1500],
            ["ข", 20, 21, 900, 950],
        ]
    },
    "several measures of names before and after": {
        "Sheet1": [
            ["ผลิตภัณฑ์", "รายได้ (บาท)", None, "ต้นทุน (บาท)", None],
            [None, *["ก่อน", "หลัง"] * 2],
            *([name, 10, 12, 1000, 1500 + at] for at, name in enumerate(GOODS)),
        ]
    },
    "names of one time on sheets of two years": {
        f"ปี {year}": [
            ["จังหวัด", "คนจน (คน)", "ครัวเรือน (หลัง)"],
            *([one, n + 10, n + 50] for n, one in enumerate(AREAS, at)),
        ]
        for at, year in enumerate((2562, 2565))
    },
    "lists side by side": {
        "Sheet1": [
            ["ก่อนเข้าร่วม", None, None, None, "หลังเข้าร่วม"],
            [*LIST, "รายได้ต่อเดือน", None, *LIST, "รายได้ต่อเดือน"],
            [1, NAMES[0], 100, None, 1, NAMES[1], 250],
            [2, NAMES[1], 200, None, 2, NAMES[0], 150],
        ]
    },
    "scores side by side": {
        "Sheet1": [
            ["ก่อนอบรม", None, "หลังอบรม", None],
            ["ชื่อ-สกุล", "คะแนน"] * 2,
            [NAMES[0], 5, NAMES[1], 9],
            [NAMES[1], 6, NAMES[0], 8],
        ]
    },
    "lists one under another below titles of years": {
        "Sheet1": [
            ["รายได้สมาชิก ปี 2565"],
            [*LIST, INCOME],
            *_amounts(1000),
            ["รายได้สมาชิก ปี 2566"],
            [*LIST, INCOME],
            *_amounts(1500),
        ]
    },
    "lists one under another below a blank row in the first": {
        "Sheet1": [["ก่อน"], [], [*LIST, INCOME], *_amounts(1000), ["หลัง"], [*LIST, INCOME], *_amounts(1500)]
    },
    "figures one under another": {
        "สรุป": [
            ["ปี 2565"],
            ["ตัวชี้วัด", "หน่วย", "ค่า"],
            ["ยอดขาย", "บาท", 1500],
            ["ปี 2566"],
            ["ตัวชี้วัด", "หน่วย", "ค่า"],
            ["ยอดขาย", "บาท", 2500],
        ]
    },
    "years above their rows": {
        "Sheet1": [["รหัสสมาชิก", INCOME], ["ปี 2562"], *_by_person(100), ["ปี 2565"], *_by_person(200)]
    },
    "years above their rows in the column of names": {
        "รายได้": [[*LIST, INCOME], [None, "ก่อนโครงการ"], *_amounts(100), [None, "หลังโครงการ"], *_amounts(200)]
    },
    "years above figures": {
        "สรุป": [
            ["ตัวชี้วัด", "หน่วย", "ค่า"],
            ["ปี 2562"],
            ["ยอดขาย", "บาท", 1500],
            ["ปี 2565"],
            ["ยอดขาย", "บาท", 2500],
        ]
    },
    "a column of rounds": {
        "รายได้": [
            ["รหัสสมาชิก", "ปี", INCOME],
            *([who, year, year + n] for year in (2562, 2564) for n, who in enumerate(PEOPLE)),
        ]
    },
    "a column of rounds without a header": {
        "รายได้": [
            ["รหัสสมาชิก", None, INCOME],
            *([who, said, len(said) + n] for said in ("ก่อน", "หลัง") for n, who in enumerate(PEOPLE)),
        ]
    },
    "a column of months": {
        "รายได้": [
            ["รหัสสมาชิก", *(f"{month} {year}" for year in (2565, 2566) for month in ("ม.ค.", "ก.พ.", "มี.ค."))],
            *([who, *range(100 + n, 106 + n)] for n, who in enumerate(PEOPLE)),
        ]
    },
    "a matrix of stages and parties": {
        "การมีส่วนร่วม": [["ขั้นตอน", "ชุมชน", "ภาครัฐ"], ["ร่วมคิด", 3, 2], ["ร่วมตัดสินใจ", 2, 2], ["ร่วมทำ", 5, 1]]
    },
    "levels of a chain side by side": {
        "ห่วงโซ่": [["ปัจจัยนำเข้า", "กิจกรรม", "ผลผลิต"], ["งบประมาณ", "อบรม", "คู่มือ"], ["วิทยากร", "ประชุม", "แผน"]]
    },
}


def _tell(reading: Reading) -> list[tuple[Any, ...]]:
    rows = check(reading).observations[["indicator", "unit", "round", "value"]]
    labels = {key: (one.label.en, one.unit) for key, one in reading.indicators.items()}
    return sorted((*labels.get(row[0], (row[0],)), *map(str, row[1:])) for row in rows.itertuples(index=False))


def _give_back(file: InputFile, reading: Reading) -> Reading:
    known = [one.mapping for one in reading.previews if not one.mapping.skip]
    mappings = [one for one in known if "project" not in {table.table for table in one.tables}]
    back = read_mappings("m.toml", write_mappings(mappings).encode())
    assert isinstance(back, tuple)
    return read_files([file], mappings=back)


FILES = {name: build(sheets) for name, sheets in (LAYOUTS | ROUNDS).items()} | {
    path.name: path.read_bytes() for path in sorted(FOLDER.glob("*.xlsx"))
}


@pytest.mark.parametrize("name", FILES)
def test_a_mapping_that_is_given_back_unchanged_reads_the_same(name: str) -> None:
    file = InputFile("a.xlsx", FILES[name])
    reading = read_files([file])
    back = _give_back(file, reading)
    assert _tell(reading) == _tell(back)
    assert reading.records == back.records
    assert [one.key for one in reading.rounds] == [one.key for one in back.rounds]


@pytest.mark.parametrize("name", [name for name in ROUNDS if name not in {*WITHOUT_VALUES}])
def test_these_layouts_are_read_and_nothing_is_asked(name: str) -> None:
    reading = read_files([InputFile("a.xlsx", FILES[name])])
    assert not reading.questions
    assert {"baseline", "endline"} == {*reading.observations["round"]} or len(reading.rounds) > 2


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
