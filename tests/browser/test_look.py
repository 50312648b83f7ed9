"""In a real browser, what only drawing shows: colours that can be read, cards in a row, words of one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Locator, Page, expect
from pypdfium2 import PdfDocument

from i18n import Language, word

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "banana_weaving.xlsx"
GROUND = (20, 24, 29)  # of the dark theme
expect.set_options(timeout=60_000)


@pytest.fixture
def night(chromium: Browser, address: str) -> Iterator[Page]:
    """A tab in the dark theme with the sample open."""
    context = chromium.new_context(base_url=address, viewport={"width": 1366, "height": 768}, color_scheme="dark")
    context.set_default_timeout(60_000)
    tab = context.new_page()
    tab.goto("/")
    tab.locator("input[type=file]").set_input_files(SAMPLE)
    expect(tab.locator(".st-key-opened")).to_be_visible()
    yield tab
    context.close()


def _open(tab: Page, page: str) -> None:
    tab.goto(f"/{page}")
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
    expect(tab.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def _brightness(colour: tuple[int, ...]) -> float:
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(text: Locator) -> float:
    """Contrast of a text with the ground of the dark theme (WCAG 2.2)."""
    told = text.evaluate("e => getComputedStyle(e).color")
    dark, light = sorted(map(_brightness, (GROUND, tuple(map(int, re.findall(r"\d+", told)[:3])))))
    return (light + 0.05) / (dark + 0.05)


def test_a_button_whose_drawer_is_open_can_be_read_in_the_dark(night: Page) -> None:
    _open(night, "economic")
    buttons = night.get_by_role("button", name=word("ui.sources", Language.TH))
    expect(buttons).not_to_have_count(0)
    for kind in ("tertiary", "secondary"):
        place = buttons.and_(night.locator(f"[kind={kind}]")).first
        text = place.locator("p").first
        place.click()
        expect(place).to_have_attribute("aria-expanded", "true")
        assert _contrast(text) >= 4.5
        night.keyboard.press("Escape")


def test_the_cards_of_a_row_are_of_one_height(night: Page) -> None:
    _open(night, "economic")
    expect(night.locator("[class*=st-key-small_card_]")).not_to_have_count(0)
    boxes = [card.bounding_box() for card in night.locator("[class*=st-key-small_card_]").all()]
    rows: dict[float, set[float]] = {}
    for box in filter(None, boxes):
        rows.setdefault(round(box["y"]), set()).add(round(box["height"]))
    assert len(rows) < len(boxes)  # some stand beside each other
    assert [heights for heights in rows.values() if len(heights) > 1] == []


def test_no_choice_left_open_speaks_another_language(night: Page) -> None:
    _open(night, "overview")
    night.get_by_text(word("ui.prices_real", Language.TH), exact=True).click()
    year = night.get_by_role("combobox", name=word("prices.year", Language.TH))
    expect(year).to_be_visible()
    shown = year.evaluate("e => e.value || e.placeholder")
    assert shown == word("prices.year_after", Language.TH)


def test_the_box_for_files_reaches_the_end_of_what_stands_beside_it(night: Page) -> None:
    _open(night, "start")
    expect(night.locator(".st-key-form")).to_be_visible()
    ends = (
        "e => [...document.querySelectorAll('.st-key-upload, .st-key-form')].map(e => e.getBoundingClientRect().bottom)"
    )
    upload, form = night.evaluate(ends)
    assert abs(upload - form) < 2


def test_the_words_of_streamlits_own_tools_are_those_of_the_language(night: Page) -> None:
    _open(night, "data_check")
    table = night.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    table.hover()
    for label in ("columns", "download_csv", "search", "fullscreen"):
        expect(night.get_by_role("button", name=word(f"streamlit.{label}", Language.TH)).first).to_be_attached()
    expect(night.get_by_text(word("streamlit.skip", Language.TH))).to_be_attached()
    night.get_by_text("English", exact=True).click()
    expect(night.get_by_text(word("streamlit.skip", Language.EN))).to_be_attached()
    night.get_by_text("ไทย", exact=True).click()
    _open(night, "income")
    night.get_by_test_id("stSelectbox").first.locator("input").fill("zz")
    expect(night.get_by_text(word("streamlit.no_results", Language.TH))).to_be_visible()


def test_a_file_that_is_too_large_is_refused_in_the_readers_words(night: Page, tmp_path: Path) -> None:
    path = tmp_path / "large.xlsx"
    path.write_bytes(bytes(51 * 1024**2))
    _open(night, "start")
    night.locator("input[type=file]").set_input_files(path)
    told = word("streamlit.too_large", Language.TH, size="50").removesuffix("50")
    expect(night.get_by_test_id("stFileUploader").get_by_text(told)).to_be_visible()


def test_what_a_user_typed_is_not_taken_for_a_word_of_streamlit(night: Page, tmp_path: Path) -> None:
    book = load_workbook(SAMPLE)
    for sheet in book:
        for cell in next(sheet.iter_cols(min_col=5, max_col=5)):
            cell.value = "Values" if cell.value == "หมู่ 2 บ้านคลองสมมติ" else cell.value
    path = tmp_path / "Values.xlsx"
    book.save(path)
    _open(night, "start")
    night.locator("input[type=file]").set_input_files(path)
    expect(night.locator(".st-key-opened").get_by_text("Values.xlsx")).to_be_visible()
    _open(night, "members")
    expect(night.locator(".js-plotly-plot, .grid").get_by_text("Values").first).to_be_visible()
    night.get_by_test_id("stSelectbox").first.locator("input").click()
    expect(night.get_by_role("option").get_by_text("Values")).to_be_visible()


def test_on_a_phone_the_sign_that_opens_the_menu_says_so(chromium: Browser, address: str) -> None:
    with chromium.new_context(base_url=address, viewport={"width": 390, "height": 844}) as visit:
        tab = visit.new_page()
        _open(tab, "")
        sign = tab.get_by_test_id("stExpandSidebarButton")
        expect(sign).to_be_visible()
        shown = "e => getComputedStyle(e, '::after').content"
        assert sign.evaluate(shown) == f'"{word("ui.menu", Language.TH)}"'
        expect(sign).to_have_accessible_name(re.compile(word("streamlit.show_menu", Language.TH)))


def test_on_a_phone_the_menu_gives_way_to_the_page_that_was_chosen_in_it(chromium: Browser, address: str) -> None:
    with chromium.new_context(base_url=address, viewport={"width": 390, "height": 844}, has_touch=True) as visit:
        tab = visit.new_page()
        _open(tab, "")
        tab.get_by_test_id("stExpandSidebarButton").tap()
        tab.get_by_test_id("stSidebarNavLink").nth(2).tap()
        expect(tab).to_have_url(re.compile("data_check"))
        expect(tab.get_by_test_id("stSidebar")).not_to_be_in_viewport()


def test_a_page_on_paper_holds_its_pictures_whole_and_not_the_menu(night: Page) -> None:
    night.get_by_text("English", exact=True).click()
    expect(night.get_by_text(word("streamlit.skip", Language.EN))).to_be_attached()
    _open(night, "income")
    drawn = night.locator(".js-plotly-plot")
    expect(drawn.first).to_be_visible()
    read = "all => all.flatMap(e => [...e.querySelectorAll('text')].map(e => e.textContent))"
    numbers = set(re.findall(r"\d[\d,]{3,}", " ".join(drawn.evaluate_all(read))))
    pages = [page.get_textpage().get_text_bounded() for page in PdfDocument(night.pdf(format="A4"))]
    told = " ".join(pages)
    assert numbers
    assert {one for one in numbers if one not in told} == set()
    assert word("ui.page.technology", Language.EN) not in told
    assert word("ui.download.chart", Language.EN) not in told
    assert len(pages) <= 5


def test_the_first_screen_of_the_overview_reaches_to_what_to_be_careful_about(night: Page) -> None:
    _open(night, "overview")
    expect(night.locator(".st-key-caveats")).to_be_in_viewport()


def test_prices_are_chosen_only_where_money_may_be_told(night: Page) -> None:
    prices = night.get_by_role("radio", name=word("ui.prices_real", Language.TH))
    for page, times in (("start", 0), ("data_check", 0), ("participation", 0), ("income", 1)):
        _open(night, page)
        expect(prices).to_have_count(times)
    named = word("streamlit.help_for", Language.TH, label=word("ui.prices", Language.TH))
    expect(night.get_by_role("button", name=named)).to_be_attached()


def test_who_goes_by_the_keys_sees_which_page_of_the_menu_is_reached(night: Page) -> None:
    _open(night, "overview")
    for _ in range(3):
        night.keyboard.press("Tab")
    reached = night.evaluate(
        "[document.activeElement.innerText, getComputedStyle(document.activeElement).outlineStyle]"
    )
    assert reached == [word("ui.page.guide", Language.TH), "solid"]
