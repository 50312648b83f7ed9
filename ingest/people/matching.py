"""Who is who on all lists of people: by id, by national ID, by name; what is uncertain is offered, never taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
import numpy.typing as npt
import pandas as pd

from dictionary.nouns import Problem
from dictionary.people import ID, Decision, PeopleAnswers, UncertainPair
from i18n import Text
from ingest.cells import Labels
from ingest.clean import Problems
from ingest.people.by_id import offer_near_ids
from ingest.people.by_likeness import offer_alike
from ingest.people.by_name import Offer, Parted, join_namesakes
from ingest.people.claims import read_claims
from ingest.people.groups import Groups, Indexes
from ingest.people.restarted import Apart, part_restarted
from ingest.people.result import PeopleMatching, summarise
from ingest.people.seats import MEMBERS, Seats, join_certain, part_seats, seat_rows
from ingest.people.traits import Person, describe_people
from ingest.personal_ids import report_personal_ids
from ingest.rows import Rows

NEAR = "ids_written_differently"
MOST_SHEETS = 6  # that a problem names
PREFIX = "P"  # a key of our making: P0001


@dataclass(frozen=True)
class Matched:
    """The lists with one key for each person, what was found of whom, and the problems."""

    rows: tuple[Rows, ...]
    people: PeopleMatching | None
    problems: Problems = ()


def match_people(lists: Sequence[Rows], rounds: Sequence[str], answers: PeopleAnswers) -> Matched:
    """Give every person one key on all lists of members and of income."""
    lists = [rows for rows in lists if len(rows.kept)]
    if not lists:
        return Matched((), None)
    apart = part_restarted([read_claims(rows, answers.salt) for rows in lists])
    seats = part_seats(seat_rows(apart.claims), answers.decisions)
    groups = join_certain(seats, answers.decisions)
    parted = _find_parted(seats, groups, answers.decisions)
    people = _describe_open(seats, groups)
    offers = join_namesakes(people, groups, parted)
    offers += [*offer_alike(people, groups, parted), *offer_near_ids(seats, groups, parted)]
    persons = groups.list_all()[seats.tokens]
    labels = _label(seats, persons, people)
    rows = tuple(_relabel(seats, number, persons, labels) for number in range(len(lists)))
    uncertain = _list_uncertain(seats, [offer for offer in offers if not _is_joined(groups, offer)], rounds)
    found = summarise(seats, persons, labels, rounds)
    problems = [problem for one in seats.claims for problem in (*one.problems, *report_personal_ids(one))]
    counted = {"uncertain_people": len(uncertain), "id_of_several": seats.reused, NEAR: _count_near(people, groups)}
    said = [*_say_apart(apart), *(Problem(code, found=f"{number:,}") for code, number in counted.items() if number)]
    return Matched(rows, replace(found, uncertain=uncertain, decisions=answers.decisions), (*problems, *said))


def _say_apart(apart: Apart) -> Problems:
    """That the same numbers on several sheets were taken for other people."""
    if not apart.rows:
        return ()
    sheets = ", ".join(f"“{name}”" for name in apart.sheets[:MOST_SHEETS]) + (
        " …" if apart.sheets[MOST_SHEETS:] else ""
    )
    return (Problem("ids_begin_again", found=f"{apart.rows:,}", allowed=Text(sheets, sheets)),)


def _count_near(people: Sequence[Person], groups: Groups) -> int:
    """How many persons were joined by their name whose ids are written in two ways."""
    same = Counter(groups.find(person.group) for person in people if person.has_id)
    return sum(number > 1 for number in same.values())


def _find_parted(seats: Seats, groups: Groups, decisions: Sequence[Decision]) -> Parted:
    """The groups that the user said are different people."""
    denied = [one for one in decisions if not one.same]
    known = seats.seat_of([ref for one in denied for ref in (one.left, one.right)])
    pairs = [(known[one.left], known[one.right]) for one in denied if one.left in known and one.right in known]
    return frozenset(frozenset(groups.find(int(seats.tokens[seat])) for seat in pair) for pair in pairs)


def _describe_open(seats: Seats, groups: Groups) -> list[Person]:
    """The persons whose names matter: all where some rows have neither id nor national ID, else those not on all lists.

    Nobody's name is read where an id says everything.
    """
    named = np.array([one.has_names for one in seats.claims], dtype=bool)[seats.lists]
    if not named.any():
        return []
    persons = groups.list_all()[seats.tokens]
    bits = np.zeros(int(persons.max()) + 1, dtype=np.int64)
    np.bitwise_or.at(bits, persons, seats.bits)
    is_keyless = (seats.ids < 0) & (seats.nationals < 0)
    every = reduce(int.__or__, (int(one) for one in np.unique(seats.bits)))
    wanted = persons if is_keyless.any() else np.flatnonzero(bits != every)
    return describe_people(seats, persons, np.intersect1d(wanted, persons[named]))


def _is_joined(groups: Groups, offer: Offer) -> bool:
    return groups.find(offer.left.group) == groups.find(offer.right.group)


def _label(seats: Seats, persons: Indexes, people: Sequence[Person]) -> npt.NDArray[np.object_]:
    """The key of each person: the first id of the group's own, else P0001, P0002 … in an order no row decides."""
    labels = np.full(int(persons.max()) + 1, "", dtype=object)
    own = np.flatnonzero(seats.ids >= 0)[::-1]
    labels[persons[own]] = np.array(seats.id_names, dtype=object)[seats.ids[own]] if len(own) else ""
    told = {one.seat: (one.names[0].key if one.names else "", one.birth_year, one.village) for one in people}
    first = pd.Series(np.arange(len(persons))).groupby(persons).min()
    nameless = first[(labels[first.index] == "")]
    listed = [(told.get(int(seat), ("", "", "")), int(seat), int(str(person))) for person, seat in nameless.items()]
    taken = set(seats.id_names)
    keys = (key for number in range(1, len(persons) + len(taken) + 1) if (key := f"{PREFIX}{number:04d}") not in taken)
    for _, _, person in sorted(listed):
        labels[person] = next(keys)
    return labels


