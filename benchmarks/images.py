"""(b) Chart images: twelve PNGs from the warm renderer against ``fig.write_image`` in a loop."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import plotly.graph_objects as go

from analysis.findings import Findings
from benchmarks.measure import Result, time_best, time_once
from benchmarks.serve import HOUSE
from figures import ImageChoice, draw_chart, list_charts, look, render_chart
from i18n import Language
from ingest import InputFile
from project import find_changes, open_project

PART = "(b) 12 chart images"
COUNT = 12
SAMPLE = HOUSE / "data" / "samples" / "banana_weaving.xlsx"


def measure_images() -> Iterator[Result]:
    """The charts of the first sample at the size ``word``, drawn and rendered; the peer gets the drawn figures."""
    findings = find_changes(open_project([InputFile(SAMPLE.name, SAMPLE.read_bytes())]))
    keys = list(islice(cycle(chart.key for chart in list_charts(findings) if chart.available), COUNT))
    cold = time_once(lambda: _render(findings, keys[:1]))
    ours = time_best(lambda: _render(findings, keys))
    usual = time_once(lambda: _write_images([draw_chart(findings, key, look(Language.TH, "word")) for key in keys]))
    yield Result(PART, "fig.write_image in a loop", usual / COUNT, "s an image")
    yield Result(PART, "Konlang's first image, with the browser's start", cold, "s")
    yield Result(PART, "Konlang, drawn and rendered by the warm renderer", ours / COUNT, "s an image", 0.2)
    yield Result(PART, "Konlang faster than the loop by", usual / ours, "×", 10, lower=False)


def _render(findings: Findings, keys: list[str]) -> None:
    for key in keys:
        render_chart(findings, ImageChoice(key, Language.TH, "word", "png"))


def _write_images(drawn: list[go.Figure]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, figure in enumerate(drawn):
            figure.write_image(Path(folder) / f"{number}.png", scale=2)
