"""Rows of a chart: a name with both values, a mark from before to after, and the change in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from figures.labels import Style, escape_text
from figures.theme import Look

if TYPE_CHECKING:
    from figures.row_places import Placed

GAP = 8  # px between a mark and the words beside it
HEAD = 14  # px that an arrow's head or a dot takes


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


def name_style(look: Look) -> Style:
    """Type of a row's name."""
    return Style(look.canvas.label, look.palette.ink)


def value_style(look: Look) -> Style:
    """Type of the values under a name."""
    return Style(look.canvas.note, look.palette.quiet)


def words_width(row: Row, look: Look) -> float:
    """Px that the words at the end of a mark take."""
    size = look.canvas.label
    return Style(size, "", bold=True).width(row.strong) + Style(size, "").width(row.words)
