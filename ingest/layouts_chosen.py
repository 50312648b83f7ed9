"""What each header means in a layout that somebody chose for a table, as the cells below it say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dictionary.load import load_tables
from ingest.blanks import is_blank
from ingest.cells import write_cell
from ingest.fitting import MOST, is_number
from ingest.headers import find_round
from ingest.keys import can_key
from ingest.mapping import BY_YEARS, HEADED, LAYOUTS, ROUND_COLUMN, ColumnMapping, TableMapping, list_headers
from ingest.period_columns import say_round
from ingest.periods import find_year
from ingest.recognise import by_round_columns, key_column
from ingest.round_rows import SUMMARY, is_listing
from ingest.workbooks import RawSheet, Values
from ingest.year_tables import NAME, VALUE

Meant = tuple[str, str]  # the column and the round of a header


def list_layouts(table: str) -> tuple[str, ...]:
    """The layouts that a table can have; indicators alone stand in other than rows."""
    if table == SUMMARY:
        return LAYOUTS
    return (HEADED,) if table in load_tables() and by_round_columns(table, required=True) else ()


def lay_out(part: RawSheet, plain: TableMapping, layout: str) -> TableMapping:
    """A mapping of a table in which each row would be a unit, in another layout."""
    row = plain.header_row - part.first_row
    headers = list_headers(part, row, plain.header_rows)
    cells = [part.cells[row + 1 :, at] for at, _ in headers]
    if layout == HEADED:
        return replace(plain, layout=layout, round="", rounds=_list_heads(plain, cells))
    told = _mean_years(headers, cells) if layout == BY_YEARS else _mean_turned(headers, cells)
    columns = (ColumnMapping(one.header, *meant) for one, meant in zip(plain.columns, told, strict=True))
    return replace(plain, layout=layout, round="", columns=tuple(columns))


def _list_heads(plain: TableMapping, cells: Sequence[Values]) -> tuple[tuple[str, str], ...]:
    """The texts that say a round where a key would stand."""
    keys = can_key(plain.table, key_column(plain.table))
    at = next((at for at, one in enumerate(plain.columns) if one.column in keys), None)
    texts = (write_cell(cell) for cell in (cells[at] if at is not None else ()))
    return tuple({text: period for text in texts if (period := say_round(text))}.items())


def _mean_years(headers: Sequence[tuple[int, str]], cells: Sequence[Values]) -> list[Meant]:
    """The first texts are names; numbers are values where their headers say when, or else where none does."""
    kinds = _tell_kinds(headers, cells)
    periods = [find_round(text) or find_year(text) or "" for _, text in headers]
    is_dated = len({one for kind, one in zip(kinds, periods, strict=True) if one and kind == VALUE}) > 1
    first = kinds.index(NAME) if NAME in kinds else None
    return [
        (VALUE, period if is_dated else "")
        if kind == VALUE and (period or not is_dated)
        else (NAME if at == first else "", "")
        for at, (kind, period) in enumerate(zip(kinds, periods, strict=True))
    ]


def _mean_turned(headers: Sequence[tuple[int, str]], cells: Sequence[Values]) -> list[Meant]:
    """The first column whose cells all say a round has the rounds, other texts are names and numbers values."""
    kinds = _tell_kinds(headers, cells)
    rounds = next((at for at, column in enumerate(cells) if _says_rounds(column)), None)
    return [(ROUND_COLUMN if at == rounds else kind, "") for at, kind in enumerate(kinds)]


def _tell_kinds(headers: Sequence[tuple[int, str]], cells: Sequence[Values]) -> list[str]:
    """Whether names, values or nothing of use stand below each header."""
    pairs = zip(headers, cells, strict=True)
    return ["" if is_listing(text) else _tell_kind(column) for (_, text), column in pairs]


def _tell_kind(cells: Values) -> str:
    filled = [cell for cell in cells if not is_blank(cell)]
    numbers = sum(map(is_number, filled))
    return "" if not filled else VALUE if numbers >= MOST * len(filled) else NAME


def _says_rounds(cells: Values) -> bool:
    """Whether most filled cells say a round."""
    filled = [write_cell(cell) for cell in cells if not is_blank(cell)]
    return bool(filled) and sum(bool(say_round(text)) for text in filled) >= MOST * len(filled)
