"""What was understood of a sheet, or seems likeliest, as the mapping that would say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dictionary.load import PROJECT, Column
from dictionary.people import ID
from ingest.candidates import find_candidates
from ingest.checks import list_missing
from ingest.composing import count_rows, find_top, read_headers
from ingest.cutting import cut
from ingest.headers import split_header
from ingest.income_parts import hear_parts, suppose_parts
from ingest.keys import can_key
from ingest.laid_out import join_tables, list_rounds, name_layout, say_layout
from ingest.layouts_chosen import lay_out
from ingest.likely import UNKNOWN, add_likely, find_likely_tables, list_text_rows, stands_above_rows
from ingest.mapping import (
    MOST_COLUMNS,
    ROUND_COLUMN,
    ColumnMapping,
    SheetMapping,
    TableMapping,
    compose_headers,
    take_fingerprint,
)
from ingest.mapping_writing import OPEN
from ingest.matching import HeaderMatch, is_known, match_headers
from ingest.measurable import is_measured
from ingest.measured import take_measured
from ingest.names import read_sheet_name
from ingest.open_tables import name_headers, open_all, open_rounds, take_repeated, tidy
from ingest.opening import OpenedFile
from ingest.period_columns import find_round_column, list_few, say_round, take_body
from ingest.periods import has_short_year
from ingest.personal_headers import PERSONAL, VALUE
from ingest.previews import Proposal
from ingest.project_groups import GROUP
from ingest.recognise import FoundTable, key_column
from ingest.riders import LIST, add_riders
from ingest.row_rounds import find_repeating
from ingest.rows import body_of
from ingest.skipping import SkippedSheet
from ingest.workbooks import RawSheet

MOST_OPEN = 4  # headers that are put to somebody for one missing column
ENOUGH_LIKE = 2  # headers like those of a table that make it likely


def propose_mappings(one: OpenedFile, read: Sequence[FoundTable] = ()) -> list[Proposal]:
    """A proposal for each sheet of a file, in order; a round that only the file says is not in it.

    ``read`` are the tables that were read in the end, those of what is measured of people among them.
    """
    one = replace(one, tables=tuple(take_measured(one.tables, read)))
    skipped = {skipped.sheet.name: skipped for skipped in one.skipped}
    return [
        _propose(sheet, [found for found in one.tables if found.sheet.name == sheet.name], skipped.get(sheet.name))
        for sheet in one.sheets
    ]


def _propose(sheet: RawSheet, tables: Sequence[FoundTable], skipped: SkippedSheet | None) -> Proposal:
    """The tables of a sheet from the top down, those of one row from left to right."""
    if skipped:
        return Proposal(SheetMapping(sheet.name, (_propose_for_skipped(skipped),)), (sheet,))
    if not tables:
        return Proposal(SheetMapping(sheet.name, (name_headers(sheet, 0, PROJECT),)), (sheet,))
    groups: dict[object, list[FoundTable]] = {}
    for found in sorted(tables, key=lambda one: (one.header + one.sheet.first_row, one.sheet.first_column)):
        place = found.sheet.first_row, found.sheet.first_column, found.header
        groups.setdefault(place if found.is_years else id(found.sheet), []).append(found)
    parts = tuple(_cut_raw(sheet, group[0].sheet) for group in groups.values())
    pairs = zip(groups.values(), parts, strict=True)
    return Proposal(SheetMapping(sheet.name, tuple(_propose_for_parts(*pair) for pair in pairs)), parts)


def _cut_raw(sheet: RawSheet, part: RawSheet) -> RawSheet:
    """The same part of the sheet with its cells as they stand in the file."""
    top, left = part.first_row - sheet.first_row, part.first_column - sheet.first_column
    return cut(sheet, (top, top + len(part.cells)), (left, left + part.cells.shape[1]))


def _propose_for_parts(group: Sequence[FoundTable], part: RawSheet) -> TableMapping:
    """One table, also where it was parted into one for each round, or each thing measured."""
    first = _suppose_measured(join_tables(group))
    mapping = _propose_for_table(add_riders([first])[0] if first.table else first, opens=not first.is_confirmed)
    if not first.is_confirmed and any(one.repeated and has_short_year(one.header) for one in first.matches):
        mapping = take_repeated(first, mapping)
    return say_layout(mapping, name_layout(group), list_rounds(group, part))


def _suppose_measured(found: FoundTable) -> FoundTable:
    """A list that says nothing of its people but numbers, on several rows of each: measured, at times to be told."""
    if found.table != LIST or found.is_confirmed or found.round or found.columns - {ID, GROUP}:
        return found
    column = find_repeating(found, body_of(found))
    if column is None:
        return found
    return replace(
        found,
        table=PERSONAL,
        matches=tuple(_suppose(found, one, column) for one in found.matches),
        round_column=column.position,
    )


def _suppose(found: FoundTable, match: HeaderMatch, rounds: HeaderMatch) -> HeaderMatch:
    if match is rounds:
        return replace(match, column=None)
    is_free = match.column is None and not is_known(match)
    is_value = is_free and is_measured(found.sheet.cells[found.header + 1 :, match.position])
    return replace(match, column=VALUE) if is_value else match


def _propose_for_table(found: FoundTable, *, opens: bool = True) -> TableMapping:
    """The table as it was understood, with guesses taken for right and, where it ``opens`` any, ``?`` for a choice."""
    ends = found.first_header, found.header
    rows = count_rows(found.sheet, *ends)
    mapping = name_headers(found.sheet, found.header, found.table, rows)
    told = found.matches if found.is_confirmed else suppose_parts(found.matches, found.sheet, ends, found.table)
    meant = {match.position: _propose_column(match) for match in told}
    if found.table and opens:
        for column in list_missing(found):
            if column.key not in {one.column for one in meant.values()}:
                meant |= _open_candidates(found, column)
    place = find_round_column(found) if found.table else None
    if place in meant:
        meant[place] = _propose_rounds(found, place)
    headers = [at for at, text in enumerate(compose_headers(found.sheet, found.header, rows)) if text]
    columns = (replace(meant.get(at, own), header=own.header) for at, own in zip(headers, mapping.columns, strict=True))
    return replace(mapping, indicators=found.judged, round=found.round or "", columns=tuple(columns))


def _propose_rounds(found: FoundTable, place: int) -> ColumnMapping:
    """A column that says the rounds; what its texts mean is open where no round can be read from any."""
    header = next(match.header for match in found.matches if match.position == place)
    texts = list_few(take_body(found)[:, place])
    rounds = () if any(map(say_round, texts)) else tuple((text, OPEN) for text in texts)
    return ColumnMapping(tidy(header), ROUND_COLUMN, rounds=rounds)


def propose_table(part: RawSheet, table: str, ends: tuple[int, int], layout: str = "") -> TableMapping:
    """The mapping where somebody chose table, header and layout; ``ends``: the 1-based row and how many it takes."""
    header_row, header_rows = ends
    row = header_row - part.first_row
    texts = compose_headers(part, row, header_rows)
    matches = match_headers([(text, split_header(text) if text else None) for text in texts], table)
    top, said = find_top(part, row, header_rows), read_sheet_name(part.name).round
    matches = hear_parts(matches, part, (top, row), table)
    found = add_riders([add_likely(FoundTable("", part, table, said, row, matches, top))])[0]
    plain = replace(
        _propose_for_table(found, opens=False),
        fingerprint=take_fingerprint(texts),
        header_row=header_row,
        header_rows=header_rows,
    )
    return lay_out(part, plain, layout) if layout else plain


def _open_candidates(found: FoundTable, column: Column) -> dict[int, ColumnMapping]:
    """The headers that may be a missing column: the only one is taken for it, of several somebody has to choose."""
    candidates = find_candidates(found, column)
    key = column.key if len(candidates) == 1 else OPEN
    said = OPEN if column.by_round and not found.round else ""
    candidates = [one for one in candidates if one.position < MOST_COLUMNS]
    chosen = candidates if column.by_round else candidates[:1]
    return {one.position: ColumnMapping(tidy(one.header), key, one.round or said) for one in chosen[:MOST_OPEN]}


def _propose_column(match: HeaderMatch) -> ColumnMapping:
    own = split_header(match.header).period
    period = match.period if match.period and match.period != own else ""
    return ColumnMapping(tidy(match.header), match.column or match.guess or "", match.round or "", period)


def _propose_for_skipped(skipped: SkippedSheet) -> TableMapping:
    """For a sheet that is not recognised the likeliest table, if any header is like one of it; else it is left out."""
    rows = list_text_rows(skipped.sheet) if skipped.reason in UNKNOWN else []
    if not rows:
        return name_headers(skipped.sheet, 0, "")
    likely = max(find_likely_tables(skipped), key=lambda one: (one.table == skipped.table, _has_key(one), _count(one)))
    if _has_key(likely) and _count(likely) >= ENOUGH_LIKE:
        return open_rounds(take_repeated(likely, _propose_for_table(likely)))
    row = next((row for row in rows if stands_above_rows(skipped.sheet, row)), rows[0])
    if not skipped.table:
        return open_all(skipped.sheet, row, rows)
    headers = read_headers(skipped.sheet, row, row)
    matches = hear_parts(match_headers(headers, skipped.table), skipped.sheet, (row, row), skipped.table)
    return _propose_for_table(replace(likely, table=skipped.table, header=row, top=row, matches=matches))


def _has_key(found: FoundTable) -> bool:
    """Whether a header says, or is like one that says, whom or what the rows are about."""
    keys = can_key(found.table, key_column(found.table))
    return any((match.column or match.guess) in keys for match in found.matches)


def _count(found: FoundTable) -> int:
    return sum(bool(match.column or match.guess) for match in found.matches)
