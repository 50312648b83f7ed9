"""Observations of two rounds laid out for counting: one place for each unit, arrays for its values and its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

import narwhals as nw
import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.pairs import SIDES, match_rounds
from analysis.provenance import Cells, Ints
from analysis.statistics import Floats
from dictionary.load_methods import CROSS, KnownIn, load_measures
from dictionary.nouns import Indicator
from dictionary.observations import GROUPS

if TYPE_CHECKING:
    from pandas.core.arrays.categorical import CategoricalAccessor

Bools = npt.NDArray[np.bool_]
Where = Ints | slice
UNKNOWN_GROUP = -1
CASE = "case"  # the column of the number that says which indicator and which unit


@dataclass(frozen=True)
class Observed:
    """One indicator in two rounds. Index 0 is the earlier round, 1 the later.

    ``units`` are numbers of unit names, one place for each unit; ``values`` their values in each round (NaN: not
    known), ``here`` whether they have a cell in it. ``cells`` lists every cell with its ``owner`` (a place), ``side``
    (0 or 1), ``amount`` (NaN: blank) and the code of its group in each column of ``GROUPS`` (−1: not stated).
    """

    units: Ints
    values: tuple[Floats, Floats]
    here: tuple[Bools, Bools]
    cells: Cells
    owner: Ints
    side: Ints
    amount: Floats
    groups: Mapping[str, Ints]

    @cached_property
    def known(self) -> tuple[Bools, Bools]:
        """Which units have a known value in each round."""
        return ~np.isnan(self.values[0]), ~np.isnan(self.values[1])

    @cached_property
    def paired(self) -> Bools:
        """Which units are known in both rounds."""
        return self.known[0] & self.known[1]

    @property
    def seen(self) -> tuple[bool, bool]:
        """Whether each round has any cell of the indicator at all."""
        return bool(self.here[0].any()), bool(self.here[1].any())

    @cached_property
    def broken(self) -> Bools:
        """Which units have a cell in a round and are not known there: of them no change can be told."""
        return (self.here[0] & ~self.known[0]) | (self.here[1] & ~self.known[1])

    @cached_property
    def by_side(self) -> tuple[tuple[Where, Ints], tuple[Where, Ints]]:
        """The cells of each round, and the number of the unit of each."""
        first, last = (_cut(self.side == side) for side in (0, 1))
        return (first, self.units[self.owner[first]]), (last, self.units[self.owner[last]])

    def used(self, known_in: KnownIn) -> Bools:
        """Which cells a method uses: those of units known in their round, known in both, or broken in neither."""
        if known_in is KnownIn.BOTH:
            return self.paired[self.owner]
        known = np.where(self.side == 0, self.known[0][self.owner], self.known[1][self.owner])
        return known if known_in is KnownIn.ROUND else known & ~self.broken[self.owner]


def lay_out(rows: pd.DataFrame, rounds: tuple[str, str], indicators: Mapping[str, Indicator]) -> dict[str, Observed]:
    """The observations of each indicator, paired; ``rows`` as in ``dictionary.observations`` with category columns."""
    keys = rows["indicator"].cat.categories  # traits of people (a birth year) are of no indicator
    maxed = np.array([key in indicators and indicators[key].within_unit == "max" for key in keys], bool)
    of, side = rows["indicator"].cat.codes.to_numpy(), _find_codes(rows["round"], rounds)
    matched = _match(rows, rounds, maxed)
    pairs = {number: matched.iloc[_cut(matched["indicator"].to_numpy() == number)] for number in pd.unique(of).tolist()}
    return {
        keys[number]: _lay_out_one(rows, _cut((of == number) & (side >= 0)), side, mine)
        for number, mine in pairs.items()
    }


def _match(rows: pd.DataFrame, rounds: tuple[str, str], maxed: Bools) -> pd.DataFrame:
    """The codes of each indicator and unit, and both rounds. ``maxed``: the indicators that are rolled up by maximum.

    One number stands for indicator and unit while rows are joined, that of the indicators rolled up by maximum first.
    """
    size, order = max(1, len(rows["unit"].cat.categories)), np.argsort(~maxed, kind="stable")
    of = np.argsort(order).astype(np.int64)[rows["indicator"].cat.codes.to_numpy()]
    cases = of * size + rows["unit"].cat.codes.to_numpy()
    numbered = pd.DataFrame({CASE: cases, "round": rows["round"], "value": rows["value"]})
    limit = int(maxed.sum()) * size
    pairs = match_rounds(numbered, rounds, [CASE], nw.col(CASE) < limit if limit else None)
    of_case, unit = np.divmod(pairs[CASE].to_numpy(), size)
    return pairs.assign(indicator=order[of_case], unit=unit)


def _lay_out_one(rows: pd.DataFrame, mine: Where, side: Ints, pairs: pd.DataFrame) -> Observed:
    """The cells at the places ``mine`` of the rows, all of one indicator."""
    units = pairs["unit"].to_numpy()
    place = np.zeros(len(rows["unit"].cat.categories), np.int64)
    place[units] = np.arange(units.size)
    return Observed(
        units=units,
        values=(pairs[SIDES[0]].to_numpy(np.float64), pairs[SIDES[1]].to_numpy(np.float64)),
        here=(pairs["baseline_cells"].to_numpy() > 0, pairs["endline_cells"].to_numpy() > 0),
        cells=Cells(*(rows[name].to_numpy()[mine].astype(np.int64) for name in ("source", "row", "column"))),
        owner=place[rows["unit"].cat.codes.to_numpy()[mine]],
        side=side[mine],
        amount=rows["value"].to_numpy(np.float64)[mine],
        groups={name: _take_codes(rows[name], mine) for name in list_groups(rows)},
    )


def _cut(which: Bools) -> Where:
    """The places that are true: a slice where they stand together, which copies nothing."""
    places = np.flatnonzero(which)
    together = places.size and places[-1] - places[0] + 1 == places.size
    return slice(int(places[0]), int(places[-1]) + 1) if together else places


def _find_codes(column: pd.Series[str], keys: Sequence[str]) -> Ints:
    """The place of each value among the keys, −1 for others."""
    found = pd.Index(keys).get_indexer(column.cat.categories)
    return np.asarray(np.r_[found, -1][column.cat.codes.to_numpy()], np.int64)


def _take_codes(column: pd.Series[str], mine: Where) -> Ints:
    """The codes of groups at some places; where no group has a name, one number stands for all."""
    codes = column.cat.codes.to_numpy()[mine]
    if not len(column.cat.categories):
        return np.broadcast_to(np.int64(UNKNOWN_GROUP), codes.shape)
    return codes.astype(np.int64)


def list_groups(rows: pd.DataFrame) -> tuple[str, ...]:
    """The columns of a frame that hold groups, those that cross two of them included."""
    return (*GROUPS, *(name for name in rows.columns if CROSS in name))


def cross_groups(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with a column for each crossing of two groups that a measure asks for (``think+citizens``)."""
    return rows.assign(**{name: _cross(*(rows[part].cat for part in name.split(CROSS))) for name in list_crossings()})


