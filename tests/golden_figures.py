"""Figures of the first sample as they were judged by eye: ``python -m tests.golden_figures KEY…`` rewrites them.

Each file holds what is drawn on paper: places in px to one decimal, texts, colours. Look at it before you keep it.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

from analysis.findings import Findings
from figures import draw_chart, look
from figures.weighing import weigh_findings
from i18n import Language
from ingest import InputFile
from project import find_changes, open_project

FOLDER = Path(__file__).parent / "golden"
SAMPLE = Path(__file__).parents[1] / "data" / "samples" / "banana_weaving.xlsx"
REWRITE = "if the picture is meant to differ and you have looked at it: python -m tests.golden_figures "
KEYS = (
    "partners_network",
    "partners_ties",
    "partners_kinds",
    "partners_stages",
    "participation_matrix",
    "participation_levels",
    "participation_people",
    "participation_timeline",
    "technology_channels",
    "technology_works",
    "chain",
    "targets",
    "balance",
    "effects",
    "index",
    "material",
    "material_uses",
    "sroi_values",
    "sroi_tornado",
    "sroi_draws",
)


@cache
def find_sample() -> Findings:
    """What changed in the sample, with an index of equal weights."""
    return weigh_findings(find_changes(open_project([InputFile(SAMPLE.name, SAMPLE.read_bytes())])), {})


def print_figure(key: str) -> str:
    """What a chart draws in a document in Thai, as JSON."""
    figure = draw_chart(find_sample(), key, look(Language.TH, "word"))
    drawn = json.loads(figure.to_json(engine="json"))
    kept = {"data": drawn["data"], "shapes": drawn["layout"].get("shapes", []), "height": figure.layout.height}
    return json.dumps(_round(kept), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _round(value: object) -> object:
    if isinstance(value, dict):
        return {key: _round(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_round(one) for one in value]
    return round(value, 1) if isinstance(value, float) else value


def golden_file(key: str) -> Path:
    """Where the figure of a chart is kept."""
    return FOLDER / f"{key}.json"


def main(keys: list[str]) -> None:
    """Keep the figures of the keys (all, where none is given) as they are now."""
    for key in keys or KEYS:
        golden_file(key).write_text(print_figure(key), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
