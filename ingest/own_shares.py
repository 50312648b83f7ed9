"""What a value map says is due to the project, where it does not say what is due to others: the rest of the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from dictionary.nouns import Problem
from dictionary.records import Entry, Place
from ingest.cells import list_ranges
from ingest.clean import Problems
from ingest.entries import Entries
from ingest.keys import OPPOSITES
from ingest.rows import Rows


def tell_own_shares(rows: Rows, filled: Mapping[Place, Entries]) -> tuple[dict[Place, Entries], Problems]:
    """The share due to others on each row, from that due to the project where the row tells no other; and that it is.

    An entry keeps the text of its cell: only its number is the rest of the whole.
    """
    told: dict[Place, Entries] = {}
    problems: list[Problem] = []
    for column, opposite in OPPOSITES:
        given, cells = filled.get((opposite, "")), rows.cells(opposite)
        if given is None or cells is None:
            continue
        stated = filled.get((column, ""), [None] * len(given))
        told[column, ""] = [one or _turn(other) for one, other in zip(stated, given, strict=True)]
        used = np.array([one is None and other is not None for one, other in zip(stated, given, strict=True)])
        if used.any():
            problems.append(Problem("sroi_own_share", cells.file, cells.sheet, list_ranges(cells, used)))
    return told, tuple(problems)


def _turn(entry: Entry | None) -> Entry | None:
    return None if entry is None else replace(entry, number=None if entry.number is None else 1 - entry.number)
