"""How many people stand behind each cell of a table of groups, and behind each cell of several such tables crossed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.breakdown import CELL_GROUPS
from analysis.disclosure import Size, is_small
from analysis.observed import Bools, Observed, read_groups
from analysis.provenance import Ints
from analysis.sample import Sample, tell_ways
from analysis.study import Study
from dictionary.load_methods import Design, Measure, load_method_rows

Counted = Iterator[tuple[int, Bools]]  # a round (0 or 1), and who counts there


def group_units(study: Study, measure: Measure, column: str) -> tuple[Ints, Ints]:
    """The group of each unit in each round. Of pairs that of the earlier round: nobody falls out of all groups."""
    observed = study.observed[measure.observed]
    first, last = read_groups(study.presence_of(measure.observed) or observed, column, observed.units)
    return (first, first) if design_of(measure) is Design.PAIRED else (first, last)


def count_pairs(sample: Sample) -> Size:
    """How many pairs there are, and how many of them have a value other than 0 in each round.

    Where but one earns anything, the mean of all tells what that one earns.
    """
    earning = (int(np.count_nonzero(values)) for values in sample.pairs)
    return (int(np.count_nonzero(sample.paired)), *earning)


def has_small_cell(study: Study, measure: Measure, columns: Sequence[str]) -> bool:
    """Whether a cell of the groups of all ``columns`` crossed has people, but fewer than may be shown.

    Where none has, whatever can be worked out from the table is about enough people: it is a sum of its cells.
    Those who state no group count as one more group.
    """
    return any(map(is_small, _count_cells(study, measure, columns).values()))


def has_few_moved(study: Study, measure: Measure, columns: Sequence[str]) -> bool:
    """Whether in a group of all ``columns`` crossed one to four people rose, stayed or fell.

    All groups are looked at: what is shown of the others, taken from the total, would tell of those few.
    """
    observed = study.observed[measure.observed]
    groups = [group_units(study, measure, column)[0][observed.paired] for column in columns]
    before, after = (values[observed.paired] for values in observed.values)
    ways = tell_ways(before, after).astype(np.int64)
    return any(is_small((count,)) for count in _count([*groups, ways]).values())


def has_few_broken(study: Study, measure: Measure, columns: Sequence[str]) -> bool:
    """Whether in a group of all ``columns`` crossed one to four have a value in one round and a blank in the other.

    They are in the mean of all known and in no total: the one less the other would tell what they have.
    """
    observed = study.observed[measure.observed]
    groups = [group_units(study, measure, column) for column in columns]
    few = [known & observed.broken for known in observed.known]
    counts = [_count([codes[side][few[side]] for codes in groups]).values() for side in (0, 1)]
    return any(is_small((count,)) for side in counts for count in side)


def design_of(measure: Measure) -> Design:
    """Who is compared by the method of a measure."""
    return load_method_rows()[measure.method].design


def _count_cells(study: Study, measure: Measure, columns: Sequence[str]) -> Mapping[tuple[int, ...], Size]:
    """How many people are in each cell, by each way of counting them."""
    observed = study.observed[measure.observed]
    of_units = [column for column in columns if column not in CELL_GROUPS]
    of_cells = [column for column in columns if column in CELL_GROUPS]
    groups = [group_units(study, measure, column) for column in of_units]
    counted: list[dict[tuple[int, ...], int]] = []
    for side, units in _list_counted(observed, design_of(measure)):
        sides = [codes[side] for codes in groups]
        counted.append(_count([codes[units] for codes in sides] or [np.zeros(int(units.sum()), np.int64)]))
    for column in of_cells:
        counted = [_count_earners(observed, [codes[side] for codes in groups], (column, side)) for side in (0, 1)]
    keys = dict.fromkeys(key for one in counted for key in one)
    return {key: tuple(one.get(key, 0) for one in counted) for key in keys}


def _list_counted(observed: Observed, design: Design) -> Counted:
    """Whom a reader could single out: those known, and of them those with a value other than 0."""
    known = (observed.paired, observed.paired) if design is Design.PAIRED else observed.known
    for side in (0, 1):
        if design is not Design.CENSUS:
            yield side, known[side]
        yield side, known[side] & (np.nan_to_num(observed.values[side]) != 0)


def _count_earners(observed: Observed, groups: Sequence[Ints], what: tuple[str, int]) -> dict[tuple[int, ...], int]:
    """How many pairs have more than 0 in each group of cells in a round, by the groups of the units."""
    column, side = what
    mine = (observed.side == side) & observed.paired[observed.owner]
    owners, cells = observed.owner[mine], observed.groups[column][mine]
    places, first = _number([owners, cells])
    earning = first[np.bincount(places, observed.amount[mine], len(first)) != 0]
    return _count([*(codes[owners[earning]] for codes in groups), cells[earning]])


def _count(codes: Sequence[Ints]) -> dict[tuple[int, ...], int]:
    """How often each combination of codes occurs."""
    places, first = _number(codes)
    found = np.column_stack([one[first] for one in codes])
    return dict(zip(map(tuple, found.tolist()), np.bincount(places).tolist(), strict=True))


def _number(codes: Sequence[Ints]) -> tuple[Ints, Ints]:
    """A number for each combination of codes, from 0 in the order they come, and where each number comes first.

    One whole number a combination and a hash table: sorting rows of several columns takes many times as long.
    """
    keys = np.zeros(len(codes[0]), np.int64)
    for one in codes:
        lowest, highest = (int(one.min()), int(one.max())) if len(one) else (0, 0)
        keys = pd.factorize(keys)[0] * (highest - lowest + 1) + (one - lowest)
    places, found = pd.factorize(keys)
    first = np.zeros(len(found), np.int64)
    first[places[::-1]] = np.arange(len(places))[::-1]
    return places, first
