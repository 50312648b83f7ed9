"""Where the rows of a chart stand: names, values and marks beside each other, or one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from figures.labels import Style, wrap_lines, wrap_parts
from figures.rows import GAP, Row, name_style, value_style, words_width
from figures.theme import Look
from i18n import word

NAME_SHARE = 0.36  # of the width, where names stand beside the marks with their values below
DENSE_SHARES = (0.27, 0.23)  # of the width for names and for values, where both stand on one line
WIDE_SHARES = (0.41, 0.21)  # the same where names are long
LINE_SHARES = (0.43, 0.29)  # of the width for names and for the words behind the marks, on one line without values
STRIP_SHARE = 0.4  # of the width, for the marks on a narrow canvas, right of the values
MARK_LINE = 1.1  # height of a mark that has a line of its own, in type sizes of a name
MOST_GAP = 34  # px that a row may grow by where the canvas is taller than the content
HEADING_LINES = 1.9  # height of a group's heading, in lines of a name


class Layout(Enum):
    """Where the values and the mark of a row stand."""

    BESIDE = auto()  # values below the name, the mark beside both
    DENSE = auto()  # name, values and mark on one line
    WIDE = auto()  # on a brief canvas: the same with more room for names and less for marks
    BELOW = auto()  # on a narrow canvas: name, values and mark one under the other, each as wide as the picture
    STRIP = auto()  # on a narrow canvas, closer: the mark right of the values
    LINE = auto()  # on a brief narrow canvas: name, mark and words on one line, the values left to the table


SHARES = {
    Layout.BESIDE: NAME_SHARE,
    Layout.DENSE: sum(DENSE_SHARES),
    Layout.WIDE: sum(WIDE_SHARES),
    Layout.STRIP: 1 - STRIP_SHARE,
    Layout.LINE: LINE_SHARES[0],
}
GAPS = {
    Layout.BESIDE: 0.5,
    Layout.DENSE: 0.2,
    Layout.WIDE: 0.2,
    Layout.BELOW: 0.6,
    Layout.STRIP: 0.5,
    Layout.LINE: 0.15,
}  # between rows, in type sizes


@dataclass(frozen=True, slots=True)
class Spacing:
    """How rows are spaced: ``extra`` px added to each, ``above`` px before the first."""

    layout: Layout
    extra: float = 0
    above: float = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its wrapped lines; the tops of its name and values and its ``mark`` are px from the body's top.

    ``headings`` are the lines of the heading above it.
    """

    row: Row
    names: tuple[str, ...]
    values: tuple[str, ...]
    top: float
    values_top: float
    mark: float
    bottom: float
    headings: tuple[str, ...] = ()


def layouts(look: Look) -> tuple[Layout, ...]:
    """The layout for a canvas, and closer ones for where that would be too high."""
    if look.canvas.narrow:
        return Layout.BELOW, Layout.STRIP
    return (Layout.BESIDE, Layout.DENSE, *((Layout.WIDE,) if look.canvas.brief else ()))


def margins(look: Look, layout: Layout) -> tuple[float, float]:
    """Px left and right of the marks: names and values stand left of them, unless they stand above."""
    edge, inner = look.canvas.edge, look.canvas.width - 2 * look.canvas.edge
    if layout is Layout.BELOW:
        return edge, edge
    right = edge + inner * LINE_SHARES[1] + GAP if layout is Layout.LINE else edge
    return edge + inner * SHARES[layout] + 2 * GAP, right


def value_place(look: Look, layout: Layout) -> float:
    """Px from the left edge of the page to the values of a row."""
    edge, shares = look.canvas.edge, {Layout.DENSE: DENSE_SHARES, Layout.WIDE: WIDE_SHARES}.get(layout)
    return edge + (look.canvas.width - 2 * edge) * shares[0] + GAP if shares else edge


def choose_rows(rows: Sequence[Row], look: Look, most: float) -> tuple[tuple[Placed, ...], Layout]:
    """Rows in the canvas' layout, or in the first closer one in which they are not higher than ``most`` px.

    The lowest where none is, unless the canvas is brief.
    """
    tried: list[tuple[tuple[Placed, ...], Layout]] = []
    for layout in layouts(look):
        tried.append((place_rows(rows, look, Spacing(layout)), layout))
        if tried[-1][0][-1].bottom <= most:
            return tried[-1]
    if _can_be_brief(rows, look):
        return place_rows(rows, look, Spacing(Layout.LINE)), Layout.LINE
    return min(tried, key=lambda one: one[0][-1].bottom)


def end_words(row: Row) -> tuple[str, str]:
    """What stands behind the mark where values have no line of their own: the change, or else the values."""
    return (row.strong, row.words) if row.strong or row.words else ("", row.values)