def _cross(first: CategoricalAccessor, second: CategoricalAccessor) -> pd.Categorical[str]:
    """One category for each pair of categories; not stated where either is not."""
    one, other = first.codes.to_numpy().astype(np.int64), second.codes.to_numpy().astype(np.int64)
    codes = np.where((one < 0) | (other < 0), UNKNOWN_GROUP, one * len(second.categories) + other)
    names = [f"{a}{CROSS}{b}" for a in first.categories for b in second.categories]
    return pd.Categorical.from_codes(codes, categories=pd.Index(names, dtype="str"))


@cache
def list_crossings() -> tuple[str, ...]:
    """The crossings of two groups that the measures ask for."""
    return tuple(dict.fromkeys(by for measure in load_measures() for by in measure.by if CROSS in by))


def fill_absent(presence: Observed) -> Observed:
    """Presence of those who have no cell in a round that was recorded: they were not there (0)."""
    filled = tuple(
        np.where(~here & seen, 0.0, values)
        for values, here, seen in zip(presence.values, presence.here, presence.seen, strict=True)
    )
    return replace(presence, values=(filled[0], filled[1]))


def drop_absent(observed: Observed, presence: Observed) -> Observed:
    """A blank of a unit that was not there in that round is no unknown value: nothing was to be stated."""
    there = spread_presence(presence, observed.units)
    here = tuple(
        here & ~(np.isnan(values) & (present == 0))
        for here, values, present in zip(observed.here, observed.values, there, strict=True)
    )
    return replace(observed, here=(here[0], here[1]))


def spread_presence(presence: Observed, units: Ints) -> tuple[Floats, Floats]:
    """The presence of given units in each round: 1, 0, or NaN where nothing is known of them."""
    size = int(max(presence.units.max(initial=-1), units.max(initial=-1))) + 1
    sides = []
    for values in presence.values:
        spread = np.full(size, np.nan)
        spread[presence.units] = values
        sides.append(spread[units])
    return sides[0], sides[1]


def read_groups(presence: Observed, column: str, units: Ints) -> tuple[Ints, Ints]:
    """The group of given units in each round, as stated in it or else in the other round (−1: in neither)."""
    size = int(max(presence.units.max(initial=-1), units.max(initial=-1))) + 1
    sides = []
    for cells, owners in presence.by_side:
        codes = presence.groups[column][cells]
        stated = codes >= 0
        groups = np.full(size, UNKNOWN_GROUP, np.int64)
        if stated.all():  # as nearly always: choosing takes as long again
            groups[owners] = codes
        else:
            groups[owners[stated]] = codes[stated]
        sides.append(groups[units])
    first, last = sides
    if np.array_equal(first, last):
        return first, first
    return np.where(first < 0, last, first), np.where(last < 0, first, last)
