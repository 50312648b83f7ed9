"""The form of the program, filled in, reads back without a problem, in both languages."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import openpyxl
import pytest

from dictionary.load import code_label, load_columns, load_tables
from dictionary.load_indicators import load_indicators, unit_label
from i18n import Language, Text
from i18n.numbers import read_number
from ingest import InputFile, Reading, read_files
from ingest.records import RECORD_TABLES
from reports.form import write_form
from reports.form.layout import FormColumn, lay_out
from tests.build import sums

PROJECT = ["ทอผ้าใยกล้วย", "กลุ่มตัวอย่าง", "ปทุมธานี", "1/3/2562", "31/3/2562", "มี.ค. 2565", "31/3/2565"]


def fill(language: Language) -> bytes:
    """The form with one row on every sheet, below the example row."""
    book = openpyxl.load_workbook(BytesIO(write_form(language)))

    def say(text: Text) -> str:
        return text[language]

    def append(table: str, *cells: object) -> None:
        sheet = book[load_tables()[table].sheet[language]]
        for column, cell in enumerate(cells, 1):
            sheet.cell(3, column, cell)

    sheet = book[load_tables()["project"].sheet[language]]
    labels = {str(row[0].value).split(" (")[0]: row[1] for row in sheet.iter_rows(max_col=2) if row[0].value}
    for column, value in zip(load_columns("project"), PROJECT, strict=False):
        labels[say(column.label)].value = value
    yes, no, month = (
        say(code_label("yes_no", "yes")),
        say(code_label("yes_no", "no")),
        say(code_label("period", "month")),
    )
    append("members", "M1", say(code_label("sex", "female")), 2515, None, "หมู่ 1", say(code_label("role", "chair")))
    append("income", "M1", "ทอผ้า", 3000, 4500, month)
    sector, kind = say(code_label("sector", "local_authority")), say(code_label("support_kind", "funding"))
    append("partners", "อบต.คลองสาม", sector, kind, no, yes, None, 20000)
    stems = load_indicators()["stems_used"]
    dimension, better = (code_label("dimension", stems.dimension), code_label("better", stems.better))
    append("summary", say(stems.label), say(unit_label(stems.unit)), say(dimension), 1200, 8600, 8000, say(better))
    append("personal", "M1", "คะแนนความรู้", say(unit_label("score")), 12, 17, say(code_label("better", "higher")))
    for table in RECORD_TABLES:
        append(table, *(_fill_in(column, language) for column in lay_out(table)))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill_in(column: FormColumn, language: Language) -> object:
    """What the example says, as somebody would fill it in."""
    text = column.example(language)
    if column.column.kind == "id":
        return f"X {column.column.key}"
    return read_number(text) if column.column.kind in {"number", "money", "integer"} else text or None


@cache
def _read(language: Language) -> Reading:
    return read_files([InputFile("form.xlsx", fill(language))])


@pytest.fixture(scope="module", params=list(Language))
def reading(request: pytest.FixtureRequest) -> Reading:
    return _read(Language(request.param))


def test_a_filled_form_has_no_problem(reading: Reading) -> None:
    assert reading.problems == ()
    assert reading.questions == ()
    assert {one.reason for one in reading.excluded} <= {"example_row", "guide_sheet", "not_used"}


def test_a_filled_form_is_read_whole(reading: Reading) -> None:
    assert reading.info.name == "ทอผ้าใยกล้วย"
    assert [(wave.start.isoformat(), wave.end.isoformat()) for wave in reading.rounds if wave.start and wave.end] == [
        ("2019-03-01", "2019-03-31"),
        ("2022-03-01", "2022-03-31"),
    ]
    assert sums(reading, "members_active") == {"baseline": 1, "endline": 1}
    assert sums(reading, "member_income") == {"baseline": 3000, "endline": 4500}
    assert sums(reading, "partners") == {"baseline": 0, "endline": 1}
    assert sums(reading, "partner_support") == {"endline": 20000}  # not there before: nothing to state
    assert sums(reading, "personal_1") == {"baseline": 12, "endline": 17}
    assert sums(reading, "stems_used") == {"baseline": 1200, "endline": 8600, "target": 8000}
    assert all(sheet.rows_used == 1 for sheet in reading.sheets if sheet.table not in {None, "project"})


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("table", RECORD_TABLES)
def test_every_cell_of_a_sheet_read_row_by_row_says_what_was_filled_in(table: str, language: Language) -> None:
    (record,) = [one for one in _read(language).records if one.table == table]
    filled = {(one.column.key, one.round): one for one in lay_out(table) if _fill_in(one, language) is not None}
    assert record.entries.keys() == filled.keys()
    for place, column in filled.items():
        entry, kind = record.entries[place], column.column.kind
        if kind in {"number", "money", "integer"}:
            assert entry.number == _fill_in(column, language)
        elif kind == "share":
            assert entry.number == pytest.approx(float(entry.text.rstrip("%")) / 100)
        elif kind in {"code", "word"}:
            assert code_label(column.codelist, str(entry.code))[language] == entry.text
        else:
            assert entry.text == _fill_in(column, language)
            assert (entry.first is not None) == (kind == "date")
