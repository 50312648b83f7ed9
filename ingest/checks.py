"""Whether a recognised table has the columns and the rounds it needs; what is missing is said, the rest is read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dictionary.load import Column, code_label, column_label, load_columns, load_tables
from dictionary.nouns import Problem
from i18n import Language, Text
from ingest.addresses import cell_address, column_ranges
from ingest.channel_words import KIND, tells_kinds
from ingest.file_rounds import names_rounds, rounds_in_headers
from ingest.held import TELLS_PRESENCE
from ingest.income_parts import INCOME, find_parts, find_summed
from ingest.keys import can_key, spare_columns
from ingest.matching import HeaderMatch
from ingest.names_or_things import may_name_people
from ingest.period_columns import report_unread
from ingest.periods import has_short_year, name_of
from ingest.recognise import PRESENT, FoundTable, by_round_columns, key_column
from ingest.repeated_people import REPEATS, repeats_people
from ingest.results import place_of, sheet_problem
from ingest.rows import Rows, choose_rows, leave_out
from ingest.transposed import is_transposed
from ingest.unused import report_roundless

PARTNERS = "partners"
STATED_BY_HEADER = "period"  # a required column that a header may replace; income asks for it itself


@dataclass(frozen=True)
class CheckedTable:
    """The rows of a table, none of them kept where it cannot be used, and what is wrong with it as a whole."""

    rows: Rows
    problems: tuple[Problem, ...]


def check_table(found: FoundTable, *, is_asked: bool) -> CheckedTable:
    """Choose the rows of a table; ``is_asked``: the user is asked which round its file is, so nothing is used yet."""
    if found.reason:
        return _put_aside(leave_out(found))
    rows, odd = choose_rows(found)
    missing = list_missing(found)
    code = "table_transposed" if is_transposed(found) else "missing_column"
    problems = [sheet_problem(rows, code, column.label) for column in missing]
    if any(_is_vital(column) for column in missing):
        return CheckedTable(_leave_out(rows, "missing_column"), tuple(problems))
    if open_rows := _find_open(rows):
        return open_rows
    if is_asked and not names_rounds(found):
        return CheckedTable(_leave_out(rows, "round_unknown"), tuple(problems))
    if lacks_round(found):
        silent = sheet_problem(rows, "round_not_stated", code_label("allowed", "round"))
        return CheckedTable(_leave_out(rows, "round_unknown"), (*problems, *(_report_short_years(rows) or [silent])))
    is_silent = len(rows.kept) or load_tables()[found.table].is_optional
    empty = () if is_silent else (Problem("table_empty", *place_of(rows)),)
    said = (*_report_repeated(rows), *_report_likely(rows), *report_roundless(rows))
    return CheckedTable(rows, (*found.notes, *problems, *said, *odd, *empty))


def _find_open(rows: Rows) -> CheckedTable | None:
    """A table none of whose rows is used before somebody says what they are; names of people are said nowhere."""
    found = rows.found
    if may_name_people(found):
        return CheckedTable(_leave_out(rows, "kind_unknown"), ())
    if repeats_people(rows):
        return CheckedTable(_leave_out(rows, REPEATS), ())
    if found.round_column is not None and found.round is None:
        return CheckedTable(_leave_out(rows, "round_unknown"), report_unread(found, rows.kept))
    return None


def _put_aside(rows: Rows) -> CheckedTable:
    """None of the rows, and a problem that says so: what somebody chose not to use is not forgotten."""
    lines = np.array([row for row, _ in rows.left], dtype=np.int64) + rows.found.sheet.first_row
    if not len(lines):
        return CheckedTable(rows, ())
    ranges = column_ranges(lines, rows.found.sheet.first_column)
    where = f"{ranges[0].partition(':')[0]}:{ranges[-1].rpartition(':')[2]}" if len(ranges) > 1 else ranges[0]
    place = place_of(rows)
    return CheckedTable(rows, (Problem("put_aside", *place, where, found=f"{len(lines):,}", cells=ranges),))


def _report_short_years(rows: Rows) -> list[Problem]:
    """A problem for each header of values by round whose year has two digits: it may be B.E. or C.E."""
    sheet, columns = rows.found.sheet, by_round_columns(rows.found.table)
    row, allowed = sheet.first_row + rows.found.header, code_label("allowed", "four_digit_year")
    return [
        Problem("year_of_two_digits", *place_of(rows), cell, found=" ".join(match.header.split()), allowed=allowed)
        for match in rows.found.matches
        if (match.column in columns or match.repeated) and match.round is None and has_short_year(match.header)
        for cell in [cell_address(row, sheet.first_column + match.position)]
    ]


def _report_repeated(rows: Rows) -> list[Problem]:
    """A note for each header that means the same as an earlier one, or is the total of sources of income or one."""
    sheet, found = rows.found.sheet, rows.found
    row = sheet.first_row + found.header
    again = [match for match in found.matches if match.repeated]
    cells = [cell_address(row, sheet.first_column + match.position) for match in again]
    return [
        Problem(code, *place_of(rows), cell, found=" ".join(match.header.split()))
        for (match, code), cell in zip(_tell_repeated(found, again), cells, strict=True)
    ]


def _tell_repeated(found: FoundTable, again: Sequence[HeaderMatch]) -> list[tuple[HeaderMatch, str]]:
    """Each header that is not used because another is, and the code that says why."""
    ends = found.first_header, found.header
    summed = found.table == INCOME and find_summed(found.matches, found.sheet, ends)
    parts = find_parts(found.matches, found.sheet, ends) if summed else frozenset()
    return [(one, "total_of_sources" if one.position in parts else "duplicate_column") for one in again]


def _report_likely(rows: Rows) -> list[Problem]:
    """A note for each header that was known by its likeness alone."""
    sheet, found = rows.found.sheet, rows.found
    return [
        Problem(
            "header_by_likeness",
            *place_of(rows),
            cell_address(sheet.first_row + found.header, sheet.first_column + match.position),
            found=" ".join(match.header.split()),
            allowed=column_label(found.table, match.column),
        )
        for match in found.matches
        if match.by_likeness and match.column in {column.key for column in load_columns(found.table)}
    ]


def list_missing(found: FoundTable) -> list[Column]:
    """The required columns that no header names; being on the list of a round is presence in it."""
    if found.only_inputs:
        return []
    keys = can_key(found.table, key_column(found.table))
    listed = {key for key, _, _ in found.given} | (keys if found.by_row or keys & found.columns else set())
    listed |= {PRESENT} if found.round or found.columns & {*TELLS_PRESENCE.get(found.table, ())} else set()
    listed |= spare_columns(found.table, found.columns) | ({KIND} if tells_kinds(found) else set())
    needed = [column for column in load_columns(found.table) if column.required and column.key != STATED_BY_HEADER]
    return [column for column in needed if column.key not in found.columns | listed]


def _is_vital(column: Column) -> bool:
    """Whether nothing of the table can be used without the column: its key, and what it measures."""
    return column.key == key_column(column.table) or (column.by_round and column.kind in {"money", "number"})


def lacks_round(found: FoundTable) -> bool:
    """Whether a table has values by round and neither its headers nor anything around them say of which.

    So has a list of partners that does not say who was there: nobody can be counted in any round.
    """
    rounds = rounds_in_headers(found, required=found.table != PARTNERS)
    return found.round is None and (rounds == {None} or (found.table == PARTNERS and not rounds))


def _leave_out(rows: Rows, reason: str) -> Rows:
    """The rows with none kept; those that are data by themselves get the reason."""
    left = (*rows.left, *((int(row), reason) for row in rows.kept))
    return replace(rows, kept=rows.kept[:0], ids=rows.ids.take(rows.kept[:0]), left=left)


def check_rounds(sheets: Sequence[Rows], empty: Collection[str] = ()) -> tuple[Problem, ...]:
    """A problem where all sheets of a table together give one round only; of ``empty`` rounds nothing is missing."""
    used = [rows for rows in sheets if len(rows.kept)]
    covered = {*empty, *(round_key for rows in used for round_key in _rounds_given(rows.found))}
    missing = [key for key in used[0].found.rounds if key not in covered] if used and covered else []
    if not missing:
        return ()
    if used[0].found.round and len(covered) == 1:
        return (Problem("one_round_only", *place_of(used[0]), found=name_of(covered.pop()).th),)
    if len(used[0].found.rounds) > 2:
        names = [name_of(key) for key in missing]
        absent = Text(*(", ".join(name[language] for name in names) for language in Language))
        return (Problem("round_missing", *place_of(used[0]), allowed=absent),)
    return (sheet_problem(used[0], "missing_column", _name_column(used[0].found, missing[0])),)


def _rounds_given(found: FoundTable) -> set[str]:
    """The rounds that a sheet tells of; a member list with dates tells of both."""
    named = {round_key for round_key in rounds_in_headers(found, required=True) if round_key}
    return ({found.round} if found.round else set()) | named or (
        set(found.rounds) if found.table == "members" else set()
    )


def _name_column(found: FoundTable, round_key: str) -> Text:
    """The first required column by round with the round behind it: ``Amount After``."""
    column = next(column for column in load_columns(found.table) if column.by_round and column.required)
    label, wave = column_label(found.table, column.key), name_of(round_key)
    return Text(f"{label.th} {wave.th}", f"{label.en} {wave.en}")


def list_sheet_names() -> Text:
    """The sheets of a project workbook in both languages."""
    names = [table.sheet for table in load_tables().values()]
    return Text(", ".join(name.th for name in names), ", ".join(name.en for name in names))
