"""Rows of a chart and where they stand: a name with both values, a mark from before to after, the change in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from figures.labels import Style, escape_text, wrap_lines, wrap_parts
from figures.theme import Look

GAP = 8  # px between a mark and the words beside it
STRIP_SHARE = 0.4  # of the width, for the marks on a narrow canvas, right of the values
HEAD = 14  # px that an arrow's head or a dot takes
NAME_SHARE = 0.36  # of the width, where names stand beside the marks with their values below
DENSE_SHARES = (0.27, 0.23)  # of the width for names and for values, where both stand on one line
MOST_GAP = 34  # px that a row may grow by where the canvas is taller than the content
LEAST_SHARE = 0.12  # of the width that the marks keep, however long the words are
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


def write_hover(row: Row) -> str:
    """What a row says to whoever points at its mark."""
    return "<br>".join(map(escape_text, (row.name, row.values, row.strong + row.words)))


@dataclass(frozen=True, slots=True)
class Axis:
    """The scale of the rows: ticks with their words; marks are arrows from ``start``, or dots joined by a line.

    ``draw`` draws other marks in their place; ``track`` is what every row has, and its words stand beside it.
    """

    ticks: tuple[tuple[float, str], ...]
    low: float
    high: float
    arrows: bool = True
    draw: Callable[[Sequence[Placed], Look], tuple[go.Scatter, ...]] | None = None
    track: tuple[float, ...] = ()

    def ends(self, row: Row) -> list[float]:
        """The places that the mark of a row takes on the axis."""
        return [x for x in (row.start, row.stop, *self.track) if x is not None] or [0.0]

    def leftward(self, row: Row) -> bool:
        """Whether the words of a row stand left of its mark."""
        return self.arrows and row.start is not None and row.stop is not None and row.stop < row.start


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its wrapped lines; the tops of its name and values and its ``mark`` are px from the body's top."""

    row: Row
    names: tuple[str, ...]
    values: tuple[str, ...]
    top: float
    values_top: float
    mark: float
    bottom: float


def name_style(look: Look) -> Style:
    """Type of a row's name."""
    return Style(look.canvas.label, look.palette.ink)


def value_style(look: Look) -> Style:
    """Type of the values under a name."""
    return Style(look.canvas.note, look.palette.quiet)


def margins(look: Look, dense: bool = False) -> tuple[float, float]:
    """Px left and right of the marks: names and values stand left of them, on a narrow canvas the values only."""
    edge = look.canvas.edge
    share = 1 - STRIP_SHARE if look.canvas.narrow else sum(DENSE_SHARES) if dense else NAME_SHARE
    return edge + (look.canvas.width - 2 * edge) * share + 2 * GAP, edge


def value_place(look: Look, dense: bool) -> float:
    """Px from the left edge of the page to the values of a row."""
    edge = look.canvas.edge
    return edge + (look.canvas.width - 2 * edge) * DENSE_SHARES[0] + GAP if dense else edge


@dataclass(frozen=True, slots=True)
class Spacing:
    """How rows are spaced: ``extra`` px added to each, ``above`` px before the first.

    ``dense`` rows have their values beside the name, not below (never on a narrow canvas).
    """

    dense: bool = False
    extra: float = 0
    above: float = 0


CLOSE = Spacing(dense=True)


def place_rows(rows: Sequence[Row], look: Look, spacing: Spacing = Spacing()) -> tuple[Placed, ...]:
    """Every row with its place, one under the other."""
    placed: list[Placed] = []
    dense, extra = spacing.dense, spacing.extra
    gap = look.canvas.label * (0.2 if dense else 0.5) + extra / 2
    at = spacing.above
    for row in rows:
        if row.heading:
            at += name_style(look).line * ((HEADING_LINES if placed else HEADING_LINES - 0.6) - 0.4 * dense)
        placed.append(_place_dense(row, look, at + extra / 2) if dense else _place(row, look, at + extra / 2))
        at = placed[-1].bottom + gap
    return tuple(placed)


def _place(row: Row, look: Look, top: float) -> Placed:
    """Name above values, the mark beside both; on a narrow canvas the change stands beside the name, the mark below."""
    narrow, edge = look.canvas.narrow, look.canvas.edge
    beside = margins(look)[0] - edge - 2 * GAP
    all_across = look.canvas.width - 2 * edge
    width = max(all_across * 0.4, all_across - words_width(row, look) - 2 * GAP) if narrow else beside
    names = wrap_lines(row.name, name_style(look), width)
    values = wrap_parts(row.values, value_style(look), beside)
    values_top = top + len(names) * name_style(look).line
    bottom = values_top + len(values) * value_style(look).line
    return Placed(row, names, values, top, values_top, ((values_top if narrow else top) + bottom) / 2, bottom)


def _place_dense(row: Row, look: Look, top: float) -> Placed:
    start = value_place(look, dense=True)
    names = wrap_lines(row.name, name_style(look), start - look.canvas.edge - GAP)
    values = wrap_parts(row.values, value_style(look), margins(look, dense=True)[0] - start - 2 * GAP)
    heights = (len(names) * name_style(look).line, len(values) * value_style(look).line)
    height = max(heights)
    lead = (height - heights[0]) / 2
    return Placed(row, names, values, top + lead, top + (height - heights[1]) / 2, top + height / 2, top + height)


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


def words_width(row: Row, look: Look) -> float:
    """Px that the words at the end of a mark take."""
    size = look.canvas.label
    return Style(size, "", bold=True).width(row.strong) + Style(size, "").width(row.words)


def space_ticks(ticks: Sequence[tuple[float, str]], scale: float, look: Look) -> tuple[tuple[float, str], ...]:
    """The ticks whose words do not touch, nearest to zero first; ``scale`` is px for one unit of the axis."""
    kept: list[tuple[float, str]] = []
    for at, text in sorted(ticks, key=lambda tick: abs(tick[0])):
        half = value_style(look).width(text) / 2
        if all(abs(at - x) * scale >= half + value_style(look).width(t) / 2 + GAP for x, t in kept):
            kept.append((at, text))
    return tuple(kept)
