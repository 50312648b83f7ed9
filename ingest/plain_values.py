"""Tables of people with a column that is called *value* (ค่า) and no more: what was measured, and no income."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from ingest.amounts import SOURCE
from ingest.composing import read_headers
from ingest.fitting import fits
from ingest.headers import split_header
from ingest.income_parts import hear_parts
from ingest.keys import can_key
from ingest.matching import match_headers
from ingest.measurable import is_measured
from ingest.names import read_sheet_name
from ingest.personal_headers import PERSONAL, VALUE
from ingest.recognise import FoundTable, key_column
from ingest.riders import LIST, RIDER
from ingest.rows import PERIOD
from ingest.titles import says_income


def hear_values(found: FoundTable) -> FoundTable:
    """The table as one of what is measured, where its headers say so as well as anything else.

    Nothing may call it a list of members or of incomes: no name of the sheet or the file, no title, no column of their
    own.
    """
    if found.table in {LIST, PERSONAL} and not found.is_confirmed and says_income(found.sheet, found.first_header):
        return _hear_income(found)
    if found.table not in {LIST, RIDER} or found.is_confirmed or _is_named(found):
        return found
    headers = read_headers(found.sheet, found.first_header, found.header)
    told = replace(found, table=PERSONAL, matches=match_headers(headers, PERSONAL))
    values = {one.position for one in told.matches if one.column == VALUE}
    has_key = bool(can_key(PERSONAL, key_column(PERSONAL)) & told.columns)
    if not (values and told.is_complete and has_key) or any(_is_money(one.header) for one in told.matches):
        return found
    named = {one.position for one in told.matches if one.column}
    own = {one.position for one in found.matches if one.column and not _is_idle(found, one.position, one.column)}
    return told if own <= named else found


def _hear_income(found: FoundTable) -> FoundTable:
    """A table under the title of an income as one, where its headers of rounds say no more than before and after."""
    told = [one for one in found.matches if one.round]
    cells = found.sheet.cells[found.header + 1 :]
    if not told or any(split_header(one.header).bare or not is_measured(cells[:, one.position]) for one in told):
        return found
    ends = found.first_header, found.header
    matches = match_headers(read_headers(found.sheet, *ends), RIDER)
    income = replace(found, table=RIDER, matches=hear_parts(matches, found.sheet, ends, RIDER))
    return income if income.is_complete else found


def _is_money(header: str) -> bool:
    words = split_header(header)
    return words.money or words.period is not None


def _is_idle(found: FoundTable, position: int, column: str) -> bool:
    """Whether a column that was taken for month or year says neither: *period* may head before and after."""
    return column == PERIOD and not fits(found.sheet.cells[found.header + 1 :, position], RIDER, PERIOD)


def _is_named(found: FoundTable) -> bool:
    names = (found.sheet.name, PurePath(found.file).stem)
    is_called = bool({read_sheet_name(name).table for name in names} & {LIST, RIDER})
    return is_called or SOURCE in found.columns
