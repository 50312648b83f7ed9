"""The lowest and highest values that a row of the value map states, and which of them can be used."""

from __future__ import annotations

from collections.abc import Iterator

from dictionary.records import Entry, Record

SHARES = ("deadweight", "displacement", "attribution", "drop_off")
RANGED = ("quantity", "proxy_thb", *SHARES)


def read_stated(row: Record) -> dict[str, tuple[float, float]]:
    """The ranges that can be used, by the column that they are of."""
    found = ((key, _read(row, key)) for key in RANGED)
    return {key: ends for key, ends in found if ends is not None}


def list_unusable(row: Record) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """The columns whose range cannot be used, with the cells of its ends: one is missing, or the value lies outside."""
    for key in RANGED:
        entries = tuple(entry for name in _names(key) if (entry := row.find(name)))
        if entries and _read(row, key) is None:
            yield key, entries


def _names(key: str) -> tuple[str, str]:
    return f"{key}_low", f"{key}_high"


def _read(row: Record, key: str) -> tuple[float, float] | None:
    low, high = map(row.number, _names(key))
    value = row.number(key)
    if value is None and key in SHARES:
        value = 0.0
    if low is None or high is None or value is None or not low <= value <= high or low == high:
        return None
    return None if key in SHARES and not 0 <= low <= high <= 1 else (low, high)
