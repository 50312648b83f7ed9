"""Figures of chain and dimensions as they were judged by eye: ``python -m tests.golden_chain`` rewrites them.

Each file holds what is drawn on paper from the first sample: places in px to one decimal, texts, colours.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import plotly.graph_objects as go

from analysis.findings import Findings
from figures import draw_chart, look
from i18n import Language
from ingest import InputFile
from project import find_changes, open_project
from ui.weights import weigh_findings

FOLDER = Path(__file__).parent / "golden"
SAMPLE = Path(__file__).parents[1] / "data" / "samples" / "banana_weaving.xlsx"
KEYS = ("chain", "targets", "balance", "effects", "index")
REWRITE = "if the picture is meant to differ and you have looked at it: python -m tests.golden_chain"


@cache
def read_sample() -> Findings:
    """The findings of the sample, with an index of equal weights."""
    found = find_changes(open_project([InputFile(SAMPLE.name, SAMPLE.read_bytes())]))
    return weigh_findings(replace(found), {})


def print_figure(key: str) -> str:
    """What a chart draws in a document, as JSON."""
    figure = draw_chart(read_sample(), key, look(Language.TH, "word"))
    return json.dumps(_plain(figure), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _plain(figure: go.Figure) -> object:
    drawn = json.loads(figure.to_json())
    return _round({"data": drawn["data"], "shapes": drawn["layout"].get("shapes", []), "height": figure.layout.height})


def _round(value: object) -> object:
    if isinstance(value, dict):
        return {key: _round(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_round(one) for one in value]
    return round(value, 1) if isinstance(value, float) else value


def main() -> None:
    """Write every figure."""
    FOLDER.mkdir(exist_ok=True)
    for key in KEYS:
        (FOLDER / f"{key}.json").write_text(print_figure(key), encoding="utf-8")


if __name__ == "__main__":
    main()
