"""A sample taken apart by groups: of units (village, sex, sector), or of cells (source of income, kind of support)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from analysis.disclosure import Size
from analysis.observed import UNKNOWN_GROUP, Observed
from analysis.provenance import Ints
from analysis.sample import Sample
from analysis.statistics import Floats

CELL_GROUPS = ("income_source",)  # groups that a cell belongs to; in all others a unit does
ROW_GROUPS = ("support_kind", "stage")  # groups that a row belongs to: a partner may stand on rows of several
UNUSED = UNKNOWN_GROUP - 1
SMALL = 2**15


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A sample for each group code, the group of every cell (``UNUSED``: in none), and how many units stand behind.

    ``labels`` gives the groups of the cells when they are asked for; ``sizes`` counts for each group and round the
    units that a reader could single out; of pairs also all of them.
    """

    samples: Mapping[int, Sample]
    labels: Callable[[], Ints]
    sizes: Mapping[int, Size]


def split_units(observed: Observed, groups: tuple[Ints, Ints]) -> Breakdown:
    """The units of each group; ``groups`` are those of each unit in each round."""
    first = split_codes(groups[0])
    last = first if groups[0] is groups[1] else split_codes(groups[1])
    samples = {
        code: _sample_group(observed, first.get(code, _NOBODY), last.get(code, _NOBODY))
        for code in sorted(first.keys() | last.keys(), key=_order)
    }
    sizes = {code: _count_there(sample) for code, sample in samples.items()}
    return Breakdown(samples, lambda: _label_cells(observed, groups), sizes)


def _label_cells(observed: Observed, groups: tuple[Ints, Ints]) -> Ints:
    """The group of the unit of each cell in the round of the cell."""
    return np.where(observed.side == 0, groups[0][observed.owner], groups[1][observed.owner])


def split_cells(observed: Observed, column: str) -> Breakdown:
    """The amounts of each group of cells over the units known in both rounds.

    A unit without a cell of the group, but with others in that round, has 0 of it: the groups sum to the total.
    """
    paired = observed.paired
    place = np.cumsum(paired) - 1
    used = paired[observed.owner]
    labels = np.where(used, observed.groups[column], UNUSED)
    samples, sizes = {}, {}
    for code, cells in sorted(split_codes(labels).items(), key=lambda item: _order(item[0])):
        if code == UNUSED:
            continue
        sums, stated, earning = _sum_cells(observed, cells, place[observed.owner[cells]])
        samples[code] = Sample(*sums, stated=stated)
        sizes[code] = earning
    return Breakdown(samples, lambda: labels, sizes)


def split_rows(observed: Observed, column: str, maxed: bool) -> Breakdown:
    """The units of each group with what their cells of that group say, added up or (``maxed``) the largest of them.

    A unit on rows of several groups is in each of them. A cell without a group is in the one group that the unit's
    other cells name, where they name but one.
    """
    labels = _fill_groups(observed, observed.groups[column])
    samples, sizes = {}, {}
    for code, cells in sorted(split_codes(labels).items(), key=lambda item: _order(item[0])):
        units, places = np.unique(observed.owner[cells], return_inverse=True)
        sides = [_roll_up(observed, cells, places, (side, units.size, maxed)) for side in (0, 1)]
        known, unknown = [one for one, _ in sides], [blank for _, blank in sides]
        samples[code] = Sample(known[0], known[1], unknown=(unknown[0], unknown[1]), seen=observed.seen)
        sizes[code] = _count_there(samples[code])
    return Breakdown(samples, lambda: labels, sizes)


def _fill_groups(observed: Observed, codes: Ints) -> Ints:
    """The group of each cell; where none is stated, the only one that its unit states elsewhere."""
    stated = codes >= 0
    size = int(observed.owner.max(initial=-1)) + 1
    lowest, highest = np.full(size, codes.max(initial=0) + 1, np.int64), np.full(size, UNKNOWN_GROUP, np.int64)
    np.minimum.at(lowest, observed.owner[stated], codes[stated])
    np.maximum.at(highest, observed.owner[stated], codes[stated])
    only = np.where(lowest == highest, highest, UNKNOWN_GROUP)
    return np.where(stated, codes, only[observed.owner])


