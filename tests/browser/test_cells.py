"""From a headline number to its cells; and a group of four people that nothing tells of."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from figures import draw_chart, list_charts, look
from i18n import Language, word
from ingest import InputFile, read_files
from project import find_changes
from project.opening import make_project
from reports.findings_json import write_json
from reports.tables import write_findings
from tests.browser.test_main_job import PAGES, SAMPLE, _answer, _go, _upload
from tests.build import build

FEW, SECRET = 4, ("77,771", "88,882", "11,111", "77771", "88882", "11111")


def test_a_click_on_the_headline_leads_to_its_cells(tab: Page) -> None:
    _upload(tab)
    _go(tab, "income")
    expect(_answer(tab)).to_contain_text("1,974")
    tab.locator(".st-key-drawer_sources_answer").get_by_role("button").click()
    sheet = load_workbook(SAMPLE, data_only=True)["รายได้"]
    row = tab.locator(".grid.cited tbody tr").first
    expect(row).to_contain_text("C2")
    expect(row).to_contain_text(f"{sheet['C2'].value}")
    with tab.expect_download() as taken:
        tab.get_by_role("button", name=word("cells.take", Language.TH)).click()
    marked = load_workbook(io.BytesIO(taken.value.path().read_bytes()))["รายได้"]
    assert marked["C2"].fill.fill_type == "solid"
    assert marked["C2"].comment is not None


def _write() -> bytes:
    """Twenty members of three villages and four of a fourth, who alone earn what they earn."""
    members = [["รหัสสมาชิก", "เพศ", "หมู่บ้าน", "เป็นสมาชิก ก่อน", "เป็นสมาชิก หลัง"]]
    incomes: list[list[object]] = [["รหัสสมาชิก", "แหล่งรายได้", "จำนวนเงิน ก่อน (บาท/เดือน)", "จำนวนเงิน หลัง (บาท/เดือน)"]]
    for n in range(64):
        few = n < FEW
        village = "บ้านน้อย" if few else f"บ้านใหญ่ {n % 3}"
        members.append([f"ม-{n}", "หญิง" if n % 2 else "ชาย", village, "ใช่", "ใช่"])
        incomes.append([f"ม-{n}", "ทอผ้า", 77771 if few else 900 + n, 88882 if few else 1900 + 3 * n])
    return build({"สมาชิก": members, "รายได้": incomes})


def _tell_files() -> Iterator[str]:
    """JSON, the workbook of figures, and the words of every image."""
    findings = find_changes(make_project(read_files([InputFile("few.xlsx", _write())])))
    yield write_json(findings, Language.EN)
    for sheet in load_workbook(io.BytesIO(write_findings(findings, Language.EN))):
        yield " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    for chart in list_charts(findings):
        if chart.available:
            figure = draw_chart(findings, chart.key, look(Language.EN, "word"))
            yield " ".join(str(label.text) for label in figure.layout.annotations)


def test_a_group_of_four_is_shown_nowhere(tab: Page, tmp_path: Path) -> None:
    path = tmp_path / "few.xlsx"
    path.write_bytes(_write())
    _upload(tab, path)
    told = list(_tell_files())
    for name in PAGES:
        _go(tab, name)
        told.append(tab.locator("body").inner_text())
    for text in told:
        assert not [figure for figure in SECRET if re.search(rf"(?<!\d){figure}(?!\d)", text)]
