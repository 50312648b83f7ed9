"""What people are called on the uploader's own screen: by their id, else by name, and never by a key of our making."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dictionary.nouns import Problem
from ui.people_cells import look_up, write_place
from ui.session import current_session

_MADE = re.compile(r"P\d{4,}")  # as keys of our making look; an id of the group's own may look so too


def name_units(units: Iterable[str]) -> Mapping[str, str]:
    """For each person what the user's own cells call them: the id, else the name, else where the row stands."""
    project = current_session().project
    made = {unit for unit in units if _MADE.fullmatch(unit)}
    if not made or project is None or project.people is None:
        return {}
    places = project.people.find_first(made)
    shown = look_up(list(places.values()))
    known = ((unit, ref, shown.get(ref)) for unit, ref in places.items())
    return {unit: (one and (one.member_id or one.name)) or write_place(ref) for unit, ref, one in known}


def name_people(problems: Sequence[Problem]) -> list[Problem]:
    """The problems with the people in them called as the user knows them."""
    names = name_units(problem.found for problem in problems if problem.personal)
    return [replace(one, found=names[one.found]) if one.personal and one.found in names else one for one in problems]
