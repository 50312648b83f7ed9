"""The blank form, filled in on every sheet, in a real browser: each page shows its pictures and gives each as a PNG."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from i18n import Language, word
from tests.browser.test_main_job import _answer, _button, _go, _settle, _upload
from tests.whole_form import fill_form

TH = Language.TH
CHARTS = {
    "participation": ("matrix", "levels", "people", "timeline"),
    "technology": ("channels", "works"),
    "material": ("material", "material_uses"),
    "chain": ("chain", "targets"),
    "dimensions": ("balance", "effects"),
    "sroi": ("values", "draws", "tornado"),
}
VIEWS = {"who": ("network", "ties"), "count": ("flow", "stages", "sectors"), "value": ("kinds", "support")}
WORD_WIDTH = 1890  # px: 16 cm at 300 dpi


@pytest.fixture
def project(tab: Page, tmp_path: Path) -> Page:
    """A tab that has opened the filled form."""
    path = tmp_path / "ใยมะพร้าว.xlsx"
    path.write_bytes(fill_form())
    _upload(tab, path)
    return tab


def test_the_filled_form_asks_nothing_and_has_no_problem(project: Page) -> None:
    name = word("ui.page.data_check", TH)  # a number in brackets would count problems
    expect(project.get_by_test_id("stSidebarNav").get_by_role("link", name=name)).to_have_text(name)
    _go(project, "overview")
    expect(_answer(project)).not_to_have_text(word("ui.question_open", TH))


@pytest.mark.parametrize("page", CHARTS)
def test_every_picture_of_a_page_is_shown_and_taken_as_png(project: Page, page: str) -> None:
    _go(project, page)
    assert set(_take_pictures(project)) == {_key(page, name) for name in CHARTS[page]}


def test_every_picture_of_the_partners_is_shown_and_taken_as_png(project: Page) -> None:
    _go(project, "partners")
    for view, names in VIEWS.items():
        project.get_by_role("radio", name=word(f"pages.partners.view_{view}", TH)).click()
        expect(_chart(project, _key("partners", names[-1]))).to_be_visible()
        _settle(project)
        assert set(_take_pictures(project)) == {_key("partners", name) for name in names}


def test_the_index_and_the_estimates_are_off_until_asked_for(project: Page) -> None:
    _go(project, "dimensions")
    expect(_chart(project, "index")).to_have_count(0)
    project.get_by_text(word("pages.dimensions.index_on", TH), exact=True).click()
    expect(_chart(project, "index")).to_be_visible()
    _go(project, "material")
    expect(project.get_by_text("เอกสารสมมติ หน้า 3")).to_have_count(0)
    project.get_by_text(word("pages.material.show_estimates", TH), exact=True).click()
    expect(project.get_by_text("เอกสารสมมติ หน้า 3").first).to_be_visible()


def _key(page: str, name: str) -> str:
    return name if page in ("material", "chain", "dimensions") else f"{page}_{name}"


def _chart(tab: Page, key: str) -> Locator:
    return tab.locator(f".st-key-chart_{key}")


def _take_pictures(tab: Page) -> Iterator[str]:
    """The keys of the charts of a page, each once its PNG was taken and has the size of a Word page."""
    expect(tab.get_by_test_id("stException")).to_have_count(0)
    charts = tab.locator("[class*='st-key-chart_']")
    for at in range(charts.count()):
        key = charts.nth(at).evaluate("e => [...e.classList].find(c => c.startsWith('st-key-chart_')).slice(13)")
        expect(charts.nth(at).get_by_test_id("stPlotlyChart")).to_be_visible()
        _button(tab, "ui.download.chart").nth(at).click()
        with tab.expect_download() as taken:
            _button(tab, "ui.download.image", format="PNG").click()
        tab.keyboard.press("Escape")
        expect(_button(tab, "ui.download.image", format="PNG")).to_have_count(0)
        assert Image.open(io.BytesIO(taken.value.path().read_bytes())).width == WORD_WIDTH
        yield key
