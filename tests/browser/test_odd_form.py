"""The form with odd entries in a real browser: every page stands, on a desk and on a phone of the other language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from i18n import Language, word
from tests.browser.conftest import PATIENCE
from tests.browser.test_main_job import _settle, _upload
from tests.hostile_form import fill_oddly

PAGES = ("participation", "technology", "partners", "material", "chain", "dimensions", "sroi")
DESK, PHONE = (1366, 768), (390, 844)
VIEWS = [(Language.TH, "light", DESK), (Language.EN, "dark", PHONE)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ใยมะพร้าว.xlsx"
    path.write_bytes(fill_oddly())
    return path


@pytest.fixture(params=VIEWS, ids=lambda view: f"{view[0]}-{view[1]}-{view[2][0]}")
def view(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[tuple[Page, Language]]:
    language, scheme, (width, height) = request.param
    size = {"width": width, "height": height}
    context = chromium.new_context(base_url=address, viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE * 1000)
    yield context.new_page(), language
    context.close()


def test_no_odd_entry_breaks_a_page_or_runs_in_it(view: tuple[Page, Language], path: Path) -> None:
    tab, language = view
    faults: list[str] = []

    def refuse(dialog: Dialog) -> None:
        faults.append(dialog.message)
        dialog.dismiss()

    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("dialog", refuse)
    tab.goto("/")
    _upload(tab, path)
    if language is Language.EN:
        tab.get_by_role("radio", name="English").click()
    for page in PAGES:
        tab.goto(f"/{page}")
        _settle(tab)
        expect(tab.locator("[class*='st-key-chart_']").first).to_be_visible()
        expect(tab.get_by_test_id("stException")).to_have_count(0)
        assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page
        expect(tab.get_by_text(word("ui.download.chart", language)).first).to_be_visible()
    assert faults == []
