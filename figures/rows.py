"""Rows of a chart: a name with both values, a mark from before to after, and the change in words."""

from __future__ import annotations

from dataclasses import dataclass

from figures.labels import Style
from figures.theme import Look

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
