"""The form, filled in as a person would, reads back without a single problem."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from openpyxl import Workbook

from dictionary.load import PROJECT, load_codes, load_tables
from dictionary.load_indicators import load_indicators, unit_label
from i18n import Language
from ingest import InputFile, Reading, read_files
from project import open_project
from project.opening import make_project
from reports.form import write_form
from reports.form.layout import lay_out
from reports.inspection import write_inspection_text
from tests.build import read

Row = Mapping[str, object]
TABLES = [table for table in load_tables() if table != PROJECT]


def _rows(language: Language) -> dict[str, Sequence[Row]]:
    """Two rows on every sheet, codes as the drop-downs offer them."""

    def code(codelist: str, name: str) -> str:
        return load_codes(codelist)[name][language]

    stems = load_indicators()["stems_used"]
    members = [
        {"member_id": "สม-001", "sex": code("sex", "female"), "birth_year": 2515, "village": "หมู่ 1"}
        | {"role": code("role", "chair"), "joined": date(2023, 5, 1)},
        {"member_id": "สม-002", "sex": code("sex", "male"), "age": 44, "village": "หมู่ 2"}
        | {"role": code("role", "member"), "joined": date(2023, 6, 1), "left": date(2025, 2, 1)},
    ]
    income = [
        {"member_id": "สม-001", "income_source": "ทอผ้า", "amount_baseline": 1000, "amount_endline": 1500}
        | {"period": code("period", "month")},
        {"member_id": "สม-002", "income_source": "ทอผ้า", "amount_baseline": 24_000, "amount_endline": None}
        | {"period": code("period", "year")},
    ]
    partners = [
        {"partner": f"หน่วยงานสมมติ {sector}", "sector": label[language], "support_kind": code("support_kind", "market")}
        | {"present_baseline": code("yes_no", "yes"), "present_endline": code("yes_no", "no")}
        | {"support_thb_baseline": 5000}
        for sector, label in load_codes("sector").items()
    ]
    summary = [
        {"indicator": stems.label[language], "unit": unit_label(stems.unit)[language]}
        | {"dimension": code("dimension", "environmental"), "value_baseline": 1200, "value_endline": 8600}
        | {"target": 8000, "better": code("better", "higher")},
        {"indicator": "ครัวเรือนที่เผาเศษกล้วย", "unit": unit_label("household")[language]}
        | {"dimension": code("dimension", "environmental"), "value_baseline": 30, "value_endline": 11}
        | {"better": code("better", "lower"), "n": 62},
    ]
    return {"members": members, "income": income, "partners": partners, "summary": summary}


def _fill(book: Workbook, language: Language, first_row: int) -> None:
    project = book[load_tables()[PROJECT].sheet[language]]
    dates = (date(2024, 3, 1), date(2024, 3, 31), date(2026, 3, 1), date(2026, 3, 31))
    for number, value in enumerate(("โครงการสมมติ", "กลุ่มสมมติ", "ปทุมธานี", *dates, "บาท"), start=2):
        project.cell(number, 2).value = value
    for table, rows in _rows(language).items():
        sheet = book[load_tables()[table].sheet[language]]
        for number, row in enumerate(rows, start=first_row):
            for column in lay_out(table):
                sheet[f"{column.letter}{number}"].value = row.get(column.key)


def _read(language: Language, first_row: int) -> Reading:
    book = openpyxl.load_workbook(BytesIO(write_form(language)))
    _fill(book, language, first_row)
    saved = BytesIO()
    book.save(saved)
    return read_files([InputFile("form.xlsx", saved.getvalue())], None)


@pytest.fixture(scope="module", params=[(one, row) for one in Language for row in (2, 3)], ids=str)
def reading(request: pytest.FixtureRequest) -> Reading:
    """Row 2: the example was overwritten; row 3: it was left where it stands."""
    language, first_row = request.param
    return _read(language, first_row)


def test_the_filled_form_reads_back_without_a_problem(reading: Reading) -> None:
    assert reading.problems == ()
    assert reading.questions == ()


def test_every_sheet_is_taken_for_what_it_is(reading: Reading) -> None:
    taken = [sheet.table for sheet in reading.sheets if sheet.table]
    assert taken == [PROJECT, *TABLES]


def test_no_row_but_the_example_is_left_out(reading: Reading) -> None:
    for sheet in reading.sheets:
        assert sheet.rows_read == sheet.rows_used + sheet.rows_left_out
    assert {one.reason for one in reading.excluded if one.row} <= {"example_row"}


def test_what_was_filled_in_is_what_is_read(reading: Reading) -> None:
    seen = reading.observations
    incomes = seen[seen["indicator"] == "member_income"].sort_values(["unit", "round"])
    assert incomes["value"].dropna().tolist() == [1000, 1500, 24_000 / 12]
    stems = seen[seen["indicator"] == "stems_used"].set_index("round")["value"]
    assert stems["endline"] - stems["baseline"] == 8600 - 1200
    assert reading.info.name == "โครงการสมมติ"
    assert reading.rounds[1].end == date(2026, 3, 31)


@pytest.mark.parametrize("language", list(Language))
def test_the_blank_form_has_no_problem_either_but_nothing_to_show(language: Language) -> None:
    reading = read_files([InputFile("form.xlsx", write_form(language))], None)
    assert reading.observations.empty
    assert [problem.code for problem in reading.problems if problem.sheet and problem.cell] == []


@pytest.mark.parametrize("language", list(Language))
def test_no_line_of_the_blank_form_counts_as_a_row_of_data(language: Language) -> None:
    project = open_project([InputFile("form.xlsx", write_form(language))])
    assert sum(sheet.rows_used for sheet in project.sheets) == 0
    assert {sheet.rows_read for sheet in project.sheets if sheet.table == PROJECT} == {0}
    assert project.is_blank_form


def test_a_form_with_one_row_filled_in_is_not_called_blank() -> None:
    book = openpyxl.load_workbook(BytesIO(write_form(Language.TH)))
    book["สมาชิก"]["A3"].value = "สม-001"
    saved = BytesIO()
    book.save(saved)
    assert not open_project([InputFile("form.xlsx", saved.getvalue())]).is_blank_form


def test_a_blank_date_of_a_round_is_no_heading_and_a_heading_has_a_name() -> None:
    rows = [["ชื่อโครงการ", "ทดสอบ"], ["ก่อนดำเนินการ"], ["ตั้งแต่วันที่", "1/1/2566"], ["ข้อมูลหลัง ถึงวันที่"]]
    project = make_project(read({"โครงการ": rows}))
    (sheet,) = project.sheets
    assert [column.column for column in sheet.columns][2:] == ["baseline_from", "endline_to"]
    assert (sheet.rows_read, sheet.rows_used) == (3, 3)
    assert "หัวข้อของรอบ" in write_inspection_text(project, Language.TH)
    assert "heading" not in write_inspection_text(project, Language.TH)
