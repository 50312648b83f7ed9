"""Total rows are left out of the data, and used to check it: a total that no sum of its rows gives is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from dictionary.load import load_columns
from dictionary.nouns import Problem
from i18n import Text
from i18n.numbers import write_number
from ingest.clean import Floats, clean_numbers
from ingest.matching import HeaderMatch
from ingest.recognise import FoundTable, by_round_columns
from ingest.row_kinds import TOTAL, Indexes
from ingest.rows import Rows, take_cells

ROUNDING = 0.51  # a total may differ by as much from the sum of rounded cells
NUMBERS = {"money", "number"}


def check_all_totals(tables: Sequence[Rows]) -> Iterator[Problem]:
    """What ``check_totals`` finds in each part of a sheet."""
    parts: dict[tuple[int, str], list[Rows]] = {}
    for rows in tables:
        parts.setdefault((id(rows.found.sheet), rows.found.table), []).append(rows)
    return chain.from_iterable(map(check_totals, parts.values()))


def check_totals(parts: Sequence[Rows]) -> tuple[Problem, ...]:
    """A problem for each total that differs from every sum it may stand for: its block, all rows above, all rows.

    ``parts`` are the tables of one part of a sheet, one for each round of a column that says rounds.
    """
    totals = np.array(sorted({row for rows in parts for row, reason in rows.left if reason == TOTAL}), dtype=np.intp)
    if not len(totals):
        return ()
    found = parts[0].found
    whole = np.unique(np.concatenate([rows.kept for rows in parts]))
    matches = [match for match in found.matches if match.column in _list_numbers(found)]
    return tuple(
        problem
        for match in matches
        for problem in _check_column(found, match, (totals, [whole, *(rows.kept for rows in parts[1:])]))
    )


def _list_numbers(found: FoundTable) -> set[str]:
    keys = by_round_columns(found.table)
    return {column.key for column in load_columns(found.table) if column.key in keys and column.kind in NUMBERS}


def _check_column(found: FoundTable, match: HeaderMatch, rows: tuple[Indexes, list[Indexes]]) -> Iterator[Problem]:
    totals, wholes = rows
    cells = take_cells(found, match, totals)
    said, _ = clean_numbers(cells)
    numbers = [np.nan_to_num(clean_numbers(take_cells(found, match, kept))[0]) for kept in wholes]
    for place, total in enumerate(said):
        if np.isnan(total):
            continue
        sums = [
            one for kept, own in zip(wholes, numbers, strict=True) for one in _list_sums(kept, own, (totals, place))
        ]
        blocks = [one for one, size in sums if size]
        if not blocks or any(abs(one - total) <= ROUNDING for one in blocks):
            continue
        if found.table == "summary" and _is_between(numbers[0], total):
            continue  # an average or a rate of the whole, not a sum
        near = min(blocks, key=lambda one: abs(one - total))
        yield cells.problem("total_differs", place, write_number(float(total)), Text(*[write_number(near)] * 2))


def _is_between(numbers: Floats, total: float) -> bool:
    return len(numbers) > 1 and bool(numbers.min() <= total <= numbers.max())


def _list_sums(kept: Indexes, numbers: Floats, about: tuple[Indexes, int]) -> Iterator[tuple[float, int]]:
    """The sums that a total may stand for, each with its number of rows."""
    totals, place = about
    before = totals[place - 1] if place else -1
    after = totals[place + 1] if place + 1 < len(totals) else np.iinfo(np.intp).max
    own = totals[place]
    for wanted in ((kept > before) & (kept < own), kept < own, kept > own, (kept > own) & (kept < after), kept >= 0):
        yield float(numbers[wanted].sum()), int(wanted.sum())
