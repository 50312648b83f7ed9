"""The balance of the dimensions: one square for each indicator, worse to the left, better to the right, all alike."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from dictionary.load import code_label
from dictionary.nouns import Dimension
from figures.balance import BalanceRow, list_counts, name_level
from figures.draw_rows import draw_rows
from figures.frame import Body
from figures.row_places import Placed
from figures.rows import Axis, Row
from figures.theme import Look, role_colour
from figures.wording import DOT
from i18n import Language, word

SQUARE = 15  # px high
INSET = 0.07  # of a square, left empty on both sides


def draw_balance(rows: Sequence[BalanceRow], look: Look, room: float | None) -> Body:
    """A row for each level under its dimension."""
    lines: list[Row] = []
    headed: set[Dimension] = set()
    for row in rows:
        heading = "" if row.dimension in headed else word(f"figures.{row.dimension}", look.language)
        lines.append(_row(row, heading, look))
        headed.add(row.dimension)
    widest = float(max(3, *(max(row.better, row.worse) for row in rows)))
    ticks = ((0.0, word("figures.balance_tick", look.language)),)
    return draw_rows(lines, Axis(ticks, -widest, widest, draw=_draw_squares), look, room)


def _row(row: BalanceRow, heading: str, look: Look) -> Row:
    """Where it is narrow the counts stand beside the squares, below the level."""
    counts, narrow = DOT.join(list_counts(row, look.language)), look.canvas.narrow
    return Row(
        name=name_level(row.level, look.language),
        values=counts if narrow else "",
        words="" if narrow else counts,
        start=-float(row.worse),
        stop=float(row.better),
        heading=heading,
    )


def _draw_squares(placed: Sequence[Placed], look: Look) -> tuple[go.Scatter, ...]:
    return tuple(_squares(placed, look, better) for better in (False, True))


def _squares(placed: Sequence[Placed], look: Look, better: bool) -> go.Scatter:
    spots = [(p.mark, at) for p in placed for at in _places(p.row, better)]
    return go.Scatter(
        x=[x for _, at in spots for x in (at + INSET, at + 1 - INSET, None)],
        y=[y for mark, _ in spots for y in (mark, mark, None)],
        mode="lines",
        line={"color": role_colour(better, look.palette), "width": SQUARE},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _places(row: Row, better: bool) -> range:
    return range(round(row.stop or 0)) if better else range(round(row.start or 0), 0)


def dimension_name(dimension: Dimension | None, language: Language) -> str:
    """The name of a dimension; that none is stated is said."""
    return code_label("dimension", dimension)[language] if dimension else word("figures.no_dimension", language)
