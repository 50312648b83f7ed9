"""Sheets of people that name nobody: every row is somebody, known again only within the row."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dictionary.nouns import Problem
from ingest.addresses import cell_address
from ingest.cells import Labels, write_cell
from ingest.clean import is_blank
from ingest.recognise import FoundTable, says_rounds
from ingest.row_kinds import OUTSIDE, Indexes, is_filled, read_kind
from ingest.workbooks import Values

ENOUGH_PEOPLE = 6  # rows below which a sheet without ids is not taken for people
NOTE = "rows_as_people"


def may_be_people(found: FoundTable) -> bool:
    """Whether rows may be people although nothing names them: enough rows, and no column of names of something.

    A text of its own on every row may name an indicator or a place; a code with a digit in it is an id.
    """
    cells = found.sheet.cells[found.header + 1 :]
    free = [one for one in found.matches if one.column is None]
    is_plain = not any(says_rounds(one) for one in free if one.position != found.round_column)
    return len(cells) >= ENOUGH_PEOPLE and is_plain and not any(_names_something(cells[:, at.position]) for at in free)


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
        kinds = np.array([*(read_kind(one) if isinstance(one, str) else "" for one in uniques), ""], dtype=object)
        reasons |= {int(place): kinds[codes[place]] for place in np.flatnonzero(kinds[codes] != "")}
    empty = np.ones(len(body), dtype=bool)
    for position in used:
        column = cells[:, position]
        empty &= np.fromiter((not is_filled(cell) for cell in column), dtype=bool, count=len(column))
    reasons |= {int(place): reasons.get(int(place), OUTSIDE) for place in np.flatnonzero(empty)}
    names = tuple(f"{found.file} {found.sheet.name} {row + found.sheet.first_row}" for row in body)
    return Labels(np.arange(len(body), dtype=np.intp), names), reasons


def _names_something(cells: Values) -> bool:
    """Whether nearly every filled cell is a text of its own without a digit."""
    filled = [cell for cell in cells if not is_blank(cell)]
    words = {write_cell(cell) for cell in filled if isinstance(cell, str) and not any(map(str.isdigit, cell))}
    return len(words) >= 0.8 * len(filled) and bool(filled)
