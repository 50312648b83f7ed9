"""The people of both groups as the difference in differences takes them, and the estimates that stand beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from analysis.beside import Beside
from analysis.contrasts import SideValues
from analysis.estimators import write_beside
from analysis.observed import Bools
from analysis.provenance import Ints
from analysis.statistics import Estimate, Floats
from analysis.statistics.did import CHANGES, ROUNDS, Contrast, estimate_contrast
from dictionary.load_estimators import find_estimation
from dictionary.load_indicators import is_share
from dictionary.load_methods import Design, load_method_rows
from dictionary.nouns import Indicator

PAIRED, EACH_ROUND = "paired", "each_round"
TYPED_METHOD = "typed_figure"
NO_VILLAGES = "no_villages"
VILLAGES_KNOWN = 0.8  # of the people must have a village for villages to be allowed for


@dataclass(frozen=True, slots=True)
class Side:
    """One group in one indicator: its people's values in both rounds, their villages and who they are (codes)."""

    values: tuple[Floats, Floats]
    villages: Ints
    units: Ints

    @property
    def known(self) -> tuple[Bools, Bools, Bools]:
        """Who is known in each round, and in both."""
        first, last = (~np.isnan(values) for values in self.values)
        return first, last, first & last

    def tell(self, design: str) -> SideValues:
        """Its means, and how many there are behind them."""
        first, last, both = self.known
        used = (both, both) if design == PAIRED else (first, last)
        means = [float(v[k].mean()) if k.any() else None for v, k in zip(self.values, used, strict=True)]
        said = self.villages[used[0] | used[1]]
        villages = int(np.unique(said[said >= 0]).size) or None
        return SideValues(means[0], means[1], int(first.sum()), int(last.sum()), int(both.sum()), villages)


@dataclass(frozen=True, slots=True)
class Cells:
    """The values whose means are added with their signs, cell by cell.

    ``villages`` numbers the village of each value (() where too few state one), ``again`` the person, where some stand
    in several cells.
    """

    values: tuple[Floats, ...]
    signs: tuple[float, ...]
    villages: tuple[Ints, ...] = ()
    again: tuple[Ints, ...] = ()

    def estimate(self) -> Contrast:
        """The difference in differences; people of one village count as one draw where it is told."""
        return estimate_contrast(self.values, self.signs, self.villages or self.again)


def gather_cells(sides: tuple[Side, Side], design: str) -> Cells:
    """Of the same people what each changed by, of different people the values of each round."""
    if design == PAIRED:
        masks = [(side, side.known[2]) for side in sides]
        moved = tuple(side.values[1][mask] - side.values[0][mask] for side, mask in masks)
        return Cells(moved, CHANGES, _number([side.villages[mask] for side, mask in masks]))
    order = [(sides[0], 1), (sides[0], 0), (sides[1], 1), (sides[1], 0)]
    values = tuple(side.values[at][side.known[at]] for side, at in order)
    villages = _number([side.villages[side.known[at]] for side, at in order])
    people = tuple(side.units[side.known[at]] for side, at in order)
    again = np.unique(np.concatenate(people)).size < sum(one.size for one in people)
    return Cells(values, ROUNDS, villages, people if again else ())


def list_beside_contrast(indicator: Indicator, method: str, cells: Cells) -> tuple[Beside, ...]:
    """What the table of scale × design puts beside a difference in differences of people known one by one."""
    return tuple(write_beside(code, BESIDE[code](cells)) for code in _list_estimators(indicator, method))


def list_beside_typed(indicator: Indicator, found: Estimate) -> tuple[Beside, ...]:
    """The same of figures typed for both groups: ``found`` is what is known of them."""
    design = Design.COMPARED if is_share(indicator.unit) else Design.TYPED
    row = find_estimation(indicator, load_method_rows()[TYPED_METHOD], design)
    if row is None or row.reason:
        return tuple(Beside(code, reason=row.reason) for code in row.estimators) if row else ()
    return tuple(write_beside(code, found) for code in row.estimators)


def _list_estimators(indicator: Indicator, method: str) -> tuple[str, ...]:
    row = find_estimation(indicator, load_method_rows()[method], Design.COMPARED)
    return row.estimators if row else ()


def _by_village(cells: Cells) -> Estimate:
    if not cells.villages:
        return Estimate.missing(NO_VILLAGES)
    found = estimate_contrast(cells.values, cells.signs, cells.villages)
    return _tell(found) if found.spread is None or found.spread.clusters else Estimate.missing(NO_VILLAGES)


def _by_person(cells: Cells) -> Estimate:
    return _tell(estimate_contrast(cells.values, cells.signs, cells.again))


def _tell(found: Contrast) -> Estimate:
    return replace(found.estimate, df=found.spread.df) if found.spread else found.estimate


def _number(villages: Sequence[Ints]) -> tuple[Ints, ...]:
    """The village of each person, one of their own for those who state none; () where too few state one."""
    said = np.concatenate(villages)
    if not said.size or (said >= 0).mean() < VILLAGES_KNOWN or (said >= 0).sum() == 0:
        return ()
    own = said.max() + 1 + np.arange(said.size)
    return tuple(np.split(np.where(said >= 0, said, own), np.cumsum([one.size for one in villages])[:-1]))


BESIDE: Mapping[str, Callable[[Cells], Estimate]] = {"did_villages": _by_village, "did_people": _by_person}
