"""In a real browser: an unsure workbook is asked about, matched and mended, and not asked about again."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from playwright.sync_api import Error, Locator, Page, expect

from i18n import Language, word

TH = Language.TH
SHEET = "แบบสำรวจ"
TITLES = ["แบบสรุปข้อมูลกลุ่มทอผ้าบ้านสมมติ", "ข้อมูลสมมติเพื่อการทดสอบ"]
HEADERS = ["ชื่อ-สกุล", "เพศ", "หมู่บ้าน", "ปีเกิด", "เก็บเมื่อ", "ได้เท่าไร"]
NAMES = ["สมใจ", "มานี", "ปิติ", "ชูใจ", "วีระ", "สมคิด", "อรุณ", "ดวงใจ", "จันทร์", "บุญมี", "ประเสริฐ"]
UNSURE = ("มานะ ใจดี", "มานะ ใจดืี")  # the same person with a mark too many
FAULTY = "พันหกร้อยกว่า"
BEFORE, AFTER, MENDED, UNSURE_AFTER = 1000, 1600, 1900, 2200
expect.set_options(timeout=60_000)


def _make_book() -> bytes:
    """Two title rows, a blank one, a header with two unknown words, and every person once in each round."""
    people = [(f"นาง{name} รักษ์ดี", f"นาง{name} รักษ์ดี") for name in NAMES] + [UNSURE]
    rows: list[list[Any]] = [[title] for title in TITLES] + [[], HEADERS]
    for said, side in (("ลงพื้นที่แรก", 0), ("ลงพื้นที่ซ้ำ", 1)):
        for number, names in enumerate(people):
            amount: object = BEFORE if side == 0 else FAULTY if number == 4 else AFTER
            amount = UNSURE_AFTER if side and names is UNSURE else amount
            rows.append([names[side], "หญิง", f"หมู่ {number % 3 + 1}", 2510 + number, said, amount])
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    for row in rows:
        sheet.append(row)
    sheet["A1"].font = Font(bold=True)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _button(tab: Page, key: str, **values: object) -> Locator:
    return tab.get_by_role("button", name=word(key, TH, **values), exact=True)


def _settle(tab: Page) -> None:
    expect(tab.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def _next(tab: Page, step: str) -> None:
    button = _button(tab, "pages.guide.next")
    expect(button).to_have_count(1)
    button.last.click()  # while the page is drawn anew the old one still stands beside the new
    expect(tab.get_by_role("heading", name=word(f"pages.guide.step.{step}", TH), exact=True)).to_be_visible()
    _settle(tab)


def _choose(tab: Page, field: Locator, option: str) -> None:
    """Choose an option whose name begins so, and wait until the field shows it."""
    wanted = tab.get_by_role("option", name=re.compile(rf"^{option}"))
    for patience in (5_000, 10_000, 20_000):  # a list that is open closes when the page is drawn anew
        field.last.click()  # while the page is drawn anew the old one still stands beside the new
        try:
            wanted.click(timeout=patience)
            break
        except Error:
            continue
    _settle(tab)
    expect(field.last).to_have_value(re.compile(rf"^{option}"))
    expect(field).to_have_count(1)


def _field(tab: Page, label: str) -> Locator:
    return tab.get_by_role("combobox", name=re.compile(re.escape(label)))


def _go(tab: Page, page: str) -> None:
    title = word(f"ui.page.{page}", TH)
    tab.get_by_test_id("stSidebarNav").get_by_role("link", name=re.compile(rf"^{re.escape(title)}( \(\d+\))?$")).click()
    tab.wait_for_url(f"**/{'' if page == 'start' else page}")
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
    _settle(tab)


def _upload(tab: Page, book: Path) -> None:
    tab.locator("input[type=file]").set_input_files(book)
    expect(tab.locator(".st-key-opened")).to_contain_text(book.name)
    _settle(tab)


def _match(tab: Page) -> None:
    """Two headers that nobody knows, and what the texts of the first of them mean."""
    expect(tab.get_by_text("ลงพื้นที่แรก · ลงพื้นที่ซ้ำ")).to_be_visible()  # real values stand beside each header
    _choose(tab, _field(tab, HEADERS[4]), re.escape(word("inspect.round_column", TH)))
    _choose(tab, _field(tab, HEADERS[5]), "จำนวนเงิน")
    _next(tab, "periods")
    _choose(tab, _field(tab, "ลงพื้นที่แรก"), "ก่อน$")
    _choose(tab, _field(tab, "ลงพื้นที่ซ้ำ"), "หลัง$")
    _choose(tab, _field(tab, word("pages.guide.period_of_column", TH)), "เดือน$")


def _mend(tab: Page, value: str) -> None:
    """Type another value into the faulty cell: behind the number of the only row and what is wrong with it."""
    grid = tab.get_by_test_id("stDataFrame")
    expect(grid).to_be_visible()
    _settle(tab)
    box = grid.bounding_box()
    assert box is not None
    tab.mouse.click(box["x"] + 10, box["y"] + box["height"] * 0.75)
    typed = tab.locator("textarea.gdg-input")
    for _ in range(4):  # cell by cell: a key that comes while the grid is being drawn moves nothing
        tab.keyboard.press("ArrowRight")
        tab.keyboard.press("Enter")
        expect(typed).to_be_visible()
        if typed.input_value() == FAULTY:
            break
        tab.keyboard.press("Escape")
        expect(typed).to_have_count(0)
    expect(typed).to_have_value(FAULTY)
    typed.fill(value)
    typed.press("Enter")
    expect(typed).to_have_count(0)
    expect(tab.get_by_text(word("pages.guide.mended", TH, n="1"))).to_be_visible()
    _settle(tab)


def _accept(tab: Page) -> None:
    """Say that the one uncertain pair is one person."""
    expect(tab.get_by_text(word("pages.people.uncertain", TH, n="1"))).to_be_visible()
    tab.get_by_text(word("pages.people.same", TH), exact=True).click()
    _button(tab, "pages.people.apply").click()
    expect(tab.get_by_text(word("pages.people.none_uncertain", TH))).to_be_visible()
    _settle(tab)


def _read_back(tab: Page) -> Any:
    """The sheet of the reader's own workbook with its faults marked, as it is downloaded."""
    with tab.expect_download() as download:
        _button(tab, "pages.data_check.take_own").click()
    return load_workbook(BytesIO(Path(download.value.path()).read_bytes()))[SHEET]


