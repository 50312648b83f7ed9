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
from dictionary.load_methods import load_caveats
from i18n import Language, word
from ingest import InputFile
from project import find_changes
from project.opening import open_project
from reports.every_figure import PLACES
from reports.findings_json import write_json
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
    names = {str(name) for part, _, figure, _ in rows for name in (part, figure)}
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
