"""Sheets of material flows written as a table, read by the program itself; all weights are invented."""

from __future__ import annotations

from analysis.evidence.material import Material, find_material_problems, find_materials
from dictionary.nouns import Problem
from dictionary.records import Entry, Record
from tests.observe import ROUNDS

CODES = {"basis", "use"}
BLANK = "-"


def records_of(text: str, table: str = "flows", sheet: str = "") -> tuple[Record, ...]:
    """Rows of words under headers such as ``from_node to_node basis mass_baseline``; ``-`` is a blank cell."""
    header, *lines = (line.split() for line in text.strip().splitlines())
    return tuple(
        _record((table, sheet or table), row + 2, dict(zip(header, line, strict=True)))
        for row, line in enumerate(lines)
    )


def _record(place: tuple[str, str], row: int, cells: dict[str, str]) -> Record:
    table, sheet = place
    entries = {}
    for at, (name, text) in enumerate(cells.items()):
        column, _, key = name.partition("@")
        if text != BLANK:
            entries[column, key] = _entry(f"{chr(65 + at)}{row}", column, text.replace("_", " "))
    return Record(table, "test.xlsx", sheet, row, entries)


def _entry(cell: str, column: str, text: str) -> Entry:
    if column in CODES:
        return Entry(cell, text, code=text)
    try:
        return Entry(cell, text, number=float(text))
    except ValueError:
        return Entry(cell, text)


def materials_of(text: str) -> tuple[Material, ...]:
    """The materials of a sheet, balanced in both test rounds."""
    return find_materials(records_of(text), ROUNDS)


def material_of(text: str) -> Material:
    """The only material of a sheet."""
    (material,) = materials_of(text)
    return material


def problems_of(text: str) -> tuple[Problem, ...]:
    """What is wrong with the rows of a sheet, seen together."""
    return find_material_problems(records_of(text), ROUNDS)
