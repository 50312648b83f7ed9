"""A heat map whose cells have two halves, before and after: what is empty stays plainly empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dictionary.load import code_label
from dictionary.nouns import Round
from figures.frame import Body
from figures.labels import Label, Style, escape_text, stack, wrap_lines
from figures.matrix import COLUMNS, HALVES, ROWS, Half, Matrix, Pair
from figures.rows import name_style, value_style
from figures.scale import see_through
from figures.theme import Look, role_colour, text_colour, text_on
from figures.wording import ARROW
from i18n import word
from i18n.numbers import UNKNOWN, write_number
from i18n.wrap import split_words

NAMES = 0.25  # of the width, for the names of the rows where they stand beside them
FAINT, STRONG = 0.2, 0.9  # colour of next to none and of the most
FEW = 3  # activities: with fewer in every cell none has the full colour
GAP = 4.0  # px between rows
SPARE = 0.99  # of the width of a column: type made smaller to fill it to the last bit would break a word
NOT_KNOWN = "?"
CELL = 2.0  # height of a cell, in lines of a name


@dataclass(frozen=True, slots=True)
class Grid:
    """Px of the layout: the top of the first row, the height of a row and of the name above its cells."""

    matrix: Matrix
    look: Look
    top: float
    row: float
    name: float
    heads: tuple[tuple[str, ...], ...]
    head: Style
    halves: tuple[str, ...]

    def cell(self, row: int) -> tuple[float, float]:
        """Top and bottom of the cells of a row."""
        top = self.top + row * self.row + self.name
        return top, top + self.row - self.name - GAP

    def strength(self, count: int) -> float:
        """How strong the colour of so many activities is."""
        return FAINT + (STRONG - FAINT) * count / max(self.matrix.most, FEW)


def draw_matrix(matrix: Matrix, rounds: tuple[Round, Round], look: Look, room: float | None) -> Body:
    """A row for each stage, a column for each stakeholder, two halves in each cell."""
    edge = look.canvas.edge
    left = edge if look.canvas.narrow else edge + (look.canvas.width - 2 * edge) * NAMES
    grid = _lay_grid(matrix, rounds, look, (look.canvas.width - left - edge, room))
    return Body(
        height=max(room or 0, grid.top + grid.row * len(matrix.rows)),
        left=left,
        right=edge,
        x_range=(0, len(matrix.rows[0])),
        traces=(_hover(grid),),
        labels=(*_head_labels(grid), *_row_names(grid), *_counts(grid)),
        shapes=tuple(_shape(grid, half) for half in grid.matrix.halves),
    )


def _lay_grid(matrix: Matrix, rounds: tuple[Round, Round], look: Look, space: tuple[float, float | None]) -> Grid:
    """Header and rows in the width of all columns; the rows share what height there is to spare."""
    width, room = space[0] / len(matrix.rows[0]), space[1]
    names = [code_label(COLUMNS, pair.stakeholder)[look.language] for pair in matrix.rows[0]]
    head = _shrink(names, look, width * 0.96)
    heads = tuple(wrap_lines(name, head, width * 0.96) for name in names)
    halves = _name_halves(rounds, look, width)
    top = max(map(len, heads)) * head.line + (value_style(look).line if halves else 0) + GAP
    name = name_style(look).line if look.canvas.narrow else 0.0
    least = name + name_style(look).line * (1.2 if look.canvas.narrow else CELL)
    row = max(least, min(least * 1.6, ((room or 0) - top) / len(matrix.rows)))
    return Grid(matrix, look, top, row, name, heads, head, halves)


def _shrink(names: list[str], look: Look, width: float) -> Style:
    """Type in which no word of a column's name is wider than the column."""
    style = Style(look.canvas.note, look.palette.ink)
    widest = max(style.width(piece.strip()) for name in names for piece in split_words(name))
    return Style(style.size * min(1.0, SPARE * width / widest), style.colour)


def _name_halves(rounds: tuple[Round, Round], look: Look, width: float) -> tuple[str, ...]:
    """The names of the rounds over the halves of each cell; nothing where they have no room."""
    names = tuple(one.label[look.language] for one in rounds)
    room = [(end - start) * width for start, end in HALVES]
    fits = all(value_style(look).width(name) <= px for name, px in zip(names, room, strict=True))
    return names if fits else ()


