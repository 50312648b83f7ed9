"""Whether columns of amounts beside one another surely add up to the income: by their total, or as all there are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from dictionary.load import load_spellings_of
from dictionary.rows import read_rows
from dictionary.squash import squash
from i18n.numbers import read_number
from ingest.currencies import drop_currency
from ingest.fitting import LOOKED_AT, is_number
from ingest.headers import match_words, split_header
from ingest.known_headers import KEPT
from ingest.matching import HeaderMatch
from ingest.workbooks import Values

SUMS_UP = {"total_row", "average_row"}  # rows whose words also head columns of totals and means
TOLERANCE = 0.5  # baht by which a total may differ from the sum of its parts
SOURCE = "income_source"


@dataclass(frozen=True)
class Summed:
    """The positions of the parts of the income of a round and of their total; ``is_partial``: a part is blank."""

    parts: list[int]
    totals: list[int]
    is_partial: bool = False


def add_up(group: Sequence[HeaderMatch], cells: Values) -> Summed | None:
    """What makes the income of one round, or None where nothing says it for sure."""
    totals = [match.position for match in group if sums_up(match.header)]
    parts = [match.position for match in group if match.position not in totals]
    if len({split_header(match.header).bare for match in group}) < len(group) or len(totals) > 1:
        return None
    if len(group) == 1:
        return Summed(parts + totals, totals)
    if not totals:
        return Summed(parts, []) if any(_names_others(match.header) for match in group) else None
    told = np.array([[_read(cell) for cell in cells[:LOOKED_AT, place]] for place in (*parts, *totals)], dtype=float)
    known = ~np.isnan(told[-1])
    adds_up = np.abs(np.nansum(told[:-1, known], axis=0) - told[-1, known]) <= TOLERANCE
    is_partial = bool(np.isnan(told[:-1, known]).any())
    return Summed(parts, totals, is_partial) if known.any() and adds_up.all() else None


def _read(cell: object) -> float:
    number = read_number(str(drop_currency(cell))) if is_number(drop_currency(cell)) else None
    return math.nan if number is None else number


def sums_up(header: str) -> bool:
    """Whether a header is that of a total or a mean of others."""
    return any(word in squash(header) for word in _list_sums())


def is_sum(header: str) -> bool:
    """Whether a header says no more than that it is a total or a mean."""
    return split_header(header).bare in _list_sums()


@cache
def _list_sums() -> tuple[str, ...]:
    rows = (row for row in read_rows("spellings") if row["codelist"] == "row_kind")
    return tuple(squash(row["text"]) for row in rows if row["code"] in SUMS_UP)


@lru_cache(maxsize=KEPT)
def _names_others(header: str) -> bool:
    """Whether a header is that of all other sources."""
    return bool(match_words(header, tuple((word, SOURCE) for word in load_spellings_of("other_sources", SOURCE))))
