"""Kg beside baht of one unit of a material by how it ends: two bars each, before pale and after full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dictionary.load import code_label
from figures.frame import Body
from figures.labels import Label, Style, wrap_lines
from figures.material_lines import inner_width, name_style, note_style
from figures.material_uses import UseRow
from figures.materials import Pair, name_use, write_baht, write_kg
from figures.theme import Look, role_colour, soft_colour
from i18n import word

GAP = 10.0  # px between columns
THICK = 0.72  # of a line, for a bar
NAME_SHARE = 0.3  # of the width, where names stand beside the bars


@dataclass(frozen=True, slots=True)
class Column:
    """One column of bars: from ``left`` px, ``width`` px wide with the words, ``most`` its largest value."""

    left: float
    width: float
    most: float


@dataclass(frozen=True, slots=True)
class Lay:
    """A row with the lines of its name, the top of the name and of the bars, in px."""

    row: UseRow
    names: tuple[str, ...]
    top: float
    bars: float


def draw_material_uses(rows: Sequence[UseRow], look: Look, room: float | None) -> Body:
    """Rows under a heading for each basis; every basis has a scale of its own, for they are never added."""
    natural, _ = _lay(rows, look, 0.0)
    extra = max(0.0, (room - natural) / (len(rows) + 1)) if room is not None else 0.0
    height, laid = _lay(rows, look, min(extra, look.canvas.label * 1.2))
    parts = [_draw_row(one, rows, look) for one in laid]
    return Body(
        height=max(height, room or 0.0),
        left=look.canvas.edge,
        right=look.canvas.edge,
        x_range=(0, inner_width(look)),
        traces=tuple(trace for traces, _ in parts for trace in traces),
        labels=(*_label_heads(rows, laid, look), *(label for _, labels in parts for label in labels)),
    )


def _is_stacked(look: Look) -> bool:
    """Whether names stand above their bars: where the picture is narrow and may be as high as it likes."""
    return look.canvas.narrow and look.canvas.height is None


def _columns(rows: Sequence[UseRow], basis: str, look: Look) -> tuple[Column, Column]:
    """Weights left, values right; on a narrow canvas below the names."""
    start = 0.0 if _is_stacked(look) else inner_width(look) * NAME_SHARE + GAP
    width = (inner_width(look) - start - GAP) / 2
    kg = [value for row in rows if row.basis == basis for value in row.kg if value]
    baht = [value for row in rows for value in row.baht if value]
    return Column(start, width, max(kg, default=1.0)), Column(start + width + GAP, width, max(baht, default=1.0))


def _lay(rows: Sequence[UseRow], look: Look, extra: float) -> tuple[float, tuple[Lay, ...]]:
    """Every row with its place, and the height of all."""
    name, bars = name_style(look), 2 * note_style(look).line
    room = inner_width(look) if _is_stacked(look) else inner_width(look) * NAME_SHARE
    at, basis = 0.0, ""
    laid: list[Lay] = []
    for row in rows:
        if row.basis != basis:
            at, basis = at + name.line * (2.2 if laid else 1.3), row.basis
        names = wrap_lines(name_use(row.use, look.language), name, room)
        if _is_stacked(look):
            laid.append(Lay(row, names, at, at + len(names) * name.line))
            at = laid[-1].bars + bars
        else:
            high = max(bars, len(names) * name.line)
            laid.append(Lay(row, names, at + (high - len(names) * name.line) / 2, at + (high - bars) / 2))
            at += high
        at += look.canvas.label * (0.2 if look.canvas.height else 0.5) + extra
    return at, tuple(laid)


def _label_heads(rows: Sequence[UseRow], laid: Sequence[Lay], look: Look) -> Iterable[Label]:
    """Above the first row of each basis: which weight it is, and what the columns are."""
    quiet = Style(look.canvas.note, look.palette.quiet, bold=True)
    firsts = {one.row.basis: one for one in reversed(laid)}
    for basis, first in firsts.items():
        y = min(first.top, first.bars) - quiet.line * 0.7
        kg, baht = _columns(rows, basis, look)
        label = code_label("weight_basis", basis)[look.language].casefold()
        yield Label(word("figures.uses_kg", look.language, basis=label), y, quiet, kg.left, "data", "left")
        yield Label(word("figures.uses_baht", look.language), y, quiet, baht.left, "data", "left")


def _draw_row(laid: Lay, rows: Sequence[UseRow], look: Look) -> tuple[list[go.Scatter], list[Label]]:
    style = name_style(look)
    labels = [
        Label(line, laid.top + (i + 0.5) * style.line, style, 0.0, "data", "left") for i, line in enumerate(laid.names)
    ]
    traces = []
    row = laid.row
    for column, values, write in zip(
        _columns(rows, row.basis, look), (row.kg, row.baht), (write_kg, write_baht), strict=True
    ):
        words = [write(value, look.language) for value in values]
        bars, texts = _draw_bars((values, words), column, laid, look)
        traces += bars
        labels += texts
    return traces, labels


def _draw_bars(
    told: tuple[Pair, Sequence[str]], column: Column, laid: Lay, look: Look
) -> tuple[list[go.Scatter], list[Label]]:
    """Before above after, each with its value at its end."""
    note, palette, better = note_style(look), look.palette, laid.row.better
    widest = max(note.width(text) for text in told[1])
    colours = (soft_colour(better, palette), role_colour(better, palette))
    traces, labels = [], []
    for at, (value, text) in enumerate(zip(*told, strict=True)):
        middle = laid.bars + (at + 0.5) * note.line
        long = (value or 0.0) / column.most * (column.width - widest - GAP)
        half = note.line * THICK / 2
        if long:
            traces.append(_bar(column.left, long, (middle - half, middle + half), colours[at]))
        style = note if at == 0 else Style(note.size, palette.ink)
        labels.append(Label(text, middle, style, column.left + long + (5 if long else 0), "data", "left"))
    return traces, [label for label in labels if label.text]


def _bar(x: float, long: float, ends: tuple[float, float], colour: str) -> go.Scatter:
    top, bottom = ends
    return go.Scatter(
        x=[x, x + long, x + long, x],
        y=[top, top, bottom, bottom],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=colour,
        hoverinfo="skip",
    )
