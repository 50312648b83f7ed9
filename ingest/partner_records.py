"""The rows of a partner sheet as records: who stands by the group, in which rounds, in what and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from dictionary.load import load_spellings
from dictionary.nouns import Round
from dictionary.records import Entry, Place, Record
from dictionary.squash import squash
from ingest.addresses import cell_address
from ingest.cells import Labels
from ingest.parts import Part
from ingest.people.names import starts_with_title
from ingest.presence import NO_CODE, YES_CODE
from ingest.records import list_records
from ingest.rows import Rows

PARTNER, PRESENT = "partner", "present"
OFFICES = "office"  # what begins as a person is addressed and names an office, a place or a quality


@dataclass(frozen=True)
class Stated:
    """What is made of the rows of a sheet: the name of the partner on each, and its presence in each round."""

    names: Labels
    presence: Sequence[Part]


def list_ties(rows: Rows, waves: Sequence[Round], stated: Stated) -> tuple[Record, ...]:
    """The rows as records. Of the partner's name ``code`` is the one spelling of all sheets, or None for a person's.

    Presence has an entry in each round that the sheet speaks of, also where its cell is blank or the row is merely
    listed: ``code`` is yes or no, None where it is not known.
    """
    records = list_records(rows, waves)
    return tuple(_complete(record, place, stated) for place, record in enumerate(records))


def _complete(record: Record, place: int, stated: Stated) -> Record:
    name = stated.names.names[stated.names.codes[place]]
    entries: dict[Place, Entry] = {**record.entries}
    if (PARTNER, "") in entries:
        entries[PARTNER, ""] = replace(entries[PARTNER, ""], code=None if names_a_person(name) else name)
    for part in stated.presence:
        entries[PRESENT, part.round] = _tell_presence(part, place, record)
    return replace(record, entries=entries)


def _tell_presence(part: Part, place: int, record: Record) -> Entry:
    columns = np.broadcast_to(part.columns, len(part.values))
    cell = cell_address(int(part.rows[place]), int(columns[place]))
    code = {1.0: YES_CODE, 0.0: NO_CODE}.get(float(part.values[place]))
    return Entry(cell, record.text(PRESENT, part.round), code=code)


def names_a_person(name: str) -> bool:
    """Whether a partner's name looks like that of a person, who is not named in a picture or a report."""
    return starts_with_title(name) and not squash(name).startswith(tuple(load_spellings(OFFICES)))
