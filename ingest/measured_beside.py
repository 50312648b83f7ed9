"""What else is measured or asked of people before and after, on the rows of a table of their incomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.personal_headers import PERSONAL, VALUE, list_again, list_measured, take_values
from ingest.recognise import FoundTable
from ingest.riders import LIST, RIDER


def add_measured(tables: Sequence[FoundTable]) -> list[FoundTable]:
    """The tables, each of incomes followed by what else is measured of the people on its rows."""
    lists, again = {id(one.sheet) for one in tables if one.table in {LIST, PERSONAL}}, list_again(tables, RIDER)
    return [one for found in tables for one in (found, *(() if id(found.sheet) in lists else _measure(found, again)))]


def _measure(found: FoundTable, again: frozenset[str]) -> tuple[FoundTable, ...]:
    if found.table != RIDER:
        return ()
    if found.is_confirmed:
        return (replace(found, table=PERSONAL),) if VALUE in found.columns else ()
    chosen = list_measured(found, again)
    return (replace(take_values(found, chosen), table=PERSONAL),) if chosen else ()
