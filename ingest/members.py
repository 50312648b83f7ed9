"""Member lists → who was there in each round: ``members_active``, 1 or 0, for every member."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain

import numpy as np

from dictionary.load import column_label
from dictionary.nouns import Problem, Round
from i18n import Language, Text
from ingest.addresses import column_ranges
from ingest.cells import report
from ingest.clean import Problems, clean_dates
from ingest.duplicates import drop_repeated
from ingest.member_presence import Presence, find_presence, says_nothing
from ingest.parts import Part
from ingest.person_groups import read_traits
from ingest.presence import Stay
from ingest.project_groups import is_comparison_sheet
from ingest.results import TableResult, no_dates, place_of, rounds_of, sheet_problem
from ingest.rows import Rows
from ingest.statuses import apply_status, read_status
from ingest.ticks import Ticks, read_ticks

TABLE = "members"
INDICATOR = "members_active"


def read_members(sheets: Sequence[Rows], waves: Sequence[Round]) -> TableResult:
    """Presence in each round of every member of every list; a second row of a member is left out."""
    rows, repeated = drop_repeated(sheets, "duplicate_id")
    results = [_read_list(one, waves) for one in rows]
    parts = chain.from_iterable(parts for parts, _ in results)
    problems = chain.from_iterable(problems for _, problems in results)
    return TableResult(tuple(parts), (*repeated, *problems), tuple(rows))


def _read_list(rows: Rows, waves: Sequence[Round]) -> tuple[tuple[Part, ...], Problems]:
    groups, group_problems = read_traits(rows, waves)
    stay, stay_problems = _read_stay(rows)
    ticks, tick_problems = read_ticks(rows, stay.is_dated)
    spoken = [wave for wave in waves if wave.key in rounds_of(rows)]
    found = [find_presence(rows, stay, wave, ticks) for wave in spoken]
    status, status_problems = (None, ()) if ticks or rows.found.round else read_status(rows)
    if status:
        keys = [wave.key for wave in spoken]
        found = [apply_status(status, stay, one, (key, keys)) for key, one in zip(keys, found, strict=True)]
    unsaid = [not status and _is_silent(rows, wave, ticks) for wave in spoken]
    told = partial(Part, INDICATOR, place=place_of(rows), units=rows.ids, rows=rows.lines, groups=groups)
    parts = [
        told(round=wave.key, values=one.values, columns=one.columns, supposed=supposed)
        for wave, one, supposed in zip(spoken, found, unsaid, strict=True)
    ]
    silent = (sheet_problem(rows, "presence_not_stated", _name_stay()),) if any(unsaid) else ()
    unsure = (
        *silent,
        *status_problems,
        *tick_problems,
        *chain.from_iterable(one.problems for one in found),
        *_ask_dates(rows, found),
    )
    return tuple(parts), (*group_problems, *stay_problems, *unsure)


def _is_silent(rows: Rows, wave: Round, ticks: Ticks) -> bool:
    """Whether a list leaves open who was there in a round; people of a comparison group neither join nor leave."""
    return says_nothing(rows, wave, ticks) and not is_comparison_sheet(rows.found)


def _name_stay() -> Text:
    """The columns that can say who was there, in both languages."""
    labels = [column_label(TABLE, column) for column in ("joined", "left", "present")]
    return Text(*(", ".join(label[language] for label in labels) for language in Language))


def _read_stay(rows: Rows) -> tuple[Stay, Problems]:
    joined, left = rows.cells("joined"), rows.cells("left")
    joined_dates, joined_problems = clean_dates(joined) if joined else (no_dates(rows), ())
    left_dates, left_problems = clean_dates(left) if left else (no_dates(rows), ())
    stay = Stay(joined_dates, left_dates)
    reversed_dates = report("joined_after_left", left, stay.is_reversed) if left else ()
    return stay, (*joined_problems, *left_problems, *reversed_dates)


def _ask_dates(rows: Rows, found: Sequence[Presence]) -> Problems:
    """A problem that asks for the dates of a round, where dates of joining cannot be judged without."""
    joined = rows.cells("joined")
    unknown = np.logical_or.reduce([presence.asks for presence in found])
    if joined is None or not unknown.any():
        return ()
    cell = ", ".join(column_ranges(joined.rows[unknown], joined.column)[:3])
    return (Problem("round_dates_needed", *place_of(rows), cell=cell, found=f"{int(unknown.sum()):,}"),)
