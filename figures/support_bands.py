"""The bands of ties between the columns of a panel: where each begins and ends, its area and its edge."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from analysis.evidence.tie_rows import Status
from figures.curves import bend
from figures.labels import escape_text
from figures.support_plan import Columns, Node
from figures.theme import Look
from figures.ties import Band, TieView, name_status, stroke_of
from figures.wording import ARROW
from i18n.numbers import write_number

CURVE = 24  # points of a band's edge


def edge_width(status: Status) -> float:
    """Continuing bands have no edge; those of the others tell them apart without colour."""
    return 0 if status is Status.CONTINUING else 1.5


def stack_bands(bands: Sequence[Band], columns: Columns, side: int) -> list[tuple[Band, tuple[float, float]]]:
    """Each band with the px from the top of its bars at which it begins and ends, in the order of the nodes."""
    order = {(node.column, node.key): place for place, node in enumerate(columns.nodes)}
    statuses = list(Status)
    taken: dict[tuple[int, str, bool], float] = {}

    def rank(band: Band) -> tuple[int, int, int]:
        nodes = order[band.column, band.start], order[band.column + 1, band.end]
        return (*nodes, statuses.index(band.status))

    placed = []
    for band in sorted(bands, key=rank):
        size, ends = band.count * columns.unit, []
        for node, leaving in (((band.column, band.start), True), ((band.column + 1, band.end), False)):
            ends.append(taken.get((*node, leaving), find_slack(columns.find(*node), columns, side)))
            taken[(*node, leaving)] = ends[-1] + size
        placed.append((band, (ends[0], ends[1])))
    return placed


def find_slack(node: Node, columns: Columns, side: int) -> float:
    """Px above a bar that is lower than that of the other round: both are centred on one line."""
    return (node.height - node.counts[side] * columns.unit) / 2


def draw_band(
    band: Band, ends: tuple[float, float], place: tuple[Columns, float, float], how: tuple[TieView, Look]
) -> go.Scatter:
    """A band between its bars, whose px from their tops are ``ends``; the panel begins at ``left`` and ``top``."""
    (columns, left, top), (view, look) = place, how
    start, end = columns.find(band.column, band.start), columns.find(band.column + 1, band.end)
    sides = left + start.x + start.width, left + end.x
    xs, ys = bend(sides, (top + start.top + ends[0], top + end.top + ends[1]), CURVE)
    stroke, size = stroke_of(band.status, look.palette), band.count * columns.unit
    return go.Scatter(
        x=xs + xs[::-1] + xs[:1],
        y=ys + [y + size for y in reversed(ys)] + ys[:1],
        mode="lines",
        line={"width": edge_width(band.status), "color": stroke.colour, "dash": stroke.dash},
        fill="toself",
        fillcolor=stroke.area,
        hoveron="fills",
        hoverinfo="text",
        text=escape_text(_tell(band, view, look)),
    )


def _tell(band: Band, view: TieView, look: Look) -> str:
    ends = ((band.column, band.start), (band.column + 1, band.end))
    names = f" {ARROW} ".join(view.name(*node, look.language) for node in ends)
    return f"{names}: {write_number(band.count)} {name_status(band.status, look.language)}"
