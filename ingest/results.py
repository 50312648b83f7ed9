"""What the sheets of one table give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from dictionary.nouns import Indicator, Problem
from dictionary.records import Record
from i18n import Text
from ingest.addresses import cell_address
from ingest.cells import Cells, Labels
from ingest.clean import Dates
from ingest.keys import find_key
from ingest.listing import list_some
from ingest.parts import Part
from ingest.recognise import key_column
from ingest.rows import Rows, take_cells


@dataclass(frozen=True)
class TableResult:
    """Observations, problems, the rows as finally used, records, and indicators that the sheet defines.

    ``empty`` are the rounds in which a list without rows says that there was nobody.
    """

    parts: tuple[Part, ...] = ()
    problems: tuple[Problem, ...] = ()
    rows: tuple[Rows, ...] = ()
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    records: tuple[Record, ...] = ()
    empty: frozenset[str] = frozenset()


def rounds_of(rows: Rows) -> tuple[str, ...]:
    """The rounds that a sheet can speak of: its own, or all."""
    return (rows.found.round,) if rows.found.round else rows.found.rounds


def has_round(rows: Rows, column: str, round_key: str) -> bool:
    """Whether the sheet gives a column for a round: by its header, or by the round of the whole sheet."""
    match = rows.found.find(column, round_key)
    return match is not None and (match.round or rows.found.round) == round_key


def place_of(rows: Rows) -> tuple[str, str]:
    """The file and the sheet."""
    return rows.found.file, rows.found.sheet.name


def sheet_problem(rows: Rows, code: str, allowed: Text) -> Problem:
    """A problem of the sheet as a whole that names the headers found."""
    return Problem(code, *place_of(rows), cell=header_range(rows), found=list_headers(rows), allowed=allowed)


def list_headers(rows: Rows) -> str:
    """The first headers of the sheet as they stand."""
    return list_some([" ".join(match.header.split()) for match in rows.found.matches])


def header_range(rows: Rows) -> str:
    """The header cells that are not blank, from the first to the last: A1:F1."""
    sheet, matches = rows.found.sheet, rows.found.matches
    row = sheet.first_row + rows.found.header
    ends = (matches[0].position, matches[-1].position) if matches else (0, 0)
    first, last = (cell_address(row, sheet.first_column + position) for position in ends)
    return first if first == last else f"{first}:{last}"


def no_labels(rows: Rows) -> Labels:
    """A group that is not stated on any row."""
    return Labels(np.full(len(rows.kept), -1, dtype=np.intp), ())


def no_dates(rows: Rows) -> Dates:
    """Dates of which none is given."""
    blank = np.full(len(rows.kept), np.nan)
    return Dates(blank, blank, np.zeros(len(rows.kept), dtype=bool))


def key_cells(rows: Rows) -> Cells:
    """The cells with the id or name of each row; only for tables that have them (LookupError).

    Where a name or a national ID stands there, the key that was made for the row takes its place. Where nothing names
    anybody, they are the first cells that are used.
    """
    match = find_key(rows.found, key_column(rows.found.table))
    if rows.found.by_row:
        match = next((one for one in rows.found.matches if one.column), match)
    if match is None:
        raise LookupError(key_column(rows.found.table))
    cells = take_cells(rows.found, match, rows.kept)
    return replace(cells, values=np.array(rows.ids.names, dtype=object)[rows.ids.codes]) if rows.opaque else cells
