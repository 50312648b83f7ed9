"""Rounds that head blocks of rows: ``ปี 2562`` on a row of its own, and below it whom the rows are about."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ingest.keys import find_key
from ingest.recognise import FoundTable, by_round_columns, key_column
from ingest.row_kinds import is_filled
from ingest.row_rounds import SHORT, by_year, read_round
from ingest.rows import body_of

ENOUGH = 2  # rounds


def split_by_headings(found: FoundTable) -> list[FoundTable]:
    """The table by the rounds that rows of it head, its first row among them; the table itself where none does."""
    key = find_key(found, key_column(found.table))
    values = by_round_columns(found.table)
    if found.is_confirmed or key is None or any(one.round for one in found.matches if one.column in values):
        return [found]
    first = next(
        (row for row in range(found.header + 1, len(found.sheet.cells)) if any(map(is_filled, found.sheet.cells[row]))),
        0,
    )
    if not first or not _heads(found, first, key.position):
        return [found]
    body = body_of(found)
    heads = np.array([_heads(found, int(row), key.position) for row in body], dtype=bool)
    said = by_year([read_round(found.sheet.cells[row, key.position]) for row in body[heads]])
    if len({*said}) < ENOUGH:
        return [found]
    blocks = np.cumsum(heads) - 1
    rounds = np.array(said, dtype=object)[blocks]
    return [replace(found, round=str(one), only=body[~heads & (rounds == one)]) for one in dict.fromkeys(said)]


def _heads(found: FoundTable, row: int, place: int) -> bool:
    """Whether a row holds a round where its key would stand, and nothing else that the table uses."""
    cells = found.sheet.cells[row]
    used = [one.position for one in found.matches if one.column and one.position != place]
    return read_round(cells[place]) not in {None, SHORT} and not any(map(is_filled, cells[used]))
