"""The headers that a table knows: by their wording, and as a part of a longer one."""

from __future__ import annotations

from functools import cache, lru_cache

from dictionary.load import load_columns
from dictionary.rows import read_rows
from dictionary.squash import squash

ALL_TABLES = "*"
NOT_USED = ""  # a header that is known to hold nothing of the table
SHORTEST = 4  # squashed signs of a known header that may be found inside another
KEPT = 1 << 16  # texts whose meaning is remembered: rows of one sheet hold the same texts over and over

Headers = dict[str, tuple[str, ...]]


@cache
def load_headers(table: str) -> Headers:
    """Each known header of a table (squashed) and the keys of the columns that it may mean."""
    known: dict[str, list[str]] = {}
    for row in read_rows("headers"):
        if row["table"] == table:
            known.setdefault(squash(row["text"]), []).append(row["column"])
    for column in load_columns(table):
        for text in (column.label.th, column.label.en, column.key):
            known.setdefault(squash(text), []).append(column.key)
    for row in read_rows("headers"):
        if row["table"] == ALL_TABLES:
            known.setdefault(squash(row["text"]), []).append(NOT_USED)
    return {text: tuple(dict.fromkeys(columns)) for text, columns in known.items()}


@lru_cache(maxsize=KEPT)
def find_longest_inside(key: str, table: str) -> str:
    """The longest known header that stands within a squashed text, the first known of equals; "" where none does."""
    starts = _index_starts(table)
    found = (
        (len(text), -rank, text)
        for at in range(len(key) - SHORTEST + 1)
        for rank, text in starts.get(key[at : at + SHORTEST], ())
        if key.startswith(text, at)
    )
    return max(found, default=(0, 0, ""))[2]


@cache
def _index_starts(table: str) -> dict[str, list[tuple[int, str]]]:
    """The known headers, with their rank, by their first signs."""
    starts: dict[str, list[tuple[int, str]]] = {}
    for rank, text in enumerate(load_headers(table)):
        if len(text) >= SHORTEST:
            starts.setdefault(text[:SHORTEST], []).append((rank, text))
    return starts
