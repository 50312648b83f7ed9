"""Persons of one full name: certain where the name stands once on each list and nothing speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ingest.people.groups import Groups
from ingest.people.traits import Person

MOST_NAMESAKES = 6  # persons of one name of whom every two are offered


@dataclass(frozen=True, slots=True)
class Offer:
    """Two persons who may be one; ``likeness`` 0–1. ``near_id``: their ids differ in zeros, spaces and signs alone."""

    left: Person
    right: Person
    likeness: float
    near_id: bool = False


Parted = frozenset[frozenset[int]]  # pairs of groups that the user said are different people


def join_namesakes(people: Sequence[Person], groups: Groups, parted: Parted) -> list[Offer]:
    """Join the persons whose name makes them certain; of the others every two of one name are offered."""
    by_key: dict[str, list[Person]] = {}
    for person in people:
        for key in dict.fromkeys(name.key for name in person.names):
            by_key.setdefault(key, []).append(person)
    offers: list[Offer] = []
    for key in sorted(key for key, same in by_key.items() if key and len(same) > 1):
        same = by_key[key]
        if _are_certain(same, key, parted):
            for other in same[1:]:
                groups.join(same[0].group, other.group)
        else:
            offers += [Offer(left, right, 1.0) for left, right in _pair(same) if not is_settled(left, right, parted)]
    return offers


def _are_certain(same: Sequence[Person], key: str, parted: Parted) -> bool:
    """Whether all persons of a name are one: a full name, once on each list, and no trait of any two differs."""
    is_full = any(name.is_full for person in same for name in person.names if name.key == key)
    seen = 0
    for person in same:
        if person.bits & seen:
            return False
        seen |= person.bits
    pairs = list(combinations(same, 2))
    return is_full and not any(one.compare(two)[1] or frozenset((one.group, two.group)) in parted for one, two in pairs)


def _pair(same: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    return combinations(same[:MOST_NAMESAKES], 2)


def is_settled(left: Person, right: Person, parted: Parted) -> bool:
    """Whether there is nothing to ask: the user has parted them, or two ids of one list do."""
    both = (left.has_id and right.has_id) or (left.national >= 0 and right.national >= 0)
    return frozenset((left.group, right.group)) in parted or (both and bool(left.bits & right.bits))
