"""What was understood of a sheet, or seems likeliest, as the mapping that would say so."""

from __future__ import annotations

from dataclasses import replace

from dictionary.load import PROJECT, Column
from ingest.checks import list_missing
from ingest.composing import read_headers
from ingest.fitting import fits
from ingest.headers import split_header
from ingest.likely import UNKNOWN, add_likely, find_likely_tables, list_text_rows, stands_above_rows
from ingest.mapping import MOST_COLUMNS, ColumnMapping, SheetMapping, compose_headers, take_fingerprint
from ingest.mapping_files import OPEN
from ingest.matching import HeaderMatch, is_known, match_headers
from ingest.names import read_sheet_name
from ingest.opening import OpenedFile
from ingest.recognise import FoundTable, SkippedSheet
from ingest.riders import add_riders
from ingest.workbooks import RawSheet

MOST_OPEN = 4  # headers that are put to somebody for one missing column
ENOUGH_LIKE = 2  # headers like those of a table that make it likely


def propose_mappings(one: OpenedFile) -> list[SheetMapping]:
    """A mapping for each sheet of a file, in order; a round that only the file says is not in it."""
    known = {found.sheet.name: _propose_for_table(add_riders([found])[0]) for found in one.tables}
    known |= {skipped.sheet.name: _propose_for_skipped(skipped) for skipped in one.skipped}
    return [known.get(sheet.name) or _name_headers(sheet, 0, PROJECT) for sheet in one.sheets]


def _propose_for_table(found: FoundTable) -> SheetMapping:
    """The table as it was understood, with guesses taken for right and ``?`` where a choice is needed."""
    mapping = _name_headers(found.sheet, found.header, found.table, found.header - found.first_header + 1)
    meant = {match.position: _propose_column(match) for match in found.matches if match.position < MOST_COLUMNS}
    if not found.is_confirmed:
        for column in list_missing(found):
            if column.key not in {one.column for one in meant.values()}:
                meant |= _open_candidates(found, column)
    return replace(mapping, round=found.round or "", columns=tuple(meant.values()))


def propose_sheet(sheet: RawSheet, table: str, ends: tuple[int, int]) -> SheetMapping:
    """The mapping of a sheet whose table and header somebody chose; ``ends``: the 1-based row and how many it takes."""
    header_row, header_rows = ends
    row = header_row - sheet.first_row
    texts = compose_headers(sheet, row, header_rows)
    matches = match_headers([(text, split_header(text) if text else None) for text in texts], table)
    found = add_riders([add_likely(FoundTable("", sheet, table, read_sheet_name(sheet.name).round, row, matches))])[0]
    return replace(
        _propose_for_table(replace(found, is_confirmed=True)),
        fingerprint=take_fingerprint(texts),
        header_row=header_row,
        header_rows=header_rows,
    )


def _open_candidates(found: FoundTable, column: Column) -> dict[int, ColumnMapping]:
    """The headers that may be a missing column: the only one is taken for it, of several somebody has to choose."""
    candidates = find_candidates(found, column)
    key = column.key if len(candidates) == 1 else OPEN
    said = OPEN if column.by_round and not found.round else ""
    candidates = [one for one in candidates if one.position < MOST_COLUMNS]
    chosen = candidates if column.by_round else candidates[:1]
    return {one.position: ColumnMapping(_tidy(one.header), key, one.round or said) for one in chosen[:MOST_OPEN]}


def _propose_column(match: HeaderMatch) -> ColumnMapping:
    return ColumnMapping(_tidy(match.header), match.column or match.guess or "", match.round or "")


def find_candidates(found: FoundTable, column: Column) -> list[HeaderMatch]:
    """The headers of no known meaning that may be a column: what stands below them is of its kind."""
    unused = [match for match in found.matches if not match.column and not match.repeated and not is_known(match)]
    filled = [match for match in unused if (found.sheet.cells[found.header + 1 :, match.position] != "").any()]
    return [match for match in filled if _fits(found, match, column)]


def _fits(found: FoundTable, match: HeaderMatch, column: Column) -> bool:
    return fits(found.sheet.cells[found.header + 1 :, match.position], found.table, column.key)


def _propose_for_skipped(skipped: SkippedSheet) -> SheetMapping:
    """For a sheet that is not recognised the likeliest table, if any header is like one of it; else it is left out."""
    rows = list_text_rows(skipped.sheet) if skipped.reason in UNKNOWN else []
    if not rows:
        return replace(_name_headers(skipped.sheet, 0, ""), skip=True)
    likely = max(find_likely_tables(skipped), key=lambda found: (found.table == skipped.table, _count(found)))
    if _count(likely) >= ENOUGH_LIKE:
        return _propose_for_table(likely)
    row = next((row for row in rows if stands_above_rows(skipped.sheet, row)), rows[0])
    if not skipped.table:
        return _name_headers(skipped.sheet, row, OPEN)
    headers = read_headers(skipped.sheet, row, row)
    matches = match_headers(headers, skipped.table)
    return _propose_for_table(replace(likely, table=skipped.table, header=row, matches=matches))


def _count(found: FoundTable) -> int:
    return sum(bool(match.column or match.guess) for match in found.matches)


def _name_headers(sheet: RawSheet, row: int, table: str, count: int = 1) -> SheetMapping:
    """A mapping of the headers of ``count`` rows up to ``row`` in which none of them means anything yet."""
    texts = compose_headers(sheet, row, count) if sheet.cells.size else []
    columns = tuple(ColumnMapping(_tidy(text)) for text in texts if text)
    return SheetMapping(take_fingerprint(texts), sheet.name, table, sheet.first_row + row, count, columns=columns)


def _tidy(text: str) -> str:
    return " ".join(text.split())
