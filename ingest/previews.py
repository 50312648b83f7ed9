"""The few cells of a sheet that a screen shows to ask about it: first rows, rows with a fault, what few texts say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dictionary.nouns import Problem
from ingest.addresses import list_cells, read_address
from ingest.formulas import NOT_CALCULATED
from ingest.mapping import MOST_COLUMNS, SheetMapping
from ingest.period_columns import list_few
from ingest.workbooks import RawSheet

FIRST_ROWS = 60
MOST_FAULTY = 200  # rows with a fault that are kept

_ONE_CELL = re.compile(r"[A-Z]+\d+")

Row = tuple[object, ...]


@dataclass(frozen=True)
class Proposal:
    """The mapping of a sheet, and for each of its tables the part of the sheet that it stands in."""

    mapping: SheetMapping
    parts: tuple[RawSheet, ...]


@dataclass(frozen=True)
class PartPreview:
    """A sheet or a part of one with its first rows and columns alone.

    ``few`` are, by the 0-based position of a column, the different texts below these rows, where they are few.
    """

    sheet: RawSheet
    few: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class SheetPreview:
    """What is shown of a sheet, and the mapping that it was understood as or that is proposed for it.

    ``parts`` are where the tables of the mapping stand, one for each. ``faulty`` are further rows by their 1-based
    sheet row.
    """

    file: str
    whole: PartPreview
    mapping: SheetMapping
    parts: tuple[PartPreview, ...]
    faulty: Mapping[int, Row] = field(default_factory=dict)

    @property
    def sheet(self) -> RawSheet:
        """The first rows of the sheet."""
        return self.whole.sheet

    @property
    def place(self) -> tuple[str, str]:
        """The file and the name of the sheet."""
        return self.file, self.whole.sheet.name


def preview_sheet(place: tuple[str, RawSheet], proposal: Proposal, problems: Sequence[Problem]) -> SheetPreview:
    """The preview of a sheet of a file; ``problems`` are those of the sheet."""
    file, sheet = place
    whole = _preview(sheet)
    parts = tuple(whole if part is sheet else _preview(part) for part in proposal.parts)
    cells = (cell for one in problems for cell in list_faulty(one))
    lines = sorted({read_address(cell)[0] for cell in cells})[:MOST_FAULTY]
    places = [(line, line - sheet.first_row) for line in lines if 0 <= line - sheet.first_row < len(sheet.cells)]
    faulty = {line: tuple(sheet.cells[at, :MOST_COLUMNS]) for line, at in places}
    return SheetPreview(file, whole, proposal.mapping, parts, faulty)


def list_faulty(problem: Problem) -> list[str]:
    """The cells that a problem is about one by one: its own, or those of formulas that are told together."""
    if problem.code == NOT_CALCULATED and problem.cells:
        return list_cells(problem.cells)
    return [problem.cell] if _ONE_CELL.fullmatch(problem.cell) else []


def _preview(sheet: RawSheet) -> PartPreview:
    top = replace(sheet, cells=sheet.cells[:FIRST_ROWS, :MOST_COLUMNS].copy())
    below = sheet.cells[FIRST_ROWS:]
    few = {at: list_few(below[:, at]) for at in range(top.cells.shape[1])} if len(below) else {}
    return PartPreview(top, {at: texts for at, texts in few.items() if texts})
