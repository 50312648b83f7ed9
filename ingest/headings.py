"""Headings between the rows of a summary: the dimension that they say of the rows below."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.indicator_names import read_dimension
from ingest.row_kinds import HEADING, OUTSIDE, is_filled
from ingest.rows import Rows
from ingest.titles import find_title


def read_dimensions(rows: Rows) -> list[str]:
    """The dimension of each row of a summary by the nearest heading above it, or else by the title; "" if neither."""
    cells = rows.found.sheet.cells
    heads = {row: _read_heading(cells[row]) for row, reason in rows.left if reason in {HEADING, OUTSIDE}}
    said, found = read_dimension(find_title(rows.found.sheet, rows.found.first_header)), {}
    for row in sorted({*heads, *rows.kept.tolist()}):
        found[row] = said = heads.get(row, said)
    return [found[row] for row in rows.kept.tolist()]


def _read_heading(row: Sequence[object]) -> str:
    """The dimension that a row of one text says, "" where it says another thing."""
    texts = [cell for cell in row if isinstance(cell, str) and is_filled(cell)]
    return read_dimension(texts[0]) if len(texts) == 1 else ""
