"""Whether columns of amounts beside one another surely add up to the income: by their total, or as all there are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

import numpy as np
import numpy.typing as npt

from dictionary.load import load_spellings_of
from dictionary.rows import read_rows
from dictionary.squash import squash
from i18n.numbers import read_number
from ingest.currencies import drop_currency
from ingest.fitting import LOOKED_AT, is_number
from ingest.headers import match_words, split_header
from ingest.income_words import MONTHS, is_income
from ingest.known_headers import KEPT
from ingest.matching import HeaderMatch
from ingest.workbooks import Values

SUMS_UP = {"total_row", "average_row"}  # rows whose words also head columns of totals and means
TOLERANCE = 0.5  # baht by which a total may differ from the sum of its parts
SOURCE = "income_source"
MOST_PARTS = 40  # columns beside a total that may make it
ENOUGH_COLUMNS = 3  # a total and two parts
ENOUGH_ROWS = 3  # on which a column that is not called a total equals the sum of the others

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Summed:
    """The positions of the parts of the income of a round and of their total."""

    parts: list[int]
    totals: list[int]


@dataclass(frozen=True)
class _Compared:
    """On how many rows a column is known, and whether it equals the sums there."""

    rows: int
    all_equal: bool


def add_up(group: Sequence[HeaderMatch], cells: Values) -> Summed | None:
    """What makes the income of one round, or None where nothing says it for sure.

    The total is what is called so, else what equals the sum of all others on several rows. Without it there must be
    one of all other sources, and none that names an income alone, which may be the whole.
    """
    if len({split_header(match.header).bare for match in group}) < len(group):
        return None
    periods = [match.period or "" for match in group]
    months = [MONTHS.get(one, 1.0) if all(periods) else 1.0 for one in periods]  # what says none is of the others' time
    told = np.array([_read_column(match, cells) for match in group]) / np.array(months)[:, np.newaxis]
    named = [at for at, match in enumerate(group) if sums_up(match.header)]
    sums = named or _find_sum(group, told)
    places = [match.position for match in group]
    if len(group) == 1:
        return Summed(places, places if named else [])
    if not sums:
        is_all = any(_names_others(one.header) for one in group) and not any(is_income(one.header) for one in group)
        return Summed(places, []) if is_all else None
    found = _compare(told, sums[0])
    parts = [place for at, place in enumerate(places) if at != sums[0]]
    return Summed(parts, [places[sums[0]]]) if len(sums) == 1 and found.all_equal else None


def list_summed(total: HeaderMatch, others: Sequence[HeaderMatch], cells: Values) -> list[HeaderMatch]:
    """Those of ``others`` side by side next to the total, on its left or right, that make it on several rows."""
    by_place, whole = {other.position: other for other in others}, np.array(_read_column(total, cells))
    if (~np.isnan(whole)).sum() < ENOUGH_ROWS or not np.nansum(whole):
        return []
    for step in (-1, 1):
        beside = (by_place.get(total.position + step * far) for far in range(1, MOST_PARTS + 1))
        run = [one for one in takewhile(bool, beside) if one]
        told = np.array([whole, *(_read_column(match, cells) for match in run)])
        for end in range(len(told), ENOUGH_COLUMNS - 1, -1):
            known = ~np.isnan(told[1:end]).all(axis=1)
            if known.all() and _compare(told[:end], 0).all_equal:
                return run[: end - 1]
    return []


def _find_sum(group: Sequence[HeaderMatch], told: Floats) -> list[int]:
    """The places of the columns (``told``: columns × rows) that equal the sums of all others, of two at least."""
    if len(group) < ENOUGH_COLUMNS:
        return []
    return [at for at in range(len(group)) if _compare(told, at).rows >= ENOUGH_ROWS and _compare(told, at).all_equal]


def _compare(told: Floats, at: int) -> _Compared:
    """The column ``at`` with the sums of the others, on the rows on which it is known."""
    known = ~np.isnan(told[at])
    parts = np.delete(told, at, axis=0)[:, known]
    equal = np.abs(np.nansum(parts, axis=0) - told[at, known]) <= TOLERANCE
    return _Compared(int(known.sum()), bool(known.any() and equal.all()))


def _read_column(match: HeaderMatch, cells: Values) -> list[float]:
    return [_read(cell) for cell in cells[:LOOKED_AT, match.position]]


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
