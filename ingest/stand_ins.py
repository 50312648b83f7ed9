"""Headers whose wording may mean a column that no other header has: what a thing is used for is what it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dictionary.squash import squash
from ingest.known_headers import load_headers

if TYPE_CHECKING:
    from ingest.matching import HeaderMatch

STAND_INS = {
    "flows": (("use", "to_node"), ("resource", "from_node"))
}  # of a table: a column, and what it stands in for


def stand_in(matches: Sequence[HeaderMatch], table: str) -> tuple[HeaderMatch, ...]:
    """The matches; a header of two meanings whose second is wanted and missing has that."""
    told = tuple(matches)
    for column, wanted in STAND_INS.get(table, ()):
        if all(one.column != wanted for one in told):
            told = tuple(replace(one, column=wanted) if _may_be(one, column, wanted, table) else one for one in told)
    return told


def _may_be(match: HeaderMatch, column: str, wanted: str, table: str) -> bool:
    return match.column == column and wanted in load_headers(table).get(squash(match.header), ())
