"""What was measured of people on the rows of other tables, told in the mapping of those tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.matching import HeaderMatch
from ingest.personal_headers import PERSONAL, VALUE
from ingest.recognise import FoundTable
from ingest.riders import LIST, RIDER


def take_measured(tables: Iterable[FoundTable], read: Sequence[FoundTable]) -> Iterator[FoundTable]:
    """The tables with the columns from which, as ``read``, something measured of people is taken.

    One that was read as nothing else is a table of it.
    """
    kinds: dict[int, set[str]] = {}
    values: dict[int, dict[int, HeaderMatch]] = {}
    for one in read:
        kinds.setdefault(id(one.sheet), set()).add(one.table)
        if one.table == PERSONAL:
            values.setdefault(id(one.sheet), {}).update({m.position: m for m in one.matches if m.column == VALUE})
    for found in tables:
        mine, is_read = values.get(id(found.sheet), {}), found.table in kinds.get(id(found.sheet), set())
        if not mine or found.is_confirmed or (is_read and found.table not in {LIST, RIDER}):
            yield found
        else:
            free = [one for one in found.matches if one.column is None or not (is_read and found.table == RIDER)]
            matches = tuple(mine.get(match.position, match) if match in free else match for match in found.matches)
            yield replace(found, matches=matches, table=found.table if is_read else PERSONAL)
