"""Where the tables of a confirmed sheet stand in a sheet that is read: by their headers, in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from dictionary.squash import squash
from ingest.composing import find_top
from ingest.cutting import cut
from ingest.mapping import SheetMapping, TableMapping, compose_headers, take_fingerprint
from ingest.recognise import HEADER_ROWS
from ingest.regions import HEADER_WITHIN, split_columns
from ingest.stacked import find_start
from ingest.workbooks import RawSheet

MOST_ADDED = 2  # a column may be added for so many that were confirmed

Columns = tuple[int, int]  # first and last (exclusive) of a part of a sheet
Fits: TypeAlias = Callable[[TableMapping, Sequence[str]], bool]


@dataclass(frozen=True, slots=True)
class Stand:
    """The rows that a header stands in, 0-based from ``top`` to ``last``, and the columns of its table."""

    top: int
    last: int
    columns: Columns

    def overlaps(self, other: Stand) -> bool:
        """Whether two tables share a column, so that the lower one ends the upper."""
        return self.columns[0] < other.columns[1] and other.columns[0] < self.columns[1]


def find_mapping(
    sheet: RawSheet, mappings: Sequence[SheetMapping]
) -> tuple[SheetMapping, list[tuple[RawSheet, int]]] | None:
    """The mapping all of whose headers a sheet has; for each table the part of the sheet, and the row in it.

    Of several that fit, the one confirmed for a sheet of this name is taken, and of these the latest; where none fits
    wholly, one for a sheet of this name to which columns were added. The row is the 0-based one of the part on which
    the header ends.
    """
    latest = list(reversed(mappings))
    latest.sort(key=lambda one: squash(one.name) != squash(sheet.name))
    named = [one for one in latest if squash(one.name) == squash(sheet.name) and len(one.tables) == 1]
    for listed, fits in ((latest, _fits), (named, _fits_with_more)):
        for mapping in listed:
            stands = _find_stands(sheet, mapping.tables, fits)
            if stands:
                return mapping, [_take_part(sheet, stand, stands) for stand in stands]
    return None


def _fits(table: TableMapping, headers: Sequence[str]) -> bool:
    return take_fingerprint(headers) == table.fingerprint


def _fits_with_more(table: TableMapping, headers: Sequence[str]) -> bool:
    """Whether the confirmed headers stand there with some more between them, fewer than they are.

    In another order only where each has a wording of its own, by which it is known.
    """
    wanted = [squash(one.header) for one in table.columns]
    texts = [text for header in headers if (text := squash(header))]
    if MOST_ADDED * (len(texts) - len(wanted)) > len(wanted):
        return False
    rest = iter(texts)
    return all(text in rest for text in wanted) or len(wanted) == len({*wanted} & {*texts})


def _find_stands(sheet: RawSheet, tables: Sequence[TableMapping], fits: Fits) -> list[Stand]:
    """Where each table's header stands, in order; nothing where one of them is missing."""
    stands: list[Stand] = []
    for at, table in enumerate(tables):
        beside = at > 0 and table.header_row == tables[at - 1].header_row
        stand = next(_list_stands(sheet, table, (stands[-1] if stands else None, beside), fits), None)
        if stand is None:
            return []
        stands.append(stand)
    return stands


def _list_stands(sheet: RawSheet, table: TableMapping, after: tuple[Stand | None, bool], fits: Fits) -> Iterator[Stand]:
    """The places of a header behind the one before it; ``beside``: in the same row, right of it or in its columns."""
    before, beside = after
    whole = (0, sheet.cells.shape[1])
    blocks = list(dict.fromkeys((whole, *split_columns(sheet))))
    if before and beside:
        blocks = [one for one in blocks if one[0] >= before.columns[1] or one == before.columns == whole]
    parts = [(columns, cut(sheet, (0, len(sheet.cells)), columns)) for columns in blocks]
    for last in _list_rows(sheet, before, beside=beside):
        for columns, part in parts:
            if fits(table, compose_headers(part, last, table.header_rows)):
                yield Stand(find_top(part, last, table.header_rows), last, columns)


def _list_rows(sheet: RawSheet, before: Stand | None, *, beside: bool) -> Iterator[int]:
    """The rows on which a header may end: the first of the sheet; below another table also those after a gap."""
    count = len(sheet.cells)
    if before is None:
        yield from range(min(HEADER_ROWS, count))
        return
    if beside:
        yield before.last
        return
    near = range(before.last + 1, min(before.last + HEADER_ROWS, count))
    yield from near
    blank = np.flatnonzero((sheet.cells[near.stop :, slice(*before.columns)] == "").all(axis=1)) + near.stop
    gaps = (range(row + 1, min(row + 1 + HEADER_WITHIN, count)) for row in blank.tolist() if row + 1 not in {*blank})
    yield from dict.fromkeys(row for rows in gaps for row in rows)


def _take_part(sheet: RawSheet, stand: Stand, stands: Sequence[Stand]) -> tuple[RawSheet, int]:
    """The part of the sheet that a table stands in, from the titles above it to those of the table below."""
    below = [_find_start(sheet, one, stand.last) for one in stands if one.last > stand.last and one.overlaps(stand)]
    above = [one.last for one in stands if one.last < stand.last and one.overlaps(stand)]
    first = _find_start(sheet, stand, max(above)) if above else 0
    return cut(sheet, (first, min(below, default=len(sheet.cells))), stand.columns), stand.last - first


def _find_start(sheet: RawSheet, stand: Stand, above: int) -> int:
    """The row at which a table begins, its titles included: behind the blank row above it, or its title.

    ``above`` is the last header row of the table above it.
    """
    cells = sheet.cells[: stand.top, slice(*stand.columns)]
    for row in range(stand.top - 1, max(above, stand.top - 1 - HEADER_WITHIN), -1):
        if (cells[row] == "").all():
            return row + 1
    return find_start(cut(sheet, (0, len(sheet.cells)), stand.columns), stand.top)
