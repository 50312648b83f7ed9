"""Mappings ↔ a file (TOML) that a person can read, correct, keep and give to somebody else."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from dictionary.load import load_codes, load_columns, load_tables
from dictionary.nouns import Problem
from i18n import Text
from ingest.mapping import MOST_HEADER_ROWS, ColumnMapping, SheetMapping
from ingest.recognise import ROW_TABLES
from ingest.riders import LIST, RIDER, RIDING

VERSION = 1
OPEN = "?"  # stands where somebody has to choose
LARGEST = 1 << 20  # bytes of a file that can be a mapping
ROUND, PERIOD, YES = "round", "period", "true"
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
    return (*(column.key for column in load_columns(table)), *riding)


def write_mappings(mappings: Sequence[SheetMapping]) -> str:
    """The mappings as TOML; the choices stand as a comment where one is open."""
    return "\n".join([f"version = {VERSION}", *map(_write_sheet, mappings)])


def join_files(files: Sequence[str]) -> str:
    """Several written mapping files as one, each sheet of equal wording once."""
    head = f"version = {VERSION}"
    return "\n".join([head, *dict.fromkeys(f"\n{text.removeprefix(head).strip()}\n" for text in files)])


def _write_sheet(mapping: SheetMapping) -> str:
    lines = ["", "[[sheet]]", _line("fingerprint", mapping.fingerprint), _line("name", mapping.name)]
    if mapping.skip:
        return "\n".join([*lines, f"skip = {YES}", ""])
    lines += [_line("table", mapping.table, ROW_TABLES), f"header_row = {mapping.header_row}"]
    lines += [f"header_rows = {mapping.header_rows}"] if mapping.header_rows > 1 else []
    lines += [_line("round", mapping.round, load_codes(ROUND))] if mapping.round else []
    if mapping.table == OPEN:
        lines += [f"# {table}: {' | '.join(list_columns(table))}" for table in ROW_TABLES]
    blocks = (_write_column(column, mapping.table) for column in mapping.columns)
    return "\n".join([*lines, *blocks, ""])


def _write_column(column: ColumnMapping, table: str) -> str:
    lines = ["", "[[sheet.column]]", _line("header", column.header)]
    lines += [_line("column", column.column, (*list_columns(table), ""))]
    lines += [_line("round", column.round, (*load_codes(ROUND), ""))] if column.round else []
    lines += [_line("period", column.period, load_codes(PERIOD))] if column.period else []
    return "\n".join(lines)


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
    if told.get("version") != VERSION or not _is_list(sheets) or not sheets:
        raise _Fault("mapping_unreadable", "")
    return tuple(_read_sheet(sheet) for sheet in sheets)


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _read_sheet(told: Mapping[str, object]) -> SheetMapping:
    fingerprint, name = _text(told, "fingerprint"), _text(told, "name")
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise _Fault("mapping_wrong", f"fingerprint = {fingerprint}")
    if told.get("skip") is True:
        return SheetMapping(fingerprint, name, skip=True)
    table = _choice(told, "table", tuple(load_tables()))
    columns = told.get("column", [])
    if not isinstance(columns, list) or not _is_list(columns):
        raise _Fault("mapping_unreadable", name)
    return SheetMapping(
        fingerprint,
        name,
        table,
        _count(told, "header_row", 1 << 20),
        _count(told, "header_rows", MOST_HEADER_ROWS),
        _choice(told, "round", (*load_codes(ROUND), "")),
        columns=tuple(_read_column(column, table) for column in columns),
    )


def _read_column(told: Mapping[str, object], table: str) -> ColumnMapping:
    return ColumnMapping(
        _text(told, "header"),
        _choice(told, "column", (*list_columns(table), "")),
        _choice(told, "round", (*load_codes(ROUND), "")),
        _choice(told, "period", (*load_codes(PERIOD), "")),
    )


def _text(told: Mapping[str, object], name: str) -> str:
    value = told.get(name, "")
    if not isinstance(value, str):
        raise _Fault("mapping_wrong", f"{name} = {value}")
    return value


def _choice(told: Mapping[str, object], name: str, choices: Sequence[str]) -> str:
    value = _text(told, name)
    if value not in choices:
        header = _text(told, "header") or _text(told, "name")
        raise _Fault("mapping_open" if value == OPEN else "mapping_wrong", f"{header}: {name} = {value}", choices)
    return value


def _count(told: Mapping[str, object], name: str, most: int) -> int:
    value = told.get(name, 1)
    if not isinstance(value, int) or not 1 <= value <= most:
        raise _Fault("mapping_wrong", f"{name} = {value}")
    return value
