"""Summaries that lie on their side: a row for each round, a column for each indicator."""

from __future__ import annotations

from ingest.blanks import is_blank
from ingest.cells import write_cell
from ingest.fitting import is_number
from ingest.headers import find_round
from ingest.periods import find_ordinal, find_year
from ingest.recognise import FoundTable, key_column

SUMMARY, VALUE = "summary", "value"
ENOUGH_ROUNDS = 2
LOOKED_AT = 50  # rows below the header


def is_transposed(found: FoundTable) -> bool:
    """Whether every row of a summary is named after another round, and numbers stand under several of its headers."""
    key = found.find(key_column(SUMMARY)) if found.table == SUMMARY and VALUE not in found.columns else None
    if key is None:
        return False
    below = found.sheet.cells[found.header + 1 :][:LOOKED_AT]
    names = [write_cell(cell) for cell in below[:, key.position] if not is_blank(cell)]
    rounds = {find_round(name) or find_year(name) or find_ordinal(name) for name in names}
    if len(names) < ENOUGH_ROUNDS or None in rounds or len(rounds) < len(names):
        return False
    free = (below[:, match.position] for match in found.matches if match is not key)
    return sum(any(map(is_number, cells)) for cells in free) >= ENOUGH_ROUNDS
