"""(f) Social return: 60 outcomes of ten years with 10,000 draws, the tornado and every line."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.sroi import ValueMap, find_return, read_value_map
from analysis.sroi.ranges import DRAWS
from benchmarks.measure import Result, time_best
from dictionary.records import Entry, Record

PART = "(g) social return"
LINES = 60
YEARS = 10
AIM = 0.5  # seconds


def measure_social_return() -> Iterator[Result]:
    """The whole result of a long value map: no two lines share a proxy."""
    value_map = make_value_map(LINES)
    seconds = time_best(lambda: find_return(value_map), runs=5)
    yield Result(PART, f"{DRAWS:,} draws of {LINES} outcomes over {YEARS} years", seconds, "s", AIM)


def make_value_map(lines: int) -> ValueMap:
    """Invented outcomes, each with all four deductions."""
    made = read_value_map([_make_row(number) for number in range(2, lines + 2)])
    if made is None:
        raise RuntimeError("no value map was made")
    return made


def _make_row(row: int) -> Record:
    numbers = {
        "input_thb": 10_000.0 + row,
        "quantity": 5.0 + row,
        "proxy_thb": 900.0 + 10 * row,
        "duration_years": float(YEARS),
        "deadweight": 0.2,
        "displacement": 0.1,
        "attribution": 0.25,
        "drop_off": 0.15,
    }
    entries = {(key, ""): Entry(f"D{row}", str(number), number) for key, number in numbers.items()}
    named = {(key, ""): Entry(f"A{row}", f"{key} {row}") for key in ("stakeholder", "outcome", "proxy")}
    return Record("sroi", "value map", "SROI", row, {**named, **entries})
