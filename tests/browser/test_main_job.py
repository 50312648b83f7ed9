"""The main job in a real browser: open a workbook, read the answer, take an image, come back, delete."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from i18n import Language, word
from i18n.numbers import write_number
from ui.frame import GROUPS

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "banana_weaving.xlsx"
PAGES = tuple(chain.from_iterable(GROUPS.values()))
TH, EN = Language.TH, Language.EN
expect.set_options(timeout=60_000)


def _rows(sheet: str) -> Iterator[dict[str, object]]:
    """The rows of a sheet of the sample as a person sees them: header → cell."""
    header, *rows = load_workbook(SAMPLE, data_only=True)[sheet].iter_rows(values_only=True)
    return (dict(zip(header, row, strict=True)) for row in rows if row[0] is not None)


def _upload(tab: Page, path: Path = SAMPLE) -> None:
    tab.locator("input[type=file]").set_input_files(path)
    expect(tab.locator(".st-key-opened")).to_be_visible()


def _go(tab: Page, name: str, language: Language = TH) -> None:
    title = word(f"ui.page.{name}", language)
    tab.get_by_test_id("stSidebarNav").get_by_role("link", name=re.compile(rf"^{re.escape(title)}( \(\d+\))?$")).click()
    tab.wait_for_url(f"**/{'' if name == 'start' else name}")
    _settle(tab)


def _settle(tab: Page) -> None:
    """Wait until the script has run: a heading stands there and nothing is being redrawn."""
    expect(_answer(tab)).to_be_visible()
    expect(tab.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def _answer(tab: Page) -> Locator:
    return tab.get_by_role("heading", level=1)


def _button(tab: Page, key: str, language: Language = TH, **values: object) -> Locator:
    return tab.get_by_role("button", name=word(key, language, **values), exact=True)


def test_the_headline_income_is_the_one_in_the_sheet(tab: Page) -> None:
    _upload(tab)
    _go(tab, "overview")
    known: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for row in _rows("รายได้"):
        months = 12 if row["ต่อเดือนหรือต่อปี"] == "ปี" else 1
        for at, cell in enumerate(("จำนวนเงิน ก่อน (บาท)", "จำนวนเงิน หลัง (บาท)")):
            amount = row[cell]
            known[str(row["รหัสสมาชิก"])][at] += float("nan") if amount is None else float(str(amount)) / months
    gains = [after - before for before, after in known.values() if after - before == after - before]
    expect(_answer(tab)).to_contain_text(f"{write_number(sum(gains) / len(gains), 0)} บาท")


def test_the_number_of_partners_is_the_one_in_the_sheet(tab: Page) -> None:
    _upload(tab)
    _go(tab, "partners")
    after = {row["ชื่อหน่วยงาน"] for row in _rows("ภาคีเครือข่าย") if row["ร่วมงาน หลัง"] == "ใช่"}
    expect(_answer(tab)).to_contain_text(f"{len(after)} แห่ง")


def test_the_partners_page_shows_one_question_at_a_time(tab: Page) -> None:
    _upload(tab)
    _go(tab, "partners")
    expect(tab.locator(".st-key-chart_partners_network")).to_be_visible()
    expect(tab.locator(".grid tbody tr")).to_have_count(len([*_rows("ภาคีเครือข่าย")]))
    tab.get_by_role("radio", name=word("pages.partners.view_value", TH)).click()
    expect(tab.locator(".st-key-chart_partners_kinds")).to_be_visible()
    expect(tab.locator(".st-key-chart_partners_network")).to_have_count(0)


def test_the_number_of_members_is_the_one_in_the_sheet(tab: Page) -> None:
    _upload(tab)
    _go(tab, "members")
    end = datetime(2026, 3, 31)  # noqa: DTZ001 - Excel knows no zone
    after = sum(
        (row["วันที่เข้าร่วม"] is None or row["วันที่เข้าร่วม"] <= end)  # type: ignore[operator]
        and (row["วันที่ออก"] is None or row["วันที่ออก"] > end)  # type: ignore[operator]
        for row in _rows("สมาชิก")
    )
    expect(_answer(tab)).to_contain_text(f"{after} คน")


def test_the_language_switch_keeps_page_and_data(tab: Page) -> None:
    _upload(tab)
    _go(tab, "income")
    thai = _answer(tab).inner_text()
    tab.get_by_text("English", exact=True).click()
    expect(_answer(tab)).not_to_have_text(thai)
    expect(_answer(tab)).to_contain_text("members")
    assert tab.url.endswith("/income")


@pytest.mark.parametrize("language", list(Language))
def test_every_page_opens(tab: Page, language: Language) -> None:
    _upload(tab)
    if language is EN:
        tab.get_by_text("English", exact=True).click()
    for name in PAGES:
        _go(tab, name, language)
        expect(tab.get_by_text(word("ui.script_error", language)[:40])).to_have_count(0)
        expect(tab.get_by_test_id("stException")).to_have_count(0)


def test_a_first_visit_by_the_address_of_a_page_has_its_frame(chromium: Browser, fresh_address: str) -> None:
    context = chromium.new_context()
    tab = context.new_page()
    tab.goto(f"{fresh_address}/overview")
    expect(_answer(tab)).to_have_text(word("ui.empty", TH))
    tab.get_by_text("English", exact=True).click()
    expect(_answer(tab)).to_have_text(word("ui.empty", EN))
    expect(tab.get_by_test_id("stSidebarNavLink")).to_have_count(len(PAGES))
    context.close()


def test_the_first_page_is_also_found_by_its_name(chromium: Browser, address: str) -> None:
    with chromium.new_context() as visit:
        tab = visit.new_page()
        tab.goto(f"{address}/start")
        expect(tab.locator("input[type=file]")).to_be_attached()
        expect(tab.get_by_role("dialog")).to_have_count(0)


def test_a_png_has_the_size_that_was_chosen(tab: Page) -> None:
    _upload(tab)
    _go(tab, "overview")
    name, content = _download_image(tab, "word")
    assert name == f"ทอผ้าใยกล้วยสร้างอาชีพ_{word('figures.chart_changes', TH)}_th_word.png"
    assert Image.open(io.BytesIO(content)).width == 1890  # 16 cm at 300 dpi


def _download_image(tab: Page, size: str) -> tuple[str, bytes]:
    _button(tab, "ui.download.chart").first.click()
    tab.get_by_text(word(f"ui.size.{size}", TH), exact=True).click()
    with tab.expect_download() as taken:
        _button(tab, "ui.download.image", format="PNG").click()
    return taken.value.suggested_filename, taken.value.path().read_bytes()


def test_a_slide_is_1920_by_1080_and_carries_the_edited_title(tab: Page) -> None:
    _upload(tab)
    _go(tab, "overview")
    _button(tab, "ui.download.chart").first.click()
    title = tab.get_by_label(word("ui.download.title", TH), exact=True)
    title.fill("Edited title")
    title.press("Enter")
    expect(tab.get_by_test_id("stPlotlyChart").get_by_text("Edited title")).to_be_visible()
    tab.keyboard.press("Escape")
    _, content = _download_image(tab, "slide")
    assert Image.open(io.BytesIO(content)).size == (1920, 1080)


def test_the_image_can_be_copied(tab: Page) -> None:
    _upload(tab)
    _go(tab, "overview")
    _button(tab, "ui.download.copy").first.click()
    expect(tab.get_by_text(word("ui.download.copied", TH))).to_be_visible()
    kinds = tab.evaluate("navigator.clipboard.read().then(items => items.flatMap(item => item.types))")
    assert kinds == ["image/png"]


def test_all_images_come_in_one_zip(tab: Page) -> None:
    _upload(tab)
    _go(tab, "downloads")
    _button(tab, "pages.downloads.make").click()
    with tab.expect_download() as taken:
        _button(tab, "pages.downloads.take").click()
    names = ZipFile(taken.value.path()).namelist()
    assert len(names) >= 8
    assert all(name.endswith(".png") for name in names)


def test_the_own_file_comes_back_with_the_fault_coloured_and_commented(tab: Page, tmp_path: Path) -> None:
    book = load_workbook(SAMPLE)
    sheet = book["รายได้"]
    column = next(cell.column for cell in sheet[1] if cell.value == "จำนวนเงิน หลัง (บาท)")
    fault = sheet.cell(7, column)
    fault.value = "ห้าพันบาท"
    path = tmp_path / "ของเรา.xlsx"
    book.save(path)
    _upload(tab, path)
    _go(tab, "data_check")
    with tab.expect_download() as taken:
        _button(tab, "pages.data_check.take_own").click()
    assert taken.value.suggested_filename == "ของเรา_ตรวจแล้ว.xlsx"
    marked = load_workbook(io.BytesIO(taken.value.path().read_bytes()))["รายได้"].cell(7, column)
    assert marked.value == "ห้าพันบาท"
    assert (marked.fill.fill_type, marked.fill.fgColor.rgb) != (fault.fill.fill_type, fault.fill.fgColor.rgb)
    assert marked.comment is not None
    assert word("ui.severity.error", TH) in marked.comment.text
    assert marked.coordinate in marked.comment.text


def test_a_refresh_and_a_deep_link_find_the_data(tab: Page) -> None:
    _upload(tab)
    _go(tab, "overview")
    answer = _answer(tab).inner_text()
    tab.reload()
    expect(_answer(tab)).to_have_text(answer)
    tab.goto("/overview")
    expect(_answer(tab)).to_have_text(answer)


def test_what_is_asked_about_a_second_file_outlives_a_refresh_and_not_the_data(tab: Page, tmp_path: Path) -> None:
    paths = [tmp_path / "ก.xlsx", tmp_path / "ข.xlsx"]
    for path in paths:
        path.write_bytes(SAMPLE.read_bytes() + path.name.encode())  # the reader's own, not the sample
    _upload(tab, paths[0])
    tab.locator("input[type=file]").set_input_files(paths[1])
    asked = tab.locator(".st-key-where").get_by_text(paths[1].name)
    expect(asked).to_be_visible()
    tab.reload()
    expect(asked).to_be_visible()
    _button(tab, "ui.forget").click()
    _button(tab, "ui.forget_yes").click()
    expect(tab.locator(".st-key-opened")).to_have_count(0)
    expect(asked).to_have_count(0)


@pytest.mark.parametrize("key", ["ui.sources", "ui.download.chart"])
def test_one_click_leaves_a_page_whose_drawer_is_open(tab: Page, key: str) -> None:
    _upload(tab)
    for start, goal in (("income", "members"), ("members", "income")):
        _go(tab, start)
        _button(tab, key).first.click()
        expect(tab.get_by_test_id("stPopoverBody")).to_be_visible()
        _go(tab, goal)
        expect(tab.locator(".js-plotly-plot").first).to_be_visible()
        expect(tab.get_by_test_id("stPopoverBody")).to_have_count(0)


def test_another_browser_sees_nothing(tab: Page, chromium: Browser, address: str) -> None:
    _upload(tab)
    _go(tab, "overview")
    other = chromium.new_context(base_url=address)
    stranger = other.new_page()
    stranger.goto("/overview")
    expect(_answer(stranger)).to_have_text(word("ui.empty", TH))
    _settle(stranger)  # a made file is given up when other pages have run twice
    with tab.expect_download() as taken:
        _button(tab, "ui.download.table").first.click()
    assert tab.request.get(taken.value.url).status == 200
    assert stranger.request.get(taken.value.url).status == 404
    assert tab.request.get(taken.value.url).status == 200
    image = _copy(tab)
    assert tab.request.get(image).status == 200
    assert stranger.request.get(image).status == 404
    other.close()


def _copy(tab: Page) -> str:
    """Copy the first image; the address it came from."""
    with tab.expect_response("**/image/**") as asked:
        _button(tab, "ui.download.copy").first.click()
    return asked.value.url


def test_delete_my_data_now_deletes(tab: Page) -> None:
    _upload(tab)
    _go(tab, "overview")
    image = _copy(tab)
    _button(tab, "ui.forget").click()
    _button(tab, "ui.keep").click()
    expect(tab.get_by_role("dialog")).to_have_count(0)
    _button(tab, "ui.forget").click()
    _button(tab, "ui.forget_yes").click()
    expect(tab.locator(".st-key-upload")).to_be_visible()
    expect(tab.locator(".st-key-opened")).to_have_count(0)
    tab.goto("/overview")
    expect(_answer(tab)).to_have_text(word("ui.empty", TH))
    assert tab.request.get(image).status == 404


def test_a_file_that_is_no_workbook_is_answered_with_a_sentence(tab: Page, tmp_path: Path) -> None:
    path = tmp_path / "photo.xlsx"
    path.write_bytes(b"no workbook at all")
    _upload(tab, path)
    expect(tab.get_by_text(word("pages.start.nothing_usable", TH))).to_be_visible()
    expect(tab.get_by_text("Traceback")).to_have_count(0)


def test_nothing_is_asked_from_the_internet(visit: BrowserContext) -> None:
    asked: list[str] = []
    tab = visit.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto("/")
    _upload(tab)
    for name in PAGES:
        _go(tab, name)
    assert [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))] == []


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
def test_nothing_is_wider_than_the_screen(visit: BrowserContext, size: tuple[int, int]) -> None:
    tab = visit.new_page()
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    tab.goto("/")
    _upload(tab)
    for name in PAGES:
        tab.goto("/" if name == "start" else f"/{name}")
        _settle(tab)
        main = tab.get_by_test_id("stMain")
        assert main.evaluate("e => e.scrollWidth - e.clientWidth") <= 0, name


@pytest.mark.parametrize("language", list(Language))
def test_a_phone_shows_the_numbers_of_every_table_without_moving_it_sideways(
    visit: BrowserContext, language: Language
) -> None:
    tab = visit.new_page()
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto("/")
    _upload(tab)
    if language is EN:
        tab.get_by_text("English", exact=True).click()
        expect(tab.get_by_text(word("ui.language", EN)).first).to_be_attached()
    for name in ("overview", "income", "members", "data_check"):
        tab.goto(f"/{name}")
        _settle(tab)
        if name != "data_check":
            expect(tab.locator(".items .item").filter(has_text="→").first).to_be_attached()
        hidden = tab.locator(".grid").evaluate_all("all => all.map(e => e.scrollWidth - e.clientWidth)")
        assert max(hidden, default=0) <= 0, name


def test_a_small_laptop_shows_the_download_button_of_an_image(tab: Page) -> None:
    _upload(tab)
    _go(tab, "overview")
    _button(tab, "ui.download.chart").first.click()
    button = _button(tab, "ui.download.image", format="PNG").first
    expect(button).to_be_in_viewport(ratio=1)
