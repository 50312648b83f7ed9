"""What a person has confirmed of a sheet: known again by the wording of its headers, whatever file it comes in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from dictionary.squash import squash
from ingest.composing import compose
from ingest.recognise import HEADER_ROWS
from ingest.workbooks import RawSheet

SKIPPED = "skipped_by_user"
MOST_HEADER_ROWS = 3
MOST_COLUMNS = 120  # columns of a sheet that are matched by hand and make its fingerprint
SIGNS = 16  # of the fingerprint


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What a header means: ``column`` "" is not used; ``round`` and ``period`` (month or year) "" are as it says."""

    header: str
    column: str = ""
    round: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """A sheet as confirmed. It holds header texts and the name of the sheet, and nothing of the data below.

    ``columns`` has every header of the row that is not blank, in order. ``header_row`` is the 1-based sheet row that
    the headers end on, ``header_rows`` how many they take; on reading they are found wherever the fingerprint is.
    ``table`` is a key of ``tables.csv``; ``skip`` leaves the sheet out.
    """

    fingerprint: str
    name: str
    table: str = ""
    header_row: int = 1
    header_rows: int = 1
    round: str = ""
    skip: bool = False
    columns: tuple[ColumnMapping, ...] = ()

    @property
    def place(self) -> tuple[str, str]:
        """What tells this mapping from others: the headers, and the name of the sheet."""
        return self.fingerprint, squash(self.name)


def take_fingerprint(headers: Sequence[str]) -> str:
    """A short name for header texts in their order; spaces, line breaks, capitals and blank cells say nothing."""
    text = "\n".join(squashed for header in headers if (squashed := squash(header)))
    return hashlib.sha256(text.encode()).hexdigest()[:SIGNS]


def compose_headers(sheet: RawSheet, last: int, count: int = 1) -> list[str]:
    """The header text of each column from ``count`` rows that end on the 0-based row ``last``; "" where blank.

    A text of an upper row holds for the columns to its right up to the next text, as merged cells do.
    """
    return compose(sheet, max(0, last - count + 1), last)[:MOST_COLUMNS]


def list_headers(sheet: RawSheet, last: int, count: int = 1) -> list[tuple[int, str]]:
    """The headers that are not blank, each with the 0-based position of its column."""
    return [(at, text) for at, text in enumerate(compose_headers(sheet, last, count)) if text]


def join_mappings(old: Sequence[SheetMapping], new: Sequence[SheetMapping]) -> tuple[SheetMapping, ...]:
    """All mappings; of two about the same headers and sheet name the new one stays."""
    return tuple({one.place: one for one in (*old, *new)}.values())


def find_mapping(sheet: RawSheet, mappings: Sequence[SheetMapping]) -> tuple[SheetMapping, int] | None:
    """The mapping whose headers a sheet has among its first rows, with the 0-based row that they end on.

    Of several that fit, the one confirmed for a sheet of this name is taken.
    """
    for row in range(min(HEADER_ROWS, len(sheet.cells)) if mappings else 0):
        counts = {one.header_rows for one in mappings if one.header_rows <= row + 1}
        prints = {count: take_fingerprint(compose_headers(sheet, row, count)) for count in counts}
        fit = [one for one in mappings if prints.get(one.header_rows) == one.fingerprint]
        if fit:
            return max(fit, key=lambda one: squash(one.name) == squash(sheet.name)), row
    return None
