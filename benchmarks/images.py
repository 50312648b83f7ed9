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
from figures import ImageChoice, choose_all, default_texts, draw_chart, look, render_chart
from ingest import InputFile
from project import find_changes, open_project

PART = "(b) 12 chart images"
COUNT = 12
SAMPLE = HOUSE / "data" / "samples" / "banana_weaving.xlsx"


def measure_images() -> Iterator[Result]:
    """The charts of the first sample at the size ``word``, drawn and rendered; the peer gets the drawn figures."""
    findings = find_changes(open_project([InputFile(SAMPLE.name, SAMPLE.read_bytes())]))
    choices = list(islice(cycle(choose_all(findings, ImageChoice("all"))), COUNT))
    cold = time_once(lambda: _render(findings, choices[:1]))
    ours = time_best(lambda: _render(findings, choices))
    drawn = [_draw(findings, choice) for choice in choices]
    usual = time_once(lambda: _write_images(drawn))
    yield Result(PART, "fig.write_image in a loop", usual / COUNT, "s an image")
    yield Result(PART, "Konlang's first image, with the browser's start", cold, "s")
    yield Result(PART, "Konlang, drawn and rendered by the warm renderer", ours / COUNT, "s an image", 0.2)
    yield Result(PART, "Konlang faster than the loop by", usual / ours, "×", 10, lower=False)


def _render(findings: Findings, choices: list[ImageChoice]) -> None:
    for choice in choices:
        render_chart(findings, choice)


def _draw(findings: Findings, choice: ImageChoice) -> go.Figure:
    texts = default_texts(findings, choice.chart, choice.language)
    return draw_chart(findings, choice.chart, look(choice.language, choice.size), texts)


def _write_images(drawn: list[go.Figure]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, figure in enumerate(drawn):
            figure.write_image(Path(folder) / f"{number}.png", width=945, height=600, scale=2)
