"""Names of files, the zip of all images, and the Excel file behind a chart."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from dictionary.nouns import ProjectInfo
from figures import (
    ImageChoice,
    browser_missing,
    choose_all,
    default_texts,
    file_name,
    screen_config,
    write_figure_table,
    write_image_zip,
)
from i18n import Language, Text
from tests.factories_figures import LONG, make_findings, make_pairs, many_indicators

FINDINGS = make_findings()


def name_for(project: str) -> str:
    return file_name(replace(FINDINGS, project=ProjectInfo(name=project)), ImageChoice("changes", Language.EN, "half"))


def test_a_file_name_says_project_chart_language_size_and_format() -> None:
    name = file_name(FINDINGS, ImageChoice("members_flow", Language.TH, "slide", "pdf"))
    assert name == "เส้นใยกล้วย_สมาชิกเข้าและออก_th_slide.pdf"


@pytest.mark.parametrize(
    "project", ['a<b>:"c/d\\e|f?g*h', "con", "COM1", "...", " ", "", "ก\u200bข\x00", "ชื่อ ที่ มี  เว้นวรรค"]
)
def test_windows_takes_every_file_name(project: str) -> None:
    name = name_for(project)
    assert not set(name) & set('<>:"/\\|?*\x00\u200b ')
    assert name.partition("_")[0].lower() not in {"con", "com1"}
    assert not name.startswith((".", "_"))


def test_a_long_thai_name_is_cut_short_between_letters() -> None:
    name = name_for(LONG[0] * 3)
    assert len(name.encode()) <= 255
    assert name.startswith(LONG[0][:30])


def test_the_camera_button_is_all_that_is_left_of_the_toolbar_and_only_where_there_is_no_browser() -> None:
    assert screen_config("x", camera=True)["modeBarButtons"] == [["toImage"]]
    assert screen_config("x", camera=True)["displayModeBar"]
    assert screen_config("x", camera=False)["displayModeBar"] is False


@pytest.mark.skipif(browser_missing(), reason="no browser on this machine")
def test_the_zip_holds_an_image_for_every_chart_and_tells_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    choices = choose_all(FINDINGS, ImageChoice("all", Language.TH, "half", "svg"))
    pack = write_image_zip(FINDINGS, choices, lambda done, count: told.append((done, count)))
    names = zipfile.ZipFile(io.BytesIO(pack)).namelist()
    assert names == [file_name(FINDINGS, choice) for choice in choices]
    assert told == [(done, len(choices)) for done in range(1, len(choices) + 1)]


def test_the_excel_file_has_the_findings_with_source_and_notes_in_full() -> None:
    book = load_workbook(io.BytesIO(write_figure_table(FINDINGS, "changes", Language.EN)))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    texts = default_texts(FINDINGS, "changes", Language.EN)
    assert rows[0][0] == texts.title
    debt = next(row for row in rows if row[0] == "Household debt")
    assert debt[1:4] == [58_200, 63_100, 63_100 - 58_200]
    assert [row for row in rows if row[0] == texts.source]
    assert [row for row in rows if str(row[0]).startswith("Not compared with people outside the project: ")]


@pytest.mark.parametrize(("pairs", "rows"), [(38, 38), (400, None)])
def test_the_excel_file_of_incomes_has_each_pair_or_the_shares_in_each_span(pairs: int, rows: int | None) -> None:
    findings = make_findings(pairs=make_pairs(pairs))
    sheet = load_workbook(io.BytesIO(write_figure_table(findings, "income_pairs", Language.EN))).worksheets[1]
    numbers = [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int | float)]
    assert rows in (None, len(numbers))
    if rows is None:
        assert sum(row[2] for row in numbers) == pytest.approx(100)


def test_a_label_that_begins_like_a_formula_stays_text() -> None:
    findings = many_indicators(2)
    first = findings.findings[0]
    named = replace(first, indicator=replace(first.indicator, label=Text("=1+1", "=1+1")))
    findings = replace(findings, findings=(named, *findings.findings[1:]))
    sheet = load_workbook(io.BytesIO(write_figure_table(findings, "changes", Language.EN))).worksheets[0]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1")
    assert cell.data_type == "s"


FILTERED = replace(FINDINGS, only=(("village", "หมู่ 4 บ้านสวนสมมติ"), ("sex", "female")))


def test_a_file_name_and_the_excel_file_say_whose_members_alone_they_are_of() -> None:
    assert file_name(FILTERED, ImageChoice("members_flow")).endswith("_เฉพาะ-หมู่-4-บ้านสวนสมมติ-หญิง_th_word.png")
    sheet = load_workbook(io.BytesIO(write_figure_table(FILTERED, "changes", Language.EN))).worksheets[0]
    assert sheet["A2"].value == "only หมู่ 4 บ้านสวนสมมติ · Female"


def test_a_long_project_name_and_a_long_group_still_make_a_file_name() -> None:
    findings = replace(FILTERED, project=ProjectInfo(name=LONG[0]), only=(("village", LONG[0]),))
    for key in ("income_shares", "changes_environmental"):
        assert len(file_name(findings, ImageChoice(key, Language.TH, "square")).encode()) <= 255


def test_a_title_with_a_control_character_is_written_without_it() -> None:
    words = replace(default_texts(FINDINGS, "changes", Language.TH), title="ก่อน\x0bหลัง")
    book = load_workbook(io.BytesIO(write_figure_table(FINDINGS, "changes", Language.TH, words)))
    assert book.worksheets[0]["A1"].value == "ก่อนหลัง"