def _relabel(seats: Seats, number: int, persons: Indexes, labels: npt.NDArray[np.object_]) -> Rows:
    """The rows of one list with the keys of their persons; untouched where the ids as they stand are those keys."""
    rows = seats.claims[number].rows
    mine = seats.lists == number
    codes, found = pd.factorize(persons[mine])
    names = tuple(labels[found].tolist())
    if seats.claims[number].is_plain and _are_same(rows, codes.astype(np.intp), names):
        return rows
    return replace(rows, ids=Labels(codes.astype(np.intp), names), opaque=not seats.claims[number].is_plain)


def _are_same(rows: Rows, codes: Indexes, names: Sequence[str]) -> bool:
    if names == rows.ids.names:
        return bool((codes == rows.ids.codes).all())
    typed, made = np.array(rows.ids.names, dtype=object), np.array(names, dtype=object)
    return bool((typed[rows.ids.codes] == made[codes]).all())


def _list_uncertain(seats: Seats, offers: Sequence[Offer], rounds: Sequence[str]) -> tuple[UncertainPair, ...]:
    """Each pair once, the likeliest first.

    Income waits for the member lists: who is one person there is one for income by the same name.
    """
    asked = {person.group for one in offers if _is_of_lists(seats, one) for person in (one.left, one.right)}
    offers = [one for one in offers if _is_of_lists(seats, one) or not asked & {one.left.group, one.right.group}]
    pairs = {frozenset((one.left.group, one.right.group)): _describe_offer(seats, one, rounds) for one in offers[::-1]}
    return tuple(sorted(pairs.values(), key=lambda pair: (-pair.likeness, pair.left, pair.right)))


def _is_of_lists(seats: Seats, offer: Offer) -> bool:
    """Whether both persons stand on member lists."""
    tables = [seats.claims[seats.lists[one.seat]].rows.found.table for one in (offer.left, offer.right)]
    return set(tables) == {MEMBERS}


def _describe_offer(seats: Seats, offer: Offer, rounds: Sequence[str]) -> UncertainPair:
    agrees, differs = offer.left.compare(offer.right)
    differs = tuple(trait for trait in differs if not (offer.near_id and trait == ID))
    is_named = bool({one.key for one in offer.left.names} & {one.key for one in offer.right.names})
    has_names = bool(offer.left.names and offer.right.names)
    order = {wave: number for number, wave in enumerate(rounds)}
    both = (offer.left.seat, offer.right.seat)
    left, right = sorted(both, key=lambda seat: (order.get(seats.round_of(seat) or "", -1), seat))
    return UncertainPair(
        left=seats.refer(left),
        right=seats.refer(right),
        likeness=round(offer.likeness, 4),
        agrees=(*(("name",) if is_named else ()), *agrees),
        differs=(*(() if is_named or not has_names else ("name",)), *differs),
        same_list=bool(offer.left.bits & offer.right.bits),
        near_id=offer.near_id,
    )
