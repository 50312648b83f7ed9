"""Persons of different lists whose ids differ in zeros, spaces and signs alone: never certain, only offered."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from rapidfuzz import fuzz

from ingest.people.by_name import Offer, Parted, is_settled
from ingest.people.groups import Groups, Indexes
from ingest.people.seats import Seats
from ingest.people.traits import Person, describe_people, fold_id

ENOUGH_ALIKE = 0.5  # likeness of names below which near ids are of two people


def offer_near_ids(seats: Seats, groups: Groups, parted: Parted) -> list[Offer]:
    """Every two persons with near ids, where no third has one, of no list together and of no unlike names."""
    near: dict[str, list[int]] = defaultdict(list)
    for code, name in enumerate(seats.id_names):
        near[fold_id(name)].append(code)
    pairs = [codes for alike, codes in near.items() if alike and len(codes) == len(("one", "other"))]
    persons = groups.list_all()[seats.tokens]
    first = dict(zip(*_find_first(seats.ids), strict=True))
    both = [(int(persons[first[a]]), int(persons[first[b]])) for a, b in pairs if a in first and b in first]
    wanted = np.array(sorted({one for pair in both for one in pair}), dtype=np.intp)
    if not len(wanted):
        return []
    known = {person.group: person for person in describe_people(seats, persons, wanted)}
    sides = (sorted((known[a], known[b]), key=lambda one: one.seat) for a, b in both if a != b)
    offers = [Offer(one, other, compare_names(one, other), near_id=True) for one, other in sides]
    return [one for one in offers if one.likeness >= ENOUGH_ALIKE and not _is_settled(one, parted)]


def compare_names(one: Person, other: Person) -> float:
    """How alike (0–1) the names of two persons are at best; 1 where one of them has none."""
    pairs = [(first.key, second.key) for first in one.names for second in other.names]
    return max((fuzz.ratio(first, second) / 100 for first, second in pairs), default=1.0)


def _is_settled(offer: Offer, parted: Parted) -> bool:
    return bool(offer.left.bits & offer.right.bits) or is_settled(offer.left, offer.right, parted)


def _find_first(ids: Indexes) -> tuple[list[int], list[int]]:
    """The codes of ids, and the first row of each."""
    codes, places = np.unique(ids, return_index=True)
    return codes.tolist(), places.tolist()