def tell_left_out(rows: Sequence[Row], layout: Layout, look: Look) -> str:
    """That the values of the rows are not drawn; nothing where they are, or stand in the place of a change."""
    left = layout is Layout.LINE and any(row.values not in end_words(row) for row in rows)
    return word("figures.values_in_table", look.language) if left else ""


def _can_be_brief(rows: Sequence[Row], look: Look) -> bool:
    """Whether the words of every row have room behind its mark."""
    most = (look.canvas.width - 2 * look.canvas.edge) * LINE_SHARES[1]
    told = (replace(row, strong=strong, words=words) for row in rows for strong, words in (end_words(row),))
    return look.canvas.brief and look.canvas.narrow and all(words_width(row, look) <= most for row in told)


def heading_style(look: Look) -> Style:
    """The type of a heading above rows."""
    return Style(look.canvas.label, look.palette.ink, bold=True)


def place_rows(rows: Sequence[Row], look: Look, spacing: Spacing) -> tuple[Placed, ...]:
    """Every row with its place, one under the other."""
    placed: list[Placed] = []
    layout, extra = spacing.layout, spacing.extra
    closer = 0.4 if layout in {Layout.DENSE, Layout.WIDE, Layout.LINE} else 0
    at, across = spacing.above, look.canvas.width - 2 * look.canvas.edge
    for row in rows:
        headings = wrap_lines(row.heading, heading_style(look), across) if row.heading else ()
        if headings:
            lines = len(headings) - 1 + (HEADING_LINES if placed else HEADING_LINES - 0.6) - closer
            at += name_style(look).line * lines
        placed.append(replace(_place(row, look, layout, at + extra / 2), headings=headings))
        at = placed[-1].bottom + look.canvas.label * GAPS[layout] + extra / 2
    return tuple(placed)


def _place(row: Row, look: Look, layout: Layout, top: float) -> Placed:
    return _PLACE[layout](row, look, top) if layout in _PLACE else _place_dense(row, look, layout, top)


def _place_beside(row: Row, look: Look, top: float) -> Placed:
    beside = margins(look, Layout.BESIDE)[0] - look.canvas.edge - 2 * GAP
    return _stack(row, look, top, (beside, beside))


def _stack(row: Row, look: Look, top: float, widths: tuple[float, float]) -> Placed:
    """Name above values, in lines of these widths; the mark is half way down."""
    names = wrap_lines(row.name, name_style(look), widths[0])
    values = wrap_parts(row.values, value_style(look), widths[1])
    values_top = top + len(names) * name_style(look).line
    bottom = values_top + len(values) * value_style(look).line
    return Placed(row, names, values, top, values_top, (top + bottom) / 2, bottom)


def _place_strip(row: Row, look: Look, top: float) -> Placed:
    """The change stands beside the name, the mark below it and right of the values."""
    beside = margins(look, Layout.STRIP)[0] - look.canvas.edge - 2 * GAP
    stacked = _stack(row, look, top, (_room_for_name(row, look), beside))
    return replace(stacked, mark=(stacked.values_top + stacked.bottom) / 2)


def _place_below(row: Row, look: Look, top: float) -> Placed:
    """The change stands beside the name, the mark below both on a line of its own."""
    stacked = _stack(row, look, top, (_room_for_name(row, look), look.canvas.width - 2 * look.canvas.edge))
    height = look.canvas.label * MARK_LINE
    return replace(stacked, mark=stacked.bottom + height / 2, bottom=stacked.bottom + height)


def _room_for_name(row: Row, look: Look) -> float:
    across = look.canvas.width - 2 * look.canvas.edge
    return max(across * 0.4, across - words_width(row, look) - 2 * GAP)


def _place_dense(row: Row, look: Look, layout: Layout, top: float) -> Placed:
    start = value_place(look, layout)
    names = wrap_lines(row.name, name_style(look), start - look.canvas.edge - GAP)
    values = wrap_parts(row.values, value_style(look), margins(look, layout)[0] - start - 2 * GAP)
    heights = (len(names) * name_style(look).line, len(values) * value_style(look).line)
    height = max(heights)
    lead = (height - heights[0]) / 2
    return Placed(row, names, values, top + lead, top + (height - heights[1]) / 2, top + height / 2, top + height)


def _place_line(row: Row, look: Look, top: float) -> Placed:
    names = wrap_lines(row.name, name_style(look), margins(look, Layout.LINE)[0] - look.canvas.edge - 2 * GAP)
    height = len(names) * name_style(look).line
    return Placed(row, names, (), top, top, top + height / 2, top + height)


_PLACE = {
    Layout.BESIDE: _place_beside,
    Layout.BELOW: _place_below,
    Layout.STRIP: _place_strip,
    Layout.LINE: _place_line,
}
