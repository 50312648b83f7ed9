"""A server on a free port and a real Chromium, shared by the tests of a run."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

HOUSE = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
PATIENCE = 60.0


def _find_browser() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_up(address: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.1)  # between two tries; nothing else waits by the clock
    raise RuntimeError("the server did not start")


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of a server of this app, started for the tests."""
    yield from _serve()


@pytest.fixture
def fresh_address() -> Iterator[str]:
    """The address of a server that nobody has visited yet."""
    yield from _serve()


def _serve() -> Iterator[str]:
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    server = subprocess.Popen(
        [*command, "--server.port", str(port)], cwd=HOUSE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_up(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of the system; tests are skipped where there is none."""
    path = _find_browser()
    if path is None:
        pytest.skip("no Chromium, Chrome or Edge on this machine")
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=[*as_root, *QUIET])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[BrowserContext]:
    """One person's browser: its own cookies, downloads and clipboard."""
    context = chromium.new_context(
        base_url=address, viewport={"width": 1366, "height": 768}, permissions=["clipboard-read", "clipboard-write"]
    )
    context.set_default_timeout(PATIENCE * 1000)
    yield context
    context.close()


@pytest.fixture
def tab(visit: BrowserContext) -> Page:
    """A tab that has opened the start page."""
    tab = visit.new_page()
    tab.goto("/")
    return tab
