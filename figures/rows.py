"""Rows of a chart and where they stand: a name with both values, a mark from before to after, the change in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from figures.labels import Style, wrap_lines
from figures.theme import Look

GAP = 8  # px between a mark and the words beside it
HEAD = 14  # px that an arrow's head or a dot takes
NAME_SHARE = 0.36  # of the width, where names stand beside the marks
MOST_GAP = 34  # px that a row may grow by where the canvas is taller than the content
HEADING_LINES = 1.9  # height of a group's heading, in lines of a name


@dataclass(frozen=True, slots=True)
class Row:
    """One row: from ``start`` to ``stop`` on the axis, None where there is nothing to draw.

    ``strong`` and ``words`` stand at the end of the mark (``+59 %``, then the word for better); ``heading`` opens a
    group; ``better`` gives the colour.
    """

    name: str
    values: str
    strong: str = ""
    words: str = ""
    start: float | None = None
    stop: float | None = None
    better: bool | None = None
    heading: str = ""
    heading_words: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """The scale of the rows: ticks with their words; marks are arrows from ``start``, or dots joined by a line."""

    ticks: tuple[tuple[float, str], ...]
    low: float
    high: float
    arrows: bool = True

    def leftward(self, row: Row) -> bool:
        """Whether the words of a row stand left of its mark."""
        return self.arrows and row.start is not None and row.stop is not None and row.stop < row.start


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its wrapped lines; ``top`` of its name and its ``mark`` are px from the top of the body."""

    row: Row
    names: tuple[str, ...]
    values: tuple[str, ...]
    top: float
    mark: float
    bottom: float


def name_style(look: Look) -> Style:
    """Type of a row's name."""
    return Style(look.canvas.label, look.palette.ink)


def value_style(look: Look) -> Style:
    """Type of the values under a name."""
    return Style(look.canvas.note, look.palette.quiet)


def margins(look: Look) -> tuple[float, float]:
    """Px left and right of the marks: names stand beside them, or above them on a narrow canvas."""
    edge = look.canvas.edge
    if look.canvas.narrow:
        return edge, edge
    return edge + (look.canvas.width - 2 * edge) * NAME_SHARE + 2 * GAP, edge


def place_rows(rows: Sequence[Row], look: Look, extra: float = 0) -> tuple[Placed, ...]:
    """Every row with its place, one under the other; ``extra`` px are added to each."""
    placed: list[Placed] = []
    at = 0.0
    for row in rows:
        if row.heading:
            at += name_style(look).line * (HEADING_LINES if placed else HEADING_LINES - 0.6)
        placed.append(_place(row, look, at + extra / 2))
        at = placed[-1].bottom + look.canvas.label * (0.8 if look.canvas.narrow else 0.5) + extra / 2
    return tuple(placed)


def _place(row: Row, look: Look, top: float) -> Placed:
    left, _ = margins(look)
    edge = look.canvas.edge
    width = look.canvas.width - 2 * edge if look.canvas.narrow else left - edge - 2 * GAP
    names = wrap_lines(row.name, name_style(look), width)
    values = wrap_lines(row.values, value_style(look), width)
    words = len(names) * name_style(look).line + len(values) * value_style(look).line
    below = look.canvas.label * 1.3 if look.canvas.narrow else 0.0
    mark = top + words + below * 0.6 if look.canvas.narrow else top + words / 2
    return Placed(row, names, values, top, mark, top + words + below)


def fit_range(placed: Sequence[Placed], axis: Axis, look: Look) -> tuple[float, float]:
    """The range of the axis in which the words at the end of each mark, and the ticks, have their room."""
    left, right = margins(look)
    width = look.canvas.width - left - right
    low, high, scale = axis.low, axis.high, width / (axis.high - axis.low)
    for _ in range(60):  # each turn comes nearer; room for words and scale depend on each other
        low = min([axis.low, *(at - px / scale for at, px in _needs(placed, axis, look) if px > 0)])
        high = max([axis.high, *(at - px / scale for at, px in _needs(placed, axis, look) if px < 0)])
        scale *= min(1.0, width / ((high - low) * scale))
    return low, high


def _needs(placed: Sequence[Placed], axis: Axis, look: Look) -> Iterable[tuple[float, float]]:
    """Places on the axis and the px they need: positive to the left of them, negative to the right."""
    tick = value_style(look)
    for at, text in axis.ticks:
        yield from ((at, tick.width(text) / 2), (at, -tick.width(text) / 2))
    for p in placed:
        ends = [x for x in (p.row.start, p.row.stop) if x is not None] or [0.0]
        px = words_width(p.row, look) + GAP + HEAD
        yield from (
            ((min(ends), px), (max(ends), -HEAD)) if axis.leftward(p.row) else ((max(ends), -px), (min(ends), HEAD))
        )


def words_width(row: Row, look: Look) -> float:
    """Px that the words at the end of a mark take."""
    size = look.canvas.label
    return Style(size, "", bold=True).width(row.strong) + Style(size, "").width(row.words)
