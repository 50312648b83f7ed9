"""What stands under a bare *before* and *after* and is nobody's presence: answers, unless it is a list; a score."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from dictionary.load import match_code
from dictionary.nouns import Problem
from dictionary.people import ID
from ingest.addresses import cell_address
from ingest.cells import write_cell
from ingest.matching import HeaderMatch
from ingest.measurable import YES_NO, are_answers, is_measured
from ingest.measure_names import name_measure
from ingest.names import read_sheet_name
from ingest.period_columns import list_few
from ingest.personal_headers import ENOUGH_ROUNDS, PERSONAL, PRESENT, VALUE
from ingest.project_groups import GROUP
from ingest.recognise import FoundTable
from ingest.riders import LIST

SAID = {"yes", "no"}


def hear_answers(found: FoundTable) -> FoundTable:
    """The table as answers where it has an id, *before* and *after* and no more, and nothing calls it a member list.

    Both yes and no must be said: on a list of members a tick is enough.
    """
    bare = [one for one in found.matches if one.column == PRESENT and one.round and not name_measure(one.header)[0]]
    is_list = found.table != LIST or found.round or found.columns - {ID, PRESENT, GROUP} or _is_named(found)
    if is_list or ID not in found.columns or len({one.round for one in bare}) < len(SAID) or not _say_both(found, bare):
        return found
    matches = tuple(replace(one, column=VALUE) if one in bare else one for one in found.matches)
    return replace(found, table=PERSONAL, matches=matches, notes=(*found.notes, _say(found, bare)))


def free_lone_numbers(found: FoundTable) -> FoundTable:
    """A member list whose one column of a bare *before* or *after* holds numbers beyond 0 and 1: nobody's presence."""
    places = [one for one in found.matches if one.column == PRESENT and one.round]
    if found.table != LIST or len({one.round for one in places}) >= ENOUGH_ROUNDS:
        return found
    below = found.sheet.cells[found.header + 1 :].T
    free = {one.position for one in places if is_measured(below[one.position], answers=False)}
    return replace(
        found, matches=tuple(replace(one, column=None) if one.position in free else one for one in found.matches)
    )


def _is_named(found: FoundTable) -> bool:
    """Whether the name of the sheet or of the file says that it lists members."""
    return LIST in {read_sheet_name(name).table for name in (found.sheet.name, PurePath(found.file).stem)}


def _say_both(found: FoundTable, bare: list[HeaderMatch]) -> bool:
    texts = [list_few(found.sheet.cells[found.header + 1 :, one.position]) for one in bare]
    told = {match_code(YES_NO, write_cell(text)) for few in texts for text in few}
    return told >= SAID and all(map(are_answers, texts))


def _say(found: FoundTable, bare: list[HeaderMatch]) -> Problem:
    cell = cell_address(found.sheet.first_row + found.header, found.sheet.first_column + bare[0].position)
    headers = ", ".join(" ".join(one.header.split()) for one in bare)
    return Problem("answers_not_members", found.file, found.sheet.name, cell, found=headers)
