"""Figures of the network of partners as they were judged by eye: ``python -m tests.golden_network`` rewrites them.

Each file holds what is drawn on paper from the first sample: places in px to one decimal, texts, colours.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from analysis.findings import Findings
from figures import draw_chart, look
from i18n import Language
from ingest import InputFile
from project import find_changes, open_project

FOLDER = Path(__file__).parent / "golden"
SAMPLE = Path(__file__).parents[1] / "data" / "samples" / "banana_weaving.xlsx"
KEYS = ("partners_network", "partners_ties", "partners_kinds", "partners_stages")
REWRITE = "if the picture is meant to differ and you have looked at it: python -m tests.golden_network"


@cache
def read_sample() -> Findings:
    """The findings of the sample."""
    return find_changes(open_project([InputFile(SAMPLE.name, SAMPLE.read_bytes())]))


def print_figure(key: str) -> str:
    """What a chart draws in a document, as JSON."""
    figure = draw_chart(read_sample(), key, look(Language.TH, "word"))
    drawn = json.loads(figure.to_json())
    kept = {"data": drawn["data"], "shapes": drawn["layout"].get("shapes", []), "height": figure.layout.height}
    return json.dumps(_round(kept), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


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
