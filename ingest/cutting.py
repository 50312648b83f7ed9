"""A part of a sheet that knows where it stands."""

from __future__ import annotations

from dataclasses import replace

from ingest.workbooks import RawSheet


def cut(sheet: RawSheet, rows: tuple[int, int], columns: tuple[int, int]) -> RawSheet:
    """A part of a sheet (last row and column exclusive) that knows where it stands; the cells are not copied."""
    if rows == (0, len(sheet.cells)) and columns == (0, sheet.cells.shape[1]):
        return sheet
    inside = [
        (first - rows[0], left - columns[0], last - rows[0], right - columns[0])
        for first, left, last, right in sheet.merges
        if rows[0] <= first and last < rows[1] and columns[0] <= left and right < columns[1]
    ]
    return replace(
        sheet,
        cells=sheet.cells[rows[0] : rows[1], columns[0] : columns[1]],
        first_row=sheet.first_row + rows[0],
        first_column=sheet.first_column + columns[0],
        merges=tuple(inside),
    )
