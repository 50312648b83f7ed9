"""What kind of channel a row is of, told from its name where no column says so: ``ผู้ติดตามเพจเฟซบุ๊ก`` is Facebook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dictionary.load import load_spellings
from dictionary.nouns import Problem
from dictionary.records import Entry, Record
from dictionary.squash import squash
from ingest.addresses import cell_address
from ingest.cells import write_cell
from ingest.headers import split_header
from ingest.keys import find_key
from ingest.matching import find_column
from ingest.recognise import FoundTable
from ingest.row_kinds import is_filled
from ingest.rows import Rows

TABLE, ITEM, KIND, MEASURE = "technology", "item", "kind", "measure"
KINDS = "technology_kind"
ONLINE = "ออนไลน์"  # holds ไลน์ and is not the application
SHORTEST = 3  # letters: a shorter spelling stands inside too many other words
_LATIN = re.compile(r"[a-z]+")


@lru_cache(maxsize=2048)
def hear_kind(name: str) -> str:
    """The kind whose longest spelling stands in a name, in Latin letters as a word of its own; "" where none does."""
    text, words = squash(name).replace(ONLINE, " "), set(_LATIN.findall(name.casefold()))
    hits = [
        (len(spelling), code)
        for spelling, code in load_spellings(KINDS).items()
        if len(spelling) >= SHORTEST and spelling in text and (not spelling.isascii() or spelling in words)
    ]
    return max(hits, default=(0, ""))[1]


def tells_kinds(found: FoundTable) -> bool:
    """Whether the name on every row of a sheet of technology tells its kind, so that no column needs to."""
    key = find_key(found, ITEM) if found.table == TABLE else None
    if key is None:
        return False
    names = [write_cell(cell) for cell in found.sheet.cells[found.header + 1 :, key.position] if is_filled(cell)]
    return bool(names) and all(map(hear_kind, names))


def add_kinds(records: Sequence[Record]) -> tuple[Record, ...]:
    """The rows with the kind that their name tells, where their own cell does not say it."""
    return tuple(map(_add_kind, records))


def _add_kind(record: Record) -> Record:
    entry = record.find(ITEM)
    heard = hear_kind(entry.text) if entry and not record.text(KIND) else ""
    if entry is None or not heard:
        return record
    return replace(record, entries={**record.entries, (KIND, ""): Entry(entry.cell, entry.text, code=heard)})


def tell_named_by_measure(rows: Rows) -> tuple[Problem, ...]:
    """That a sheet has no column of channels, and the words of what is measured stand for them."""
    found = rows.found
    match = found.find(ITEM)
    if match is None or find_column(split_header(match.header), TABLE) != MEASURE:
        return ()
    cell = cell_address(found.header + found.sheet.first_row, found.sheet.first_column + match.position)
    return (Problem("channel_by_measure", found.file, found.sheet.name, cell, " ".join(match.header.split())),)
