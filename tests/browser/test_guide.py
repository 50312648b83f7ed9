"""In a real browser: an unsure workbook is asked about, matched and mended, and not asked about again."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Error, Locator, Page, expect

from i18n import Language, word
from tests.build import build

TH = Language.TH
HEADERS = ["ใคร", "ได้เท่าไรแต่เดิม", "ได้เท่าไรตอนนี้", "ต่อ"]
ROWS = [[f"ม-{n}", 1000, 1600 if n != 4 else "พันหกร้อยกว่า", "เดือน"] for n in range(12)]


def _button(tab: Page, key: str) -> Locator:
    return tab.get_by_role("button", name=word(key, TH), exact=True)


def _settle(tab: Page) -> None:
    expect(tab.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def _next(tab: Page, step: str) -> None:
    _button(tab, "pages.guide.next").click()
    expect(tab.get_by_role("heading", name=word(f"pages.guide.step.{step}", TH), exact=True)).to_be_visible()
    _settle(tab)


def _choose(tab: Page, field: Locator, option: str) -> None:
    """Choose an option whose name begins so, and wait until the field shows it."""
    wanted = tab.get_by_role("option", name=re.compile(rf"^{option}"))
    for patience in (5_000, 10_000, 20_000):  # a list that is open closes when the page is drawn anew
        field.click()
        try:
            wanted.click(timeout=patience)
            break
        except Error:
            continue
    expect(field).to_have_value(re.compile(rf"^{option}"))
    _settle(tab)


def _field(tab: Page, label: str) -> Locator:
    return tab.get_by_role("combobox", name=re.compile(re.escape(label)))


def _upload(tab: Page, book: Path) -> None:
    tab.locator("input[type=file]").set_input_files(book)
    expect(tab.get_by_text(book.name).first).to_be_visible()
    _settle(tab)


def _match(tab: Page) -> None:
    """Say what the sheet is, what its columns mean and which is before."""
    _choose(tab, _field(tab, "แบบสำรวจ"), "รายได้ –")
    _next(tab, "header")
    _next(tab, "columns")
    expect(tab.get_by_text("ม-0 · ม-1 · ม-2")).to_be_visible()  # real values stand beside each header
    for header, column in zip(HEADERS, ("รหัสสมาชิก", "จำนวนเงิน", "จำนวนเงิน"), strict=False):
        _choose(tab, _field(tab, header), column)
    _next(tab, "periods")
    for at, name in enumerate(("ก่อน", "หลัง")):
        _choose(tab, _field(tab, word("pages.guide.round_of_column", TH)).nth(at), f"{name}$")
    _next(tab, "mends")


def test_a_messy_workbook_is_matched_mended_and_known_the_next_time(tab: Page, tmp_path: Path) -> None:
    book = tmp_path / "messy.xlsx"
    book.write_bytes(build({"แบบสำรวจ": [["รายงานของกลุ่มทอผ้า"], [], HEADERS, *ROWS]}))
    _upload(tab, book)
    _button(tab, "pages.guide.answer_here").click()
    _settle(tab)
    _match(tab)
    _next(tab, "confirm")
    _button(tab, "pages.guide.confirm").click()
    _mend(tab, "1900")
    expect(tab.get_by_text(word("pages.guide.mended", TH, n="1"))).to_be_visible()
    _next(tab, "confirm")
    _button(tab, "pages.guide.confirm").click()
    tab.wait_for_url("**/overview")
    expect(tab.get_by_test_id("stPlotlyChart").first).to_be_visible()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("625")  # (11 · 600 + 900) / 12
    tab.get_by_test_id("stSidebarNav").get_by_role("link", name=word("ui.page.start", TH)).click()
    _settle(tab)
    _upload(tab, book.rename(tmp_path / "again.xlsx"))
    expect(_button(tab, "pages.guide.answer_here")).to_have_count(0)
    expect(_button(tab, "pages.start.go_overview")).to_be_visible()


def _mend(tab: Page, value: str) -> None:
    """Type another value into the faulty cell: the third column of the only row of the grid."""
    grid = tab.get_by_test_id("stDataFrame")
    expect(grid).to_be_visible()
    _settle(tab)
    box = grid.bounding_box()
    assert box is not None
    tab.mouse.click(box["x"] + box["width"] * 0.35, box["y"] + box["height"] * 0.75)
    tab.keyboard.press("Enter")
    typed = tab.locator("textarea.gdg-input")
    typed.fill(value)
    typed.press("Enter")
    expect(typed).to_have_count(0)
    _settle(tab)
