"""One headless browser page kept warm in a thread of its own, so that everybody can ask it for a drawing."""

from __future__ import annotations

import asyncio
import atexit
import tempfile
from collections.abc import Coroutine
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock, Thread
from typing import Any, TypeVar

from choreographer import Browser, Tab
from choreographer.errors import ChromeNotFoundError

from figures.render.page import DRAW_SVG, WAIT_FOR_FONTS, new_browser, page_html

PATIENCE = 60.0  # seconds for one drawing, the opening of the browser included
ATTEMPTS = 3  # a browser that died is opened anew
Answer = TypeVar("Answer")


class NoBrowser(Exception):
    """No Chrome, Chromium, Edge, Brave or Vivaldi on this machine: images cannot be made, all else can."""


class DrawingError(Exception):
    """The browser was there and did not deliver a drawing; the message says what it answered."""


class WarmPage:
    """A page with plotly.js and Sarabun loaded; ``draw_svg`` may be called from any thread.

    All talk with the browser happens on one event loop in one thread, one drawing after the other, and every
    caller waits for the answer to its own question: two people never get each other's image.
    """

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._turn = asyncio.Lock()
        self._browser: Browser | None = None
        self._tab: Tab | None = None
        Thread(target=self._loop.run_forever, name="warm-page", daemon=True).start()

    def draw_svg(self, figure_json: str, width: float, height: float) -> str:
        """The figure (Plotly JSON) as SVG text of ``width`` × ``height`` px.

        Raises NoBrowser where the machine has none, DrawingError where the browser gives no drawing.
        """
        return self._run(self._draw(DRAW_SVG.format(figure=figure_json, width=width, height=height)))

    def close(self) -> None:
        """Close the browser; the next drawing opens a new one."""
        self._run(self._forget())

    @property
    def process_id(self) -> int | None:
        """The process of the open browser, None while it is closed."""
        return self._browser.subprocess.pid if self._browser else None

    def _run(self, work: Coroutine[Any, Any, Answer]) -> Answer:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _draw(self, script: str) -> str:
        async with self._turn:
            for attempt in range(ATTEMPTS):
                try:
                    return str(await asyncio.wait_for(self._ask(script), PATIENCE))
                except (NoBrowser, DrawingError):
                    raise
                except (Exception, asyncio.CancelledError) as gone:  # the browser died or fell silent
                    await self._forget()
                    if attempt + 1 == ATTEMPTS:
                        raise DrawingError(f"the browser closed: {type(gone).__name__}") from gone
        raise AssertionError("unreachable")

    async def _ask(self, script: str) -> Any:
        return await _evaluate(self._tab or await self._open(), script)

    async def _open(self) -> Tab:
        try:
            self._browser = new_browser()
        except ChromeNotFoundError as missing:
            raise NoBrowser("no Chrome, Chromium, Edge, Brave or Vivaldi was found") from missing
        await self._browser.open()
        atexit.unregister(self.close)
        atexit.register(self.close)  # what is registered last is done first: before the profile is removed
        tab = await self._browser.create_tab("about:blank")
        with tempfile.TemporaryDirectory(prefix="konlang-") as folder:
            await _load_page(tab, Path(folder) / "page.html")
        self._tab = tab
        return tab

    async def _forget(self) -> None:
        browser, self._browser, self._tab = self._browser, None, None
        if browser is not None:
            with suppress(Exception):  # one that died by itself may be half closed already
                await browser.close()
            if browser.subprocess.poll() is None:
                browser.subprocess.kill()


async def _load_page(tab: Tab, path: Path) -> None:
    await asyncio.to_thread(path.write_text, page_html(), encoding="utf-8")
    await tab.send_command("Page.enable")
    loaded = tab.subscribe_once("Page.loadEventFired")
    await tab.send_command("Page.navigate", params={"url": path.as_uri()})
    await loaded
    if await _evaluate(tab, WAIT_FOR_FONTS) is not True:
        raise DrawingError("the font or plotly.js did not load")


async def _evaluate(tab: Tab, script: str) -> Any:
    """The value of a script (a promise is awaited); raises DrawingError with the browser's own words."""
    wish = {"expression": script, "awaitPromise": True, "returnByValue": True}
    answer = await tab.send_command("Runtime.evaluate", params=wish)
    result = answer.get("result", {})
    if "exceptionDetails" in result or "value" not in result.get("result", {}):
        raise DrawingError(str(answer.get("error") or result.get("exceptionDetails", {}).get("text", answer)))
    return result["result"]["value"]


_one_at_a_time = Lock()


def warm_page() -> WarmPage:
    """The one warm page of this process; the browser itself opens with the first drawing."""
    with _one_at_a_time:
        return _warm_page()


@cache
def _warm_page() -> WarmPage:
    return WarmPage()
