"""What people answered in words before and after, on the rows of a table of their incomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.blanks import is_blank
from ingest.fitting import is_number
from ingest.matching import HeaderMatch
from ingest.personal_headers import PERSONAL, VALUE, pair_rounds, take_values
from ingest.recognise import FoundTable
from ingest.riders import LIST, RIDER

LOOKED_AT = 60  # rows below a header


def add_answers(tables: Sequence[FoundTable]) -> list[FoundTable]:
    """The tables, each of incomes followed by the answers on its rows; numbers beside incomes are told as not used."""
    lists = {id(one.sheet) for one in tables if one.table in {LIST, PERSONAL}}
    return [one for found in tables for one in (found, *(() if id(found.sheet) in lists else _measure(found)))]


def _measure(found: FoundTable) -> tuple[FoundTable, ...]:
    if found.table != RIDER:
        return ()
    if found.is_confirmed:
        return (replace(found, table=PERSONAL),) if VALUE in found.columns else ()
    chosen = [one for one in pair_rounds(found) if one.column is None and _is_told_in_words(found, one)]
    return (replace(take_values(found, chosen), table=PERSONAL),) if chosen else ()


def _is_told_in_words(found: FoundTable, match: HeaderMatch) -> bool:
    cells = found.sheet.cells[found.header + 1 :][:LOOKED_AT, match.position]
    filled = [cell for cell in cells if not is_blank(cell)]
    return 2 * sum(map(is_number, filled)) < len(filled)
