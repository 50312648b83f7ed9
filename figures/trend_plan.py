"""Where the panels of a trend stand, and the words that need room in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from analysis.findings import Trend
from dictionary.nouns import Round
from figures.labels import Style, wrap_lines, wrap_parts
from figures.theme import Look
from figures.trends import name_rounds, place_rounds, write_facts
from figures.wording import write_value

NARROW_LETTERS, WIDE_LETTERS = 10, 14  # the least width of a panel, in type sizes
PLOT, TALLEST_PLOT = 3.4, 12.0  # height of a panel's lines, in type sizes
BESIDE = 2  # px between a marker and its value where the line would run through that if it stood over it
TICK_SHARE = 0.46  # of a panel for the name of a round


@dataclass(frozen=True, slots=True)
class PanelText:
    """What stands above the lines of a panel: the name, then unit and n, each in lines; the change has one more."""

    trend: Trend
    names: tuple[str, ...]
    facts: tuple[str, ...]

    def height(self, look: Look) -> float:
        """Px that the text takes."""
        return (len(self.names) + 1) * name_style(look).line + len(self.facts) * quiet_style(look).line


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel in px of the body: its text from ``top`` down, its lines between ``high`` and ``low``.

    ``places`` are the x of the rounds. The axis is the panel's own and always has zero on it.
    """

    text: PanelText
    left: float
    right: float
    top: float
    high: float
    low: float
    places: tuple[float, ...] = ()

    def px(self, value: float) -> float:
        """Px from the top of the body of a value."""
        values = [one.value or 0.0 for one in self.text.trend.known]
        least, most = min(0.0, *values), max(0.0, *values)
        return self.high + (most - value) / ((most - least) or 1.0) * (self.low - self.high)


@dataclass(frozen=True, slots=True)
class Grid:
    """All panels; ``ticks`` are the names of the rounds in lines, ``height`` is the whole body's."""

    panels: tuple[Panel, ...]
    ticks: tuple[tuple[str, ...], ...]
    height: float


def name_style(look: Look) -> Style:
    """Type of names and values."""
    return Style(look.canvas.label, look.palette.ink)


def quiet_style(look: Look) -> Style:
    """Type of units, n and rounds."""
    return Style(look.canvas.note, look.palette.quiet)


def plan_trends(trends: Sequence[Trend], rounds: Sequence[Round], look: Look, room: float | None) -> Grid:
    """Panels row by row; where the canvas leaves ``room``, their lines are drawn higher."""
    label = look.canvas.label
    plot = PLOT * label
    grid = _lay_out(trends, rounds, look, plot)
    rows = len({panel.top for panel in grid.panels})
    if room is None or grid.height >= room:
        return grid
    return _lay_out(trends, rounds, look, min(TALLEST_PLOT * label, plot + (room - grid.height) / rows))


def _lay_out(trends: Sequence[Trend], rounds: Sequence[Round], look: Look, plot: float) -> Grid:
    label = look.canvas.label
    gap = 1.6 * label
    count, width = _divide(len(trends), look, gap)
    ticks = _wrap_rounds(rounds, look, width)
    panels: list[Panel] = []
    at = 0.0
    for start in range(0, len(trends), count):
        row = [_write(trend, look, width) for trend in trends[start : start + count]]
        high = at + max(text.height(look) for text in row) + name_style(look).line * 1.15
        for column, text in enumerate(row):
            left = column * (width + gap)
            panels.append(_place(Panel(text, left, left + width, at, high, high + plot), rounds, ticks, look))
        at = high + plot + quiet_style(look).line * (max(map(len, ticks)) + 0.3) + 0.9 * label
    return Grid(tuple(panels), ticks, at - 0.5 * label)


def _divide(panels: int, look: Look, gap: float) -> tuple[int, float]:
    """How many panels stand beside each other, in rows of like length, and how wide each is."""
    inner = look.canvas.width - 2 * look.canvas.edge
    least = (NARROW_LETTERS if look.canvas.narrow else WIDE_LETTERS) * look.canvas.label
    most = max(1, min(panels, int((inner + gap) / (least + gap))))
    count = ceil(panels / ceil(panels / most))
    return count, (inner - (count - 1) * gap) / count


def _wrap_rounds(rounds: Sequence[Round], look: Look, width: float) -> tuple[tuple[str, ...], ...]:
    names = name_rounds(rounds, look.language)
    return tuple(wrap_lines(name, quiet_style(look), width * TICK_SHARE) for name in names)


def _write(trend: Trend, look: Look, width: float) -> PanelText:
    names = wrap_lines(trend.indicator.label[look.language], name_style(look), width)
    return PanelText(trend, names, wrap_parts(write_facts(trend, look.language), quiet_style(look), width))


def _place(panel: Panel, rounds: Sequence[Round], ticks: Sequence[tuple[str, ...]], look: Look) -> Panel:
    """The panel with the places of its rounds, between the words at both ends."""
    first, last = value_widths(panel.text.trend, look)
    widths = [max(map(quiet_style(look).width, lines)) / 2 for lines in ticks]
    left = panel.left + max(widths[0], first[0])
    right = panel.right - max(widths[-1], last[1])
    return replace(panel, places=tuple(left + share * (right - left) for share in place_rounds(rounds)))


def value_widths(trend: Trend, look: Look) -> tuple[tuple[float, float], tuple[float, float]]:
    """Px that the first and the last value take left and right of their markers, so that no line runs through them."""
    values = [one.value or 0.0 for one in trend.known]
    first, last = (name_style(look).width(write_value(value, trend.unit)) for value in (values[0], values[-1]))
    rises, falls = values[0] < values[min(1, len(values) - 1)], values[-1] < values[max(-2, -len(values))]
    return (
        (first + BESIDE, 0.0) if rises else (first / 2, first / 2),
        (0.0, last + BESIDE) if falls else (last / 2, last / 2),
    )
