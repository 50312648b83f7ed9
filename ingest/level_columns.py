"""A results chain whose levels stand side by side: a column for each level, an item of it in each cell below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from dictionary.load import load_spellings
from dictionary.nouns import Problem
from ingest.addresses import cell_address
from ingest.blanks import is_blank
from ingest.composing import compose, list_tops, read_headers
from ingest.headers import HeaderWords, split_header
from ingest.matching import HeaderMatch, match_headers
from ingest.names import SheetName
from ingest.recognise import HEADER_ROWS, FoundTable, key_column
from ingest.workbooks import RawSheet

TABLE, LEVEL, NEXT = "chain", "level", "leads_to"
LEVELS = "chain_level"  # the codes of the levels
ENOUGH = 3  # levels side by side that make a chain

Levels = Mapping[int, str]  # the columns that are headed by a level, with its code


def find_level_columns(file: str, sheet: RawSheet, name: SheetName) -> tuple[FoundTable, ...]:
    """The tables of a chain, one for each column that a level heads; none where the levels do not stand side by side.

    What stands between a level and the next one (an indicator, its target) is of the items of the level.
    """
    if name.table not in {TABLE, None}:
        return ()
    top, last, levels = next(_find(sheet), (0, 0, {}))
    if not levels:
        return ()
    whole = FoundTable(file, sheet, TABLE, name.round, last, (), top)
    ends = [*list(levels)[1:], sheet.cells.shape[1]]
    tables = [_make(whole, place, end) for place, end in zip(levels, ends, strict=True)]
    filled = [one for one in tables if one.only is not None and len(one.only)]
    filled[:1] = [_add_others(one, filled) for one in filled[:1]]
    if not filled or any(one.columns & {NEXT} for one in filled):
        return tuple(filled)
    cell = cell_address(sheet.first_row + last, sheet.first_column + next(iter(levels)))
    return (replace(filled[0], notes=(Problem("chain_side_by_side", file, sheet.name, cell),)), *filled[1:])


def _find(sheet: RawSheet) -> Iterator[tuple[int, int, Levels]]:
    """The headers, first and last row, in which enough levels stand, each item below them a text."""
    for last in range(min(HEADER_ROWS, len(sheet.cells) - 1)):
        for top in sorted(list_tops(sheet, last), reverse=True):
            read = read_headers(sheet, top, last)
            levels = {place: level for place, (_, words) in enumerate(read) if (level := _hear(words))}
            if len({*levels.values()}) >= ENOUGH:
                yield top, last, levels


def _hear(words: HeaderWords | None) -> str:
    """The level that a header names: ``ผลผลิต (Output)``, ``Short-term outcomes``; "" if it names none."""
    known = load_spellings(LEVELS)
    return next((known[key] for key in words.keys if key in known), "") if words else ""


def _make(whole: FoundTable, place: int, end: int) -> FoundTable:
    """The table of one level: its items, and what the columns up to the next level say of them."""
    headers = read_headers(whole.sheet, whole.first_header, whole.header)
    text = headers[place][0]
    block = [(each, words if place < at < end else None) for at, (each, words) in enumerate(headers)]
    about = match_headers(block, TABLE)
    own = tuple(one for one in about if one.column and one.column not in {key_column(TABLE), LEVEL})
    items = HeaderMatch(text, place, key_column(TABLE), None, None)
    below = range(whole.header + 1, len(whole.sheet.cells))
    used = [place, *(one.position for one in own)]
    rows = [row for row in below if not all(is_blank(cell) for cell in whole.sheet.cells[row, used])]
    only = np.array(rows, dtype=np.intp)
    return replace(whole, matches=(items, *own), only=only, given=((LEVEL, place, _hear(split_header(text))),))


def _add_others(first: FoundTable, tables: Sequence[FoundTable]) -> FoundTable:
    """The first table with the other levels, behind its own, and the headers that no table uses."""
    used = {one.position for table in tables for one in table.matches}
    headers = enumerate(compose(first.sheet, first.first_header, first.header))
    rest = (HeaderMatch(text, at, None, None, None) for at, text in headers if text and at not in used)
    return replace(first, matches=(*first.matches, *(one.matches[0] for one in tables if one != first), *rest))
