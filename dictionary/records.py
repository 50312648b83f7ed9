"""Rows of a sheet as what they say, for what is shown row by row: activities, channels, flows, the value map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from dictionary.nouns import Source
from dictionary.rows import read_rows

Place = tuple[str, str]  # column of the dictionary and key of a round, "" where the column has none


@dataclass(frozen=True, slots=True)
class Entry:
    """One filled cell. ``text`` is what stands there; the rest is what it means, as far as its column is of that kind.

    ``number`` is in the column's unit (shares 0–1), ``code`` one of the column's codelist (for a word of the user's
    own the word), ``first`` and ``last`` the days that a date may mean. What could not be read has ``text`` alone.
    """

    cell: str
    text: str
    number: float | None = None
    code: str | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a sheet that is used. A blank cell has no entry: it is not known.

    The column ``present`` has the entry yes also where the row stands on the list of the round, and no where people
    ticked and left it blank.
    """

    table: str
    file: str
    sheet: str
    row: int
    entries: Mapping[Place, Entry]

    def find(self, column: str, round_key: str = "") -> Entry | None:
        """What stands in a column (in a round), or None where it is blank."""
        return self.entries.get((column, round_key))

    def text(self, column: str, round_key: str = "") -> str:
        """The text of a cell, "" where it is blank."""
        entry = self.find(column, round_key)
        return entry.text if entry else ""

    def number(self, column: str, round_key: str = "") -> float | None:
        """The number of a cell, None where it is blank or no number."""
        entry = self.find(column, round_key)
        return entry.number if entry else None

    def code(self, column: str, round_key: str = "") -> str | None:
        """The code of a cell, None where it is blank or not of the codelist."""
        entry = self.find(column, round_key)
        return entry.code if entry else None

    def source(self, *places: Place) -> Source:
        """The cells of some columns, or of the whole row."""
        cells = [entry.cell for place in places or self.entries if (entry := self.entries.get(place))]
        return Source(self.file, self.sheet, tuple(dict.fromkeys(cells)))


@dataclass(frozen=True, slots=True)
class Observed:
    """One row of ``observed.csv``: a column by round whose cells are observations of an indicator.

    ``kind`` says how a cell is read: presence (0 or 1), number, or evidenced (the place of its code in ``codelist``,
    from 1, where the column ``evidence`` of the same round is filled). ``unit`` are the columns that together name the
    unit of observation, ``groups`` the disaggregations.
    """

    column: str
    kind: str
    indicator: str
    codelist: str
    unit: tuple[str, ...]
    groups: tuple[str, ...]


@cache
def load_observed(table: str) -> tuple[Observed, ...]:
    """What the columns of a table are observations of."""
    return tuple(
        Observed(
            row["column"], row["kind"], row["indicator"], row["codelist"], _split(row["unit"]), _split(row["groups"])
        )
        for row in read_rows("observed")
        if row["table"] == table
    )


def _split(names: str) -> tuple[str, ...]:
    return tuple(filter(None, names.split(";")))
