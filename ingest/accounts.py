"""Where the rows of each sheet went, also where one sheet gives several tables: read = used + left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dictionary.nouns import Exclusion, MatchedColumn, SheetReading
from ingest.addresses import cell_address, row_range
from ingest.mapping import ROUND_COLUMN
from ingest.row_kinds import OUTSIDE, is_filled
from ingest.rows import Rows, describe_rows, list_excluded
from ingest.workbooks import RawSheet


def describe_sheet(tables: Sequence[Rows], whole: RawSheet) -> tuple[SheetReading, tuple[Exclusion, ...]]:
    """The reading of a sheet and each row left out; a row is used if any table uses it, and else left out once."""
    first = tables[0]
    if len(tables) == 1 and first.found.only is None and first.found.sheet.cells.shape == whole.cells.shape:
        return describe_rows(first), list_excluded(first)
    used = {line for rows in tables for line in rows.lines.tolist()}
    left = {
        row + rows.found.sheet.first_row: reason
        for rows in reversed(tables)
        for row, reason in rows.left
        if row + rows.found.sheet.first_row not in used
    }
    left = {**dict.fromkeys(_list_others(tables, whole, used | set(left)), OUTSIDE), **left}
    described = [describe_rows(rows) for rows in tables]
    columns = _list_once([_say_rounds(column, tables) for one in described for column in one.columns])
    reading = replace(
        described[0],
        round=described[0].round if len({one.round for one in described}) == 1 else None,
        columns=(*columns, *_list_beside(tables, whole)),
        rows_read=len(used) + len(left),
        rows_used=len(used),
        rows_left_out=len(left),
        reason="" if used else Counter(left.values()).most_common(1)[0][0] if left else "",
    )
    return reading, _list_left(whole, first.found.file, left)


def _list_once(columns: Sequence[MatchedColumn]) -> tuple[MatchedColumn, ...]:
    """Each column of a sheet once, as the first table that takes something from it means it; headed where one says."""
    said: dict[str, MatchedColumn] = {}
    for column in columns:
        known = said.get(column.cell)
        is_told = known is not None and (known.column is not None or (column.column is None and not column.header))
        said[column.cell] = known if known is not None and is_told else column
    return tuple(said.values())


def _list_beside(tables: Sequence[Rows], whole: RawSheet) -> list[MatchedColumn]:
    """The columns of a sheet in which something stands and that no table of it reaches, with their first texts."""
    spans = [(rows.found.sheet.first_column, rows.found.sheet.cells.shape[1]) for rows in tables]
    reached = {first + place for first, width in spans for place in range(width)}
    beside = []
    for place in range(whole.cells.shape[1]):
        filled = np.flatnonzero(whole.cells[:, place] != "")
        if len(filled) and whole.first_column + place not in reached:
            text = whole.cells[filled[0], place]
            cell = cell_address(whole.first_row + int(filled[0]), whole.first_column + place)
            beside.append(MatchedColumn(" ".join(text.split()) if isinstance(text, str) else "", cell, None))
    return beside


def _say_rounds(column: MatchedColumn, tables: Sequence[Rows]) -> MatchedColumn:
    """A column of rounds with those that its cells say, in the order of time."""
    if column.column != ROUND_COLUMN:
        return column
    said = {rows.found.round for rows in tables if rows.found.round_column is not None}
    return replace(column, rounds=tuple(key for key in tables[0].found.rounds if key in said))


def _list_others(tables: Sequence[Rows], whole: RawSheet, known: set[int]) -> list[int]:
    """The filled rows below the first header that no table has and that are no header themselves."""
    headers = {
        line + rows.found.sheet.first_row
        for rows in tables
        for line in range(rows.found.first_header, rows.found.header + 1)
    }
    first, taken = min(headers), known | headers
    lines = np.arange(len(whole.cells)) + whole.first_row
    free = [int(line) for line in lines[lines > first] if int(line) not in taken]
    return [line for line in free if any(map(is_filled, whole.cells[line - whole.first_row]))]


def _list_left(whole: RawSheet, file: str, left: dict[int, str]) -> tuple[Exclusion, ...]:
    ends = (whole.first_column, whole.first_column + whole.cells.shape[1] - 1)
    return tuple(
        Exclusion(reason, file, whole.name, (row_range(line, ends),), row=line) for line, reason in sorted(left.items())
    )
