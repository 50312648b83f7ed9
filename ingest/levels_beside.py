"""A summary that says at which level of the results chain each indicator stands: its figures, and the chain of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dictionary.load import match_code
from ingest.blanks import is_blank
from ingest.cells import write_cell
from ingest.composing import read_headers
from ingest.fitting import LOOKED_AT
from ingest.level_columns import LEVEL, LEVELS
from ingest.level_columns import TABLE as CHAIN
from ingest.matching import HeaderMatch, match_headers
from ingest.recognise import FoundTable, key_column
from ingest.riders import RIDING, SUMMARY

ENOUGH = 2  # cells of a column that name a level
_OWN = ("indicator", "value")  # columns of figures without which a chain is no summary
_FREE = (None, "dimension")  # what a column may have been taken for that holds levels


def hear_levels(found: FoundTable) -> FoundTable:
    """A summary with its column of levels known; a chain that names its indicators and no items read as a summary."""
    is_named = found.table == CHAIN and key_column(CHAIN) in found.columns
    if found.table not in {SUMMARY, CHAIN} or is_named or not {*_OWN} <= found.columns:
        return found
    told = found if LEVEL in found.columns else _find_levels(found)
    return _take_figures(told) if told.table == CHAIN and LEVEL in told.columns else told


def add_levels(tables: Sequence[FoundTable]) -> list[FoundTable]:
    """The tables, each summary that says the levels followed by the chain whose items are its indicators."""
    return [one for found in tables for one in (found, *_list_chain(found))]


def _take_figures(found: FoundTable) -> FoundTable:
    """A chain of indicators as their summary, with what is said of the chain beside it."""
    headers = read_headers(found.sheet, found.first_header, found.header)
    told = {one.position: one for one in match_headers(headers, SUMMARY)}
    kept = (one if one.column in RIDING[CHAIN] else told.get(one.position, one) for one in found.matches)
    return replace(found, table=SUMMARY, matches=tuple(kept))


def _find_levels(found: FoundTable) -> FoundTable:
    """The table with the first column that holds levels, under whatever header, taken for that of levels."""
    place = next((one.position for one in found.matches if one.column in _FREE and _holds_levels(found, one)), None)
    matches = (replace(one, column=LEVEL) if one.position == place else one for one in found.matches)
    return found if place is None else replace(found, matches=tuple(matches))


def _holds_levels(found: FoundTable, match: HeaderMatch) -> bool:
    """Whether all that stands below a header are levels."""
    cells = found.sheet.cells[found.header + 1 :][:LOOKED_AT, match.position]
    filled = [write_cell(cell) for cell in cells if not is_blank(cell)]
    return len(filled) >= ENOUGH and all(match_code(LEVELS, text) for text in filled)


def _list_chain(found: FoundTable) -> tuple[FoundTable, ...]:
    name = found.find(_OWN[0])
    if found.table != SUMMARY or LEVEL not in found.columns or name is None:
        return ()
    item = replace(name, column=key_column(CHAIN))
    said = (one for one in found.matches if one.column in (*RIDING[CHAIN], _OWN[0]))
    return (replace(found, table=CHAIN, matches=(item, *said), given=(), notes=()),)
