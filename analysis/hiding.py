"""Which groups a breakdown of people hides: chosen for each round, alike for all measures and all pairs of rounds.

Were another second group hidden for each measure or each pair of rounds, a small one would follow from all of them. A
pair of rounds hides what either round does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from analysis.breakdown import CELL_GROUPS, split_cells
from analysis.disclosure import OVERLAPPING, PEOPLE, Size, choose_suppressed, is_small
from analysis.findings import tell_hidden
from analysis.observed import UNKNOWN_GROUP, Observed, read_groups
from analysis.provenance import Ints
from analysis.study import Asked, Study, Together
from dictionary.load_methods import Design, Measure, load_method_rows
from dictionary.nouns import NOT_STATED

PAIRED, EARLIER, LATER = 1, 2, 4  # bits: known in both rounds; known and not 0 in the one, in the other
STATES = 8
Way = tuple[int, int, int]  # by the group of which round, the bits that who counts has, and those that they have not
OF_PAIRS: tuple[Way, ...] = ((0, PAIRED, 0), (0, PAIRED | EARLIER, 0), (0, PAIRED | LATER, 0))
OF_ANSWERS: tuple[Way, ...] = (
    *OF_PAIRS,
    (0, PAIRED, EARLIER),
    (0, PAIRED, LATER),
)  # a few who say no are a few as well
OF_ROUNDS: tuple[Way, ...] = ((0, EARLIER, 0), (1, LATER, 0))
ANSWERS = "paired_share"


def find_hidden(study: Study, measure: Measure, column: str) -> frozenset[int]:
    """The groups of a breakdown of people that are too small, or would give one of those away.

    Those who state no group are one more: the total less all that is shown would tell how many they are. Of the groups
    that could stand beside a small one those are preferred that are hidden elsewhere: where the number of people there
    is told, and in other rounds.
    """
    return _choose(study, (measure.observed, column)) if measure.about == PEOPLE else frozenset()


def tell_groups_hidden(study: Study, measure: Measure, column: str) -> dict[int, str]:
    """Why groups are hidden in a breakdown of a measure by a column, as reason codes; those shown are not in it."""
    sizes = count_groups(study, measure.observed, column)
    hidden = find_hidden(study, measure, column)
    return {code: tell_hidden(protects=not is_small(sizes.get(code, ()))) for code in hidden}


def hides_stated(study: Study, measure: Measure, column: str) -> bool:
    """Whether any group would be hidden in a breakdown of those alone who state one."""
    rounds = _size_rounds(study, (measure.observed, column))
    sizes = (size for groups in rounds for code, size in groups.items() if code >= 0)
    return measure.about == PEOPLE and any(map(is_small, sizes))


def count_together(studies: Sequence[Study], rounds: Collection[str]) -> Together:
    """How many people are in each group in each of the rounds; the studies are of pairs of them, or of one alone."""
    asked = dict.fromkeys(one for study in studies for one in _list_breakdowns(study))
    return {one: {key: _join_sizes(studies, one, (key, rounds)) for key in rounds} for one in asked}


def count_groups(study: Study, observed: str, column: str) -> Mapping[int, Size]:
    """How many people a reader could single out in each group of a column, by every way that measures count them."""
    asked = observed, column
    if asked not in study.sizes:
        one = study.observed[observed]
        study.sizes[asked] = split_cells(one, column).sizes if column in CELL_GROUPS else _count(study, asked)
    return study.sizes[asked]


def _list_breakdowns(study: Study) -> Iterator[Asked]:
    for measure in study.measures:
        if measure.about == PEOPLE and measure.observed in study.observed:
            yield from ((measure.observed, column) for column in measure.by)


def _join_sizes(studies: Sequence[Study], asked: Asked, when: tuple[str, Collection[str]]) -> dict[str, Size]:
    """The sizes of a round in all studies that look at it, by the name of the group."""
    looked = (one for one in studies if when[0] in one.rounds and asked[0] in one.observed)
    return _join([_take_sizes(study, asked, when) for study in looked])


def _take_sizes(study: Study, asked: Asked, when: tuple[str, Collection[str]]) -> dict[str, Size]:
    places, names = _list_places(study, asked, when), study.names[asked[1]]
    return {
        NOT_STATED if code == UNKNOWN_GROUP else str(names[code]): tuple(size[place] for place in places)
        for code, size in count_groups(study, *asked).items()
    }


def _list_places(study: Study, asked: Asked, when: tuple[str, Collection[str]]) -> list[int]:
    """Which numbers of a size are of a round; of a round by itself none is of pairs."""
    side, is_pair = study.rounds.index(when[0]), all(key in when[1] for key in study.rounds)
    if asked[1] in CELL_GROUPS:
        return [side] if is_pair else []
    ways = [(need, need | without) for _, need, without in _list_ways(study, asked[0])]
    told = [place for place, (_, bits) in enumerate(ways) if bits == PAIRED or bits & (EARLIER, LATER)[side]]
    return [place for place in told if is_pair or not ways[place][0] & PAIRED]


def _join(parts: Sequence[Mapping[str, Size]]) -> dict[str, Size]:
    """The sizes of the same groups one after the other, nobody where a group is not among them."""
    nobody = [(0,) * len(next(iter(part.values()), ())) for part in parts]
    names = dict.fromkeys(name for part in parts for name in part)
    each = {name: [part.get(name, none) for part, none in zip(parts, nobody, strict=True)] for name in names}
    return {name: tuple(number for size in sizes for number in size) for name, sizes in each.items()}


def _size_rounds(study: Study, asked: Asked) -> list[dict[int, Size]]:
    """The sizes by which groups are hidden: those of each round looked at, where there are several pairs of rounds."""
    if not study.together:
        return [dict(count_groups(study, *asked))]
    rounds = study.together.get(asked, {})
    return [_find_codes(study, asked[1], rounds[key]) for key in study.rounds if key in rounds]


def _find_codes(study: Study, column: str, sizes: Mapping[str, Size]) -> dict[int, Size]:
    codes = {name: code for code, name in enumerate(study.names[column].tolist())} | {NOT_STATED: UNKNOWN_GROUP}
    return {codes[name]: size for name, size in sizes.items() if name in codes}


def _choose(study: Study, asked: Asked) -> frozenset[int]:
    if asked not in study.hidden:
        liked, overlapping = _choose_ever(study, asked), asked[1] in OVERLAPPING
        chosen = (choose_suppressed(sizes, overlapping, liked) for sizes in _size_rounds(study, asked))
        study.hidden[asked] = frozenset[int]().union(*chosen)
    return study.hidden[asked]


def _choose_ever(study: Study, asked: Asked) -> frozenset[int]:
    """The groups that would be hidden if all rounds stood side by side: those preferred in each."""
    observed, column = asked
    presence = next((one.presence for one in study.measures if one.observed == observed), observed)
    beside = presence != observed and (presence, column) in set(_list_breakdowns(study))
    preferred = _choose_ever(study, (presence, column)) if beside else frozenset()
    sizes: Mapping[int, Size] = count_groups(study, *asked)
    if rounds := study.together.get(asked):
        sizes = _find_codes(study, column, _join(list(rounds.values())))
    return choose_suppressed(sizes, column in OVERLAPPING, preferred)


def _count(study: Study, asked: Asked) -> dict[int, Size]:
    """The people of each group, all ways from one count of who is known when."""
    key, column = asked
    observed = study.observed[key]
    groups = read_groups(study.presence_of(key) or observed, column, observed.units)
    states, size = _tell_states(observed), len(study.names[column]) + 1
    first = _count_states(groups[0], states, size)
    tables = first, first if groups[0] is groups[1] else _count_states(groups[1], states, size)
    counts = np.column_stack([_add_up(tables[way[0]], way) for way in _list_ways(study, key)])
    met = np.flatnonzero(tables[0].any(axis=1) | tables[1].any(axis=1))  # also groups that nobody is counted in
    return {code - 1: tuple(counts[code].tolist()) for code in met.tolist()}


def _tell_states(observed: Observed) -> Ints:
    there = (known & (values != 0) for known, values in zip(observed.known, observed.values, strict=True))
    earlier, later = (one.astype(np.int64) for one in there)
    return np.asarray(observed.paired * np.int64(PAIRED) + earlier * EARLIER + later * LATER, np.int64)


def _count_states(codes: Ints, states: Ints, size: int) -> Ints:
    counted = np.bincount((codes - UNKNOWN_GROUP) * STATES + states, minlength=size * STATES)
    return np.array(counted.reshape(size, STATES), np.int64)


def _add_up(table: Ints, way: Way) -> Ints:
    _, need, without = way
    counted = [state for state in range(STATES) if state & need == need and not state & without]
    return np.asarray(table[:, counted].sum(axis=1), np.int64)


def _list_ways(study: Study, observed: str) -> tuple[Way, ...]:
    methods = (one.method for one in study.measures if one.observed == observed and one.about == PEOPLE)
    return tuple(dict.fromkeys(way for method in methods for way in _list_ways_of(method)))


def _list_ways_of(method: str) -> tuple[Way, ...]:
    if method == ANSWERS:
        return OF_ANSWERS
    return OF_PAIRS if load_method_rows()[method].design is Design.PAIRED else OF_ROUNDS
