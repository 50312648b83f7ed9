"""(i) What the server takes to run a page again: every page of the menu, with each of the samples opened."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from unittest.mock import patch

from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import AppTest

from benchmarks.measure import Result, time_once
from benchmarks.serve import HOUSE
from ui.frame import GROUPS

PART = "(i) a page again"
SAMPLES = sorted((HOUSE / "data" / "samples").glob("*.xlsx"))
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RUNS = 7
AIM = 0.3  # seconds


def measure_pages() -> Iterator[Result]:
    """The slowest page and the page in the middle, each by the median of some runs after it was opened."""
    times = {(path.stem, page): seconds for path in SAMPLES for page, seconds in _time_pages(path)}
    (sample, page), slowest = max(times.items(), key=lambda item: item[1])
    yield Result(PART, f"the slowest of {len(times)} pages with a sample ({page}, {sample})", slowest, "s", AIM)
    yield Result(PART, "the page in the middle", median(times.values()), "s")


def _time_pages(path: Path) -> Iterator[tuple[str, float]]:
    """Seconds of a run of each page; the script runs as on the server, and nobody looks at what it sends."""
    with patch.object(script_runner, "PagesManager", SimpleNamespace(uses_pages_directory=False)):
        app = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=60).run()
        app.file_uploader[0].set_value((path.name, path.read_bytes(), XLSX)).run()
        for page in chain.from_iterable(GROUPS.values()):
            app.switch_page(f"pages/{page}.py").run()
            yield page, median([time_once(app.run) for _ in range(RUNS)])
