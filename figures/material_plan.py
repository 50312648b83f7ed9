"""Where the bars and bands of one side lie: from the material at the outer edge to its ends beside their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from analysis.evidence.material import Balance, Band
from figures.material_web import Place, Web, place_of

GAP = 4.0  # px between two things of one level
LEAST = 1.2  # px of the thinnest band that is drawn

Key = str | Place | tuple[int, int]  # a thing, an end, or a place on the way: number of the band and level


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar at a step (0: the material, the last: the ends), from ``top``, ``height`` px high."""

    step: int
    top: float
    height: float

    @property
    def middle(self) -> float:
        """Px from the top of the body."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A band as it is drawn: at each of its steps the top of its edge, ``height`` px high all along."""

    band: Band
    steps: tuple[int, ...]
    tops: tuple[float, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Side:
    """The drawing of one round: bars by what they are, and ribbons; ``steps`` is how many steps there are."""

    steps: int
    bars: Mapping[Key, Bar] = field(default_factory=dict)
    ribbons: tuple[Ribbon, ...] = ()


def plan_side(balance: Balance, web: Web, rows: Mapping[Place, float], unit: float) -> Side:
    """Lay one round out; ``rows`` are the middles (px) of the ends' rows, ``unit`` is px for one kg."""
    steps = max(web.levels.values(), default=0) + 1
    bands = [band for band in balance.bands if band.kg and band.origin in web.levels]
    ways = [_find_way(number, band, web, steps) for number, band in enumerate(bands)]
    sizes = [max(LEAST, (band.kg or 0) * unit) for band in bands]
    bars = _place_ends(bands, sizes, rows, steps)
    for step in range(steps - 1, -1, -1):
        bars |= _place_step(step, ways, sizes, bars)
    return Side(steps, bars, _lay_ribbons(bands, ways, sizes, bars))


def _find_way(number: int, band: Band, web: Web, steps: int) -> tuple[tuple[int, Key], ...]:
    """The steps of a band from its origin to its target, with what stands there."""
    first = web.levels[band.origin]
    last, target = (steps, place_of(band)) if band.use else (web.levels[band.target], band.target)
    between = [(step, (number, step)) for step in range(first + 1, last)]
    return ((first, band.origin), *between, (last, target))


def _place_ends(
    bands: Sequence[Band], sizes: Sequence[float], rows: Mapping[Place, float], steps: int
) -> dict[Key, Bar]:
    heights: dict[Place, float] = defaultdict(float)
    for band, size in zip(bands, sizes, strict=True):
        if band.use:
            heights[place_of(band)] += size
    together: dict[float, float] = defaultdict(float)  # ends that share a row stand one under the other
    bars: dict[Key, Bar] = {}
    for place, height in heights.items():
        whole = sum(h for other, h in heights.items() if rows[other] == rows[place])
        bars[place] = Bar(steps, rows[place] - whole / 2 + together[rows[place]], height)
        together[rows[place]] += height
    return bars


def _place_step(
    step: int, ways: Sequence[tuple[tuple[int, Key], ...]], sizes: Sequence[float], bars: Mapping[Key, Bar]
) -> dict[Key, Bar]:
    """The things of one step, each as near as may be to the middle of what it gives, none over another."""
    given: dict[Key, list[tuple[float, float]]] = defaultdict(list)
    taken: dict[Key, float] = defaultdict(float)
    for way, size in zip(ways, sizes, strict=True):
        for (at, key), (_, after) in pairwise(way):
            if at == step:
                given[key].append((bars[after].middle, size))
        if way[-1][0] == step:
            taken[way[-1][1]] += size
    heights = {key: max(sum(size for _, size in parts), taken[key]) for key, parts in given.items()}
    wished = {key: sum(at * size for at, size in parts) / sum(s for _, s in parts) for key, parts in given.items()}
    return _spread(step, heights, wished)


def _spread(step: int, heights: Mapping[Key, float], wished: Mapping[Key, float]) -> dict[Key, Bar]:
    """Push things apart that would lie over each other: as far up as down, in their order, none above the body."""
    keys = sorted(heights, key=lambda one: wished[one])
    tops = [wished[key] - heights[key] / 2 for key in keys]
    down, up = list(tops), list(tops)
    for i in range(1, len(keys)):
        down[i] = max(down[i], down[i - 1] + heights[keys[i - 1]] + GAP)
        up[-i - 1] = min(up[-i - 1], up[-i] - heights[keys[-i - 1]] - GAP)
    bars: dict[Key, Bar] = {}
    least = 0.0
    for key, low, high in zip(keys, down, up, strict=True):
        bars[key] = Bar(step, max(least, (low + high) / 2), heights[key])
        least = bars[key].top + heights[key] + GAP
    return bars


def _lay_ribbons(
    bands: Sequence[Band],
    ways: Sequence[tuple[tuple[int, Key], ...]],
    sizes: Sequence[float],
    bars: Mapping[Key, Bar],
) -> tuple[Ribbon, ...]:
    """Where each band leaves its origin and reaches its target: in the order of where it goes and comes from."""
    tops: dict[tuple[int, int], float] = {}
    for end in (0, -1):
        next_to = 1 if end == 0 else -2
        at: dict[Key, float] = {}
        order = sorted(range(len(bands)), key=lambda number: bars[ways[number][next_to][1]].middle)
        for number in order:
            key = ways[number][end][1]
            tops[number, end] = at.get(key, bars[key].top)
            at[key] = tops[number, end] + sizes[number]
    return tuple(
        Ribbon(
            band,
            tuple(step for step, _ in way),
            (tops[number, 0], *(bars[key].top for _, key in way[1:-1]), tops[number, -1]),
            sizes[number],
        )
        for number, (band, way) in enumerate(zip(bands, ways, strict=True))
    )
