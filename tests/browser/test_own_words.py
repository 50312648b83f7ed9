"""In a real browser: what was typed as title and note a moment ago stands in every image, without Enter."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from PIL import Image, ImageChops
from playwright.sync_api import Download, Locator, Page, expect
from pypdfium2 import PdfDocument

from i18n import Language, word

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "banana_weaving.xlsx"
TITLE, NOTE = "ผลงานของกลุ่ม น้ำ ปี่ ญู", "หมายเหตุที่เจ้าหน้าที่เขียน"
READ_CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  const bytes = new Uint8Array(await (await item.getType("image/png")).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}"""
expect.set_options(timeout=60_000)


@pytest.fixture
def language() -> Language:
    """The language of the screen."""
    return Language.TH


@pytest.fixture
def page(tab: Page, language: Language) -> Page:
    """The overview with its first drawer for an image open."""
    tab.locator("input[type=file]").set_input_files(SAMPLE)
    expect(tab.locator(".st-key-opened")).to_be_visible()
    if language is Language.EN:
        tab.get_by_text("English", exact=True).click()
        expect(tab.get_by_role("link", name=word("ui.page.overview", language), exact=True)).to_be_visible()
    tab.goto("/overview")
    expect(tab.get_by_test_id("stPlotlyChart").first).to_be_visible()
    expect(tab.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    _button(tab, "ui.download.chart", language).first.click()
    expect(_title(tab, language)).to_be_visible()
    return tab


@pytest.fixture
def slow(page: Page) -> Page:
    """The same on a line slower than a click after a key."""
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 300, "downloadThroughput": -1, "uploadThroughput": -1},
    )
    return page


def _button(tab: Page, key: str, language: Language, **values: object) -> Locator:
    return tab.get_by_role("button", name=word(key, language, **values), exact=True)


