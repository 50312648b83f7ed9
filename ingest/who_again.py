"""A column of no known name with the same numbers in every round, each once: it says whom the rows are about."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from dictionary.nouns import Problem
from dictionary.people import ID
from ingest.addresses import cell_address
from ingest.blanks import is_blank
from ingest.by_row import ENOUGH_PEOPLE
from ingest.cells import write_cell
from ingest.keys import can_key
from ingest.matching import HeaderMatch
from ingest.period_columns import list_round_columns
from ingest.recognise import FoundTable, key_column
from ingest.row_rounds import read_rounds
from ingest.workbooks import Values

NOTE = "key_by_repeat"
ENOUGH_ROUNDS = 2


def hear_who(found: FoundTable) -> FoundTable:
    """The table with such a column as its id, and the note that says so; as it is where something names people.

    Without it the same people would be taken for others in each round, and their numbers for something measured.
    """
    if can_key(found.table, key_column(found.table)) & found.columns:
        return found
    cells = found.sheet.cells[found.header + 1 :]
    for place in list_round_columns(found) if found.round_column is None else [found.round_column]:
        rounds = np.array([said or "" for said in read_rounds(cells[:, place])], dtype=object)
        free = [one for one in found.matches if one.column is None and one.position != place]
        who = next((one for one in free[:-1] if _stands_again(cells[:, one.position], rounds)), None)
        if who:
            matches = tuple(replace(one, column=ID) if one is who else one for one in found.matches)
            return replace(found, matches=matches, notes=(*found.notes, _say(found, who)))
    return found


def _stands_again(cells: Values, rounds: Values) -> bool:
    """Whether every number or code of a column stands exactly once in each of several rounds.

    Texts without a digit may name places or indicators: those are asked about.
    """
    known = rounds != ""
    among = len({*rounds[known]})
    if among < ENOUGH_ROUNDS or not all(map(_is_code, cells[known])):
        return False
    rows = pd.DataFrame({"text": list(map(write_cell, cells[known])), "round": rounds[known]})
    counts = rows.groupby("text")["round"].agg(["size", "nunique"])
    return len(counts) >= ENOUGH_PEOPLE and bool((counts == among).to_numpy().all())


def _is_code(cell: object) -> bool:
    """Whether a cell is a whole number, or a text with a digit."""
    if isinstance(cell, str):
        return not is_blank(cell) and any(map(str.isdigit, cell))
    return isinstance(cell, int | float) and float(cell).is_integer()


def _say(found: FoundTable, who: HeaderMatch) -> Problem:
    cell = cell_address(found.sheet.first_row + found.header, found.sheet.first_column + who.position)
    return Problem(NOTE, found.file, found.sheet.name, cell, found=" ".join(who.header.split()))
