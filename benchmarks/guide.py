"""(f) The guided page on 100,000 members: from a click to the settled page; and an upload of 20 files, file by file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Page

from benchmarks.made import big_workbook, many_workbooks
from benchmarks.measure import Result
from benchmarks.serve import serve, start_browser, visit
from i18n import Language, word

PART = "(f) the guided page"
STEPS = ("header", "columns", "periods", "mends", "confirm", "sheets")  # each is left when it is clicked
TURNS = 5
FILES = 20
QUIET = 700  # milliseconds without a change after which a page is settled


def measure_guide() -> Iterator[Result]:
    """Clicks through all steps and a change on three of them; then which file names were seen while they were read."""
    with serve("app.py") as address, start_browser() as browser:
        page = visit(browser, address)
        _upload(page, big_workbook())
        page.get_by_role("button", name=_say("pages.guide.change"), exact=True).click()
        page.get_by_role("radiogroup").get_by_text(_say("pages.guide.step.columns")).wait_for()
        _settle(page)
        yield from _measure_clicks(page)
        page.close()
        yield from _measure_upload(visit(browser, address))


def _measure_clicks(page: Page) -> Iterator[Result]:
    first = [_click_step(page, step) for step in STEPS]
    turns = [[_click_step(page, step) for step in STEPS] for _ in range(TURNS)]
    steps = [median(times) for times in zip(*turns, strict=True)]
    changes = [median(_change_often(page, step)) for step in ("columns", "periods")]
    yield Result(PART, "the slowest first click on a step, nothing changed", max(first), "s", 0.5)
    yield Result(PART, "a click on a step, median", median(steps), "s", 0.5)
    yield Result(PART, "a click on the slowest step, median", max(steps), "s", 0.5)
    yield Result(PART, "another meaning chosen for a column, median", changes[0], "s", 0.5)
    yield Result(PART, "another period chosen, median", changes[1], "s", 0.5)
    shown, settled = _check_rows(page)
    yield Result(PART, "after a change, to the page that says every row is being checked", shown, "s", 0.5)
    yield Result(PART, "the same, to every row checked", settled, "s")


def _click_step(page: Page, step: str) -> float:
    """Seconds from the click on a step to the frame in which the page is settled."""
    heading = page.get_by_role("heading", name=_say(f"pages.guide.step.{step}"), exact=True)
    page.get_by_role("radiogroup").get_by_text(_say(f"pages.guide.step.{step}")).last.click()
    heading.wait_for()
    return _seconds(page)


def _change_often(page: Page, step: str) -> list[float]:
    _click_step(page, step)
    return [_change(page) for _ in range(TURNS)]


def _change(page: Page) -> float:
    """Seconds from the choice of another option in the last field of the page to the settled page."""
    field = page.get_by_test_id("stMain").get_by_role("combobox").last
    before = field.input_value()
    field.click()
    names = page.get_by_role("option").all_inner_texts() or _open_again(page)
    other = next(at for at, name in enumerate(names) if name.strip() != before)
    page.get_by_role("option").nth(other).click()
    return _seconds(page)


def _open_again(page: Page) -> list[str]:
    """The options of a list that was closed because the page was drawn anew as it opened."""
    page.get_by_test_id("stMain").get_by_role("combobox").last.click()
    page.get_by_role("option").first.wait_for()
    return page.get_by_role("option").all_inner_texts()


def _check_rows(page: Page) -> tuple[float, float]:
    """Seconds from the click on the step of mends after a change: until it says what it does, and until it is done."""
    _change_often(page, "columns")
    start = perf_counter()
    page.get_by_role("radiogroup").get_by_text(_say("pages.guide.step.mends")).last.click()
    page.get_by_test_id("stMain").locator("[data-testid=stExpander]").first.wait_for()
    shown = perf_counter() - start
    return shown, _seconds(page)


def _measure_upload(page: Page) -> Iterator[Result]:
    """Which of the names of many files were seen on the page while they were read, and how long all took."""
    paths = many_workbooks(FILES)
    page.evaluate(
        """() => { window.told = new Set(); new MutationObserver(() => { for (const one of
        document.querySelectorAll("[data-testid=stExpander]")) window.told.add(one.textContent); })
        .observe(document.body, {subtree: true, childList: true, characterData: true}); }"""
    )
    start = perf_counter()
    page.locator("input[type=file]").set_input_files(paths)
    page.locator(".st-key-opened", has_text=paths[-1].name).wait_for(state="attached")
    seconds = perf_counter() - start
    told = " ".join(page.evaluate("[...window.told]"))
    yield Result(PART, f"{FILES} files read, from the choice to the project", seconds, "s")
    lines = [_say("pages.start.reading_file", file=path.name, n=n, all=FILES) for n, path in enumerate(paths, 1)]
    seen = sum(line in told for line in lines)
    yield Result(PART, f"of {FILES} files the name was seen while it was read", seen, "files", FILES, lower=False)


def _upload(page: Page, path: Path) -> None:
    page.locator("input[type=file]").set_input_files(path)
    page.locator(".st-key-opened", has_text=path.name).wait_for()
    _settle(page)


def _seconds(page: Page) -> float:
    """Seconds from the last click to the last change of what is shown."""
    page.wait_for_function("window.seenAt.changed > window.seenAt.click")
    _settle(page)
    return float(page.evaluate("window.seenAt.changed - window.seenAt.click")) / 1000


def _settle(page: Page) -> None:
    """Wait until nothing on the page has changed for a while; what is measured is when it last did."""
    page.wait_for_function(
        """quiet => performance.now() - window.seenAt.changed > quiet && window.seenAt.state === "notRunning" """,
        arg=QUIET,
    )


def _say(key: str, **values: object) -> str:
    return word(key, Language.TH, **values)
