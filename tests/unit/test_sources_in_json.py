"""Every number of the JSON that tells of the project stands beside the cells that it came from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from figures.weighing import weigh_findings
from i18n import Language
from ingest import InputFile
from project import find_changes, open_project
from reports.findings_json import write_json
from tests.build import Sheets, find

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
# What is no figure of the project: settings and lines with their own source, how sheets were read, how many tests.
OTHER = {"prices", "tests", "sheets", "lines", "scale", "draws"}


def list_bare(told: object, path: tuple[str, ...] = ()) -> Iterator[str]:
    """The places of numbers that neither have sources beside them nor stand in something that has."""
    if isinstance(told, dict):
        if told.get("sources") or told.get("ranges"):
            return
        for key, value in told.items():
            if key not in OTHER or len(path) > 1:
                yield from list_bare(value, (*path, key))
    elif isinstance(told, list):
        for value in told:
            yield from list_bare(value, path)
    elif isinstance(told, int | float) and not isinstance(told, bool):
        yield ".".join(path)


@pytest.mark.parametrize("name", ["banana_weaving.xlsx", "rice_mill.xlsx"])
def test_the_numbers_of_a_sample_have_their_cells(name: str) -> None:
    project = open_project([InputFile(name, (SAMPLES / name).read_bytes())])
    told = json.loads(write_json(weigh_findings(find_changes(project), {}), Language.EN, with_factors=True))
    assert told["index"]
    assert set(list_bare(told)) == set()


def test_rounds_and_groups_have_their_cells() -> None:
    head = ["รหัสสมาชิก", "รายได้ (บาท/เดือน)", "กลุ่ม"]
    sheets: Sheets = {
        f"รายได้ {year}": [
            head,
            *([f"A{n}", 1000 + 90 * n + year, "เข้าร่วม"] for n in range(8)),
            *([f"B{n}", 900 + 50 * n + year, "ไม่เข้าร่วม"] for n in range(8)),
        ]
        for year in (2564, 2565, 2566)
    }
    told = json.loads(write_json(find(sheets), Language.EN))
    assert told["trends"]
    assert told["comparison"]["people"]
    assert set(list_bare(told)) == set()
