"""One number for a dimension, where somebody asks for it: changes made comparable and weighed, and what weights decide.

A change counts as its difference divided by the larger of the two values, a change of a share as its difference in
points; both with the sign of better. So each lies between −1 and +1, needs no base, and turns its sign when the rounds
are exchanged. The index is the mean by the weights, times 100.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from analysis.findings import Finding
from dictionary.load_indicators import is_share
from dictionary.nouns import Better, Dimension, Indicator

SCALE = 100  # an index runs from −100 to +100
DRAWS = 2000  # sets of random weights
MIDDLE = (5, 95)  # per cent of the draws between which the usual range lies
LEFT_OUT = "W17"  # the caveat of an unfavourable indicator that is left out
ORDINAL = "max"  # the aggregation of a scale of steps: its distances mean nothing

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Part:
    """An indicator of an index: its change from −1 to +1 (better is positive) and its weight, 0 or more."""

    indicator: Indicator
    score: float
    weight: float


@dataclass(frozen=True, slots=True)
class DimensionIndex:
    """The index of a dimension; ``value`` None where no weight is above 0.

    ``usual`` is the range that nine in ten sets of random weights give, ``extreme`` what any weights at all could give.
    ``place`` is its rank among the dimensions, 1 the best.
    """

    dimension: Dimension
    parts: tuple[Part, ...]
    value: float | None
    usual: tuple[float, float]
    extreme: tuple[float, float]
    place: int | None


@dataclass(frozen=True, slots=True)
class Index:
    """The indexes of the dimensions that have an indicator, and how much their order depends on the weights.

    ``same_order``: the share of ``draws`` random sets of weights that give the same order; None where fewer than two
    are compared. ``left_out`` names the findings that no index holds, each with why.
    """

    dimensions: tuple[DimensionIndex, ...]
    same_order: float | None
    draws: int
    left_out: tuple[tuple[Indicator, str], ...]

    @property
    def caveats(self) -> tuple[str, ...]:
        """W17 where an indicator that got worse weighs nothing: it is left out of the index by choice."""
        dropped = any(part.score < 0 and not part.weight for one in self.dimensions for part in one.parts)
        return (LEFT_OUT,) if dropped else ()


def score_change(finding: Finding) -> float | None:
    """A change from −1 to +1, better positive; None where the change is not known or no way is better.

    A value that changes its sign may lose or gain more than the larger of both: it counts as the whole.
    """
    before, after, better = finding.baseline, finding.endline, finding.indicator.better
    if before is None or after is None or finding.difference is None or why_left_out(finding):
        return None
    largest = 1.0 if is_share(finding.unit) else max(abs(before), abs(after))
    size = max(-1.0, min(1.0, finding.difference / largest)) if largest else 0.0
    return size if better is Better.HIGHER else -size


def why_left_out(finding: Finding) -> str:
    """The end of a key ``index.left_…``: why a finding is in no index; "" where it is in one."""
    if finding.indicator.better is Better.NEITHER:
        return "neither"
    if finding.indicator.aggregation == ORDINAL:
        return "ordinal"
    return "unknown" if finding.difference is None else ""


def weigh(changes: Sequence[Finding], weights: Mapping[str, float], random: np.random.Generator) -> Index:
    """The index of each dimension; an indicator (key) that ``weights`` do not name weighs 1, a negative weight 0."""
    parts = {dimension: _list_parts(changes, dimension, weights) for dimension in Dimension}
    known = {dimension: found for dimension, found in parts.items() if found}
    drawn = {dimension: _draw(found, random) for dimension, found in known.items()}
    values = {dimension: _mean(found) for dimension, found in known.items()}
    ranked = sorted((value for value in values.values() if value is not None), reverse=True)
    return Index(
        tuple(
            _summarise(dimension, found, drawn[dimension], (values[dimension], ranked))
            for dimension, found in known.items()
        ),
        _share_of_same_order(values, drawn),
        DRAWS,
        tuple((finding.indicator, why) for finding in changes if (why := why_left_out(finding))),
    )


def _list_parts(changes: Sequence[Finding], dimension: Dimension, weights: Mapping[str, float]) -> tuple[Part, ...]:
    scored = ((f.indicator, score_change(f)) for f in changes if f.dimension is dimension)
    return tuple(Part(one, score, max(0.0, weights.get(one.key, 1.0))) for one, score in scored if score is not None)


def _mean(parts: Sequence[Part]) -> float | None:
    total = sum(part.weight for part in parts)
    return SCALE * sum(part.weight * part.score for part in parts) / total if total else None


def _draw(parts: Sequence[Part], random: np.random.Generator) -> Floats:
    """The index under sets of weights that are all equally likely."""
    shares = random.dirichlet(np.ones(len(parts)), DRAWS)
    return np.asarray(shares @ np.array([part.score for part in parts]) * SCALE, dtype=np.float64)


def _summarise(
    dimension: Dimension, parts: tuple[Part, ...], drawn: Floats, ranked: tuple[float | None, Sequence[float]]
) -> DimensionIndex:
    value, order = ranked
    low, high = np.percentile(drawn, MIDDLE)
    scores = [part.score * SCALE for part in parts]
    place = None if value is None else order.index(value) + 1
    return DimensionIndex(dimension, parts, value, (float(low), float(high)), (min(scores), max(scores)), place)


def _share_of_same_order(values: Mapping[Dimension, float | None], drawn: Mapping[Dimension, Floats]) -> float | None:
    """In what share of the draws the dimensions stand in the order that the chosen weights give."""
    chosen = [(value, dimension) for dimension, value in values.items() if value is not None]
    if len(chosen) < 2:
        return None
    order = [dimension for _, dimension in sorted(chosen, key=lambda one: -one[0])]
    steps = [drawn[first] >= drawn[second] for first, second in pairwise(order)]
    return float(np.logical_and.reduce(steps).mean())
