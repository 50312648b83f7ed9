"""Summaries whose rows are rounds → tables: one for each thing measured and each round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dictionary.nouns import BASELINE, ENDLINE, Problem
from dictionary.people import IDENTITY
from i18n import Text
from ingest.addresses import cell_address
from ingest.cutting import cut
from ingest.header_units import read_title_unit
from ingest.headers import split_header
from ingest.indicator_names import match_name, read_name
from ingest.keys import PEOPLE_TABLES
from ingest.matching import HeaderMatch, find_column
from ingest.names import SheetName
from ingest.names_or_things import names_people
from ingest.people.names import name_people
from ingest.recognise import FoundTable
from ingest.round_rows import ENOUGH, SUMMARY, RoundRows, has_number, list_rows, write_headers
from ingest.row_kinds import is_filled, read_kind
from ingest.row_names import SEPARATOR
from ingest.row_rounds import LEFT_OUT, SHORT
from ingest.rows import body_of
from ingest.skipping import SkippedSheet
from ingest.workbooks import RawSheet
from ingest.year_tables import NAME, VALUE

ACROSS = "people_in_columns"
IDENTITY_KEYS = {"member_id", *IDENTITY}  # columns that say who somebody is
BOTH = (BASELINE, ENDLINE)
MOST_ROUNDS = 30  # of one place; of several as many as there are rows
ENOUGH_ABOVE = 2  # rows of a table of rounds that stands above another: its header and two rounds
MOST_SHOWN = 6  # things measured that a note quotes


def find_turned(file: str, sheet: RawSheet, name: SheetName) -> tuple[FoundTable, ...] | SkippedSheet:
    """The tables of a summary that lies on its side, each round a row; none where it does not.

    People side by side are no indicators, which pictures would name: such a sheet is not used, and why is said.
    """
    if name.table not in {None, SUMMARY, *PEOPLE_TABLES}:
        return ()
    found = next((rows for rows in list_rows(sheet) if not rows.names and _is_turned(sheet, rows)), None)
    if found and _are_people(sheet, found):
        return SkippedSheet(file, sheet, ACROSS)
    tables = _make_tables(_start(file, sheet, found), found) if found else []
    if found is None or not tables:
        return ()
    notes = (_note(tables[0], found),)
    return (replace(tables[0], notes=notes), *tables[1:])


def find_above(file: str, sheet: RawSheet, found: Sequence[FoundTable]) -> tuple[FoundTable, ...]:
    """The tables of a summary on its side that stands above the others, where titles would be."""
    first = min(one.first_header + one.sheet.first_row for one in found) - sheet.first_row
    blank = next((row for row in range(first - 1, ENOUGH_ABOVE, -1) if (sheet.cells[row] == "").all()), None)
    if blank is None:
        return ()
    tables = find_turned(file, cut(sheet, (0, blank), (0, sheet.cells.shape[1])), SheetName(None, None))
    return () if isinstance(tables, SkippedSheet) else tables


def find_panel(file: str, sheet: RawSheet) -> tuple[FoundTable, ...]:
    """The tables of places or things that stand again in each round: ``ปี · ตำบล · คนจน (คน)``; people are none."""
    found = next((rows for rows in list_rows(sheet) if rows.names and _stand_again(sheet, rows)), None)
    return tuple(_make_tables(_start(file, sheet, found), found)) if found else ()


def _is_turned(sheet: RawSheet, rows: RoundRows) -> bool:
    """Whether every round has one row, and it is sure that something was measured in each."""
    is_sure = len(rows.measures) >= ENOUGH or any(
        read_name(one).unit or match_name(one) for one in rows.measures.values()
    )
    return (
        is_sure and len({*rows.rounds.values()}) == len(rows.rounds) <= MOST_ROUNDS and not _is_one_person(sheet, rows)
    )


def _are_people(sheet: RawSheet, rows: RoundRows) -> bool:
    """Whether the headers of what would be measured are names of people, ids by the header beside them, or numbers.

    Numbers beside years may be months.
    """
    texts = np.array([*rows.measures.values()], dtype=object)
    corner = write_headers(sheet, rows.top, rows.last)[rows.column]
    return (
        names_people(texts)
        or find_column(split_header(corner), "members") in IDENTITY_KEYS
        or ({*rows.rounds.values()} <= {*BOTH} and all(str(text).strip().isdigit() for text in texts))
    )


def _is_one_person(sheet: RawSheet, rows: RoundRows) -> bool:
    """Whether a number that may be an id is the same on all rows."""
    ids = (
        place for place, text in rows.measures.items() if find_column(split_header(text), "members") in IDENTITY_KEYS
    )
    return any(len({*sheet.cells[[*rows.rounds], place].tolist()}) == 1 for place in ids)


def _stand_again(sheet: RawSheet, rows: RoundRows) -> bool:
    """Whether the same names, which are not of people, stand in several rounds, and none twice in one."""
    names = {row: _read_names(sheet, rows, row) for row in rows.rounds}
    pairs = {(rows.rounds[row], one) for row, one in names.items()}
    if len(pairs) < len(names) or len({*names.values()}) == len(names) or not all(names.values()):
        return False
    headers = write_headers(sheet, rows.top, rows.last)
    columns = [sheet.cells[[*rows.rounds], place] for place in rows.names]
    is_named = any(find_column(split_header(headers[place]), "members") in IDENTITY_KEYS for place in rows.names)
    return not is_named and not any(name_people(cells) or names_people(cells) for cells in columns)


def _read_names(sheet: RawSheet, rows: RoundRows, row: int) -> str:
    """What a row is about, in the words that differ between rows."""
    cells = sheet.cells
    differ = [at for at in rows.names if len({*cells[[*rows.rounds], at].tolist()}) > 1] or list(rows.names[-1:])
    return " ".join(" ".join(str(cells[row, at]).split()) for at in differ if is_filled(cells[row, at]))


def take_turned(found: FoundTable, column: int, said: Sequence[str | None], reason: str) -> list[FoundTable]:
    """The tables where it is known which column says the rounds, and which hold names and what is measured.

    ``said`` is the round of each row: rows of ``LEFT_OUT`` are left out for the ``reason``, of None it is said that
    their round is not known. Rows without a number belong to no table.
    """
    rows_said = zip(body_of(found).tolist(), said, strict=True)
    told = {row: None if one == SHORT else one for row, one in rows_said if has_number(found.sheet, row)}
    rounds = {row: period for row, period in told.items() if period and period != LEFT_OUT}
    headers = write_headers(found.sheet, found.first_header, found.header)
    names = tuple(one.position for one in found.matches if one.column == NAME and one.position != column)
    measures = {one.position: headers[one.position] for one in found.matches if one.column == VALUE}
    rows = RoundRows(found.first_header, found.header, column, rounds, names, measures)
    tables = _make_tables(found, rows)
    if not tables:
        return []
    rest = replace(tables[0], sheet=found.sheet, round=None)
    lines = {one: np.array([row for row, period in told.items() if period == one], np.intp) for one in (None, LEFT_OUT)}
    left = [replace(rest, only=lines[LEFT_OUT], reason=reason)] if len(lines[LEFT_OUT]) else []
    return [*tables, *([replace(rest, only=lines[None])] if len(lines[None]) else []), *left]


def _start(file: str, sheet: RawSheet, rows: RoundRows) -> FoundTable:
    return FoundTable(file, sheet, SUMMARY, None, rows.last, (), rows.top)


def _make_tables(found: FoundTable, rows: RoundRows) -> list[FoundTable]:
    """A table for each thing measured and each round, in the order of the columns."""
    sheet = found.sheet
    texts = write_headers(sheet, rows.top, rows.last)
    title = read_title_unit(sheet, rows.top)
    keys = rows.names or (rows.column,)
    tables = []
    for place, measure in rows.measures.items():
        matches = [HeaderMatch(texts[key], key, NAME, None, None) for key in keys]
        matches += [HeaderMatch(texts[place], place, VALUE, None, None)]
        others = (at for at, text in enumerate(texts) if text and at not in {*keys, *rows.measures})
        matches += [HeaderMatch(texts[at], at, None, None, None) for at in others]
        unit = read_name(measure).unit or title
        one = replace(
            found,
            sheet=_write_names(sheet, rows, (keys[0], measure)),
            matches=tuple(sorted(matches, key=lambda one: one.position)),
            is_years=True,
            is_turned=not rows.names,
            round_column=rows.column,
            given=(("unit", place, unit),) if unit else (),
        )
        tables.append(one)
    periods = dict.fromkeys(rows.rounds.values())
    lines = {one: np.array([row for row, said in rows.rounds.items() if said == one], dtype=np.intp) for one in periods}
    return [replace(table, round=one, only=lines[one]) for table in tables for one in periods]


def _write_names(sheet: RawSheet, rows: RoundRows, about: tuple[int, str]) -> RawSheet:
    """The sheet with the name of what is measured, and of the place, in the column of names."""
    key, measure = about
    cells = sheet.cells.copy()
    for row in rows.rounds:
        own = _read_names(sheet, rows, row) if rows.names else ""
        if not (own and read_kind(own)):
            cells[row, key] = f"{read_name(measure).text}{SEPARATOR}{own}" if own else measure
    return replace(sheet, cells=cells)


def _note(found: FoundTable, rows: RoundRows) -> Problem:
    """That the rows were read as rounds and the columns as indicators."""
    sheet, names = found.sheet, [read_name(one).text for one in rows.measures.values()]
    said = "”, “".join(names[:MOST_SHOWN]) + (" …" if len(names) > MOST_SHOWN else "")
    cell = cell_address(sheet.first_row + rows.last, sheet.first_column + rows.column)
    return Problem("rows_are_rounds", found.file, sheet.name, cell, said, Text("", ""))
