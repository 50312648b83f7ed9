"""Several columns of numbers that mean one thing in one round: which of them is meant, somebody has to say."""

from __future__ import annotations

from dataclasses import replace

from dictionary.load import load_columns
from ingest.amounts import AMOUNT
from ingest.composing import name_groups
from ingest.fitting import fits
from ingest.headers import split_header
from ingest.income_parts import find_parts, find_summed
from ingest.matching import HeaderMatch, find_column
from ingest.months import are_months
from ingest.recognise import FoundTable
from ingest.riders import LIST, RIDER
from ingest.row_kinds import NUMBERS

LOOKED_AT = 200  # rows below the header


def find_doubled(found: FoundTable) -> tuple[HeaderMatch, ...]:
    """The headers of every round in which several columns of unlike numbers mean the same; () where none do.

    Months, and a column that repeats the numbers of the first, leave nothing to ask.
    """
    if found.is_confirmed or found.is_years:
        return ()
    tables = (found.table, RIDER) if found.table == LIST else (found.table,)
    keys = [one.key for table in tables for one in load_columns(table) if one.by_round and one.kind in NUMBERS]
    groups = [_list_same(found, first) for first in found.matches if first.column in keys]
    return tuple(match for group in groups if len(group) > 1 for match in group)


def _list_same(found: FoundTable, first: HeaderMatch) -> list[HeaderMatch]:
    told = replace(found, table=RIDER) if found.table == LIST and first.column == AMOUNT else found
    if told.table == RIDER and find_summed(found.matches, found.sheet, (found.first_header, found.header)):
        return []
    same = [first, *(one for one in found.matches if _is_again(told, first, one))]
    return [] if are_months(one.header for one in same) else same


def _is_again(found: FoundTable, first: HeaderMatch, other: HeaderMatch) -> bool:
    if other.column or other.round != first.round or not _means_same(found, first, other):
        return False
    cells = found.sheet.cells[found.header + 1 :][:LOOKED_AT]
    own = cells[:, other.position]
    differs = any(one != two for one, two in zip(own, cells[:, first.position], strict=True))
    return differs and fits(own, found.table, first.column or "")


def _means_same(found: FoundTable, first: HeaderMatch, other: HeaderMatch) -> bool:
    """Whether two headers mean the same: by their own words, as parts of an income, or of one group that means it."""
    if other.repeated and find_column(split_header(other.header), found.table) == first.column:
        return True
    ends = found.first_header, found.header
    if found.table == RIDER and {first.position, other.position} <= find_parts(found.matches, found.sheet, ends):
        return True
    groups = name_groups(found.sheet, *ends)
    group = groups[first.position]
    if not group or groups[other.position] != group:
        return False
    words = split_header(group)
    return bool(words.bare) and find_column(words, found.table) == first.column
