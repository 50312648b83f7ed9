"""The charts of material flows as they should be: ``python -m tests.golden_material`` writes them again.

Look at the pictures before the new files are kept.
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

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = Path(__file__).parents[1] / "data" / "samples" / "banana_weaving.xlsx"
CHARTS = ("material", "material_uses")


@cache
def read_sample() -> Findings:
    """What the first sample says."""
    return find_changes(open_project([InputFile(SAMPLE.name, SAMPLE.read_bytes())]))


def draw_golden(findings: Findings, key: str) -> object:
    """A chart in Thai for a document: plain JSON, its px without more digits than anybody sees."""
    figure = draw_chart(findings, key, look(Language.TH, "word"))
    return _round(json.loads(figure.to_json(engine="json")))


def _round(value: object) -> object:
    if isinstance(value, float):
        return round(value, 2)
    if isinstance(value, list):
        return [_round(one) for one in value]
    return {key: _round(one) for key, one in value.items()} if isinstance(value, dict) else value


def path_of(key: str) -> Path:
    """Where the golden file of a chart stands."""
    return GOLDEN / f"{key}_th_word.json"


def main() -> None:
    """Write every golden file."""
    findings = read_sample()
    for key in CHARTS:
        path_of(key).write_text(
            json.dumps(draw_golden(findings, key), ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
