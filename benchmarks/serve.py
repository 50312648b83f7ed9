"""A Streamlit server on a free port and a Chromium to look at it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

HOUSE = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
WATCH = Path(__file__).parent / "watch.js"
PATIENCE = 120.0


@contextmanager
def serve(script: str) -> Iterator[str]:
    """Run a script under Streamlit as long as the block lasts; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        script,
        "--server.headless",
        "true",
        "--server.port",
        str(port),
    ]
    server = subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield _wait_for(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health"):
                return address
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)


@contextmanager
def start_browser() -> Iterator[Browser]:
    """A headless Chromium."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=[*as_root, "--disable-background-networking"])
        yield browser
        browser.close()


def visit(browser: Browser, address: str) -> Page:
    """A tab of 1366×768 that has opened the address, with cookies of its own."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.set_default_timeout(PATIENCE * 1000)
    page.add_init_script(path=WATCH)
    page.goto(address)
    return page
