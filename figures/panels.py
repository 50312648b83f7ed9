"""Small panels beside and below each other, each with words above lines over the rounds on an axis of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Generic, Protocol, TypeVar

import plotly.graph_objects as go

from figures.labels import Label, Style, escape_text
from figures.theme import Look

GAP = 8  # px between the names of two rounds


class PanelText(Protocol):
    """What stands above the lines of a panel; ``drawn`` are the values of its lines."""

    @property
    def drawn(self) -> tuple[float, ...]: ...  # noqa: D102
    def height(self, look: Look) -> float: ...  # noqa: D102


T = TypeVar("T", bound=PanelText)


@dataclass(frozen=True, slots=True)
class Panel(Generic[T]):
    """One panel in px of the body: its text from ``top`` down, its lines between ``high`` and ``low``.

    ``places`` are the x of the rounds. The axis is the panel's own and always has zero on it.
    """

    text: T
    left: float
    right: float
    top: float
    high: float
    low: float
    places: tuple[float, ...] = ()

    def px(self, value: float) -> float:
        """Px from the top of the body of a value."""
        least, most = min(0.0, *self.text.drawn), max(0.0, *self.text.drawn)
        return self.high + (most - value) / ((most - least) or 1.0) * (self.low - self.high)


@dataclass(frozen=True, slots=True)
class Columns:
    """How many panels stand beside each other, how wide each is and how far apart, in px."""

    count: int
    width: float
    gap: float


@dataclass(frozen=True, slots=True)
class Rows:
    """Heights in px: of the lines, at least and at most; between words and lines; below them, and less at the end."""

    plot: float
    tallest: float
    above: float
    below: float
    end: float


def name_style(look: Look) -> Style:
    """Type of names and values."""
    return Style(look.canvas.label, look.palette.ink)


def quiet_style(look: Look) -> Style:
    """Type of units, n and rounds."""
    return Style(look.canvas.note, look.palette.quiet)


def divide(panels: int, look: Look, gap: float, least: float) -> Columns:
    """As many panels beside each other as are ``least`` px wide, in rows of like length."""
    inner = look.canvas.width - 2 * look.canvas.edge
    most = max(1, min(panels, int((inner + gap) / (least + gap))))
    count = ceil(panels / ceil(panels / most))
    return Columns(count, (inner - (count - 1) * gap) / count, gap)


def lay_out(
    texts: Sequence[T], size: tuple[Columns, Rows], look: Look, room: float | None
) -> tuple[tuple[Panel[T], ...], float]:
    """The panels row by row, and the height of all; where the canvas leaves ``room``, their lines are drawn higher."""
    columns, rows = size
    panels, height = _stack(texts, size, look, rows.plot)
    if room is None or height >= room:
        return panels, height
    number = ceil(len(texts) / columns.count)
    return _stack(texts, size, look, min(rows.tallest, rows.plot + (room - height) / number))


def _stack(
    texts: Sequence[T], size: tuple[Columns, Rows], look: Look, plot: float
) -> tuple[tuple[Panel[T], ...], float]:
    columns, rows = size
    panels: list[Panel[T]] = []
    top = 0.0
    for start in range(0, len(texts), columns.count):
        row = texts[start : start + columns.count]
        high = top + max(text.height(look) for text in row) + rows.above
        for place, text in enumerate(row):
            left = place * (columns.width + columns.gap)
            panels.append(Panel(text, left, left + columns.width, top, high, high + plot))
        top = high + plot + rows.below
    return tuple(panels), top - rows.end


def draw_points(panel: Panel[T], values: Sequence[float | None], colour: str, told: Sequence[str]) -> go.Scatter:
    """A line over the rounds, broken where a value is not known; ``told`` is what each point says when asked."""
    return go.Scatter(
        x=panel.places,
        y=[None if value is None else panel.px(value) for value in values],
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 2.5},
        marker={"size": 9, "color": colour, "opacity": 1},
        hoverinfo="text",
        text=[escape_text(text) for text in told],
        cliponaxis=False,
    )


def draw_zero(panel: Panel[T], look: Look) -> dict[str, object]:
    """The line of zero."""
    y = panel.px(0.0)
    line = {"color": look.palette.neutral, "width": 1}
    return {"type": "line", "x0": panel.left, "x1": panel.right, "y0": y, "y1": y, "line": line, "layer": "below"}


def write_above(panel: Panel[T], styled: Sequence[tuple[Style, Sequence[str]]]) -> Iterator[Label]:
    """The words above the lines, from the top of the panel down, at its left edge."""
    y = panel.top
    for style, lines in styled:
        for line in lines:
            yield Label(line, y + style.line / 2, style, panel.left, "data")
            y += style.line


def write_ticks(panel: Panel[T], ticks: Sequence[Sequence[str]], look: Look) -> Iterator[Label]:
    """The names of the rounds under the lines: the first and the last, and those between for which there is room."""
    style = quiet_style(look)
    widths = [max(map(style.width, lines)) for lines in ticks]
    kept: list[int] = []
    for at in sorted(range(len(widths)), key=lambda i: i not in {0, len(widths) - 1}):
        gaps = (abs(panel.places[at] - panel.places[i]) - (widths[at] + widths[i]) / 2 for i in kept)
        if all(gap >= GAP for gap in gaps):
            kept.append(at)
    for at in kept:
        for number, line in enumerate(ticks[at]):
            y = panel.low + style.line * (0.8 + number)
            yield Label(line, y, style, panel.places[at], "data", "center")
