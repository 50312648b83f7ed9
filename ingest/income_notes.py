"""What is said of the amounts of an income sheet: their period, their unit and their currency, by their headers."""

from __future__ import annotations

from collections.abc import Sequence

from dictionary.load import code_label, column_label
from dictionary.nouns import Problem
from i18n import Text
from ingest.addresses import cell_address
from ingest.amounts import AMOUNT, has_sources, is_by_day, name_source, state_period, state_scale
from ingest.clean import Problems
from ingest.currencies import state_currency
from ingest.income_words import MONTHS, QUARTER
from ingest.matching import HeaderMatch
from ingest.results import place_of, sheet_problem
from ingest.rows import Rows, take_cells

NOTES = {MONTHS["year"]: "amount_per_year", MONTHS[QUARTER]: "amount_per_quarter"}  # what is told of such amounts


def state_months(rows: Rows, match: HeaderMatch) -> float | None:
    """Months by the header of the amount, else by a title above the table or the name of the sheet."""
    return MONTHS.get(match.period or state_period(rows.found.sheet, rows.found.header))


def state_row_scale(rows: Rows, match: HeaderMatch) -> float:
    """Baht in the unit of an amount, by its header or a title."""
    return state_scale(rows.found.sheet, rows.found.first_header, match.header)


def note_scales(rows: Rows, matches: Sequence[HeaderMatch]) -> Problems:
    """A note for each header of amounts in thousands of baht, or in more."""
    sheet = rows.found.sheet
    scaled = [(match, times) for match in matches if (times := state_row_scale(rows, match)) > 1]
    return tuple(
        Problem(
            "amount_scaled",
            *place_of(rows),
            cell_address(rows.found.header + sheet.first_row, sheet.first_column + match.position),
            found=" ".join(match.header.split()),
            allowed=Text(f"{times:,.0f}", f"{times:,.0f}"),
        )
        for match, times in scaled
    )


def ask_period(rows: Rows, matches: Sequence[HeaderMatch]) -> Problems:
    """A problem where neither a column nor a header says whether amounts are per month or per year, or says a day."""
    silent = [match for match in matches if state_months(rows, match) is None]
    if rows.cells("period") is not None or not silent:
        return ()
    by_day = all(is_by_day(match.header, rows.found.sheet, rows.found.first_header) for match in silent)
    return (sheet_problem(rows, "amount_by_day" if by_day else "period_not_stated", column_label("income", "period")),)


def note_periods(rows: Rows, matches: Sequence[HeaderMatch]) -> Problems:
    """A note for each header of amounts per year or quarter by what the header, a title or the sheet's name says."""
    if rows.cells("period") is not None:
        return ()
    sheet = rows.found.sheet
    row = rows.found.header + sheet.first_row
    return tuple(
        Problem(
            NOTES[months],
            *place_of(rows),
            cell_address(row, sheet.first_column + match.position),
            found=" ".join(match.header.split()),
        )
        for match in matches
        if (months := state_months(rows, match)) in NOTES
    )


def note_sources(rows: Rows) -> Problems:
    """A note where nobody said that columns of several sources are to be added up, and they are."""
    amounts = [match for match in rows.found.matches if match.column == AMOUNT]
    if rows.found.is_confirmed or not has_sources(rows.found):
        return ()
    sheet, named = rows.found.sheet, list(dict.fromkeys(name_source(match.header) for match in amounts))
    cell = cell_address(rows.found.header + sheet.first_row, sheet.first_column + amounts[0].position)
    count = Text(str(len(named)), str(len(named)))
    return (Problem("sources_added_up", *place_of(rows), cell, found=", ".join(named), allowed=count),)


def note_currencies(rows: Rows, matches: Sequence[HeaderMatch]) -> Problems:
    """A problem for each header of amounts that are of another currency, by its own words or by the signs below it."""
    row = rows.found.header + rows.found.sheet.first_row
    told = ((match, state_currency(match.header, take_cells(rows.found, match, rows.kept))) for match in matches)
    return tuple(
        Problem(
            "currency_not_baht",
            *place_of(rows),
            cell_address(row, rows.found.sheet.first_column + match.position),
            found=code,
            allowed=code_label("allowed", "baht"),
        )
        for match, code in told
        if code
    )
