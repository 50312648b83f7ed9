"""Ids that begin again on every list of one kind, and nothing else that says who: each list has people of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import PurePath

import numpy as np

from dictionary.load import load_spellings_of
from dictionary.squash import squash
from ingest.cells import Labels, write_cell
from ingest.people.claims import Claims

FEWEST = 2  # rows of a list whose numbers tell anything
GAPS = 1.25  # numbers up to so many times the rows, for some are left out
MEMBERS, SOURCE, VILLAGE = "members", "source", "village"
TRAITS = ("sex", "birth_year", VILLAGE)
ENOUGH_UNLIKE = 0.3  # share of those with one id whose traits differ, above which they are other people
LONGEST_TITLE = 80
_NUMBERS = re.compile(r"[\d๐-๙]+")
_WORDS = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True)
class Apart:
    """The lists, those of one kind whose ids begin again with ids of their own; what was kept apart."""

    claims: tuple[Claims, ...]
    rows: int = 0
    sheets: tuple[str, ...] = ()


def part_restarted(claims: Sequence[Claims]) -> Apart:
    """Give the people of every list of a kind ids of its own, where the same ids there are other people's.

    The lists of other kinds (another round, the members beside their income) that speak of the same village, by the
    words in which their files, sheets and titles differ, are of the same people.
    """
    kinds: dict[tuple[str, str | None], list[int]] = {}
    for place, one in enumerate(claims):
        if _has_only_ids(one):
            kinds.setdefault((one.rows.found.table, one.rows.found.round), []).append(place)
    several = [places for places in kinds.values() if _are_apart([claims[place] for place in places])]
    listed = [one for one in claims if one.rows.found.table == MEMBERS]
    apart = [places for places in several if not _covers(listed, [claims[at] for at in places])]
    named = {place: name for places in apart for place, name in _name_each(claims, places).items()}
    parted = tuple(_take_name(one, named[at]) if at in named else one for at, one in enumerate(claims))
    sheets = dict.fromkeys(claims[place].rows.found.sheet.name for place in sorted(named))
    return Apart(parted, sum(len(claims[place].rows.kept) for place in named), tuple(sheets))


def _has_only_ids(one: Claims) -> bool:
    """Whether an id is all that says whom a row is about."""
    return not (one.rows.found.by_row or one.has_names or (one.nationals != "").any()) and bool(
        (one.ids.codes >= 0).any()
    )


def _are_apart(lists: Sequence[Claims]) -> bool:
    """Whether some two lists share ids that are numbers from 1 on each, or stand beside other traits."""
    if len(lists) < FEWEST or _say_sources(lists):
        return False
    pairs = [(one, other) for one, other in combinations(lists, 2) if {*one.ids.names} & {*other.ids.names}]
    begins = all(_begins_at_one(one) for one in lists)
    return any((begins and not _is_copy(one, other)) or _differ(one, other) for one, other in pairs)


def _begins_at_one(one: Claims) -> bool:
    names = [one.ids.names[code] for code in np.unique(one.ids.codes[one.ids.codes >= 0])]
    numbers = sorted(int(name) for name in names if name.isdecimal())
    return len(numbers) == len(names) >= FEWEST and numbers[0] == 1 and numbers[-1] <= GAPS * len(numbers) + 1


def _say_sources(lists: Sequence[Claims]) -> bool:
    """Whether the lists are of incomes of different kinds, by a column or in their names: of the same people."""
    if any(one.rows.cells(SOURCE) is not None for one in lists):
        return True
    names = {_NUMBERS.sub("", squash(one.rows.found.sheet.name)) for one in lists}
    places, incomes = load_spellings_of("place_word", "place"), load_spellings_of("income_word", "income")
    is_placed = any(word in name for word in places for name in names)
    return len(names) > 1 and not is_placed and all(any(word in name for word in incomes) for name in names)


def _is_copy(one: Claims, other: Claims) -> bool:
    """Whether the rows of the ids that both have are the same in every cell."""
    mine, yours = _write_rows(one), _write_rows(other)
    return all(mine[name] == yours[name] for name in mine.keys() & yours.keys())


def _write_rows(one: Claims) -> dict[str, list[str]]:
    cells = one.rows.found.sheet.cells[one.rows.kept]
    pairs = zip(one.ids.codes.tolist(), cells, strict=True)
    return {one.ids.names[code]: [write_cell(cell) for cell in row] for code, row in pairs if code >= 0}


def _differ(one: Claims, other: Claims) -> bool:
    """Whether many of the ids that both have stand beside another sex, year of birth or village."""
    for column in TRAITS:
        mine, yours = _read_trait(one, column), _read_trait(other, column)
        shared = [name for name in mine.keys() & yours.keys() if mine[name] and yours[name]]
        unlike = sum(mine[name] != yours[name] for name in shared)
        if len(shared) >= FEWEST and unlike >= ENOUGH_UNLIKE * len(shared):
            return True
    return False


def _read_trait(one: Claims, column: str) -> dict[str, str]:
    cells = one.rows.cells(column)
    if cells is None:
        return {}
    pairs = zip(one.ids.codes.tolist(), cells.values, strict=True)
    return {one.ids.names[code]: squash(write_cell(value)) for code, value in pairs if code >= 0}


def _covers(listed: Sequence[Claims], lists: Sequence[Claims]) -> bool:
    """Whether one member list has every id, once in a round: the others speak of its people."""
    if len({one.rows.found.sheet.name for one in listed}) != 1 or lists[0].rows.found.table == MEMBERS:
        return False
    known = listed[0].ids
    held = known.codes[known.codes >= 0]
    return len(np.unique(held)) == len(held) and {name for one in lists for name in one.ids.names} <= {*known.names}


def _name_each(claims: Sequence[Claims], places: Sequence[int]) -> dict[int, str]:
    """For each list the words of its file, sheet and titles that not all of its kind have, and its number if none."""
    words = {place: _list_words(claims[place]) for place in places}
    common = set.intersection(*({*one} for one in words.values()))
    names: dict[int, str] = {}
    for place in places:
        name = " ".join(word for word in words[place] if word not in common)
        names[place] = name if name and name not in names.values() else f"{name} {len(names) + 1}".strip()
    return names


def _list_words(one: Claims) -> list[str]:
    found = one.rows.found
    above = found.sheet.cells[: found.first_header].ravel().tolist()
    titles = [text for text in above if isinstance(text, str) and len(text) <= LONGEST_TITLE]
    text = " ".join((PurePath(found.file).stem, found.sheet.name, *titles))
    return list(dict.fromkeys(_WORDS.findall(text.casefold())))


def _take_name(one: Claims, name: str) -> Claims:
    names = tuple(f"{text} · {name}" if text else text for text in one.ids.names)
    return replace(one, ids=Labels(one.ids.codes, names))
