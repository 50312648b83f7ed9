"""Sheets whose headers nobody wrote quite so before: recognised by likeness where the exact wording was not enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import overload

from dictionary.load import PROJECT
from ingest.blanks import is_blank
from ingest.composing import list_tops, read_headers, read_texts
from ingest.data_rows import is_data_row
from ingest.fitting import fits
from ingest.income_parts import hear_parts
from ingest.matching import HeaderMatch, match_headers, match_likely
from ingest.months import are_spans
from ingest.names import read_sheet_name
from ingest.periods import is_year
from ingest.recognise import (
    CLEARLY_MORE,
    ENOUGH_HEADERS,
    HEADER_ROWS,
    ROW_TABLES,
    FoundTable,
    hear_titles,
    key_column,
    says_rounds,
)
from ingest.skipping import SkippedSheet
from ingest.workbooks import RawSheet

UNKNOWN = {
    "sheet_not_recognised",
    "header_not_found",
    "one_time_table",
}  # why a sheet was skipped that may be known by likeness
ENOUGH_ROWS = 3  # filled rows below a header that make it one of a table
ROWS_BELOW = 6  # rows below it that are looked at
MOST_HEADERS = 200  # texts of a row that are compared


@overload
def use_likeness(one: FoundTable) -> FoundTable: ...
@overload
def use_likeness(one: SkippedSheet) -> FoundTable | SkippedSheet: ...
def use_likeness(one: FoundTable | SkippedSheet) -> FoundTable | SkippedSheet:
    """The sheet with the headers that are like known ones; one not recognised may be recognised by them."""
    if isinstance(one, FoundTable):
        if one.table == PROJECT:
            return one
        likely = add_likely(one)
        other = None if likely.is_complete else _find_complete(one)
        is_clear = other and (other.table == one.table or _count(other) >= _count(likely) + CLEARLY_MORE)
        return other if other and is_clear else likely
    return (_find_complete(one) if one.reason in UNKNOWN else None) or one


def add_likely(found: FoundTable) -> FoundTable:
    """The table with headers matched by likeness, where the cells below them are of the kind of the column."""
    likely = match_likely(found.matches, found.table)
    kept = [new if _is_fit(new, found) else old for new, old in zip(likely, found.matches, strict=True)]
    return replace(found, matches=tuple(kept))


def _is_fit(match: HeaderMatch, found: FoundTable) -> bool:
    column = match.column or match.guess
    if match.guess and (says_rounds(match) or match.position == found.round_column):
        return False
    return column is None or fits(found.sheet.cells[found.header + 1 :, match.position], found.table, column)


def find_likely_tables(one: FoundTable | SkippedSheet) -> Iterator[FoundTable]:
    """What each row of texts among the first rows would be as the header of each table, with its likenesses."""
    round_key = read_sheet_name(one.sheet.name).round
    for index in list_text_rows(one.sheet):
        if index + 1 < len(one.sheet.cells) and are_spans(read_texts(one.sheet, index + 1)):
            continue
        top = next(iter(list_tops(one.sheet, index)), index)
        headers = read_headers(replace(one.sheet, cells=one.sheet.cells[:, :MOST_HEADERS]), top, index)
        for table in ROW_TABLES:
            matches = hear_parts(match_headers(headers, table), one.sheet, (top, index), table)
            yield add_likely(FoundTable(one.file, one.sheet, table, round_key, index, matches, top))


def list_text_rows(sheet: RawSheet) -> list[int]:
    """The first rows that may be headers: several texts, and more of them than anything else."""
    rows = range(min(HEADER_ROWS, len(sheet.cells)))
    return [index for index in rows if _is_text_row(sheet.cells[index]) and not is_data_row(sheet, index)]


def _is_text_row(cells: Sequence[object]) -> bool:
    filled = [cell for cell in cells if not (cell is None or (isinstance(cell, str) and not cell.strip()))]
    texts = [cell for cell in filled if isinstance(cell, str)]
    if texts and len(filled) >= ENOUGH_HEADERS and all(isinstance(cell, str) or is_year(cell) for cell in filled):
        return True
    return len(texts) >= ENOUGH_HEADERS - 1 and 2 * len(texts) > len(filled)


def stands_above_rows(sheet: RawSheet, row: int, enough: int = ENOUGH_HEADERS) -> bool:
    """Whether ``enough`` texts stand in a row above rows that are filled as it is."""
    places = [at for at, (text, _) in enumerate(read_headers(sheet, row, row)) if text]
    below = sheet.cells[row + 1 : row + 1 + ROWS_BELOW, places]
    filled = [2 * sum(not is_blank(cell) for cell in cells) >= len(places) for cells in below]
    return len(places) >= enough and sum(filled) >= ENOUGH_ROWS


def _find_complete(one: FoundTable | SkippedSheet) -> FoundTable | None:
    """The table that likeness completes: the one of the sheet's name, or one with enough headers."""
    name = read_sheet_name(one.sheet.name)
    named = one.table or name.table
    complete = [found for found in find_likely_tables(one) if found.is_complete]
    fit = [found for found in complete if found.table == named or _count(found) >= ENOUGH_HEADERS]
    best = max(fit, key=lambda found: (found.table == named, _count(found)), default=None)
    return hear_titles(best, name) if best else None


def _count(found: FoundTable) -> int:
    return len(found.columns) + (key_column(found.table) in found.columns)
