"""What a person has confirmed of a sheet: known again by the wording of its headers, whatever file it comes in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from dictionary.squash import squash
from ingest.composing import compose, find_top
from ingest.workbooks import RawSheet

SKIPPED = "skipped_by_user"
BY_YEARS, TURNED, HEADED = "names_by_years", "columns_are_indicators", "rounds_head_rows"
LAYOUTS = (BY_YEARS, TURNED, HEADED)  # of a table in which a row is not simply one unit with its values
ROUND_COLUMN = "round"  # stands for a column of the dictionary: the header of what says of which round each row is
MOST_COLUMNS = 120  # columns of a sheet that are matched by hand and make its fingerprint
SIGNS = 16  # of the fingerprint
JUDGED = ("dimension", "better")  # what can be said of an indicator where the sheet does not


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What a header means: ``column`` "" is not used; ``round`` and ``period`` (month or year) "" are as it says.

    ``round`` is a period of ``ingest.periods``. Where ``column`` is ``ROUND_COLUMN``, ``rounds`` are texts of its cells
    and the round of their rows, "" where these are left out; a text that is not among them is read as it stands.
    """

    header: str
    column: str = ""
    round: str = ""
    period: str = ""
    rounds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorMapping:
    """The dimension and the better direction of an indicator of the user's own where its row does not say; "" unsaid.

    ``name`` is as the sheet calls it; "" stands for every other one.
    """

    name: str
    dimension: str = ""
    better: str = ""


@dataclass(frozen=True, slots=True)
class TableMapping:
    """One table of a sheet. ``table`` is a key of ``tables.csv``; "" leaves it out.

    ``columns`` has every header of the row that is not blank, in order. ``header_row`` is the 1-based sheet row that
    the headers end on, ``header_rows`` how many they take, blank ones not counted; on reading they are found wherever
    the fingerprint is. Several tables on one row stand beside each other, or are several readings of the same cells.
    ``indicators`` are what was said of those of a summary. ``layout`` is one of ``LAYOUTS``, "" where a row is a unit:
    each row is a name, of which an indicator is told in several rounds; each row is a round, each value an indicator
    (of the names beside it, if there are any); a round stands on a row of its own above its rows. ``rounds`` are those
    texts above rows, or in a column without a header, as in ``ColumnMapping``.
    """

    fingerprint: str
    table: str = ""
    header_row: int = 1
    header_rows: int = 1
    round: str = ""
    columns: tuple[ColumnMapping, ...] = ()
    indicators: tuple[IndicatorMapping, ...] = ()
    layout: str = ""
    rounds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """A sheet as confirmed: one table or several, from the top down.

    It holds the name of the sheet, header texts, and of a column of rounds what it calls them; nothing else of the
    data.
    """

    name: str
    tables: tuple[TableMapping, ...]

    @property
    def skip(self) -> bool:
        """Whether nothing of the sheet is read."""
        return not any(one.table for one in self.tables)

    @property
    def place(self) -> tuple[str, ...]:
        """What tells this mapping from others: the name of the sheet, and the headers of its tables."""
        return squash(self.name), *self.fingerprints

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """The headers of its tables."""
        return tuple(one.fingerprint for one in self.tables)


def take_fingerprint(headers: Sequence[str]) -> str:
    """A short name for header texts in their order; spaces, line breaks, capitals and blank cells say nothing."""
    text = "\n".join(squashed for header in headers if (squashed := squash(header)))
    return hashlib.sha256(text.encode()).hexdigest()[:SIGNS]


def compose_headers(sheet: RawSheet, last: int, count: int = 1) -> list[str]:
    """The header text of each column from ``count`` filled rows that end on the 0-based row ``last``; "" where blank.

    A text of an upper row holds for the columns to its right up to the next text, as merged cells do.
    """
    return compose(sheet, find_top(sheet, last, count), last)[:MOST_COLUMNS]


def list_headers(sheet: RawSheet, last: int, count: int = 1) -> list[tuple[int, str]]:
    """The headers that are not blank, each with the 0-based position of its column."""
    return [(at, text) for at, text in enumerate(compose_headers(sheet, last, count)) if text]


def join_mappings(old: Sequence[SheetMapping], new: Sequence[SheetMapping]) -> tuple[SheetMapping, ...]:
    """All mappings, the later ones last; of two about the same headers and sheet name the new one stays."""
    later = {one.place: one for one in new}
    return (*(one for one in old if one.place not in later), *later.values())
