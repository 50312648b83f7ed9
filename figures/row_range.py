"""The scale of rows: how far an axis goes so that every word has room, and which ticks have room for theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from figures.row_places import Placed
from figures.rows import GAP, HEAD, Axis, value_style, words_width
from figures.theme import Look

LEAST_SHARE = 0.12  # of the width that the marks keep, however long the words are


def fit_range(placed: Sequence[Placed], axis: Axis, look: Look, width: float) -> tuple[float, float]:
    """The range of the axis, ``width`` px wide, in which the words at the end of each mark and the ticks have room."""
    low, high, scale = axis.low, axis.high, width / (axis.high - axis.low)
    least, needs = scale * LEAST_SHARE, tuple(_needs(placed, axis, look))
    for _ in range(60):  # each turn comes nearer; room for words and scale depend on each other
        low = min([axis.low, *(at - px / scale for at, px in needs if px > 0)])
        high = max([axis.high, *(at - px / scale for at, px in needs if px < 0)])
        scale = max(least, scale * min(1.0, width / ((high - low) * scale)))
    return low, high


def _needs(placed: Sequence[Placed], axis: Axis, look: Look) -> Iterable[tuple[float, float]]:
    """Places on the axis and the px they need: positive to the left of them, negative to the right."""
    tick = value_style(look)
    for at, text in axis.ticks:
        yield from ((at, tick.width(text) / 2), (at, -tick.width(text) / 2))
    for p in placed:
        ends = axis.ends(p.row)
        px = HEAD if look.canvas.narrow else words_width(p.row, look) + GAP + HEAD
        yield from (
            ((min(ends), px), (max(ends), -HEAD)) if axis.leftward(p.row) else ((max(ends), -px), (min(ends), HEAD))
        )


def space_ticks(ticks: Sequence[tuple[float, str]], scale: float, look: Look) -> tuple[tuple[float, str], ...]:
    """The ticks whose words do not touch, nearest to zero first; ``scale`` is px for one unit of the axis."""
    kept: list[tuple[float, str]] = []
    for at, text in sorted(ticks, key=lambda tick: abs(tick[0])):
        half = value_style(look).width(text) / 2
        if all(abs(at - x) * scale >= half + value_style(look).width(t) / 2 + GAP for x, t in kept):
            kept.append((at, text))
    return tuple(kept)
