"""Sheets read row by row as the dictionary says: records for what is shown, observations for what is compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from dictionary.load import Column, load_columns
from dictionary.nouns import Round
from dictionary.records import Entry, Observed, Place, Record, load_observed
from ingest.addresses import cell_address
from ingest.cell_lists import part_records
from ingest.cells import Cells, Labels
from ingest.clean import Floats, Problems
from ingest.code_words import REPEATED
from ingest.entries import Entries, rank_codes, read_entries
from ingest.held import EVIDENCED, find_held_cells, keep_counted, read_held, report_unplaced, tell_held
from ingest.own_shares import tell_own_shares
from ingest.parts import Part
from ingest.recognise import key_column
from ingest.results import TableResult, has_round, place_of, rounds_of
from ingest.rows import Rows
from ingest.share_scales import find_scales
from ingest.ticks import Ticks
from ingest.weights import convert_weights

RECORD_TABLES = ("participation", "technology", "flows", "factors", "chain", "effects", "sroi", "prices")
PRESENCE, EVIDENCE, TIMES = "presence", "evidence", "times"
CODE = "code"  # the kind of a column whose words are those of a list
TEXT = "text"  # the kind of a column whose words, where its header names no round, are said of every round
MOST_TIMES = 10_000  # that one cell is counted
JOINS = " → "  # between the names that together are a unit of observation

Filled = dict[Place, Entries]


def read_records(sheets: Sequence[Rows], waves: Sequence[Round]) -> TableResult:
    """Every row as a record, and the observations that ``observed.csv`` takes from its columns."""
    read = [_read_sheet(rows, waves) for rows in sheets]
    return TableResult(
        parts=tuple(chain.from_iterable(result.parts for result in read)),
        problems=tuple(chain.from_iterable(result.problems for result in read)),
        rows=tuple(sheets),
        records=tuple(chain.from_iterable(result.records for result in read)),
    )


def list_records(rows: Rows, waves: Sequence[Round]) -> tuple[Record, ...]:
    """The rows of a sheet as records, without what is wrong with their cells."""
    return _make_records(rows, _fill(rows, waves)[0])


def _read_sheet(rows: Rows, waves: Sequence[Round]) -> TableResult:
    filled, problems = _fill(rows, waves)
    held, doubted = read_held(rows, waves) if _says_presence(rows) else ({}, ())
    filled |= tell_held(rows, held)
    parts, odd = _observe(rows, waves, (filled, held))
    unplaced = report_unplaced(rows, filled) if held else ()
    records, listed = part_records(rows, _make_records(rows, filled))
    return TableResult(parts, (*problems, *doubted, *odd, *unplaced, *listed), (rows,), records=records)


def _says_presence(rows: Rows) -> bool:
    return any(one.kind == PRESENCE for one in load_observed(rows.found.table))


def _fill(rows: Rows, waves: Sequence[Round]) -> tuple[Filled, Problems]:
    """What each column that the sheet has says, in each round that it can speak of."""
    filled: Filled = {}
    problems: list[Problems] = []
    scales = find_scales(rows)
    headed = {key: place for key, place, _ in rows.found.given}
    for column in load_columns(rows.found.table):
        for key in _rounds(rows, column, waves):
            cells = rows.cells(column.key, key or None)
            if cells is not None and (not key or column.kind == TEXT or has_round(rows, column.key, key)):
                entries, odd = read_entries(column, cells, scales.get(column.key))
                odd = _tell_of_header(rows, headed[column.key], odd) if column.key in headed else odd
                filled[column.key, key], told = convert_weights(rows.found, column, key, entries)
                problems.append(told)
                problems.append(() if column.key == "present" else odd)  # ticks are read, and doubted, by themselves
    turned, said = tell_own_shares(rows, filled)
    return filled | turned, (*chain.from_iterable(problems), *said)


def _tell_of_header(rows: Rows, place: int, problems: Problems) -> Problems:
    """What is said of a word that a header gives all rows: once, with the cell of the header."""
    sheet = rows.found.sheet
    cell = cell_address(sheet.first_row + rows.found.header, sheet.first_column + place)
    told = (replace(one, cell=cell, found=one.found.partition(REPEATED)[0], cells=()) for one in problems)
    return tuple(dict.fromkeys(told))


def _rounds(rows: Rows, column: Column, waves: Sequence[Round]) -> tuple[str, ...]:
    if not column.by_round:
        return ("",)
    return tuple(wave.key for wave in waves if wave.key in rounds_of(rows))


def _make_records(rows: Rows, filled: Filled) -> tuple[Record, ...]:
    table, (file, sheet) = rows.found.table, place_of(rows)
    return tuple(
        Record(table, file, sheet, int(line), {key: entry for key, one in filled.items() if (entry := one[place])})
        for place, line in enumerate(rows.lines)
    )


def _observe(rows: Rows, waves: Sequence[Round], said: tuple[Filled, Ticks]) -> tuple[tuple[Part, ...], Problems]:
    filled, held = said
    parts: list[Part] = []
    problems: list[Problems] = []
    for one in load_observed(rows.found.table):
        for key in (wave.key for wave in waves if wave.key in rounds_of(rows)):
            read = _read(rows, one, filled, (key, held))
            if read is not None:
                part = _make_part(rows, one, filled, (key, *read[:2]))
                told = filled[TIMES, key] if _is_counted(rows, one, filled, key) else None
                parts.append(_repeat(part, dict(zip(rows.lines.tolist(), told, strict=True))) if told else part)
                problems.append(read[2])
    return tuple(parts), tuple(chain.from_iterable(problems))


def _read(rows: Rows, one: Observed, filled: Filled, said: tuple[str, Ticks]) -> tuple[Cells, Floats, Problems] | None:
    """The cells and the values of an observed column in a round; None where the sheet does not speak of it."""
    key, held = said
    if one.kind == PRESENCE:
        return (find_held_cells(rows, key), held[key], ()) if key in held else None
    cells, entries = rows.cells(one.column, key), filled.get((one.column, key))
    if cells is None or entries is None:
        return None
    values = rank_codes(one.codelist, entries) if one.kind == EVIDENCED else _read_numbers(entries)
    return (cells, *keep_counted(one, (cells, values), held.get(key), filled.get((EVIDENCE, key))))


def _read_numbers(entries: Entries) -> Floats:
    return np.array([np.nan if entry is None or entry.number is None else entry.number for entry in entries])


def _make_part(rows: Rows, one: Observed, filled: Filled, read: tuple[str, Cells, Floats]) -> Part:
    """The observations of a column in a round; a row that names no unit gives none."""
    key, cells, values = read
    units = _join([_label(rows, filled, column) for column in one.unit])
    named = np.array([bool(units.names[code]) for code in units.codes], dtype=bool)
    groups = {column: _label(rows, filled, column).take(named) for column in one.groups}
    lines = rows.lines[named]
    return Part(
        one.indicator, key, place_of(rows), units.take(named), values[named], lines, cells.column, groups=groups
    )


def _is_counted(rows: Rows, one: Observed, filled: Filled, key: str) -> bool:
    """Whether a row tells how many times it took place, and each time is a unit of observation."""
    return one.kind == PRESENCE and (TIMES, key) in filled and key_column(rows.found.table) in one.unit


def _repeat(part: Part, times: Mapping[int, Entry | None]) -> Part:
    """The part with a unit for each time that a row (by its line) took place; all have its cell."""
    told = (times[line] for line in part.rows.tolist())
    counts = [1 if one is None or one.number is None else min(max(1, int(one.number)), MOST_TIMES) for one in told]
    places = np.repeat(np.arange(len(counts)), counts)
    turns = [turn for count in counts for turn in range(1, count + 1)]
    units = np.array(part.units.names, dtype=object)[part.units.codes[places]]
    names = [f"{unit}{JOINS}{turn}" for unit, turn in zip(units, turns, strict=True)]
    return replace(
        part,
        units=Labels(np.arange(len(places), dtype=np.intp), tuple(names)),
        values=part.values[places],
        rows=part.rows[places],
        groups={key: labels.take(places) for key, labels in part.groups.items()},
    )


def _label(rows: Rows, filled: Filled, column: str) -> Labels:
    """The code, or else the text, of a column that names something on each row; −1 where it is blank.

    In a column of codes alone a word that is none of them names nothing: it is no stage more.
    """
    entries = filled.get((column, ""), [None] * len(rows.kept))
    is_closed = any(one.key == column and one.kind == CODE for one in load_columns(rows.found.table))
    texts = [(entry.code or ("" if is_closed else entry.text)) if entry else "" for entry in entries]
    names = tuple(dict.fromkeys(filter(None, texts)))
    places = {name: place for place, name in enumerate(names)}
    return Labels(np.array([places.get(text, -1) for text in texts], dtype=np.intp), names)


def _join(labels: Sequence[Labels]) -> Labels:
    """One name from several: ``act → citizens``; what is blank is left out."""
    columns = [np.array([*one.names, ""], dtype=object)[one.codes] for one in labels]
    joined = [JOINS.join(filter(None, names)) for names in zip(*columns, strict=True)]
    names = tuple(dict.fromkeys(joined))
    places = {name: place for place, name in enumerate(names)}
    return Labels(np.array([places[name] for name in joined], dtype=np.intp), names)
