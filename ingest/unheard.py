"""What was confirmed of sheets and fits them no longer: said, since nobody is asked again what they answered once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from dictionary.nouns import Problem
from dictionary.squash import squash
from ingest.found_again import find_mapping
from ingest.listing import list_some
from ingest.mapping import SheetMapping, compose_headers
from ingest.recognise import HEADER_ROWS
from ingest.workbooks import RawSheet

ENOUGH_LEFT = 2  # one confirmed header of so many must still be there for the sheet to be the one that was confirmed

Headers = tuple[str, ...]  # the fingerprints of the tables of a sheet


def list_heard(sheets: Iterable[RawSheet], mappings: Sequence[SheetMapping]) -> frozenset[Headers]:
    """The headers of the mappings that say what one of the sheets is."""
    found = (find_mapping(sheet, mappings) for sheet in sheets) if mappings else ()
    return frozenset(one[0].fingerprints for one in found if one)


def find_unheard(file: str, mappings: Sequence[SheetMapping], heard: frozenset[Headers]) -> Problem | None:
    """What is wrong with a mapping file all of whose sheets are others than those that were read."""
    if not mappings or any(one.fingerprints in heard for one in mappings):
        return None
    names = list(dict.fromkeys(one.name for one in mappings))
    return Problem("mapping_fits_nothing", file, found=list_some(names))


def report_changed(file: str, sheet: RawSheet, mappings: Sequence[SheetMapping]) -> tuple[Problem, ...]:
    """A problem where a sheet of the name of a confirmed one lacks some of its headers and has others of them."""
    named = [one for one in mappings if squash(one.name) == squash(sheet.name)]
    if not named or find_mapping(sheet, mappings):
        return ()
    tables = named[-1].tables
    texts = _list_texts(sheet, {table.header_rows for table in tables})
    headers = list(dict.fromkeys(column.header for table in tables for column in table.columns))
    gone = [" ".join(header.split()) for header in headers if squash(header) not in texts]
    if not gone or ENOUGH_LEFT * (len(headers) - len(gone)) < len(headers):
        return ()
    return (Problem("headers_changed", file, sheet.name, found=list_some(gone)),)


def _list_texts(sheet: RawSheet, counts: Collection[int]) -> set[str]:
    """What the first rows say, each of them taken for the last of a header of so many rows."""
    rows = range(min(HEADER_ROWS, len(sheet.cells)))
    return {squash(text) for count in counts for row in rows for text in compose_headers(sheet, row, count)}
