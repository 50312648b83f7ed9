"""Headers of no known meaning that may be a column which is missing."""

from __future__ import annotations

from dictionary.load import Column
from ingest.fitting import fits
from ingest.matching import HeaderMatch, is_known
from ingest.recognise import FoundTable


def find_candidates(found: FoundTable, column: Column) -> list[HeaderMatch]:
    """The headers of no known meaning that may be a column: what stands below them is of its kind."""
    return [match for match in list_unknown(found) if _fits(found, match, column)]


def list_unknown(found: FoundTable) -> list[HeaderMatch]:
    """The headers of no known meaning that have values below them."""
    unused = [match for match in found.matches if not match.column and not match.repeated and not is_known(match)]
    return [match for match in unused if (found.sheet.cells[found.header + 1 :, match.position] != "").any()]


def _fits(found: FoundTable, match: HeaderMatch, column: Column) -> bool:
    return fits(found.sheet.cells[found.header + 1 :, match.position], found.table, column.key)
