"""The workbook of all results holds every number of the JSON, each with a name that can be read."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from analysis.findings import Findings
from dictionary.load import load_codes
from dictionary.load_indicators import unit_label
from dictionary.load_methods import load_caveats
from dictionary.nouns import Source
from i18n import Language, word
from i18n.words import load_words
from ingest import InputFile
from project import find_changes
from project.opening import open_project
from reports.every_figure import PLACES
from reports.findings_json import write_json
from reports.source_cells import write_cells
from reports.tables import write_findings
from tests.build import find

SAMPLES = sorted(Path("data/samples").glob("*.xlsx"))
RAW = re.compile(r"[a-z]+(_[a-z0-9]+)*( \(\d+\))?")  # a key of the JSON as it stands


@cache
def read_sample(path: Path) -> Findings:
    return find_changes(open_project([InputFile(path.name, path.read_bytes())]))


def write(findings: Findings, language: Language) -> Workbook:
    return load_workbook(io.BytesIO(write_findings(findings, language)))


def list_numbers(node: object) -> Iterator[float]:
    """The numbers of a JSON that are none of a place on a sheet."""
    if isinstance(node, dict):
        for key, one in node.items():
            yield from list_numbers(one) if key not in PLACES else ()
    elif isinstance(node, list):
        for one in node:
            yield from list_numbers(one)
    elif isinstance(node, int | float) and not isinstance(node, bool):
        yield float(node)


def list_cells(book: Workbook, name: str | None = None) -> list[object]:
    sheets = [book[name]] if name else book.worksheets
    return [value for sheet in sheets for row in sheet.iter_rows(values_only=True) for value in row]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_number_of_the_json_stands_in_the_workbook(path: Path) -> None:
    findings = read_sample(path)
    book = write(findings, Language.TH)
    held = {f"{value:.9g}" for value in list_cells(book) if isinstance(value, int | float)}
    told = {f"{value:.9g}" for value in list_numbers(json.loads(write_json(findings, Language.TH)))}
    assert len(told) > 100
    assert sorted(told - held) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_part_or_figure_is_called_by_its_key_alone(path: Path) -> None:
    book = write(read_sample(path), Language.TH)
    rows = book[word("tables.every", Language.TH)].iter_rows(min_row=2, values_only=True)
    names = {str(name) for part, item, figure, *_ in rows for name in (part, *str(item).split(" · "), figure)}
    assert sorted(name for name in names if RAW.fullmatch(name)) == []


@pytest.mark.parametrize("language", Language)
def test_flows_chain_and_inequality_have_sheets_of_their_own(language: Language) -> None:
    names = write(read_sample(SAMPLES[0]), language).sheetnames
    for key in ("material", "chain", "income_lorenz"):
        assert word(f"figures.chart_{key}", language)[:20] in {name[:20] for name in names}
    assert max(map(len, names)) <= 31


@pytest.mark.parametrize("language", Language)
def test_a_caution_stands_beside_its_finding_in_words_and_not_as_a_code(language: Language) -> None:
    book = write(read_sample(SAMPLES[0]), language)
    cells = {str(value) for value in list_cells(book, word("tables.findings", language))}
    assert not any(re.search(r"\bW\d\d\b", text) for text in cells)
    assert any(load_caveats()["W01"].title[language] in text for text in cells)


def test_an_outcome_without_a_price_says_which_columns_are_still_missing() -> None:
    header = ["ผู้มีส่วนได้เสีย", "ผลลัพธ์", "ปริมาณ", "ตัวแทนค่า", "มูลค่าตัวแทน (บาท)", "ระยะเวลา (ปี)"]
    rows = [["สมาชิก", "มีรายได้", 10, "ค่าแรง", 300, 1], ["ชุมชน", "ภูมิใจ", 5, None, None, 1]]
    book = write(find({"SROI": [header, *rows]}), Language.TH)
    assert any("ยังขาด" in str(value) for value in list_cells(book, word("figures.sroi_set_aside", Language.TH)))


@pytest.mark.parametrize("language", Language)
def test_every_figure_stands_with_its_unit_its_n_its_grade_and_its_cells(language: Language) -> None:
    rows = list_rows(read_sample(SAMPLES[0]), language)
    income = {Language.TH: "รายได้ต่อสมาชิก", Language.EN: "Member income"}[language]
    change = next(row for row in rows if row[1] == income and row[2] == load_words()["every.difference"][language])
    unit, n, grade, cells = change[4:]
    assert unit == unit_label("thb_per_month")[language]
    assert re.fullmatch(r"n\s\d+\s(คู่|pairs)", str(n))
    assert grade in {text[language] for text in load_codes("grade").values()}
    assert re.match(r"banana_weaving\.xlsx · รายได้ · [A-Z]+\d+", str(cells))
    assert all(row[4] for row in rows)  # a unit, or that there is none


def test_figures_of_other_parts_have_units_and_cells_of_their_own() -> None:
    rows = list_rows(read_sample(SAMPLES[0]), Language.TH)
    told = {(row[0], row[2]): (row[4], str(row[7]).split(" · ")[1:2]) for row in rows}
    assert told["ผลตอบแทนทางสังคม", "อัตราคิดลด"] == ("สัดส่วน (0–1)", ["SROI"])
    assert told["ผลตอบแทนทางสังคม", "มูลค่าก่อนหัก"] == ("บาท", ["SROI"])
    assert told["การใช้วัตถุดิบ", "น้ำหนักตั้งต้น (กก.)"] == ("กิโลกรัม", ["การใช้วัตถุดิบ"])
    assert told["เครือข่าย", "สัดส่วน"][0] == "สัดส่วน (0–1)"


def test_no_figure_has_the_id_or_the_name_of_a_person_beside_it() -> None:
    heads = ["รหัสสมาชิก", "ชื่อ-สกุล", "รายได้ ก่อน (บาท/เดือน)", "รายได้ หลัง (บาท/เดือน)"]
    rows = [[f"ZZ{n:03}", f"นางสมมติ เลขที่{n}", 1000 + 10 * n, 1500 + 17 * n] for n in range(8)]
    book = write(find({"สมาชิก": [heads, *rows]}), Language.TH)
    told = " ".join(str(value) for value in list_cells(book))
    assert "ZZ00" not in told
    assert "นางสมมติ" not in told


def test_more_ranges_than_a_cell_takes_are_counted() -> None:
    source = Source("book.xlsx", "รายได้", tuple(f"C{row}" for row in range(2, 40_000, 2)))
    text = write_cells([source, source], Language.EN)
    listed = len(re.findall(r"\bC\d+", text))
    assert len(text) < 32_767
    assert text.endswith(
        f"and {2 * len(source.ranges) - listed:,} more ranges of cells (all are listed behind the number on screen)"
    )


def list_rows(findings: Findings, language: Language) -> list[tuple[object, ...]]:
    return list(write(findings, language)[word("tables.every", language)].iter_rows(min_row=2, values_only=True))
