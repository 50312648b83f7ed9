"""(c) How long a person waits: for the first chart of the Overview, and for a filter over 100,000 members."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Locator, Page

from benchmarks.made import VILLAGES, big_workbook
from benchmarks.measure import Result, time_best, time_once
from benchmarks.serve import HOUSE, look, serve

CHART = ".js-plotly-plot .main-svg"
SAMPLE = HOUSE / "data" / "samples" / "banana_weaving.xlsx"
PART = "(c) the screen"
RUNS = 5


def measure_screen() -> Iterator[Result]:
    """First chart: a reload of each page in a browser that has been there; filter: from the click to the new number."""
    bare = _bare_page()
    first, filtered = _our_pages()
    yield Result(PART, "a bare Streamlit page with one Plotly chart, reloaded", bare, "s")
    yield Result(PART, "first chart of the Overview, reloaded", first, "s")
    yield Result(PART, "the Overview to the bare page", first / bare, "×", 1.5)
    yield Result(PART, "a warm change of the filter over 100,000 members", filtered, "s", 0.5)


def _bare_page() -> float:
    with serve("benchmarks/bare_page.py") as address, look(address) as page:
        return _reload(page)


def _our_pages() -> tuple[float, float]:
    with serve("app.py") as address:
        with look(address) as page:
            _upload(page, SAMPLE)
            page.goto(f"{address}/overview")
            first = _reload(page)
        with look(address) as page:
            _upload(page, big_workbook())
            page.goto(f"{address}/income")
            return first, _filter(page)


def _reload(page: Page) -> float:
    page.locator(CHART).first.wait_for()

    def again() -> None:
        page.reload(wait_until="commit")
        page.locator(CHART).first.wait_for()

    return time_best(again, RUNS)


def _upload(page: Page, path: Path) -> None:
    page.locator("input[type=file]").set_input_files(path)
    page.locator(".st-key-opened", has_text=path.name).wait_for()
    _wait_until_done(page)


def _filter(page: Page) -> float:
    """The median of some changes, each to a village not chosen before, once the page is warm."""
    _wait_until_done(page)
    _choose(page, VILLAGES[0]).click()
    _wait_until_done(page)
    times = []
    for village in VILLAGES[1 : RUNS + 1]:
        option, before = _choose(page, village), _answer(page)
        times.append(time_once(lambda: _click_and_wait(page, option, before)))  # noqa: B023
    return sorted(times)[len(times) // 2]


def _choose(page: Page, village: str) -> Locator:
    page.locator(".st-key-filters input").first.click()
    return page.get_by_role("option", name=village, exact=True)


def _click_and_wait(page: Page, option: Locator, before: str) -> None:
    option.click()
    page.wait_for_function("before => document.querySelector('h1').innerText !== before", arg=before)
    page.locator(CHART).first.wait_for()


def _answer(page: Page) -> str:
    return page.locator("h1").first.inner_text()


def _wait_until_done(page: Page) -> None:
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.wait_for_timeout(500)
