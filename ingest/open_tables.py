"""The mapping of a table of which nothing is known yet: its headers, and what somebody has to say of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.amounts import AMOUNT
from ingest.composing import count_rows
from ingest.headers import split_header
from ingest.mapping import ROUND_COLUMN, ColumnMapping, TableMapping, compose_headers, take_fingerprint
from ingest.mapping_writing import OPEN
from ingest.matching import HeaderMatch, find_column
from ingest.one_time import find_one_time
from ingest.people.names import name_people
from ingest.period_columns import list_few
from ingest.recognise import FoundTable, by_round_columns
from ingest.workbooks import RawSheet, Values

MOST_TEXTS = 4  # texts of a column that may say rounds
ROWS_EACH = 3  # rows on which each of them stands on average


def name_headers(sheet: RawSheet, row: int, table: str, count: int = 1) -> TableMapping:
    """A mapping of the headers of ``count`` rows up to ``row`` in which none of them means anything yet."""
    texts = compose_headers(sheet, row, count) if sheet.cells.size else []
    columns = tuple(ColumnMapping(tidy(text)) for text in texts if text)
    return TableMapping(take_fingerprint(texts), table, sheet.first_row + row, count, columns=columns)


def tidy(text: str) -> str:
    """A header on one line."""
    return " ".join(text.split())


def take_repeated(found: FoundTable, mapping: TableMapping) -> TableMapping:
    """The table with each of several columns that mean the same taken for it: which is which is to be told."""
    again = {tidy(match.header) for match in found.matches if match.repeated}
    if any(one.column == ROUND_COLUMN for one in mapping.columns):
        return mapping
    said = (
        find_column(split_header(one.header), found.table) if one.header in again else "" for one in mapping.columns
    )
    columns = (replace(one, column=one.column or key or "") for one, key in zip(mapping.columns, said, strict=True))
    return replace(mapping, columns=tuple(columns))


def open_rounds(mapping: TableMapping) -> TableMapping:
    """The table with the round of each of several columns that mean the same left to be chosen, if there are any."""
    by_round = by_round_columns(mapping.table)
    silent = [one.column for one in mapping.columns if one.column in by_round and not one.round]
    if len(silent) == len(set(silent)) or any(one.column == ROUND_COLUMN for one in mapping.columns):
        return mapping
    told = (replace(one, round=OPEN) if one.column in by_round and not one.round else one for one in mapping.columns)
    return replace(mapping, columns=tuple(told))


def open_round(table: TableMapping, row: int) -> TableMapping:
    """The table whose header ends on a row with its round left open, or those of its columns where they are several.

    A column may say the rounds.
    """
    by_rows = any(column.column == ROUND_COLUMN for column in table.columns)
    if table.header_row != row or by_rows:
        return table
    opened = open_rounds(table)
    return opened if opened != table else replace(table, round=OPEN)


def open_periods(table: TableMapping, row: int) -> TableMapping:
    """The table whose header ends on a row with month or year left open for each amount."""
    if table.header_row != row:
        return table
    columns = (replace(one, period=OPEN) if one.column == AMOUNT and not one.period else one for one in table.columns)
    return replace(table, columns=tuple(columns))


def open_doubled(headers: Collection[str], period: str, table: TableMapping, row: int) -> TableMapping:
    """The table whose header ends on a row with what each of some headers means left open, its ``period`` too if so."""
    if table.header_row != row:
        return table
    columns = (
        replace(one, column=OPEN, period=period or one.period) if one.header in headers else one
        for one in table.columns
    )
    return replace(table, columns=tuple(columns))


def open_unknown(matches: Collection[HeaderMatch], table: TableMapping, row: int) -> TableMapping:
    """The table whose header ends on a row with what some headers mean, and of which round, left open.

    What is supposed of one already stays: then its rounds are what is asked.
    """
    headers = {tidy(match.header) for match in matches} & {one.header for one in table.columns if not one.column}
    return open_silent(headers, open_doubled(headers, "", table, row), row)


def open_silent(headers: Collection[str], table: TableMapping, row: int) -> TableMapping:
    """The table whose header ends on a row with the round of some headers left open."""
    if table.header_row != row:
        return table
    columns = (replace(one, round=OPEN) if one.header in headers and one.column else one for one in table.columns)
    return replace(table, columns=tuple(columns))


def open_table(table: TableMapping, row: int) -> TableMapping:
    """The table whose header ends on a row with its kind, and so all its columns, left open."""
    return replace(table, table=OPEN) if table.header_row == row else table


def open_all(sheet: RawSheet, row: int, rows: Sequence[int]) -> TableMapping:
    """A table of which nothing is known: its headers, of two rows where two stand above the numbers, and few texts."""
    table = find_one_time(sheet)
    is_longer = table is not None and table.header in rows and table.top <= row <= table.header
    last = table.header if table and is_longer else row
    mapping = name_headers(sheet, last, OPEN, count_rows(sheet, table.top, last) if table and is_longer else 1)
    places = [at for at, text in enumerate(compose_headers(sheet, last, mapping.header_rows)) if text]
    rounds = (tuple((text, OPEN) for text in _list_repeated(sheet.cells[last + 1 :, at])) for at in places)
    columns = (replace(one, rounds=said) for one, said in zip(mapping.columns, rounds, strict=True))
    return replace(mapping, columns=tuple(columns))


def _list_repeated(cells: Values) -> tuple[str, ...]:
    """The few texts of a column that stand on many rows each, as those that say rounds do; none of people."""
    texts = list_few(cells)
    is_said = 1 < len(texts) <= MOST_TEXTS and len(cells) >= ROWS_EACH * len(texts)
    words = all(isinstance(cell, str) for cell in cells)
    return texts if is_said and words and not name_people(cells) else ()