def _reload(tab: Page) -> None:
    """Load the page anew, until it is whole: what is clicked while it is built is built again, and closed."""
    tab.reload()
    expect(tab.get_by_test_id("stPlotlyChart").first).to_be_visible()
    expect(tab.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def _title(tab: Page, language: Language) -> Locator:
    return tab.get_by_label(word("ui.download.title", language), exact=True)


def _type(tab: Page, language: Language, title: str, note: str = "") -> None:
    """Rewrite the fields key by key; the last one keeps the cursor."""
    for label, text in (("note", note), ("title", title)):
        if text:
            tab.get_by_label(word(f"ui.download.{label}", language), exact=True).click()
            tab.keyboard.press("Control+a")
            tab.keyboard.type(text)


def _take(tab: Page, click: Callable[[], None]) -> tuple[str, bytes]:
    with tab.expect_download() as taken:
        click()
    download: Download = taken.value
    return download.suggested_filename, download.path().read_bytes()


def _take_image(tab: Page, language: Language, kind: str) -> tuple[str, bytes]:
    tab.get_by_text(word(f"ui.format.{kind}", language), exact=True).click()
    return _take(tab, _button(tab, "ui.download.image", language, format=kind.upper()).click)


def _copied(tab: Page, language: Language) -> bytes:
    _button(tab, "ui.download.copy", language).first.click()
    expect(tab.get_by_text(word("ui.download.copied", language))).to_be_visible()
    return base64.b64decode(tab.evaluate(READ_CLIPBOARD))


def _same(one: bytes, other: bytes) -> bool:
    first, second = (Image.open(io.BytesIO(content)).convert("RGB") for content in (one, other))
    return first.size == second.size and ImageChops.difference(first, second).getbbox() is None


@pytest.mark.parametrize(("kind", "language"), [("svg", Language.TH), ("pdf", Language.EN)])
def test_a_drawing_taken_while_typing_has_the_words_typed(slow: Page, language: Language, kind: str) -> None:
    slow.get_by_text(word(f"ui.format.{kind}", language), exact=True).click()
    _type(slow, language, TITLE, NOTE)
    name, content = _take(slow, _button(slow, "ui.download.image", language, format=kind.upper()).click)
    assert name.endswith(f"_word.{kind}")
    told = _squeeze(content.decode() if kind == "svg" else PdfDocument(content)[0].get_textpage().get_text_range())
    assert _squeeze(TITLE) in told
    assert kind == "svg" or _squeeze(NOTE) in told  # the note of an SVG is outlines alone


def _squeeze(text: str) -> str:
    """The letters alone: where one piece of a line in a PDF ends, a reader of PDF guesses whether a space stands."""
    return "".join(text.split())


def test_a_picture_and_its_copy_taken_while_typing_have_the_words_typed(slow: Page, language: Language) -> None:
    _, before = _take_image(slow, language, "png")
    _type(slow, language, TITLE)
    _, typed = _take(slow, _button(slow, "ui.download.image", language, format="PNG").click)
    expect(slow.get_by_test_id("stPlotlyChart").first.get_by_text(TITLE)).to_be_visible()
    _, later = _take_image(slow, language, "png")
    assert not _same(before, typed)
    assert _same(typed, later)
    _type(slow, language, "x")
    copied = _copied(slow, language)
    expect(slow.get_by_test_id("stPlotlyChart").first.get_by_text("x", exact=True)).to_be_visible()
    assert not _same(copied, later)
    assert _same(copied, _copied(slow, language))


def test_all_images_have_the_words_typed(slow: Page, language: Language) -> None:
    _type(slow, language, TITLE)
    slow.get_by_role("link", name=word("ui.page.downloads", language), exact=True).click()
    slow.get_by_text(word("ui.format.svg", language), exact=True).click()
    _button(slow, "pages.downloads.make", language).click()
    _, content = _take(slow, _button(slow, "pages.downloads.take", language).click)
    images = ZipFile(io.BytesIO(content))
    assert [name for name in images.namelist() if TITLE in images.read(name).decode()] != []


def test_the_figures_behind_a_chart_have_the_words_typed(page: Page, language: Language) -> None:
    _type(page, language, TITLE)
    _, content = _take(page, _button(page, "ui.download.table", language).first.click)
    sheets = load_workbook(io.BytesIO(content)).worksheets
    assert TITLE in {sheet["A1"].value for sheet in sheets}


def test_words_that_are_being_typed_are_not_taken_back_by_the_page(slow: Page, language: Language) -> None:
    _type(slow, language, TITLE)
    expect(slow.get_by_test_id("stPlotlyChart").first.get_by_text(TITLE)).to_be_visible()
    slow.keyboard.type(" และต่อ")
    expect(_title(slow, language)).to_have_value(f"{TITLE} และต่อ")
    expect(_title(slow, language)).to_be_focused()
    expect(slow.get_by_test_id("stPlotlyChart").first.get_by_text(f"{TITLE} และต่อ")).to_be_visible()
    _reload(slow)
    _button(slow, "ui.download.chart", language).first.click()
    expect(_title(slow, language)).to_have_value(f"{TITLE} และต่อ")


def test_no_field_asks_for_enter_in_a_language_of_its_own(tab: Page, tmp_path: Path) -> None:
    book = load_workbook(SAMPLE)
    del book["โครงการ"]
    book.save(tmp_path / "ไม่มีชื่อ.xlsx")
    tab.locator("input[type=file]").set_input_files(tmp_path / "ไม่มีชื่อ.xlsx")
    tab.get_by_label(word("pages.start.name", Language.TH), exact=True).press_sequentially("โครงการ")
    expect(tab.get_by_text("Press Enter", exact=False).locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("size", [(768, 768), (390, 844)])
def test_the_button_of_an_image_is_in_sight_and_the_note_can_be_reached(
    page: Page, language: Language, size: tuple[int, int]
) -> None:
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    _reload(page)
    _button(page, "ui.download.chart", language).first.click()
    expect(_button(page, "ui.download.image", language, format="PNG")).to_be_in_viewport(ratio=1)
    note = page.get_by_label(word("ui.download.note", language), exact=True)
    note.focus()
    note.scroll_into_view_if_needed()
    expect(note).to_be_in_viewport(ratio=0.9)
