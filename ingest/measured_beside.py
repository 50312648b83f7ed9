"""What else is measured or asked of people before and after, on the rows of a table of their incomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.amounts import AMOUNT
from ingest.matching import HeaderMatch
from ingest.months import are_months
from ingest.no_income import part_no_income
from ingest.part_sums import is_sum, sums_up
from ingest.personal_headers import PERSONAL, VALUE, list_again, list_measured, take_values
from ingest.recognise import FoundTable
from ingest.riders import LIST, RIDER


def add_measured(tables: Sequence[FoundTable]) -> list[FoundTable]:
    """The tables, each of incomes followed by what else is measured of the people on its rows."""
    lists, again = {id(one.sheet) for one in tables if one.table in {LIST, PERSONAL}}, list_again(tables, RIDER)
    beside = ((found, () if id(found.sheet) in lists else _measure(found, again)) for found in tables)
    return [one for found, others in beside for one in (*part_no_income(found), *others)]


def _measure(found: FoundTable, again: frozenset[str]) -> tuple[FoundTable, ...]:
    if found.table != RIDER:
        return ()
    if found.is_confirmed:
        return (replace(found, table=PERSONAL),) if VALUE in found.columns else ()
    by_month = are_months(one.header for one in found.matches if one.column == AMOUNT)
    chosen = [one for one in list_measured(found, again) if not _is_total(one, by_month=by_month)]
    if not chosen:
        return ()
    told = take_values(found, chosen)  # which headers are repeated is said of the incomes
    return (replace(told, table=PERSONAL, matches=tuple(replace(one, repeated=False) for one in told.matches)),)


def _is_total(match: HeaderMatch, *, by_month: bool) -> bool:
    """Whether a header is no more than a total or a mean, or any of them beside the amounts of months."""
    return is_sum(match.header) or (by_month and sums_up(match.header))
