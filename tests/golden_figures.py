"""Figures of a sample kept as JSON: what a change of the program does to a picture is seen in the file that changes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from analysis.findings import Findings
from figures import draw_chart, look
from i18n import Language
from ingest import InputFile, read_files
from project import find_changes
from project.opening import make_project

FOLDER = Path(__file__).parent / "golden"
SAMPLES = Path(__file__).parents[1] / "data" / "samples"
SAMPLE = "banana_weaving"


@cache
def find_sample(name: str = SAMPLE) -> Findings:
    """What changed in a sample."""
    path = SAMPLES / f"{name}.xlsx"
    return find_changes(make_project(read_files([InputFile(path.name, path.read_bytes())])))


def print_figure(chart: str) -> str:
    """A chart of the sample for a report in Thai, its numbers rounded to what an eye can see."""
    figure = draw_chart(find_sample(), chart, look(Language.TH, "word"))
    content = json.loads(figure.to_json(engine="json"))
    return json.dumps(_round(content), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _round(part: object) -> object:
    if isinstance(part, float):
        return round(part, 2)
    if isinstance(part, list):
        return [_round(one) for one in part]
    return {name: _round(one) for name, one in part.items()} if isinstance(part, dict) else part


def golden_file(chart: str) -> Path:
    """Where the figure of a chart is kept."""
    return FOLDER / f"{chart}.json"


def write_figures(charts: tuple[str, ...]) -> None:
    """Keep the figures as they are now."""
    FOLDER.mkdir(exist_ok=True)
    for chart in charts:
        golden_file(chart).write_text(print_figure(chart), encoding="utf-8")
