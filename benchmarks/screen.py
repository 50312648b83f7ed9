"""(c) How long a person waits: for the first chart of the Overview, and for a filter over 100,000 members."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Locator, Page

from benchmarks.made import VILLAGES, big_workbook
from benchmarks.measure import Result
from benchmarks.serve import HOUSE, serve, start_browser, visit

SAMPLE = HOUSE / "data" / "samples" / "banana_weaving.xlsx"
PART = "(c) the screen"
RUNS = 9
RELOADS = 25  # a browser's times vary by a third: the median of few would say little


def measure_screen() -> Iterator[Result]:
    """First chart: reloads in a browser that has been there, in turns; filter: from the click to the new number."""
    with serve("benchmarks/bare_page.py") as bare_address, serve("app.py") as address, start_browser() as browser:
        bare, ours = visit(browser, bare_address), visit(browser, address)
        _upload(ours, SAMPLE)
        ours.goto(f"{address}/overview")
        usual, first = _reload_in_turns(bare, ours)
        bare.close()
        ours.close()
        many = visit(browser, address)
        _upload(many, big_workbook())
        many.goto(f"{address}/income")
        filtered = _filter(many)
    yield Result(PART, "a bare Streamlit page with one Plotly chart, reloaded", usual, "s")
    yield Result(PART, "first chart of the Overview, reloaded", first, "s")
    yield Result(PART, "the Overview to the bare page", first / usual, "×", 1.5)
    yield Result(PART, "a warm change of the filter over 100,000 members", filtered, "s", 0.5)


def _reload_in_turns(*pages: Page) -> list[float]:
    """The median seconds to the first chart of each page; taking turns, they share what disturbs the machine."""
    times = [[_reload(page) for page in pages] for _ in range(RELOADS + 1)][1:]
    return [median(seconds) for seconds in zip(*times, strict=True)]


def _reload(page: Page) -> float:
    """Seconds from the reload to the frame in which the first chart is seen."""
    page.bring_to_front()
    page.reload(wait_until="commit")
    page.wait_for_function("window.seenAt && window.seenAt.chart")
    _wait_until_done(page)
    return float(page.evaluate("window.seenAt.chart")) / 1000


def _upload(page: Page, path: Path) -> None:
    page.locator("input[type=file]").set_input_files(path)
    page.locator(".st-key-opened", has_text=path.name).wait_for()
    _wait_until_done(page)


def _filter(page: Page) -> float:
    """The median seconds of some changes, each to a village not chosen before, once the page is warm."""
    _wait_until_done(page)
    return median([_change_filter(page, village) for village in VILLAGES[: RUNS + 1]][1:])


def _change_filter(page: Page, village: str) -> float:
    """Seconds from the click on a choice to the frame that shows the new answer and all that follows from it."""
    option = _choose(page, village)
    before = page.evaluate("window.seenAt.text")
    option.click()
    page.wait_for_function("before => window.seenAt.text !== before", arg=before)
    _wait_until_done(page)
    return float(page.evaluate("Math.max(window.seenAt.answer, window.seenAt.done) - window.seenAt.click")) / 1000


def _choose(page: Page, village: str) -> Locator:
    page.locator(".st-key-filters input").first.click()
    return page.get_by_role("option", name=village, exact=True)


def _wait_until_done(page: Page) -> None:
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.wait_for_timeout(500)