def _roll_up(observed: Observed, cells: Ints, places: Ints, how: tuple[int, int, bool]) -> tuple[np.ndarray, int]:
    """The value of each unit in one round (NaN: no cell, or a blank one), and how many are not known for a blank."""
    side, size, maxed = how
    mine = (observed.side[cells] == side) & observed.here[side][observed.owner[cells]]
    here, amounts = places[mine], observed.amount[cells[mine]]
    values = np.full(size, np.nan)
    values[here] = -np.inf if maxed else 0.0
    (np.maximum if maxed else np.add).at(values, here, amounts)
    return values, int(np.isnan(values[np.unique(here)]).sum())


def count_filled_zeros(observed: Observed, column: str) -> int:
    """How many amounts were taken as 0: a unit has the group in one round, and in the other only cells of others."""
    codes = observed.groups[column]
    if codes.size == 0 or codes.min() == codes.max():
        return 0
    used = observed.paired[observed.owner]
    keys = observed.owner * (int(codes.max()) + 2) + codes + 1
    first, last = (_list_once(keys[used & (observed.side == side)]) for side in (0, 1))
    both = _list_once(np.concatenate([first, last]))
    return int(2 * both.size - first.size - last.size)


def _list_once(keys: Ints) -> Ints:
    """The keys in order, each once: as ``np.unique``, but what comes in runs that are in order is merged."""
    ordered = np.sort(keys, kind="stable")
    return ordered[np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])] if keys.size else keys


_NOBODY = np.zeros(0, np.int64)


def _order(code: int) -> tuple[bool, int]:
    """Groups in their own order, those not stated last."""
    return code < 0, code


def split_codes(codes: Ints) -> dict[int, Ints]:
    """The places of each code, in one sort."""
    if codes.size == 0:
        return {}
    few = codes.min() >= -SMALL and codes.max() < SMALL
    order = np.argsort(
        codes.astype(np.int16) if few else codes, kind="stable"
    )  # small numbers are counted, not compared
    ordered = codes[order]
    heads = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    return dict(zip(ordered[heads].tolist(), np.split(order, heads[1:]), strict=True))


def _sample_group(observed: Observed, first: Ints, last: Ints) -> Sample:
    """The units that are in a group in either round; in the round where they are not, they have no value in it."""
    rounds = tuple(zip(observed.values, observed.here, (first, last), strict=True))
    sides = [values[members] for values, _, members in rounds]
    unknown = [int(np.count_nonzero(np.isnan(values[own]) & here[own])) for values, here, own in rounds]
    if first is not last:
        units = np.union1d(first, last)
        places = [np.searchsorted(units, members) for members in (first, last)]
        sides = [_spread(values, own, units.size) for values, own in zip(sides, places, strict=True)]
    return Sample(sides[0], sides[1], unknown=(unknown[0], unknown[1]), seen=observed.seen)


def _spread(values: Floats, places: Ints, size: int) -> Floats:
    """The values at their places among so many, NaN at all others."""
    spread = np.full(size, np.nan)
    spread[places] = values
    return spread


def _sum_cells(
    observed: Observed, cells: Ints, places: Ints
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[int, int], tuple[int, int]]:
    """Sums over the paired units in each round, how many units state the group, and how many have more than 0."""
    size = int(observed.paired.sum())
    sums, stated, earning = [], [], []
    for side in (0, 1):
        mine = observed.side[cells] == side
        sums.append(np.bincount(places[mine], observed.amount[cells[mine]], size))
        stated.append(int((np.bincount(places[mine], minlength=1) > 0).sum()))
        earning.append(int((sums[side] != 0).sum()))
    return (sums[0], sums[1]), (stated[0], stated[1]), (earning[0], earning[1])


def _count_there(sample: Sample) -> tuple[int, int]:
    """Units with a known value that is not 0 (a member who is not there is nobody to be singled out)."""
    first, last = (
        int(np.count_nonzero((values != 0) & known)) for values, known in zip(sample.sides, sample.known, strict=True)
    )
    return first, last
