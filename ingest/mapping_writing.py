"""Mappings → a file (TOML) that a person can read, correct, keep and give to somebody else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache, partial

from dictionary.load import load_codes, load_columns
from ingest.mapping import JUDGED, ROUND_COLUMN, ColumnMapping, IndicatorMapping, SheetMapping, TableMapping
from ingest.periods import EXAMPLES
from ingest.recognise import ROW_TABLES
from ingest.riders import BESIDE, RIDING

VERSION = 1
OPEN = "?"  # stands where somebody has to choose
PERIOD, YES = "period", "true"
MEASURED_TWICE = (
    '# one row a person or thing, measured twice: table = "personal"; of its name or number column = "member_id"; '
    'of each column of values column = "value" and its round; of any other column = "" and round = ""'
)
SEE_ABOVE = ("…",)  # the columns of each table stand once, below the choice of the table


@cache
def list_columns(table: str) -> tuple[str, ...]:
    """The keys of the columns that a sheet of a table may have, those of tables on its rows among them."""
    riding = [key for rider in RIDING if rider in BESIDE.get(table, ()) for key in RIDING[rider]]
    by_rows = [ROUND_COLUMN] if table in ROW_TABLES else []
    return (*(column.key for column in load_columns(table)), *riding, *by_rows)


def write_mappings(mappings: Sequence[SheetMapping]) -> str:
    """The mappings as TOML, a block for each table of a sheet; the choices stand as a comment where one is open."""
    return "\n".join([f"version = {VERSION}", *(block for one in mappings for block in _write_sheet(one))])


def join_files(files: Sequence[str]) -> str:
    """Several written mapping files as one, each sheet of equal wording once."""
    head = f"version = {VERSION}"
    return "\n".join([head, *dict.fromkeys(f"\n{text.removeprefix(head).strip()}\n" for text in files)])


def _write_sheet(mapping: SheetMapping) -> list[str]:
    several = len(mapping.tables) > 1
    return [
        _write_table(mapping, table, f"part = {number}" if several else "")
        for number, table in enumerate(mapping.tables, 1)
    ]


def _write_table(mapping: SheetMapping, table: TableMapping, part: str) -> str:
    lines = ["", "[[sheet]]", _line("fingerprint", table.fingerprint), _line("name", mapping.name)]
    lines += [part] if part else []
    if not table.table:
        lines += [f"header_row = {table.header_row}"] if part else []
        return "\n".join([*lines, *_write_count(table), f"skip = {YES}", ""])
    lines += [_line("table", table.table, ROW_TABLES), f"header_row = {table.header_row}", *_write_count(table)]
    lines += [_line("round", table.round, EXAMPLES)] if table.round else []
    if table.table == OPEN:
        lines += [f"# {name}: {' | '.join(list_columns(name))}" for name in ROW_TABLES]
        lines += [MEASURED_TWICE]
        lines += [f"# {PERIOD}: {' | '.join(map(_quote, load_codes(PERIOD)))}"]
    lines += [f"{table.layout} = {YES}"] if table.layout else []
    lines += _write_rounds(table.rounds) if table.rounds else []
    write = _write_open_column if table.table == OPEN else partial(_write_column, table=table.table)
    blocks = map(write, table.columns)
    return "\n".join([*lines, *blocks, *map(_write_indicator, table.indicators), ""])


def _write_indicator(one: IndicatorMapping) -> str:
    lines = ["", "[[sheet.indicator]]", _line("name", one.name)]
    return "\n".join([*lines, *(_line(key, value) for key in JUDGED if (value := getattr(one, key)))])


def _write_count(table: TableMapping) -> list[str]:
    return [f"header_rows = {table.header_rows}"] if table.header_rows > 1 else []


def _write_column(column: ColumnMapping, table: str) -> str:
    lines = ["", "[[sheet.column]]", _line("header", column.header)]
    lines += [_line("column", column.column, (*list_columns(table), ""))]
    lines += [_line("round", column.round, (*EXAMPLES, ""))] if column.round else []
    lines += [_line("period", column.period, load_codes(PERIOD))] if column.period else []
    return "\n".join([*lines, *(_write_rounds(column.rounds) if column.rounds else [])])


def _write_open_column(column: ColumnMapping) -> str:
    """A column of a table that somebody has to choose: everything of it is open, "" where there is nothing to say."""
    lines = ["", "[[sheet.column]]", _line("header", column.header)]
    lines += [_line("column", OPEN, ("", *SEE_ABOVE)), _line("round", column.round or OPEN, (*EXAMPLES, ""))]
    return "\n".join([*lines, *(f"# {line}" for line in (_write_rounds(column.rounds) if column.rounds else []))])


def _write_rounds(rounds: Sequence[tuple[str, str]]) -> list[str]:
    """What the texts of a column mean, on one line, behind the choices where one is open."""
    pairs = ", ".join(f"{_quote(text)} = {_quote(period)}" for text, period in rounds)
    is_open = any(period == OPEN for _, period in rounds)
    choices = f"  # {' | '.join(map(_quote, (*EXAMPLES, '')))}" if is_open else ""
    return [f"rounds = {{ {pairs} }}{choices}"]


def _line(name: str, value: str, choices: Iterable[str] = ()) -> str:
    """A line of TOML: its basic strings are those of JSON, but for the one control sign that JSON lets pass."""
    text = f"{name} = {_quote(value)}"
    return f"{text}  # {' | '.join(map(_quote, choices))}" if value == OPEN and choices else text


def _quote(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