def _check_marked(tab: Page) -> None:
    """The cell that was mended is coloured and commented, all else is as it was."""
    _go(tab, "data_check")
    sheet = _read_back(tab)
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == FAULTY)
    assert cell.fill.fill_type == "solid"
    assert cell.comment is not None
    assert sheet["A1"].font.bold
    assert sheet["F5"].fill.fill_type is None


def _check_asked_nothing(tab: Page) -> None:
    for key in ("pages.guide.answer_here", "pages.start.where_instead"):
        expect(_button(tab, key)).to_have_count(0)
    expect(_button(tab, "pages.start.go_overview")).to_be_visible()
    _go(tab, "data_check")
    expect(tab.get_by_text(word("pages.people.none_uncertain", TH))).to_be_visible()


def test_a_messy_workbook_is_asked_about_mended_matched_shown_marked_and_known_the_next_time(
    tab: Page, tmp_path: Path
) -> None:
    book = tmp_path / "messy.xlsx"
    book.write_bytes(_make_book())
    _upload(tab, book)
    _button(tab, "pages.guide.answer_here").click()
    expect(tab.get_by_role("heading", name=word("pages.guide.step.columns", TH), exact=True)).to_be_visible()
    _match(tab)
    _next(tab, "mends")
    _mend(tab, str(MENDED))
    _next(tab, "confirm")
    _button(tab, "pages.guide.confirm").click()
    tab.wait_for_url("**/overview")
    _go(tab, "data_check")
    _accept(tab)
    _go(tab, "overview")
    expect(tab.get_by_test_id("stPlotlyChart").first).to_be_visible()
    gains = [AFTER - BEFORE] * 10 + [MENDED - BEFORE, UNSURE_AFTER - BEFORE]
    expect(tab.get_by_role("heading", level=1)).to_contain_text(f"{sum(gains) / len(gains):,.0f}")
    _check_marked(tab)
    _go(tab, "start")
    _upload(tab, book.rename(tmp_path / "again.xlsx"))
    _check_asked_nothing(tab)
