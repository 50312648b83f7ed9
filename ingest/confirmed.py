"""Sheets read as somebody confirmed them: a mapping goes before anything that the program would think itself."""

from __future__ import annotations

from collections.abc import Sequence

from dictionary.squash import squash
from ingest.headers import split_header
from ingest.mapping import SKIPPED, ColumnMapping, SheetMapping, find_mapping, list_headers
from ingest.matching import HeaderMatch
from ingest.names import read_sheet_name
from ingest.recognise import FoundTable, SkippedSheet
from ingest.workbooks import RawSheet


def apply_mappings(file: str, sheet: RawSheet, mappings: Sequence[SheetMapping]) -> FoundTable | SkippedSheet | None:
    """The sheet exactly as confirmed; None where no mapping knows its headers."""
    found = find_mapping(sheet, mappings)
    if found is None:
        return None
    mapping, row = found
    if mapping.skip:
        return SkippedSheet(file, sheet, SKIPPED)
    headers = list_headers(sheet, row, mapping.header_rows)
    matches = tuple(_match(at, text, meant) for (at, text), meant in _pair(headers, mapping.columns))
    return FoundTable(file, sheet, mapping.table, _find_round(mapping, sheet), row, matches, is_confirmed=True)


def _pair(
    headers: Sequence[tuple[int, str]], columns: Sequence[ColumnMapping]
) -> list[tuple[tuple[int, str], ColumnMapping]]:
    """Each header with its mapping: the first of its wording that is not taken yet, in order."""
    left = list(columns)
    pairs = []
    for at, text in headers:
        meant = next((one for one in left if squash(one.header) == squash(text)), None)
        if meant:
            left.remove(meant)
        pairs.append(((at, text), meant or ColumnMapping(text)))
    return pairs


def _match(position: int, text: str, meant: ColumnMapping) -> HeaderMatch:
    period = meant.period or split_header(text).period
    return HeaderMatch(text, position, meant.column or None, meant.round or None, period)


def _find_round(mapping: SheetMapping, sheet: RawSheet) -> str | None:
    """The round that was confirmed; on a sheet of another name, the one which that name says goes before it."""
    said = read_sheet_name(sheet.name).round
    if squash(sheet.name) != squash(mapping.name) and said:
        return said
    return mapping.round or None
