"""Sheets of people that name nobody: every row is somebody, known again only within the row."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from dictionary.nouns import Problem
from ingest.addresses import cell_address
from ingest.blanks import is_blank
from ingest.cells import Labels, write_cell
from ingest.composing import MOST_HEADER_ROWS, list_tops, read_headers
from ingest.income_parts import hear_parts
from ingest.keys import can_key
from ingest.matching import match_headers
from ingest.names import SheetName
from ingest.recognise import HEADER_ROWS, FoundTable, by_round_columns, hear_titles, key_column, says_rounds
from ingest.row_kinds import OUTSIDE, Indexes, is_filled, read_kind
from ingest.workbooks import RawSheet, Values

ENOUGH_PEOPLE = 6  # rows below which a sheet without ids is not taken for people
NOTE, INCOME = "rows_as_people", "income"
NAMELESS = {INCOME, "personal", "participation"}  # tables whose rows nothing needs to name
PLACE, NEARLY_ALL = "village", 0.8
LOOKED_AT = 50  # rows below a header
ENOUGH_ROUNDS = 2  # in which a row must give an amount


def may_be_people(found: FoundTable) -> bool:
    """Whether rows may be people although nothing names them: enough rows, and no column of names of something.

    A text of its own on every row may name an indicator or a place; a code with a digit in it is an id. A village of
    its own on every row makes them rows of villages.
    """
    cells = found.sheet.cells[found.header + 1 :]
    free = [one for one in found.matches if one.column is None]
    is_plain = not any(says_rounds(one) for one in free if one.position != found.round_column)
    places = [one for one in found.matches if one.column == PLACE]
    if (
        len(cells) < ENOUGH_PEOPLE
        or not is_plain
        or _is_title(found)
        or any(_tells_apart(cells[:, at.position]) for at in places)
    ):
        return False
    return not any(names_something(cells[:, at.position]) for at in free)


def _is_title(found: FoundTable) -> bool:
    """Whether what would be the header heads no more columns than it leaves without a header: a title does so."""
    cells = found.sheet.cells[found.header + 1 : found.header + 1 + LOOKED_AT]
    headed = {match.position for match in found.matches}
    bare = (place for place in range(cells.shape[1]) if place not in headed)
    open_columns = [place for place in bare if 2 * sum(map(is_filled, cells[:, place])) > len(cells)]
    return len(open_columns) >= len(headed)


def take_rows(found: FoundTable) -> FoundTable:
    """The table with each row for one person, where it gives amounts of several rounds and nothing names anybody."""
    amounts = {match.round for match in found.matches if match.column in by_round_columns(found.table, required=True)}
    if not names_nobody(found) or len(amounts - {None}) < ENOUGH_ROUNDS or not may_be_people(found):
        return found
    return replace(found, by_row=True, notes=say_rows(found))


def names_nobody(found: FoundTable) -> bool:
    """Whether a table is one of incomes in which no column says whose they are."""
    return found.table == INCOME and not can_key(found.table, key_column(found.table)) & found.columns


def find_rows(file: str, sheet: RawSheet, name: SheetName) -> FoundTable | None:
    """The incomes, before and after, on the rows of a sheet that names nobody; None if there are none."""
    for last in range(min(HEADER_ROWS, len(sheet.cells) - 1)):
        for top in list_tops(sheet, last)[:MOST_HEADER_ROWS]:
            matches = hear_parts(match_headers(read_headers(sheet, top, last), INCOME), sheet, (top, last), INCOME)
            taken = take_rows(FoundTable(file, sheet, INCOME, name.round, last, matches, top))
            if taken.by_row and taken.is_complete:
                return hear_titles(taken, name)
    return None


def say_rows(found: FoundTable) -> tuple[Problem, ...]:
    """That each row is taken for one person."""
    cell = cell_address(found.sheet.first_row + found.header, found.sheet.first_column)
    return (Problem(NOTE, found.file, found.sheet.name, cell),)


def number_rows(found: FoundTable, body: Indexes) -> tuple[Labels, dict[int, str]]:
    """A key for each row by its place, and the places of the rows that are no data, with the reason."""
    used = [match.position for match in found.matches if match.column]
    cells = found.sheet.cells[body]
    reasons: dict[int, str] = {}
    for column in cells.T:
        codes, uniques = pd.factorize(column)
        kinds = np.array(
            [*(read_kind(one, of_people=True) if isinstance(one, str) else "" for one in uniques), ""], dtype=object
        )
        reasons |= {int(place): kinds[codes[place]] for place in np.flatnonzero(kinds[codes] != "")}
    empty = np.ones(len(body), dtype=bool)
    for position in used:
        column = cells[:, position]
        empty &= np.fromiter((not is_filled(cell) for cell in column), dtype=bool, count=len(column))
    reasons |= {int(place): reasons.get(int(place), OUTSIDE) for place in np.flatnonzero(empty)}
    names = tuple(f"{found.file} {found.sheet.name} {row + found.sheet.first_row}" for row in body)
    return Labels(np.arange(len(body), dtype=np.intp), names), reasons


def _tells_apart(cells: Values) -> bool:
    """Whether nearly every filled cell has a value of its own."""
    filled = [write_cell(cell) for cell in cells if not is_blank(cell)]
    return len({*filled}) >= NEARLY_ALL * len(filled) > 0


def names_something(cells: Values) -> bool:
    """Whether nearly every filled cell is a text of its own without a digit."""
    filled = [cell for cell in cells if not is_blank(cell)]
    words = {write_cell(cell) for cell in filled if isinstance(cell, str) and not any(map(str.isdigit, cell))}
    return len(words) >= NEARLY_ALL * len(filled) > 0
