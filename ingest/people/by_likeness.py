"""Persons whose names are alike: never certain, only offered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import combinations

import numpy as np
from rapidfuzz import fuzz, process

from ingest.people.by_name import MOST_NAMESAKES, Offer, Parted, is_settled
from ingest.people.groups import Groups
from ingest.people.traits import Person

ENOUGH = 85.0  # likeness (0–100) of two folded names from which they are offered
MOST_OFFERS = 3  # for one person, the likeliest first
FEW = 10_000  # persons up to which names are compared within their first letter; beyond, within more letters
FEW_MISSED = 60  # persons missed on some list up to whom a given name alone tells two apart from all others
SPEAKS_AGAINST = {"sex", "birth_year", "member_id", "national_id"}  # differing in one of these, likeness is not enough

Spelled = tuple[Person, str, str, str]  # a person with one of its names: key, given, family


def offer_alike(people: Sequence[Person], groups: Groups, parted: Parted) -> list[Offer]:
    """Pairs of persons missed on some list who share none and whose names are alike, or in part with year and village.

    Names are compared only where the given or the family name begins alike, so that thousands take a second.
    """
    bits: dict[int, int] = defaultdict(int)
    for person in people:
        bits[groups.find(person.group)] |= person.bits
    every = reduce(int.__or__, bits.values(), 0)
    missed = (one for one in people if bits[groups.find(one.group)] != every)
    spelled = [(one, name.key, name.given, name.family) for one in missed for name in one.names]
    best: dict[frozenset[int], Offer] = {}
    for left, right, likeness in (*_find_alike(spelled), *_find_partly(spelled), *_find_renamed(spelled)):
        one, other = groups.find(left.group), groups.find(right.group)
        if one == other or bits[one] & bits[other] or is_settled(left, right, parted):
            continue
        if SPEAKS_AGAINST & set(left.compare(right)[1]):
            continue
        earlier, later = sorted((left, right), key=lambda person: person.seat)
        offer = Offer(earlier, later, likeness)
        known = best.setdefault(frozenset((one, other)), offer)
        if offer.likeness > known.likeness:
            best[frozenset((one, other))] = offer
    return _keep_likeliest(list(best.values()))


def _find_alike(spelled: Sequence[Spelled]) -> Iterator[tuple[Person, Person, float]]:
    """Pairs of different lists whose whole names are alike, found among those that begin alike."""
    letters = 1 + (len(spelled) > FEW) + (len(spelled) > FEW * 10)
    for part in (2, 3):
        blocks: dict[tuple[str, int], list[Spelled]] = defaultdict(list)
        for one in spelled:
            if one[part]:
                blocks[str(one[part])[:letters], one[0].bits].append(one)
        for (start, bits), here in blocks.items():
            others = [there for (begins, kind), there in blocks.items() if begins == start and bits < kind]
            for there in others:
                if not bits & there[0][0].bits:
                    yield from _compare_all(here, there)


def _compare_all(here: Sequence[Spelled], there: Sequence[Spelled]) -> Iterator[tuple[Person, Person, float]]:
    keys = ([one[1] for one in here], [one[1] for one in there])
    scores = process.cdist(*keys, scorer=fuzz.ratio, score_cutoff=ENOUGH, dtype=np.float32)
    for row, column in zip(*np.nonzero(scores), strict=True):
        yield here[row][0], there[column][0], float(scores[row, column]) / 100


def _find_partly(spelled: Sequence[Spelled]) -> Iterator[tuple[Person, Person, float]]:
    """Pairs that share the given or the family name, and the year of birth and the village, or lack a family name.

    So are found those who changed a name, and those written down by the given name alone. A name that many share
    makes nobody likely.
    """
    blocks: dict[tuple[str, ...], list[Spelled]] = defaultdict(list)
    for one in spelled:
        person, _, given, family = one
        if person.birth_year and person.village:
            for name in {given, family or given}:
                blocks[name, person.birth_year, person.village].append(one)
        blocks[(given,)].append(one)
    for key, same in blocks.items():
        for here, there in combinations(same if len(same) <= MOST_NAMESAKES else (), 2):
            is_alone = not (here[3] and there[3])
            if not here[0].bits & there[0].bits and (len(key) > 1 or is_alone):
                yield here[0], there[0], fuzz.ratio(here[1], there[1]) / 100


def _find_renamed(spelled: Sequence[Spelled]) -> Iterator[tuple[Person, Person, float]]:
    """Pairs of one given name and different family names, as after a marriage, where nobody else missed has it.

    Where many are missed, two of a common given name meet by chance: the village or the year of birth must agree too.
    """
    by_given: dict[str, list[Spelled]] = defaultdict(list)
    for one in spelled:
        if one[2] and one[3]:
            by_given[one[2]].append(one)
    are_few = len({one[0].group for one in spelled}) <= FEW_MISSED
    for same in by_given.values():
        if len(same) != len(("before", "after")):
            continue
        (here, name, _, _), (there, other, _, _) = same
        agrees, differs = here.compare(there)
        if not here.bits & there.bits and not {"village", "birth_year"} & {*differs} and (are_few or _is_told(agrees)):
            yield here, there, fuzz.ratio(name, other) / 100


def _is_told(agrees: Sequence[str]) -> bool:
    return bool({"village", "birth_year"} & {*agrees})


def _keep_likeliest(offers: list[Offer]) -> list[Offer]:
    """The likeliest offers of each person."""
    counts: dict[int, int] = defaultdict(int)
    kept = []
    for offer in sorted(offers, key=lambda one: (-one.likeness, one.left.seat, one.right.seat)):
        both = (offer.left.group, offer.right.group)
        if all(counts[group] < MOST_OFFERS for group in both):
            kept.append(offer)
            for group in both:
                counts[group] += 1
    return kept
