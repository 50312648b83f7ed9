"""Lists of the same people side by side, one for each round: each has its own names, so that no row is one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dictionary.people import IDENTITY
from ingest.composing import list_tops, read_headers, read_texts
from ingest.former import Header
from ingest.headers import split_header
from ingest.matching import find_column
from ingest.names import SheetName
from ingest.recognise import HEADER_ROWS
from ingest.riders import LIST
from ingest.workbooks import RawSheet

NAMES = {"member_id", *IDENTITY}  # columns that say who somebody is
ENOUGH = 2  # rounds that have names of their own

Side = tuple[tuple[int, int], SheetName]


def find_sides(sheet: RawSheet, name: SheetName) -> list[Side]:
    """First and last column (exclusive) of each list, and the name of the sheet with its round; none where one list is.

    What stands before the first list is part of it.
    """
    for last in range(min(HEADER_ROWS, len(sheet.cells))):
        texts = read_texts(sheet, last)
        named = [place for place, text in enumerate(texts) if text and _names_somebody(text)]
        for top in list_tops(sheet, last) if len(named) >= ENOUGH else ():
            sides = _list_sides(read_headers(sheet, top, last), named)
            if sides:
                return [(columns, replace(name, round=said)) for columns, said in sides]
    return []


def _names_somebody(text: str) -> bool:
    return find_column(split_header(text), LIST) in NAMES


def _list_sides(headers: Sequence[Header], named: Sequence[int]) -> list[tuple[tuple[int, int], str]]:
    """The columns of each round, where every one has names and stands apart from the others."""
    rounds = [words.round if words else None for _, words in headers]
    starts = {said: rounds.index(said) for said in dict.fromkeys(rounds) if said}
    ends = [*list(starts.values())[1:], len(headers)]
    if len(starts) < ENOUGH or {rounds[place] for place in named} != {*starts} or not _are_apart(rounds, [*starts]):
        return []
    firsts = [0, *list(starts.values())[1:]]
    return [((first, end), said) for first, end, said in zip(firsts, ends, starts, strict=True)]


def _are_apart(rounds: Sequence[str | None], order: Sequence[str]) -> bool:
    """Whether the columns of one round all stand before those of the next."""
    said = [order.index(one) for one in rounds if one]
    return said == sorted(said)
