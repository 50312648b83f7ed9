"""Several columns of numbers that mean one thing in one round: which of them is meant, somebody has to say."""

from __future__ import annotations

from dataclasses import replace
from math import isclose

from dictionary.load import load_columns
from i18n.numbers import read_number
from ingest.amounts import AMOUNT
from ingest.cells import write_cell
from ingest.composing import name_groups
from ingest.fitting import fits
from ingest.headers import split_header
from ingest.income_parts import find_parts, find_summed
from ingest.matching import HeaderMatch, find_column
from ingest.months import are_months
from ingest.recognise import FoundTable
from ingest.riders import LIST, RIDER
from ingest.row_kinds import NUMBERS

MONTHS = {("month", "year"): 12.0, ("year", "month"): 1 / 12}  # what an amount is multiplied by in another time
ROUNDED = 0.005  # by which an amount of a year may miss that of its months
LOOKED_AT = 200  # rows below the header


def find_doubled(found: FoundTable) -> tuple[HeaderMatch, ...]:
    """The headers of every round in which several columns of unlike numbers mean the same; () where none do.

    Months, and a column that repeats the numbers of the first (for a year those of a month), leave nothing to ask.
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
    times = MONTHS.get((first.period or "", other.period or ""), 1.0)
    differs = any(not _is_same(one, two, times) for one, two in zip(cells[:, first.position], own, strict=True))
    return differs and fits(own, found.table, first.column or "")


def _is_same(one: object, other: object, times: float) -> bool:
    """Whether two cells are the same, or the second is the amount of the first in its own time: 12 months a year."""
    if one == other:
        return True
    numbers = [read_number(write_cell(cell)) for cell in (one, other)]
    return times != 1 and None not in numbers and isclose(times * (numbers[0] or 0), numbers[1] or 0, rel_tol=ROUNDED)


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
