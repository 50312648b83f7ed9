"""Columns of a table that have no header: listed all the same, so that nothing vanishes."""

from __future__ import annotations

from collections.abc import Iterator

from dictionary.nouns import MatchedColumn
from ingest.addresses import cell_address
from ingest.recognise import FoundTable
from ingest.row_kinds import Indexes, is_filled


def list_headless(found: FoundTable, kept: Indexes) -> list[int]:
    """The 0-based positions of the columns without a header in which the rows of data hold something."""
    headed = {match.position for match in found.matches}
    cells = found.sheet.cells
    free = (at for at in range(cells.shape[1]) if at not in headed and not is_filled(cells[found.header, at]))
    return [place for place in free if any(map(is_filled, cells[kept, place]))]


def describe_headless(found: FoundTable, kept: Indexes) -> Iterator[MatchedColumn]:
    """Each of them as not used, at the row of the header."""
    sheet = found.sheet
    for place in list_headless(found, kept):
        yield MatchedColumn("", cell_address(found.header + sheet.first_row, sheet.first_column + place), None)
