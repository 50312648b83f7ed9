"""Sheets read as somebody confirmed them: a mapping goes before anything that the program would think itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dictionary.squash import squash
from ingest.by_row import NAMELESS
from ingest.composing import find_top
from ingest.filling import fill_down
from ingest.found_again import find_mapping
from ingest.header_units import state_unit
from ingest.headers import split_header
from ingest.keys import can_key, tells_only_inputs
from ingest.laid_out import Rounds, find_rounds
from ingest.level_columns import LEVEL, find_level_columns
from ingest.level_columns import TABLE as CHAIN
from ingest.mapping import (
    BY_YEARS,
    HEADED,
    ROUND_COLUMN,
    SKIPPED,
    TURNED,
    ColumnMapping,
    SheetMapping,
    TableMapping,
    list_headers,
)
from ingest.matching import HeaderMatch
from ingest.measure_columns import part_by_measures
from ingest.names import read_sheet_name
from ingest.period_columns import hear_as_told, split_as_told
from ingest.recognise import FoundTable, hear_titles, key_column
from ingest.round_headings import split_as_headed
from ingest.rows import body_of
from ingest.skipping import SkippedSheet
from ingest.stage_matrix import MEASURES, find_stage_matrix
from ingest.turned import take_turned
from ingest.workbooks import RawSheet
from ingest.year_tables import take_names

Meant = tuple[HeaderMatch, ColumnMapping]

NEW = ColumnMapping("")  # of a header that was not there when the others were confirmed


def apply_mappings(
    file: str, sheet: RawSheet, mappings: Sequence[SheetMapping]
) -> tuple[FoundTable, ...] | SkippedSheet | None:
    """The tables of a sheet exactly as confirmed, those left out last; None where no mapping knows its headers."""
    known = find_mapping(sheet, mappings)
    if known is None:
        return None
    mapping, parts = known
    if mapping.skip:
        return SkippedSheet(file, sheet, SKIPPED)
    tables = [
        _apply(FoundTable(file, part, one.table, _find_round(one, mapping.name, sheet.name), row, ()), one)
        for one, (part, row) in zip(mapping.tables, parts, strict=True)
    ]
    return tuple(sorted((one for part in tables for one in part), key=lambda one: bool(one.reason)))


def _find_round(mapping: TableMapping, confirmed: str, name: str) -> str | None:
    """The round that was confirmed; on a sheet of another name, the one which that name says goes before it."""
    said = read_sheet_name(name)
    if mapping.round and squash(name) != squash(confirmed):
        return said.round or said.year or mapping.round
    return mapping.round or said.round


def _apply(found: FoundTable, mapping: TableMapping) -> list[FoundTable]:
    """The table of a part of a sheet, or the tables where a column says of which round each row is."""
    meant = _pair(list_headers(found.sheet, found.header, mapping.header_rows), mapping.columns)
    top = find_top(found.sheet, found.header, mapping.header_rows)
    matches = tuple(match for match, _ in meant)
    added = frozenset(match.position for match, said in meant if said == NEW)
    named = {one.column for one in matches}
    by_row = mapping.table in NAMELESS and not can_key(found.table, key_column(found.table)) & named
    found = replace(found, top=top, matches=matches, is_confirmed=True, judged=mapping.indicators, by_row=by_row)
    found = replace(found, only_inputs=tells_only_inputs(found.table, found.columns), added=added)
    if not mapping.table:
        return [replace(found, reason=SKIPPED)]
    found = hear_titles(found, read_sheet_name(found.sheet.name))
    column, rounds = _hear_rounds(found, mapping, meant)
    if mapping.layout == BY_YEARS:
        return take_names(replace(found, round=None) if any(one.round for one in matches) else found)
    if mapping.layout == TURNED and column is not None:
        said = hear_as_told(found, body_of(found), column, rounds)
        return take_turned(replace(found, round=None), column, said, SKIPPED)
    if whole := _read_matrix(found) or _read_levels(found):
        return whole
    found = fill_down(state_unit(found))
    if mapping.layout == HEADED:
        return split_as_headed(found, rounds, SKIPPED)
    return [*part_by_measures(found)] if column is None else split_as_told(found, column, rounds, SKIPPED)


def _hear_rounds(found: FoundTable, mapping: TableMapping, meant: Sequence[Meant]) -> tuple[int | None, Rounds]:
    """The column that says the round of each row, and what was said of its texts, or of those that stand above rows."""
    told = next(((match.position, said) for match, said in meant if said.column == ROUND_COLUMN), None)
    if told:
        return told[0], dict(told[1].rounds)
    rounds = dict(mapping.rounds)
    is_headless = mapping.layout == TURNED or (bool(rounds) and mapping.layout != HEADED)
    return find_rounds(found, rounds) if is_headless else None, rounds


def _read_matrix(found: FoundTable) -> list[FoundTable]:
    """The tables of a matrix of stages and parties, its numbers being what was confirmed of the first of them."""
    measures = [one.column for one in found.matches if one.column in MEASURES]
    if not (found.by_row or key_column(found.table) in found.columns) or len({*measures}) != 1:
        return []
    name = replace(read_sheet_name(found.sheet.name), round=found.round)
    tables = find_stage_matrix(found.file, found.sheet, name)
    first = [one for one in tables[:1] if one.header == found.header]
    return [
        replace(
            one,
            round=found.round,
            matches=tuple(replace(m, column=measures[0]) if m.column in MEASURES else m for m in one.matches),
            is_confirmed=True,
        )
        for one in (tables if first else ())
    ]


def _read_levels(found: FoundTable) -> list[FoundTable]:
    """The tables of a chain whose levels stand side by side, for each level of which it was confirmed."""
    items = {one.position for one in found.matches if one.column == key_column(found.table)}
    if found.table != CHAIN or LEVEL in found.columns:
        return []
    tables = find_level_columns(found.file, found.sheet, replace(read_sheet_name(found.sheet.name), table=CHAIN))
    kept = [one for one in tables if one.header == found.header and one.matches[0].position in items]
    return [replace(one, round=found.round, is_confirmed=True) for one in kept]


def _pair(headers: Sequence[tuple[int, str]], columns: Sequence[ColumnMapping]) -> list[Meant]:
    """Each header with its mapping: the first of its wording that is not taken yet, in order."""
    left = list(columns)
    pairs = []
    for at, text in headers:
        meant = next((one for one in left if squash(one.header) == squash(text)), None)
        if meant:
            left.remove(meant)
        pairs.append((_match(at, text, meant or NEW), meant or NEW))
    return pairs


def _match(position: int, text: str, meant: ColumnMapping) -> HeaderMatch:
    column = meant.column if meant.column != ROUND_COLUMN else ""
    return HeaderMatch(text, position, column or None, meant.round or None, meant.period or split_header(text).period)
