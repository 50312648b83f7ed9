"""Observations of two rounds laid out for counting: one place for each unit, arrays for its values and its cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

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
UNKNOWN_GROUP = -1


@dataclass(frozen=True, slots=True)
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

    @property
    def known(self) -> tuple[Bools, Bools]:
        """Which units have a known value in each round."""
        return ~np.isnan(self.values[0]), ~np.isnan(self.values[1])

    @property
    def paired(self) -> Bools:
        """Which units are known in both rounds."""
        return self.known[0] & self.known[1]

    @property
    def seen(self) -> tuple[bool, bool]:
        """Whether each round has any cell of the indicator at all."""
        return bool(self.here[0].any()), bool(self.here[1].any())

    @property
    def broken(self) -> Bools:
        """Which units have a cell in a round and are not known there: of them no change can be told."""
        return (self.here[0] & ~self.known[0]) | (self.here[1] & ~self.known[1])

    @property
    def used(self) -> dict[KnownIn, Bools]:
        """Which cells a method uses: those of units known in their round, known in both, or broken in neither."""
        known = np.where(self.side == 0, self.known[0][self.owner], self.known[1][self.owner])
        unbroken = known & ~self.broken[self.owner]
        return {KnownIn.ROUND: known, KnownIn.BOTH: self.paired[self.owner], KnownIn.UNBROKEN: unbroken}


def lay_out(rows: pd.DataFrame, rounds: tuple[str, str], indicators: Mapping[str, Indicator]) -> dict[str, Observed]:
    """The observations of each indicator, paired; ``rows`` as in ``dictionary.observations`` with category columns."""
    numbered = pd.DataFrame({"indicator": rows["indicator"], "unit": rows["unit"].cat.codes})
    numbered = numbered.assign(round=rows["round"], value=rows["value"])
    keys = rows["indicator"].unique()
    maxed = [key for key in keys if key in indicators and indicators[key].within_unit == "max"]
    pairs = match_rounds(numbered, rounds, maxed)  # traits of people (a birth year) are of no indicator
    side = np.select([rows["round"] == name for name in rounds], [0, 1], -1).astype(np.int64)
    of, matched = (_find_codes(frame["indicator"], keys) for frame in (rows, pairs))
    return {
        key: _lay_out_one(rows, np.flatnonzero((of == number) & (side >= 0)), side, pairs[matched == number])
        for number, key in enumerate(keys)
    }


def _lay_out_one(rows: pd.DataFrame, mine: Ints, side: Ints, pairs: pd.DataFrame) -> Observed:
    """The cells at the places ``mine`` of the rows, all of one indicator."""
    units = pairs["unit"].to_numpy(np.int64)
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


def _find_codes(column: pd.Series[str], keys: Iterable[str]) -> Ints:
    """The place of each value among the keys."""
    return np.asarray(pd.Index(keys).get_indexer(column.cat.categories)[column.cat.codes.to_numpy()], np.int64)


def _take_codes(column: pd.Series[str], mine: Ints) -> Ints:
    """The codes of groups at some places; where no group has a name, one number stands for all."""
    if not len(column.cat.categories):
        return np.broadcast_to(np.int64(UNKNOWN_GROUP), mine.shape)
    return column.cat.codes.to_numpy()[mine].astype(np.int64)


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
    stated = presence.groups[column] >= 0
    sides = []
    for side in (0, 1):
        mine = stated & (presence.side == side)
        groups = np.full(size, UNKNOWN_GROUP, np.int64)
        groups[presence.units[presence.owner[mine]]] = presence.groups[column][mine]
        sides.append(groups[units])
    first, last = sides
    return np.where(first < 0, last, first), np.where(last < 0, first, last)
