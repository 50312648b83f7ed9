"""Which rows of a table are data, and why the others are not: nothing is left out without a reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from dictionary.load import column_label
from dictionary.nouns import Exclusion, MatchedColumn, Problem, SheetReading
from ingest.addresses import cell_address, row_range
from ingest.cells import Cells, Labels, report
from ingest.clean import clean_ids
from ingest.matching import HeaderMatch
from ingest.recognise import FoundTable, key_column
from ingest.row_kinds import BLANK_ROW, Indexes, find_reasons, is_filled


@dataclass(frozen=True)
class Rows:
    """The rows of a table that are data. ``kept`` are 0-based rows of ``found.sheet.cells``; ``ids`` their keys.

    ``left`` holds the other rows that are not blank, each with its reason.
    """

    found: FoundTable
    kept: Indexes
    ids: Labels
    left: tuple[tuple[int, str], ...]

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
        values=sheet.cells[rows, match.position],
    )


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
    return np.flatnonzero((below != "").any(axis=1)) + found.header + 1


def choose_rows(found: FoundTable) -> tuple[Rows, tuple[Problem, ...]]:
    """The data rows below the header: not blank, no example, total or note, and with an id in the key column."""
    match = found.find(key_column(found.table))
    cells = found.sheet.cells
    body = body_of(found)
    if match is None:
        filled = [int(row) for row in body if any(map(is_filled, cells[row]))]
        return Rows(found, body[:0], Labels(body[:0], ()), tuple((row, "missing_column") for row in filled)), ()
    key = take_cells(found, match, body)
    ids = clean_ids(key)
    reasons = find_reasons(found, body, ids)
    left = tuple((int(body[place]), reason) for place, reason in reasons.items() if reason != BLANK_ROW)
    wanted = np.ones(len(body), dtype=bool)
    wanted[list(reasons)] = False
    nameless = np.array([reasons.get(place) == "no_id" for place in range(len(body))] if left else wanted & False)
    label = column_label(found.table, key_column(found.table))
    return Rows(found, body[wanted], ids.take(wanted), left), report("no_id", key, nameless, label)


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
        columns=tuple(_describe_match(match, found) for match in found.matches),
        rows_read=len(rows.kept) + len(rows.left),
        rows_used=len(rows.kept),
        rows_left_out=len(rows.left),
        reason="" if len(rows.kept) else _usual_reason(rows),
    )


def _usual_reason(rows: Rows) -> str:
    """The reason for which most rows were left out, or "" where there are none."""
    reasons = Counter(reason for _, reason in sorted(rows.left))
    return max(reasons, key=lambda reason: reasons[reason], default="")


def _describe_match(match: HeaderMatch, found: FoundTable) -> MatchedColumn:
    sheet = found.sheet
    cell = cell_address(found.header + sheet.first_row, sheet.first_column + match.position)
    return MatchedColumn(" ".join(match.header.split()), cell, match.column, match.round)
