"""What was confirmed travels in the workbook with the marks: in hidden rows of the list, and nothing of anybody."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from i18n import Language
from ingest import InputFile, read_files, read_mappings, write_mappings
from ingest.carried import MARK
from reports.annotated import annotate_workbook
from tests.build import Sheets, build, check, codes
from tests.unit.test_mapping import MAPPING, SHEETS

TH, EN = Language.TH, Language.EN
MAPPED = write_mappings([MAPPING])


def _mark(sheets: Sheets, mapping: str = MAPPED, language: Language = TH) -> bytes:
    content = build(sheets)
    read = read_mappings("m.toml", mapping.encode()) if mapping else ()
    assert isinstance(read, tuple)
    return annotate_workbook(
        content, read_files([InputFile("a.xlsx", content)], mappings=read).problems, language, mapping
    )


def test_a_marked_workbook_is_read_as_it_was_confirmed_and_that_is_said() -> None:
    asked = read_files([InputFile("a.xlsx", build(SHEETS))])
    assert asked.questions
    for language in Language:
        reading = check(read_files([InputFile("b.xlsx", _mark(SHEETS, language=language))]))
        assert not reading.questions
        assert reading.carried == (MAPPING,)
        assert "mapping_carried" in codes(reading.problems)
        assert len(reading.observations)


def test_without_anything_confirmed_nothing_is_carried() -> None:
    reading = read_files([InputFile("b.xlsx", _mark(SHEETS, ""))])
    assert reading.questions
    assert not reading.carried


def test_it_stands_in_hidden_rows_that_name_no_cell_of_a_person() -> None:
    sheet = load_workbook(BytesIO(_mark(SHEETS))).worksheets[-1]
    texts = {row: str(sheet.cell(row, 1).value or "") for row in range(1, sheet.max_row + 1)}
    first = next(row for row, text in texts.items() if text == MARK)
    assert all(sheet.row_dimensions[row].hidden for row in range(first, sheet.max_row + 1))
    carried = "\n".join(text for row, text in texts.items() if row > first)
    assert "M1" not in carried
    assert "สองร้อยกว่า" not in carried


def test_what_was_told_now_goes_before_what_came_along() -> None:
    told = replace(MAPPING, tables=(replace(MAPPING.tables[0], table=""),))
    reading = read_files([InputFile("b.xlsx", _mark(SHEETS))], mappings=[told])
    assert reading.observations.empty


def test_one_that_somebody_spoiled_is_told_and_the_sheet_read_without_it() -> None:
    book = load_workbook(BytesIO(_mark(SHEETS)))
    sheet = book.worksheets[-1]
    row = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == MARK)
    sheet.cell(row + 1, 1).value = "version = ["
    stream = BytesIO()
    book.save(stream)
    reading = read_files([InputFile("b.xlsx", stream.getvalue())])
    assert "mapping_unreadable" in codes(reading.problems)
    assert reading.questions


def test_marks_made_again_hold_what_was_confirmed_last() -> None:
    first = _mark(SHEETS)
    second = annotate_workbook(first, read_files([InputFile("a.xlsx", first)]).problems, EN, "")
    assert not read_files([InputFile("a.xlsx", second)]).carried