def _head_labels(grid: Grid) -> Iterator[Label]:
    """The names of the columns, standing on the line above the cells, and under them those of the halves."""
    below = value_style(grid.look).line if grid.halves else 0.0
    for column, lines in enumerate(grid.heads):
        for i, line in enumerate(reversed(lines)):
            y = grid.top - GAP - below - (i + 0.5) * grid.head.line
            yield Label(line, y, grid.head, column + 0.5, "data", "center")
        for name, (start, end) in zip(grid.halves, HALVES, strict=False):
            y = grid.top - GAP - below / 2
            yield Label(name, y, value_style(grid.look), column + (start + end) / 2, "data", "center")


def _row_names(grid: Grid) -> Iterator[Label]:
    """The name of each stage: left of its cells, on a narrow canvas above them."""
    look, style = grid.look, name_style(grid.look)
    edge = look.canvas.edge
    for row, pairs in enumerate(grid.matrix.rows):
        name, (top, bottom) = code_label(ROWS, pairs[0].stage)[look.language], grid.cell(row)
        if look.canvas.narrow:
            yield Label(name, top - grid.name / 2, style, edge)
            continue
        lines = wrap_lines(name, style, (look.canvas.width - 2 * edge) * NAMES - GAP)
        yield from stack(lines, style, (top + bottom - len(lines) * style.line) / 2, edge)


def _counts(grid: Grid) -> Iterator[Label]:
    """The number on each half that holds anything, or lost it."""
    for half in grid.matrix.halves:
        if half.count != 0 or half.is_lost:
            text = NOT_KNOWN if half.count is None else write_number(half.count)
            yield Label(text, sum(grid.cell(half.row)) / 2, _style(grid, half), sum(half.span) / 2, "data", "center")


def _style(grid: Grid, half: Half) -> Style:
    palette, size, bold = grid.look.palette, grid.look.canvas.label, bool(half.side)
    if not half.count:
        return Style(size, text_colour(half.role, palette), bold)
    return Style(size, text_on(role_colour(half.role, palette), grid.strength(half.count), palette), bold)


def _shape(grid: Grid, half: Half) -> dict[str, Any]:
    """A half: filled where there is anything, else an empty frame, in the colour of worse where something was lost."""
    palette, (top, bottom), (start, end) = grid.look.palette, grid.cell(half.row), half.span
    colour = role_colour(half.role, palette)
    strength = grid.strength(half.count) if half.count else 0.0
    return {
        "type": "rect",
        "x0": start,
        "x1": end,
        "y0": top,
        "y1": bottom,
        "layer": "below",
        "fillcolor": see_through(colour, round(strength, 3)),
        "line": _frame(grid, half),
    }


def _frame(grid: Grid, half: Half) -> dict[str, Any]:
    """No line around what is filled; around a gap of after a broken one, that it be seen."""
    if half.count:
        return {"width": 0}
    palette = grid.look.palette
    open_ = {"color": palette.neutral, "dash": "dot"} if half.side else {"color": palette.line}
    return {"width": 1.5, **({"color": role_colour(half.role, palette)} if half.is_lost else open_)}


def _hover(grid: Grid) -> go.Scatter:
    """What a pointer finds on each cell: stage, stakeholder and both counts."""
    cells = [half for half in grid.matrix.halves if half.side]
    return go.Scatter(
        x=[half.column + 0.5 for half in cells],
        y=[sum(grid.cell(half.row)) / 2 for half in cells],
        mode="markers",
        marker={"opacity": 0, "size": 24},
        hovertext=[_tell(half.pair, grid.look) for half in cells],
        hoverinfo="text",
    )


def _tell(pair: Pair, look: Look) -> str:
    before, after = (UNKNOWN if count is None else write_number(count) for count in (pair.before, pair.after))
    values = word("figures.activities", look.language, count=f"{before} {ARROW} {after}")
    return f"{escape_text(pair.name(look.language))}<br>{escape_text(values)}"
