"""Where the panels of a trend stand, and the words that need room in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.findings import Trend
from dictionary.nouns import Round
from figures.labels import wrap_lines, wrap_parts
from figures.panels import Panel, Rows, divide, lay_out, name_style, quiet_style
from figures.theme import Look
from figures.trends import name_rounds, name_trend, place_rounds, write_facts
from figures.values import show

NARROW_LETTERS, WIDE_LETTERS = 10, 14  # the least width of a panel, in type sizes
PLOT, TALLEST_PLOT = 3.4, 12.0  # height of a panel's lines, in type sizes
BESIDE = 2  # px between a marker and its value where the line would run through that if it stood over it
TICK_SHARE = 0.46  # of a panel for the name of a round


@dataclass(frozen=True, slots=True)
class TrendText:
    """What stands above the lines of a panel: the name, then unit and n, each in lines; the change has one more."""

    trend: Trend
    names: tuple[str, ...]
    facts: tuple[str, ...]

    @property
    def drawn(self) -> tuple[float, ...]:
        """The values of its line."""
        return tuple(one.value or 0.0 for one in self.trend.known)

    def height(self, look: Look) -> float:
        """Px that the text takes."""
        return (len(self.names) + 1) * name_style(look).line + len(self.facts) * quiet_style(look).line


@dataclass(frozen=True, slots=True)
class Grid:
    """All panels; ``ticks`` are the names of the rounds in lines, ``height`` is the whole body's."""

    panels: tuple[Panel[TrendText], ...]
    ticks: tuple[tuple[str, ...], ...]
    height: float


def plan_trends(trends: Sequence[Trend], rounds: Sequence[Round], look: Look, room: float | None) -> Grid:
    """Panels row by row; where the canvas leaves ``room``, their lines are drawn higher."""
    label = look.canvas.label
    least = (NARROW_LETTERS if look.canvas.narrow else WIDE_LETTERS) * label
    columns = divide(len(trends), look, 1.6 * label, least)
    ticks = _wrap_rounds(rounds, look, columns.width)
    rows = Rows(
        plot=PLOT * label,
        tallest=TALLEST_PLOT * label,
        above=name_style(look).line * 1.15,
        below=quiet_style(look).line * (max(map(len, ticks)) + 0.3) + 0.9 * label,
        end=0.5 * label,
    )
    texts = [_write(trend, look, columns.width) for trend in trends]
    panels, height = lay_out(texts, (columns, rows), look, room)
    return Grid(tuple(_place(panel, rounds, ticks, look) for panel in panels), ticks, height)


def _wrap_rounds(rounds: Sequence[Round], look: Look, width: float) -> tuple[tuple[str, ...], ...]:
    names = name_rounds(rounds, look.language)
    return tuple(wrap_lines(name, quiet_style(look), width * TICK_SHARE) for name in names)


def _write(trend: Trend, look: Look, width: float) -> TrendText:
    names = wrap_lines(name_trend(trend, look.language), name_style(look), width)
    return TrendText(trend, names, wrap_parts(write_facts(trend, look.language), quiet_style(look), width))


def _place(
    panel: Panel[TrendText], rounds: Sequence[Round], ticks: Sequence[tuple[str, ...]], look: Look
) -> Panel[TrendText]:
    """The panel with the places of its rounds, between the words at both ends."""
    first, last = value_widths(panel.text.trend, look)
    widths = [max(map(quiet_style(look).width, lines)) / 2 for lines in ticks]
    left = panel.left + max(widths[0], first[0])
    right = panel.right - max(widths[-1], last[1])
    return replace(panel, places=tuple(left + share * (right - left) for share in place_rounds(rounds)))


def value_widths(trend: Trend, look: Look) -> tuple[tuple[float, float], tuple[float, float]]:
    """Px that the first and the last value take left and right of their markers, so that no line runs through them."""
    values = [one.value or 0.0 for one in trend.known]
    texts = [text for text, one in zip(show(trend).values, trend.values, strict=True) if one.value is not None]
    first, last = (name_style(look).width(text) for text in (texts[0], texts[-1]))
    rises, falls = values[0] < values[min(1, len(values) - 1)], values[-1] < values[max(-2, -len(values))]
    return (
        (first + BESIDE, 0.0) if rises else (first / 2, first / 2),
        (0.0, last + BESIDE) if falls else (last / 2, last / 2),
    )
