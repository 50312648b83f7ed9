"""The file of a mapping (TOML), as it was written or as somebody changed it → mappings."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from dictionary.load import load_codes, load_tables
from dictionary.nouns import Problem
from i18n import Text
from ingest.composing import MOST_HEADER_ROWS
from ingest.mapping import JUDGED, LAYOUTS, ColumnMapping, IndicatorMapping, SheetMapping, TableMapping
from ingest.mapping_writing import OPEN, PERIOD, VERSION, list_columns
from ingest.people.decision_files import PERSON, DecidedPair, WrongDecision, describe_allowed, read_decided
from ingest.periods import EXAMPLES, read_period

LARGEST = 1 << 20  # bytes of a file that can be a mapping
MOST_TABLES = 50  # of one sheet
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


class _Fault(Exception):
    """What is wrong with a mapping: the code of the problem, what stands there, and what may."""

    def __init__(self, code: str, found: str, allowed: Iterable[str] = ()) -> None:
        super().__init__(code)
        self.code, self.found, self.allowed = code, found, ", ".join(allowed)


def read_mappings(name: str, content: bytes) -> tuple[SheetMapping, ...] | Problem:
    """The mappings of a file, or what is wrong with it as one problem. Never raises for its content."""
    try:
        return _read(content)
    except _Fault as fault:
        return Problem(fault.code, name, found=fault.found, allowed=Text(fault.allowed, fault.allowed))


def read_decisions(name: str, content: bytes) -> tuple[DecidedPair, ...] | Problem:
    """What the file says of pairs of people, or what is wrong with it as one problem."""
    try:
        return read_decided(_take_blocks(_parse(content).get(PERSON, [])))
    except _Fault as fault:
        return Problem(fault.code, name, found=fault.found)
    except WrongDecision as wrong:
        return Problem("mapping_wrong", name, found=str(wrong), allowed=describe_allowed())


def _parse(content: bytes) -> Mapping[str, object]:
    """The file as TOML, of a version that is known; one of nothing else was written where nothing can be said."""
    try:
        if len(content) > LARGEST:
            raise _Fault("mapping_unreadable", "")
        told = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _Fault("mapping_unreadable", "") from error
    if told.get("version") != VERSION or (len(told) > 1 and not (told.get("sheet") or told.get(PERSON))):
        raise _Fault("mapping_unreadable", "")
    return told


def _read(content: bytes) -> tuple[SheetMapping, ...]:
    return _join_tables([_read_table(sheet) for sheet in _take_blocks(_parse(content).get("sheet", []))])


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
        indicators=tuple(map(_read_indicator, _take_blocks(told.get("indicator", [])))),
        layout=next((name for name in LAYOUTS if told.get(name) is True), ""),
        rounds=_read_rounds(told, name),
    )
    return name, _count(told, "part", MOST_TABLES), read


def _read_column(told: Mapping[str, object], table: str) -> ColumnMapping:
    return ColumnMapping(
        _text(told, "header"),
        _choice(told, "column", (*list_columns(table), "")),
        _period(told, "round"),
        _choice(told, "period", (*load_codes(PERIOD), "")),
        _read_rounds(told, _text(told, "header")),
    )


def _read_rounds(told: Mapping[str, object], place: str) -> tuple[tuple[str, str], ...]:
    rounds = told.get("rounds", {})
    if not isinstance(rounds, dict):
        raise _Fault("mapping_wrong", f"{place}: rounds = {rounds}", EXAMPLES)
    return tuple((text, _period(rounds, text)) for text in rounds)


def _read_indicator(told: Mapping[str, object]) -> IndicatorMapping:
    return IndicatorMapping(_text(told, "name"), *(_choice(told, key, (*load_codes(key), "")) for key in JUDGED))


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
