"""Which rows of a table are data, and why the others are not: nothing is left out without a reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from dictionary.load import column_label, match_code
from dictionary.nouns import Exclusion, MatchedColumn, Problem, SheetReading
from dictionary.people import IDENTITY
from ingest.addresses import cell_address, row_range
from ingest.by_row import number_rows
from ingest.cells import Cells, Labels, report, write_cell
from ingest.headless import describe_headless
from ingest.keys import PEOPLE_TABLES, STAND_INS, find_key, read_keys
from ingest.mapping import ROUND_COLUMN
from ingest.matching import HeaderMatch
from ingest.recognise import FoundTable, key_column
from ingest.row_kinds import BLANK_ROW, NOTE, Indexes, find_reasons, is_filled
from ingest.stray_rows import find_remarks, find_repeated, leave_sum

PERIOD = "period"  # the column, and its codelist, that says for each row whether amounts are of a month or a year


@dataclass(frozen=True)
class Rows:
    """The rows of a table that are data. ``kept`` are 0-based rows of ``found.sheet.cells``; ``ids`` their keys.

    ``left`` holds the other rows that are not blank, each with its reason. ``opaque``: the keys are of our making,
    because what stands in the key column is a name or a national ID.
    """

    found: FoundTable
    kept: Indexes
    ids: Labels
    left: tuple[tuple[int, str], ...]
    opaque: bool = False

    @property
    def lines(self) -> npt.NDArray[np.int32]:
        """The 1-based sheet rows of the data."""
        return (self.kept + self.found.sheet.first_row).astype(np.int32)

    def cells(self, column: str, round_key: str | None = None) -> Cells | None:
        """The cells of a column in a round, or None where the sheet has no such column."""
        match = self.found.find(column, round_key)
        if match:
            return take_cells(self.found, match, self.kept)
        stated = next(((position, text) for key, position, text in self.found.given if key == column), None)
        return _repeat(self, *stated) if stated else None

    def keep(self, wanted: npt.NDArray[np.bool_], reason: str) -> Rows:
        """The rows without those that are not wanted, which are left out for a reason."""
        if wanted.all():
            return self
        left = tuple((int(row), reason) for row in self.kept[~wanted])
        return replace(self, kept=self.kept[wanted], ids=self.ids.take(wanted), left=self.left + left)


def take_cells(found: FoundTable, match: HeaderMatch, rows: Indexes) -> Cells:
    """The cells under a header in the given rows."""
    sheet = found.sheet
    return Cells(
        file=found.file,
        sheet=sheet.name,
        column=sheet.first_column + match.position,
        rows=(rows + sheet.first_row).astype(np.int32),
        values=sheet.cells[_span(rows), match.position],
    )


def _span(rows: Indexes) -> slice | Indexes:
    """The rows as a slice where none is left out between the first and the last: a view costs nothing."""
    whole = len(rows) > 0 and int(rows[-1]) - int(rows[0]) + 1 == len(rows)
    return slice(int(rows[0]), int(rows[-1]) + 1) if whole else rows


def _repeat(rows: Rows, position: int, text: str) -> Cells:
    """What a header states for every row, as cells of its column."""
    values = np.full(len(rows.kept), text, dtype=object)
    place = (rows.found.file, rows.found.sheet.name, rows.found.sheet.first_column + position)
    return Cells(*place, rows=rows.lines, values=values)


def body_of(found: FoundTable) -> Indexes:
    """The rows of a table that are not blank, those that are no data included."""
    if found.only is not None:
        return found.only
    below = found.sheet.cells[found.header + 1 :]
    blank = np.arange(len(below))
    for column in below.T:
        blank = blank[column[blank] == ""]
        if not len(blank):
            break
    filled = np.ones(len(below), dtype=bool)
    filled[blank] = False
    return np.flatnonzero(filled) + found.header + 1


def choose_rows(found: FoundTable) -> tuple[Rows, tuple[Problem, ...]]:
    """The data rows below the header: not blank, no example, total or note, and with an id or what stands for it."""
    match = find_key(found, key_column(found.table))
    cells = found.sheet.cells
    body = body_of(found)
    if found.by_row:
        return _choose_numbered(found, body)
    if match is None:
        filled = [int(row) for row in body if any(map(is_filled, cells[row]))]
        return Rows(found, body[:0], Labels(body[:0], ()), tuple((row, "missing_column") for row in filled)), ()
    key = take_cells(found, match, body)
    ids = _read_ids(found, match, body)
    reasons = find_reasons(found, body, ids)
    reasons |= find_repeated(found, body)
    reasons |= dict.fromkeys(find_remarks(found, body, ids), NOTE) if found.table in PEOPLE_TABLES else {}
    summed = leave_sum(found, body, reasons)
    left = tuple((int(body[place]), reason) for place, reason in reasons.items() if reason != BLANK_ROW)
    wanted = np.ones(len(body), dtype=bool)
    wanted[list(reasons)] = False
    nameless = np.array([reasons.get(place) == "no_id" for place in range(len(body))] if left else wanted & False)
    label = column_label(found.table, match.column or key_column(found.table))
    return Rows(found, body[wanted], ids.take(wanted), left), (*report("no_id", key, nameless, label), *summed)


def _choose_numbered(found: FoundTable, body: Indexes) -> tuple[Rows, tuple[Problem, ...]]:
    """The data rows of a table that names nobody."""
    ids, reasons = number_rows(found, body)
    reasons |= find_repeated(found, body)
    summed = leave_sum(found, body, reasons)
    wanted = np.ones(len(body), dtype=bool)
    wanted[list(reasons)] = False
    left = tuple((int(body[place]), reason) for place, reason in sorted(reasons.items()))
    return Rows(found, body[wanted], ids.take(wanted), left), summed


def leave_out(found: FoundTable) -> Rows:
    """The rows of a table none of which is used, each with the reason of the table."""
    body = body_of(found)
    filled = [int(row) for row in body if any(map(is_filled, found.sheet.cells[row]))]
    return Rows(found, body[:0], Labels(body[:0], ()), tuple((row, found.reason) for row in filled))


def _read_ids(found: FoundTable, match: HeaderMatch, body: Indexes) -> Labels:
    """The key of each row; a name stands for a missing id only on a row that says something more."""
    first = (match.column or "", take_cells(found, match, body))
    own = read_keys([first])
    named = STAND_INS.get(found.table, tuple(IDENTITY))
    others = [one for one in found.matches if one.column in named and one.position != match.position]
    if not others or (own.codes >= 0).all():
        return own
    ids = read_keys([first, *((one.column or "", take_cells(found, one, body)) for one in others)])
    if match.column != key_column(found.table):
        return ids
    about = {one.position for one in (match, *others)}
    rest = [one.position for one in found.matches if one.column and one.position not in about]
    silent = [not any(map(is_filled, found.sheet.cells[row, rest])) for row in body[own.codes < 0]]
    ids.codes[np.flatnonzero(own.codes < 0)[silent]] = -1
    return ids


def list_excluded(rows: Rows) -> tuple[Exclusion, ...]:
    """Each row left out, with its cells."""
    sheet = rows.found.sheet
    ends = (sheet.first_column, sheet.first_column + sheet.cells.shape[1] - 1)
    return tuple(
        Exclusion(
            reason=reason,
            file=rows.found.file,
            sheet=sheet.name,
            ranges=(row_range(row, ends),),
            row=row,
        )
        for row, reason in sorted((index + sheet.first_row, reason) for index, reason in rows.left)
    )


def describe_rows(rows: Rows) -> SheetReading:
    """What the sheet was taken for and where its rows went."""
    found, sheet = rows.found, rows.found.sheet
    return SheetReading(
        file=found.file,
        sheet=sheet.name,
        table=found.table,
        round=found.round,
        header_row=found.header + sheet.first_row,
        columns=(*(_describe_match(match, rows) for match in found.matches), *describe_headless(found, rows.kept)),
        rows_read=len(rows.kept) + len(rows.left),
        rows_used=len(rows.kept),
        rows_left_out=len(rows.left),
        reason="" if len(rows.kept) else _usual_reason(rows),
    )


def _usual_reason(rows: Rows) -> str:
    """The reason for which most rows were left out, or "" where there are none."""
    reasons = Counter(reason for _, reason in sorted(rows.left))
    return max(reasons, key=lambda reason: reasons[reason], default="")


def _describe_match(match: HeaderMatch, rows: Rows) -> MatchedColumn:
    found, sheet = rows.found, rows.found.sheet
    cell = cell_address(found.header + sheet.first_row, sheet.first_column + match.position)
    header = " ".join(match.header.split())
    confidence = match.confidence if match.column else 1.0
    column = ROUND_COLUMN if match.position == found.round_column else match.column
    period = _find_period(rows) if match.column == PERIOD else match.period
    return MatchedColumn(header, cell, column, match.round, period, confidence)


def _find_period(rows: Rows) -> str | None:
    """What all rows of the sheet say that their amounts stand for; None where they do not say the same."""
    cells = rows.cells(PERIOD)
    said = {match_code(PERIOD, write_cell(value)) for value in cells.uniques()[1]} if cells else set()
    return said.pop() if len(said) == 1 else None
