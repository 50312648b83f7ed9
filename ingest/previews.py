"""The few cells of a sheet that a screen shows to ask about it: its first rows, and the rows with a fault."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dictionary.nouns import Problem
from ingest.addresses import read_address
from ingest.mapping import MOST_COLUMNS, SheetMapping
from ingest.workbooks import RawSheet

FIRST_ROWS = 60
MOST_FAULTY = 200  # rows with a fault that are kept

_ONE_CELL = re.compile(r"[A-Z]+\d+")

Row = tuple[object, ...]


@dataclass(frozen=True)
class SheetPreview:
    """The sheet with its first rows and columns alone; ``faulty`` are further rows by their 1-based sheet row.

    ``mapping`` is what the sheet was understood as, or what is proposed for it.
    """

    file: str
    sheet: RawSheet
    mapping: SheetMapping
    faulty: Mapping[int, Row] = field(default_factory=dict)


def preview_sheet(place: tuple[str, RawSheet], mapping: SheetMapping, problems: Sequence[Problem]) -> SheetPreview:
    """The preview of a sheet of a file; ``problems`` are those of the sheet."""
    file, sheet = place
    top = replace(sheet, cells=sheet.cells[:FIRST_ROWS, :MOST_COLUMNS].copy())
    lines = sorted({read_address(one.cell)[0] for one in problems if _ONE_CELL.fullmatch(one.cell)})[:MOST_FAULTY]
    places = [(line, line - sheet.first_row) for line in lines if 0 <= line - sheet.first_row < len(sheet.cells)]
    faulty = {line: tuple(sheet.cells[at, :MOST_COLUMNS]) for line, at in places}
    return SheetPreview(file, top, mapping, faulty)
