"""Where the panels of a comparison stand, and the words that need room in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from figures.comparison_paths import (
    EXPECTED,
    OTHERS,
    OWN,
    Path,
    last_known,
    name_path_rounds,
    write_ends,
    write_people,
    write_result,
    write_starts,
    write_sure,
)
from figures.labels import Style, wrap_lines, wrap_parts
from figures.panels import Panel, Rows, divide, lay_out, name_style, quiet_style
from figures.theme import Look
from figures.trends import place_rounds

WIDE_LETTERS = 22  # the least width of a panel, in type sizes
PLOT, TALLEST_PLOT = 8.5, 16.0  # height of a panel's lines, in type sizes
BESIDE = 9  # px between a marker and the words beside it
LEAST_PLOT = 4.0  # width that the lines keep, in type sizes


@dataclass(frozen=True, slots=True)
class PathText:
    """What stands above the lines of a panel, each in lines: name, unit and n, the result, how sure it is."""

    path: Path
    names: tuple[str, ...]
    facts: tuple[str, ...]
    result: tuple[str, ...]
    sure: tuple[str, ...]

    @property
    def drawn(self) -> tuple[float, ...]:
        """The values of its lines."""
        return self.path.values

    def height(self, look: Look) -> float:
        """Px that the text takes."""
        label, quiet = name_style(look).line, quiet_style(look).line
        return (len(self.names) + len(self.result)) * label + (len(self.facts) + len(self.sure)) * quiet


@dataclass(frozen=True, slots=True)
class PathGrid:
    """All panels; ``height`` is the whole body's."""

    panels: tuple[Panel[PathText], ...]
    height: float


def plan_paths(paths: Sequence[Path], look: Look, room: float | None) -> PathGrid:
    """Panels row by row; where the canvas leaves ``room``, their lines are drawn higher."""
    label = look.canvas.label
    inner = look.canvas.width - 2 * look.canvas.edge
    columns = divide(len(paths), look, 2 * label, inner if look.canvas.narrow else WIDE_LETTERS * label)
    rows = Rows(
        plot=PLOT * label,
        tallest=TALLEST_PLOT * label,
        above=0.9 * label,
        below=quiet_style(look).line * 1.6 + 0.9 * label,
        end=0.6 * label,
    )
    texts = [_write(path, look, columns.width) for path in paths]
    panels, height = lay_out(texts, (columns, rows), look, room)
    return PathGrid(tuple(_place(panel, look) for panel in panels), height)


def _write(path: Path, look: Look, width: float) -> PathText:
    language, contrast = look.language, path.contrast
    name, quiet = name_style(look), quiet_style(look)
    bold = Style(name.size, name.colour, bold=True)
    return PathText(
        path,
        wrap_lines(contrast.finding.indicator.label[language], name, width),
        wrap_parts(write_people(contrast, language), quiet, width),
        wrap_lines(" ".join(filter(None, write_result(contrast, language))), bold, width),
        wrap_parts(write_sure(contrast, language), quiet, width),
    )


def _place(panel: Panel[PathText], look: Look) -> Panel[PathText]:
    """The panel with the places of its rounds, between the words at both ends."""
    quiet, path = quiet_style(look), panel.text.path
    starts = list(write_starts(path).values())
    ends = [text for _, text, _ in list_ends(path, look)]
    ticks = [quiet.width(name) / 2 for name in name_path_rounds(path, look.language)]
    left = panel.left + max(ticks[0], max(map(quiet.width, starts)) + BESIDE)
    room = max(map(quiet.width, ends)) + BESIDE
    right = max(left + LEAST_PLOT * look.canvas.label, panel.right - max(ticks[-1], room))
    return replace(panel, places=tuple(left + at * (right - left) for at in place_rounds(path.rounds)))


def _lines(path: Path) -> tuple[tuple[float | None, ...], ...]:
    return path.own, path.others


def list_ends(path: Path, look: Look) -> list[tuple[str, str, float]]:
    """What stands at the end of each line: which line, its words, its value."""
    values = {OWN: last_known(path.own)[1], OTHERS: last_known(path.others)[1], EXPECTED: path.expected[1]}
    texts = write_ends(path, look.language)
    return [(what, texts[what], value) for what, value in values.items()]


def spread(places: Sequence[float], apart: float, span: tuple[float, float]) -> list[float]:
    """The places moved as little as keeps them ``apart`` and, where there is room, within the span."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = [places[i] for i in order]
    for at in range(1, len(moved)):
        moved[at] = max(moved[at], moved[at - 1] + apart)
    over = max(0.0, moved[-1] - span[1])
    moved[-1] -= over
    for at in range(len(moved) - 2, -1, -1):
        moved[at] = min(moved[at], moved[at + 1] - apart)
    return [moved[order.index(i)] for i in range(len(places))]
