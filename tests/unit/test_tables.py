"""Findings as a workbook: numbers stay numbers, texts stay texts, hidden groups stay hidden."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from analysis.findings import Finding, Findings
from dictionary.load_indicators import load_indicators
from dictionary.load_methods import load_caveats
from dictionary.nouns import BASELINE, ENDLINE, ProjectInfo, Round, Source
from figures.wording import write_judged
from i18n import Language, Text, word
from reports.tables import write_findings
from tests.factories_figures import make_finding

TH = Language.TH
ROUNDS = (
    Round(BASELINE, Text("ก่อน", "Before"), date(2024, 3, 1), date(2024, 3, 31)),
    Round(ENDLINE, Text("หลัง", "After"), date(2026, 3, 1), date(2026, 3, 31)),
)
SALES, SHARE = load_indicators()["group_sales"], load_indicators()["stem_use_rate"]
GREW = Finding(
    SALES, SALES.unit, "", (), 100_000.0, 150_000.0, 50_000.0, 0.5, better=True, caveats=("W01",),
    sources=(Source("ก.xlsx", "ตัวชี้วัด", ("D2:E2",)),),
)  # fmt: skip
RATE = Finding(SHARE, SHARE.unit, "", (), 0.18, 0.59, 0.59 - 0.18, better=True)
HIDDEN = Finding(SALES, SALES.unit, "", (("village", "=1+1"),), suppressed=True)


def _open(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def _write(*findings: Finding, language: Language = TH, sample: bool = False) -> openpyxl.Workbook:
    info = ProjectInfo("ทอผ้า", "กลุ่มสมมติ", "ปทุมธานี", is_sample=sample)
    return _open(write_findings(Findings("1.0", info, ROUNDS, findings), language))


def _row(sheet: Worksheet, number: int = 2) -> dict[str, object]:
    return {str(name.value): cell.value for name, cell in zip(sheet[1], sheet[number], strict=True)}


def test_a_finding_is_a_row_with_its_rounds_in_the_header() -> None:
    row = _row(_write(GREW).worksheets[0])
    assert row["ก่อน มี.ค. 2567"] == 100_000
    assert row["หลัง มี.ค. 2569"] == 150_000
    assert row[word("tables.difference", TH)] == 50_000
    assert row[word("tables.relative_change", TH)] == 0.5
    assert row[word("tables.better", TH)] == word("tables.better_true", TH)
    assert row[word("tables.cells", TH)] == "ก.xlsx · ตัวชี้วัด · D2:E2"


@pytest.mark.parametrize(
    ("interval", "doubt"), [((5.0, 9.0), ""), ((-5.0, 9.0), "may_be_chance"), (None, "may_be_chance_unknown")]
)
def test_a_verdict_that_may_be_chance_says_so(interval: tuple[float, float] | None, doubt: str) -> None:
    one = make_finding("member_income", 100, 107, method="paired_mean", interval=interval)
    verdict = _row(_write(one).worksheets[0])[word("tables.better", TH)]
    plain = word("tables.better_true", TH)
    assert verdict == (word(f"figures.{doubt}", TH, verdict=plain) if doubt else plain)
    assert write_judged(one, TH).endswith(str(verdict).removeprefix(plain))


def test_a_share_is_told_in_per_cent_and_its_change_in_points() -> None:
    sheet = _write(RATE).worksheets[0]
    assert sheet["E2"].number_format == "0.0%"
    assert sheet["G2"].value == pytest.approx((0.59 - 0.18) * 100)
    assert word("tables.points", TH) in sheet["G2"].number_format


def test_a_small_group_has_no_figures_and_says_why() -> None:
    row = _row(_write(HIDDEN).worksheets[0])
    assert [value for value in row.values() if isinstance(value, int | float)] == []
    assert row[word("tables.note", TH)]


def test_a_text_that_begins_like_a_formula_stays_a_text() -> None:
    sheet = _write(HIDDEN).worksheets[0]
    assert sheet["C2"].value == "=1+1"
    assert sheet["C2"].data_type == "s"


@pytest.mark.parametrize("language", list(Language))
def test_the_caveats_and_the_data_have_sheets_of_their_own(language: Language) -> None:
    book = _write(GREW, language=language, sample=True)
    assert book.sheetnames == [word(f"tables.{name}", language) for name in ("findings", "every", "caveats", "about")]
    caution, _, code = (cell.value for cell in book.worksheets[2][2])
    assert (caution, code) == (load_caveats()["W01"].title[language], "W01")
    assert word("tables.sample", language) in {cell.value for cell in book.worksheets[3]["A"]}


def test_the_same_findings_are_the_same_bytes() -> None:
    findings = Findings("1.0", ProjectInfo(), ROUNDS, (GREW, RATE))
    assert write_findings(findings, TH) == write_findings(findings, TH)
