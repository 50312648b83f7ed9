"""Mappings ↔ a file (TOML) that a person can read, correct, keep and give to somebody else."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby

from dictionary.load import load_codes, load_columns, load_tables
from dictionary.nouns import Problem
from i18n import Text
from ingest.composing import MOST_HEADER_ROWS
from ingest.mapping import ROUND_COLUMN, ColumnMapping, SheetMapping, TableMapping
from ingest.periods import EXAMPLES, read_period
from ingest.recognise import ROW_TABLES
from ingest.riders import LIST, RIDER, RIDING

VERSION = 1
OPEN = "?"  # stands where somebody has to choose
LARGEST = 1 << 20  # bytes of a file that can be a mapping
MOST_TABLES = 50  # of one sheet
PERIOD, YES = "period", "true"
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


class _Fault(Exception):
    """What is wrong with a mapping: the code of the problem, what stands there, and what may."""

    def __init__(self, code: str, found: str, allowed: Iterable[str] = ()) -> None:
        super().__init__(code)
        self.code, self.found, self.allowed = code, found, ", ".join(allowed)


@cache
def list_columns(table: str) -> tuple[str, ...]:
    """The keys of the columns that a sheet of a table may have; a member list may give income too."""
    riding = [column.key for column in load_columns(RIDER) if column.key in RIDING] if table == LIST else []
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
    blocks = (_write_column(column, table.table) for column in table.columns)
    return "\n".join([*lines, *blocks, ""])


def _write_count(table: TableMapping) -> list[str]:
    return [f"header_rows = {table.header_rows}"] if table.header_rows > 1 else []


def _write_column(column: ColumnMapping, table: str) -> str:
    lines = ["", "[[sheet.column]]", _line("header", column.header)]
    lines += [_line("column", column.column, (*list_columns(table), ""))]
    lines += [_line("round", column.round, (*EXAMPLES, ""))] if column.round else []
    lines += [_line("period", column.period, load_codes(PERIOD))] if column.period else []
    return "\n".join([*lines, *(_write_rounds(column.rounds) if column.rounds else [])])


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


def read_mappings(name: str, content: bytes) -> tuple[SheetMapping, ...] | Problem:
    """The mappings of a file, or what is wrong with it as one problem. Never raises for its content."""
    try:
        return _read(content)
    except _Fault as fault:
        return Problem(fault.code, name, found=fault.found, allowed=Text(fault.allowed, fault.allowed))


def _read(content: bytes) -> tuple[SheetMapping, ...]:
    try:
        if len(content) > LARGEST:
            raise _Fault("mapping_unreadable", "")
        told = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _Fault("mapping_unreadable", "") from error
    sheets = told.get("sheet")
    if told.get("version") != VERSION or not isinstance(sheets, list) or not sheets:
        raise _Fault("mapping_unreadable", "")
    return _join_tables([_read_table(sheet) for sheet in _take_blocks(sheets)])


def _take_blocks(value: object) -> list[Mapping[str, object]]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise _Fault("mapping_unreadable", "")
    return value


def _join_tables(tables: Sequence[tuple[str, int, TableMapping]]) -> tuple[SheetMapping, ...]:
    """The sheets: a table that is not the first part of its sheet belongs to the block before it."""
    numbers: list[int] = []
    for at, (name, part, _) in enumerate(tables):
        follows = part > 1 and at > 0 and tables[at - 1][:2] == (name, part - 1)
        if part > 1 and not follows:
            raise _Fault("mapping_wrong", f"{name}: part = {part}")
        numbers.append(numbers[-1] if follows else at)
    groups = groupby(zip(numbers, tables, strict=True), key=lambda one: one[0])
    listed = ([table for _, table in group] for _, group in groups)
    return tuple(SheetMapping(group[0][0], tuple(table for _, _, table in group)) for group in listed)


def _read_table(told: Mapping[str, object]) -> tuple[str, int, TableMapping]:
    """The name of the sheet, which of its tables it is, and the table."""
    fingerprint, name = _text(told, "fingerprint"), _text(told, "name")
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise _Fault("mapping_wrong", f"fingerprint = {fingerprint}")
    table = "" if told.get("skip") is True else _choice(told, "table", tuple(load_tables()))
    read = TableMapping(
        fingerprint,
        table,
        _count(told, "header_row", 1 << 20),
        _count(told, "header_rows", MOST_HEADER_ROWS),
        _period(told, "round"),
        columns=tuple(_read_column(column, table) for column in _take_blocks(told.get("column", []))),
    )
    return name, _count(told, "part", MOST_TABLES), read


def _read_column(told: Mapping[str, object], table: str) -> ColumnMapping:
    rounds = told.get("rounds", {})
    if not isinstance(rounds, dict):
        raise _Fault("mapping_wrong", f"{_text(told, 'header')}: rounds = {rounds}", EXAMPLES)
    return ColumnMapping(
        _text(told, "header"),
        _choice(told, "column", (*list_columns(table), "")),
        _period(told, "round"),
        _choice(told, "period", (*load_codes(PERIOD), "")),
        tuple((text, _period(rounds, text)) for text in rounds),
    )


def _text(told: Mapping[str, object], name: str) -> str:
    value = told.get(name, "")
    if not isinstance(value, str):
        raise _Fault("mapping_wrong", f"{name} = {value}")
    return value


def _choice(told: Mapping[str, object], name: str, choices: Sequence[str]) -> str:
    value = _text(told, name)
    if value not in choices:
        raise _refuse(told, name, value, choices)
    return value


def _period(told: Mapping[str, object], name: str) -> str:
    """A round: before, after, or a year, date or number, as its key or as people write it; "" as the sheet says."""
    value = _text(told, name)
    known = read_period(value) if value else ""
    if known is None:
        raise _refuse(told, name, value, EXAMPLES)
    return known


def _refuse(told: Mapping[str, object], name: str, value: str, choices: Sequence[str]) -> _Fault:
    header = str(told.get("header") or told.get("name") or "")
    where = f"{header}: {name}" if header else name
    return _Fault("mapping_open" if value == OPEN else "mapping_wrong", f"{where} = {value}", choices)


def _count(told: Mapping[str, object], name: str, most: int) -> int:
    value = told.get(name, 1)
    if not isinstance(value, int) or not 1 <= value <= most:
        raise _Fault("mapping_wrong", f"{name} = {value}")
    return value
