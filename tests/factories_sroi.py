"""Value maps made by hand for tests; all of them are invented."""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_uppercase
from typing import TypeAlias

from analysis.sroi import ValueMap, read_value_map
from dictionary.records import Entry, Record

CODES = {"status"}
Row: TypeAlias = "Mapping[str, str | float | None]"


def make_record(row: int, cells: Row) -> Record:
    """One row of the sheet SROI; None is a blank cell."""
    entries = {
        (key, ""): _enter(f"{ascii_uppercase[place]}{row}", key, value)
        for place, (key, value) in enumerate(cells.items())
        if value is not None
    }
    return Record("sroi", "map.xlsx", "SROI", row, entries)


def _enter(cell: str, key: str, value: str | float) -> Entry:
    number = float(value) if isinstance(value, int | float) else None
    return Entry(cell, str(value), number, value if key in CODES and isinstance(value, str) else None)


def make_line(**cells: str | float | None) -> dict[str, str | float | None]:
    """A priced outcome with every deduction stated; ``cells`` replace what stands there."""
    return {
        "stakeholder": "members",
        "outcome": "more skill",
        "proxy": "fee of a course",
        "quantity": 10,
        "proxy_thb": 1000,
        "duration_years": 1,
        "start": 1,
        "deadweight": 0.2,
        "displacement": 0.1,
        "attribution": 0.25,
        "drop_off": 0.2,
        **cells,
    }


def make_map(*rows: Row) -> ValueMap:
    """The value map of some rows."""
    made = read_value_map([make_record(number, row) for number, row in enumerate(rows, start=2)])
    assert made is not None
    return made
