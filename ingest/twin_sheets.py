"""Sheets that measure the same of people, each at another time by its name alone: ``2562`` and ``2564``, or visits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ingest.measure_names import name_match
from ingest.names import find_moment, read_sheet_name
from ingest.personal_headers import VALUE, find_personal
from ingest.recognise import FoundTable
from ingest.skipping import SkippedSheet

Place = tuple[str, str]  # file and sheet
ENOUGH = 2  # rounds


def find_twins(skipped: Iterable[SkippedSheet]) -> Mapping[Place, Sequence[FoundTable]]:
    """The tables of sheets of no known kind that name people and measure the same of them, each in another round.

    A sheet by itself is asked about: its name may say anything.
    """
    groups: dict[frozenset[str], list[FoundTable]] = defaultdict(list)
    for found in filter(None, map(_measure, skipped)):
        names = (name_match(one).casefold() for one in found.matches if one.column == VALUE)
        groups[frozenset(names)].append(found)
    twins = (group for group in groups.values() if len({one.round for one in group}) == len(group) >= ENOUGH)
    return {(one.file, one.sheet.name): (one,) for group in twins for one in group}


def _measure(one: SkippedSheet) -> FoundTable | None:
    """What a sheet measures of people in the round that its name says; None where it says none."""
    moment = find_moment(one.sheet.name)
    if moment is None or not one.sheet.is_table or not one.sheet.cells.size:
        return None
    return find_personal(one.file, one.sheet, replace(read_sheet_name(one.sheet.name), round=moment, year=None))
