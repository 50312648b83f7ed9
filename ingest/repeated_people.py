"""Member lists in which most rows repeat a person, and nothing says how the rows differ: no list of members."""

from __future__ import annotations

import numpy as np

from ingest.names_or_things import ENOUGH_ROWS
from ingest.rows import Rows
from ingest.unused import is_measure

MEMBERS = "members"
REPEATS = "person_repeats"  # the reason of rows left out
MOST_PEOPLE = 0.5  # people to a row, from which on some are repeated by mistake and each counts once


def repeats_people(rows: Rows) -> bool:
    """Whether the rows of a member list are several of each person, as of each season or plot.

    Rows that tell their round, or beside whose people an income stands (one row a source), are no such rows.
    """
    found = rows.found
    if found.table != MEMBERS or found.is_confirmed or found.by_row or found.round_column is not None:
        return False
    if len(rows.kept) < ENOUGH_ROWS or any(one.round and is_measure(one) for one in found.matches):
        return False
    people = len(np.unique(rows.ids.codes[rows.ids.codes >= 0]))
    return 0 < people < MOST_PEOPLE * len(rows.kept)
