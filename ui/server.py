"""Around Streamlit: the cookie, the guard of files, the routes of fonts and images, errors and housekeeping."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from streamlit.runtime.pages_manager import PagesManager

from i18n import Language, word
from ui.dress import DressPage
from ui.guard import GuardFiles, KeepCookie
from ui.images import send_image, take_words
from ui.store import STORE

SWEEP_SECONDS = 300.0


def find_fonts() -> Path:
    """The folder of Sarabun's font files inside its package."""
    spec = find_spec("fontpkg_sarabun")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("fontpkg-sarabun is not installed")
    return Path(spec.origin).parent / "files"


ROUTES: list[BaseRoute] = [
    Mount("/fonts", StaticFiles(directory=find_fonts())),
    Route("/image/{chart}.{format}", send_image),
    Route("/words/{chart}", take_words, methods=["POST"]),
    Route("/start", lambda _request: RedirectResponse("/")),  # Streamlit knows its first page by no other address
]
MIDDLEWARE = [Middleware(KeepCookie), Middleware(DressPage), Middleware(GuardFiles)]


@asynccontextmanager
async def keep_house(_app: object) -> AsyncIterator[None]:
    """While the server runs: logs without data, and idle sessions dropped even when nobody visits."""
    keep_data_out_of_logs()
    PagesManager.uses_pages_directory = False  # or a first visit by an address would run that page without its frame
    sweeper = asyncio.create_task(_sweep_for_ever())
    loading = asyncio.create_task(asyncio.to_thread(_load_early))
    yield
    await loading
    sweeper.cancel()
    with suppress(asyncio.CancelledError):
        await sweeper


def _load_early() -> None:
    """Load what the first chart needs while the first visitor is still on the way.

    Streamlit collects garbage after every run of a page: what is loaded here stays for good and is taken out of that
    search, which otherwise walks the whole Thai word list each time.
    """
    import figures  # noqa: F401
    import project  # noqa: F401
    from i18n.wrap import split_words
    from ingest.process import warm_up

    warm_up()

    split_words(word("ui.app_title", Language.TH))
    gc.collect()
    gc.freeze()


async def _sweep_for_ever() -> None:
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        STORE.sweep()


def show_script_error(_error: Exception) -> bool:
    """One friendly sentence in both languages in the place of a traceback."""
    st.error("  \n".join(word("ui.script_error", language) for language in Language))
    return True


def keep_data_out_of_logs() -> None:
    """From now on a logged exception names its type and the lines it passed, never its text: that can hold data."""
    make = logging.getLogRecordFactory()

    def make_without_text(*args: object, **kwargs: object) -> logging.LogRecord:
        record = make(*args, **kwargs)
        if record.exc_info and record.exc_info[1]:
            record.exc_text, record.exc_info = _describe(record.exc_info[1]), None
        return record

    logging.setLogRecordFactory(make_without_text)


def _describe(error: BaseException) -> str:
    lines = [type(error).__name__]
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"  {code.co_filename}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n".join(lines)
