"""Presence of members in a round, row by row: from yes or no, and where that is blank from the dates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dictionary.nouns import BASELINE, ENDLINE, Round
from ingest.cells import Mask
from ingest.clean import Floats, Problems
from ingest.presence import Columns, Stay, choose_columns, judge_by_dates, judge_by_list
from ingest.results import key_cells
from ingest.rows import Rows
from ingest.ticks import Ticks, find_open, report_open

DATES = ("left", "joined")
MOST = 0.5  # of a list: where more rows wait for the dates of a round, the others do not make a count of it


@dataclass(frozen=True)
class Presence:
    """Presence of each member in a round, and the column that says so. ``asks``: it waits for the round's dates."""

    values: Floats
    columns: Columns
    asks: Mask
    problems: Problems = ()


def find_presence(rows: Rows, stay: Stay, wave: Round, ticks: Ticks) -> Presence:
    """Presence from yes or no; a blank cell is decided by the dates of its row, on a sheet that gives dates.

    What neither decides is unknown, and said in one problem; what the dates decided is said in a note. Where most
    wait for the dates of the round, all do: a list that gives everybody's date of joining counts nobody by a blank.
    """
    judge = judge_by_list if rows.found.round else judge_by_dates
    judged, deciding = judge(stay, wave), choose_columns(stay, _date_columns(rows))
    waits = stay.joined.filled & ~stay.joined.unreadable & np.isnan(judged) & (wave.end is None)
    cells = rows.cells("present", wave.key)
    if cells is None or wave.key not in ticks:
        all_wait = waits | (waits.sum() > MOST * waits.size)
        return Presence(np.where(all_wait, np.nan, judged), deciding, all_wait)
    said = ticks[wave.key]
    is_open = find_open(cells, said)
    usable = is_open & ~_are_denied(stay, wave, ticks) & any(rows.cells(column) for column in DATES)
    values = np.where(usable, judged, said)
    decided = usable & ~np.isnan(values)
    unknown = is_open & ~decided & ~waits
    problems = report_open("presence_by_dates", cells, decided) + report_open("presence_unknown", cells, unknown)
    return Presence(values, np.where(decided, deciding, np.int16(cells.column)), waits & usable, problems)


def says_nothing(rows: Rows, wave: Round, ticks: Ticks) -> bool:
    """Whether a list of no round tells neither by dates nor by yes or no who was there in a round."""
    return not rows.found.round and wave.key not in ticks and not any(rows.cells(column) for column in DATES)


def _are_denied(stay: Stay, wave: Round, ticks: Ticks) -> Mask:
    """Who was no member before and gives no date: not a founding member, so blank dates say nothing of after."""
    absent = ticks[BASELINE] == 0 if BASELINE in ticks else np.zeros(len(stay.left.last), dtype=bool)
    return absent & ~stay.is_dated & (wave.key == ENDLINE)


def _date_columns(rows: Rows) -> tuple[int, int, int]:
    """The sheet columns of leaving, joining and id; that of the id where there is no other."""
    key = key_cells(rows).column
    left, joined = (one.column if (one := rows.cells(column)) else key for column in DATES)
    return left, joined, key
