"""Columns of a recognised table that hold numbers and that nothing was taken from: said, so that no value is missed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from dictionary.nouns import Problem
from dictionary.rows import read_rows
from i18n.numbers import read_number
from ingest.addresses import cell_address, column_letters
from ingest.amounts import AMOUNT
from ingest.blanks import is_blank
from ingest.fitting import LOOKED_AT, MOST, is_number
from ingest.headers import match_words, names_spread, split_header
from ingest.headless import list_headless
from ingest.keys import PEOPLE_TABLES
from ingest.listing import list_some
from ingest.matching import HeaderMatch, find_column, is_known
from ingest.personal_headers import VALUE
from ingest.recognise import FoundTable, by_round_columns, says_rounds
from ingest.results import place_of
from ingest.riders import RIDER
from ingest.rows import Rows

SUMMARY = "summary"
FEWEST = 2  # numbers that make a column one of numbers
_MEASURES = (AMOUNT, VALUE)


def report_unused(tables: Sequence[Rows]) -> list[Problem]:
    """One problem for all headers of a sheet that nothing knows and that stand above numbers; costs have their own.

    None where somebody said what the headers mean, and none of a column that another table on the same rows uses.
    """
    open_ones = (rows for rows in tables if not rows.found.is_confirmed)
    return [problem for group in _group(open_ones) for problem in _report_free(group)]


def _group(tables: Iterable[Rows]) -> list[list[Rows]]:
    """The tables that stand on the same rows of a sheet together."""
    groups: dict[tuple[int, int], list[Rows]] = {}
    for rows in tables:
        groups.setdefault((id(rows.found.sheet), rows.found.header), []).append(rows)
    return [*groups.values()]


def _report_free(group: Sequence[Rows]) -> list[Problem]:
    used = _list_used(group)
    whole = max(group, key=lambda rows: len(rows.kept))
    tables = {*PEOPLE_TABLES, *(rows.found.table for rows in group)}
    headed = (one for one in whole.found.matches if one.position not in used and _is_unused(one, tables))
    unused = [one for one in (*headed, *_name_headless(whole)) if _holds_numbers(whole, one)]
    costs = _list_undeducted(group, unused)
    spreads = [one for one in whole.found.matches if one.position not in used and _is_spread(whole.found, one)]
    others = [one for one in unused if one not in (*costs, *spreads)]
    told = {"numbers_not_used": others, "costs_not_used": costs, "spread_not_used": spreads}
    return [problem for code, columns in told.items() for problem in _report(whole, code, columns)]


def _list_undeducted(group: Sequence[Rows], unused: Sequence[HeaderMatch]) -> list[HeaderMatch]:
    """The columns of costs beside an income, unused or measured by themselves: nothing is taken off the income."""
    measures = [one for rows in group for one in rows.found.matches if one.column in _MEASURES]
    own = {one.position: one for one in (*unused, *measures)}
    has_income = any(one.column == AMOUNT or is_known(one, (RIDER,)) for one in measures)
    return [one for one in own.values() if has_income and match_words(one.header, _list_costs())]


def _is_spread(found: FoundTable, match: HeaderMatch) -> bool:
    """Whether a column of a summary tells how far values lie apart (S.D.), and not what they are."""
    return found.table == SUMMARY and match.column is None and names_spread(match.header)


def _name_headless(rows: Rows) -> list[HeaderMatch]:
    """The columns without a header, by the letters that Excel gives them; none of running numbers.

    Of names and numbers each measure is a table by itself, and of a matrix each column, so that the columns of the
    others have no header in it.
    """
    if rows.found.is_years or (rows.found.by_row and rows.found.given):
        return []
    first = rows.found.sheet.first_column
    places = (place for place in list_headless(rows.found, rows.kept) if not _counts(rows, place))
    return [HeaderMatch(column_letters(first + place), place, None, None, None) for place in places]


def _counts(rows: Rows, place: int) -> bool:
    """Whether a column only numbers its rows: 1, 2, 3."""
    numbers = [read_number(str(cell)) for cell in rows.found.sheet.cells[rows.kept[:LOOKED_AT], place]]
    return numbers == [float(number) for number in range(1, len(numbers) + 1)]


def report_put_aside(tables: Sequence[Rows]) -> list[Problem]:
    """A note for the columns of numbers that somebody chose not to use, in none of the tables on the same rows.

    Columns that were added since are told apart, whatever they hold: nobody has said yet what they are.
    """
    told = (rows for rows in tables if rows.found.is_confirmed and not rows.found.is_years and not rows.found.reason)
    return [problem for group in _group(told) for problem in _report_group(group)]


def _report_group(group: Sequence[Rows]) -> list[Problem]:
    used = _list_used(group)
    whole = max(group, key=lambda rows: len(rows.kept))
    tables = {*PEOPLE_TABLES, *(rows.found.table for rows in group)}
    free = [match for match in whole.found.matches if match.position not in used]
    new = [match for match in free if match.position in whole.found.added]
    others = [match for match in free if match not in new and not is_known(match, tables)]
    aside = [match for match in others if _holds_numbers(whole, match)]
    costs = _list_undeducted(group, aside)
    told = {"columns_added": new, "numbers_put_aside": aside, "costs_not_used": costs}
    return [problem for code, columns in told.items() for problem in _report(whole, code, columns)]


def _list_used(group: Sequence[Rows]) -> set[int]:
    """The positions of the columns that some table on the same rows takes something from."""
    used = {match.position for rows in group for match in rows.found.matches if match.column}
    return used | {rows.found.round_column for rows in group if rows.found.round_column is not None}


def _report(rows: Rows, code: str, unused: Sequence[HeaderMatch]) -> list[Problem]:
    if not unused:
        return []
    sheet = rows.found.sheet
    cell = cell_address(sheet.first_row + rows.found.header, sheet.first_column + unused[0].position)
    names = [" ".join(match.header.split()) for match in unused]
    return [Problem(code, *place_of(rows), cell, found=list_some(names))]


def report_roundless(rows: Rows) -> list[Problem]:
    """A problem for each column of numbers that stands once for each round and names none, beside others that do.

    So also where none does and the table is used without them.
    """
    found, sheet = rows.found, rows.found.sheet
    is_asked = by_round_columns(found.table, required=True) and not any(match.round for match in found.matches)
    if found.round is not None or is_asked:
        return []
    silent = [match for match in found.matches if match.column in by_round_columns(found.table) and not match.round]
    return [
        Problem(
            "column_without_round",
            *place_of(rows),
            cell_address(sheet.first_row + found.header, sheet.first_column + match.position),
            found=" ".join(match.header.split()),
        )
        for match in silent
        if not _covers_rounds(found, match) and any(map(is_number, sheet.cells[rows.kept, match.position]))
    ]


def _covers_rounds(found: FoundTable, match: HeaderMatch) -> bool:
    """Whether other headers of the same column name two rounds or more, so that this one is a sum or a mean of them."""
    return len({one.round for one in found.matches if one.column == match.column and one.round}) > 1


def _is_unused(match: HeaderMatch, tables: Collection[str]) -> bool:
    """Whether nothing was taken from a column, for no reason that ``tables`` or anything else told."""
    if match.column or match.repeated or match.guess or says_rounds(match):
        return False
    return is_measure(match) or not is_known(match, tables)


def is_measure(match: HeaderMatch) -> bool:
    """Whether a header means an amount or a measurement in some table of people, though not in the one it is in."""
    words = split_header(match.header)
    return any(find_column(words, table) in _MEASURES for table in PEOPLE_TABLES)


@cache
def _list_costs() -> tuple[tuple[str, str], ...]:
    return tuple((row["text"], row["code"]) for row in read_rows("spellings") if row["codelist"] == "costs")


def _holds_numbers(rows: Rows, match: HeaderMatch) -> bool:
    cells = rows.found.sheet.cells[rows.kept[:LOOKED_AT], match.position]
    filled = [cell for cell in cells if not is_blank(cell)]
    numbers = sum(map(is_number, filled))
    return numbers >= FEWEST and numbers >= MOST * len(filled)
