"""In a real browser: amounts in constant prices on the screen, in the chart and in its image, and back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Locator, Page, expect

from dictionary.load_prices import load_price_indices
from i18n import Language, word
from i18n.numbers import write_number

TH = Language.TH
CPI = {one.year: one.index for one in load_price_indices()}
BEFORE, AFTER = 3_000, 3_100  # a rise of 100 baht that prices alone take away
REAL = BEFORE * CPI[2022] / CPI[2019]
NOTE = "ฐาน 2553 = 100"
expect.set_options(timeout=60_000)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Ten invented members, before in 2562 and after in 2565."""
    project = Workbook()
    sheet = project.active
    sheet.title = "โครงการ"
    days = {"ข้อมูลก่อน ตั้งแต่วันที่": "1/1/2562", "ข้อมูลก่อน ถึงวันที่": "31/12/2562"}
    days |= {"ข้อมูลหลัง ตั้งแต่วันที่": "1/1/2565", "ข้อมูลหลัง ถึงวันที่": "31/12/2565"}
    for line in {"ชื่อโครงการ": "โครงการสมมติ", **days}.items():
        sheet.append(line)
    incomes = project.create_sheet("รายได้")
    incomes.append(["รหัสสมาชิก", "แหล่งรายได้", "จำนวนเงิน ก่อน (บาท)", "จำนวนเงิน หลัง (บาท)", "ต่อเดือนหรือต่อปี"])
    for number in range(10):
        incomes.append([f"ส-{number}", "ทอผ้า", BEFORE, AFTER, "เดือน"])
    project.save(tmp_path / "ราคา.xlsx")
    return tmp_path / "ราคา.xlsx"


def _answer(tab: Page) -> Locator:
    return tab.get_by_role("heading", level=1)


def _switch(tab: Page, name: str) -> None:
    tab.locator(".st-key-top").get_by_role("radio", name=word(f"ui.prices_{name}", TH)).click()


def _chart(tab: Page) -> Locator:
    return tab.locator(".st-key-chart_income_pairs").get_by_test_id("stPlotlyChart")


def _take_svg(tab: Page) -> tuple[str, str]:
    """The name of the image of the chart of incomes, and all its words."""
    tab.get_by_role("button", name=word("ui.download.chart", TH), exact=True).first.click()
    tab.get_by_text(word("ui.format.svg", TH), exact=True).click()
    with tab.expect_download() as taken:
        tab.get_by_role("button", name=word("ui.download.image", TH, format="SVG"), exact=True).click()
    tab.keyboard.press("Escape")
    words = re.findall(r">([^<>]+)<", taken.value.path().read_text(encoding="utf-8"))
    return taken.value.suggested_filename, " ".join(words)


def test_sentence_chart_and_image_change_together_and_survive_a_refresh(tab: Page, book: Path) -> None:
    tab.locator("input[type=file]").set_input_files(book)
    expect(tab.locator(".st-key-opened")).to_be_visible()
    tab.goto("/income")
    nominal, real = f"{AFTER - BEFORE} บาท", f"{write_number(REAL - AFTER, 0)} บาท"
    expect(_answer(tab)).to_contain_text(nominal)
    expect(_chart(tab).get_by_text(NOTE)).to_have_count(0)
    name, words = _take_svg(tab)
    assert NOTE not in words
    assert "ราคาคงที่" not in name

    _switch(tab, "real")
    expect(_answer(tab)).to_contain_text(real)
    expect(_answer(tab)).to_contain_text("ราคาคงที่ปี 2565")
    expect(_chart(tab).get_by_text(NOTE)).to_be_visible()
    expect(tab.locator(".st-key-prices_note")).to_contain_text("2562: 113.27, 2565: 120.60")
    expect(tab.locator(".grid").first).to_contain_text(write_number(REAL, 0))
    name, words = _take_svg(tab)
    assert NOTE in words
    assert "World Bank" in words
    assert "ราคาคงที่" in name

    tab.reload()
    expect(_answer(tab)).to_contain_text(real)
    _switch(tab, "nominal")
    expect(_answer(tab)).to_contain_text(nominal)
    expect(tab.get_by_text(NOTE)).to_have_count(0)
    assert NOTE not in _take_svg(tab)[1]


def test_a_year_without_an_index_is_said_and_amounts_stay(tab: Page) -> None:
    sample = Path(__file__).parents[2] / "data" / "samples" / "rice_mill.xlsx"
    tab.locator("input[type=file]").set_input_files(sample)
    expect(tab.locator(".st-key-opened")).to_be_visible()
    tab.goto("/income")
    answer = _answer(tab).inner_text()
    _switch(tab, "real")
    expect(tab.locator(".st-key-prices_note")).to_contain_text("2568")
    expect(tab.locator(".st-key-prices_note")).to_contain_text("กรอกแผ่นงานดัชนีราคา")  # and what to do
    expect(_answer(tab)).to_have_text(answer)
