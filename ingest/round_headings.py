"""Rounds that head blocks of rows: ``ปี 2562`` on a row of its own, and below it whom the rows are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from dictionary.squash import squash
from ingest.cells import write_cell
from ingest.keys import find_key
from ingest.recognise import FoundTable, by_round_columns, key_column
from ingest.row_kinds import is_filled
from ingest.row_rounds import LEFT_OUT, SHORT, by_year, read_round
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
    heads = list_headings(found)
    return [found] if len({*heads.values()}) < ENOUGH else _split(found, heads)


def split_as_headed(found: FoundTable, told: Mapping[str, str], reason: str) -> list[FoundTable]:
    """The table by the rounds that head its rows, as somebody said their texts mean; others are read as they stand.

    The rows below a text that means "" are left out for the ``reason``; those above the first have no round.
    """
    parts = _split(replace(found, round=None), list_headings(found, told))
    return [replace(one, round=None, reason=reason) if one.round == LEFT_OUT else one for one in parts]


def list_headings(found: FoundTable, told: Mapping[str, str] | None = None) -> dict[int, str]:
    """The rows that hold a round where their key would stand, and nothing else that the table uses, each with it."""
    key = find_key(found, key_column(found.table))
    meant = {squash(text): period or LEFT_OUT for text, period in (told or {}).items()}
    rows = [int(row) for row in body_of(found) if key and _heads(found, int(row), key.position, meant)]
    cells = [found.sheet.cells[row, key.position] for row in rows] if key else []
    own = [meant.get(squash(write_cell(cell))) for cell in cells]
    read = by_year([None if said else read_round(cell) for said, cell in zip(own, cells, strict=True)])
    return {row: str(said or period) for row, said, period in zip(rows, own, read, strict=True)}


def _split(found: FoundTable, heads: Mapping[int, str]) -> list[FoundTable]:
    """A table for each round, and one of no round for the rows that stand above all."""
    body = body_of(found)
    is_head = np.isin(body, [*heads])
    rounds = np.array([*heads.values(), None], dtype=object)[np.cumsum(is_head) - 1]
    periods = dict.fromkeys(period for period in rounds if period)
    parts = [replace(found, round=one, only=body[~is_head & (rounds == one)]) for one in periods]
    above = ~is_head & np.array([period is None for period in rounds], dtype=bool)
    return [*parts, *([replace(found, round=None, only=body[above])] if above.any() or not parts else [])]


def _heads(found: FoundTable, row: int, place: int, meant: Mapping[str, str] | None = None) -> bool:
    cells = found.sheet.cells[row]
    used = [one.position for one in found.matches if one.column and one.position != place]
    says = read_round(cells[place]) not in {None, SHORT} or squash(write_cell(cells[place])) in (meant or {})
    return says and not any(map(is_filled, cells[used]))
