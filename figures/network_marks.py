"""The lines, dots and squares of the picture of the network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import plotly.graph_objects as go

from analysis.evidence.tie_rows import Status
from figures.curves import bend
from figures.labels import escape_text
from figures.network_rows import Bond, Row
from figures.network_scene import Scene
from figures.status_key import SAMPLE, key_middle
from figures.theme import Look
from figures.ties import name_status, stroke_of

CURVE = 16  # points of a line
DOT_SIZE, END_SIZE = 9, 14  # px: the dot of a partner, the square of a receiver


def draw_lines(scene: Scene) -> Iterable[go.Scatter]:
    """The lines of each status on each side as one trace: nothing stands where a bond was not there."""
    for status in Status:
        for side in (0, 1):
            xs: list[float | None] = []
            ys: list[float | None] = []
            for one in scene.plan.rows:
                for place, bond in one.row.bonds.items():
                    if bond.status is status and bond.present[side] is not False:
                        line = _curve(scene, side, (scene.top + one.dot, scene.top + scene.plan.ends[place].y))
                        xs += [*line[0], None]
                        ys += [*line[1], None]
            if xs:
                yield _stroke(xs, ys, status, scene.look)


def _curve(scene: Scene, side: int, ys: tuple[float, float]) -> tuple[list[float], list[float]]:
    """From a partner's dot to the receiver."""
    return bend((scene.x(1, side), scene.x(0, side)), ys, CURVE)


def _stroke(xs: Sequence[float | None], ys: Sequence[float | None], status: Status, look: Look) -> go.Scatter:
    stroke = stroke_of(status, look.palette)
    return go.Scatter(
        x=list(xs),
        y=list(ys),
        mode="lines",
        line={"color": stroke.colour, "width": stroke.width, "dash": stroke.dash},
        hoverinfo="skip",
    )


def draw_samples(scene: Scene) -> Iterable[go.Scatter]:
    """A piece of line before each word of the key."""
    left, top = scene.key_at
    for item in scene.key:
        x, y = left + item.x, top + key_middle(item, scene.look)
        yield _stroke([x, x + (SAMPLE - 0.4) * scene.look.canvas.label], [y, y], item.status, scene.look)


def draw_dots(scene: Scene) -> go.Scatter:
    """Each partner on both sides: full where it was there, hollow where it was not."""
    look = scene.look
    marks = [(one, side) for one in scene.plan.rows for side in (0, 1)]
    full = [any(bond.present[side] for bond in one.row.bonds.values()) for one, side in marks]
    return go.Scatter(
        x=[scene.x(1, side) for _, side in marks],
        y=[scene.top + one.dot for one, _ in marks],
        mode="markers",
        marker={
            "size": DOT_SIZE,
            "opacity": 1,
            "color": [look.palette.ink if there else look.palette.ground for there in full],
            "line": {"color": look.palette.ink, "width": 1.5},
        },
        hovertext=[_hover(one.row, look) for one, _ in marks],
        hoverinfo="text",
        cliponaxis=False,
    )


def _hover(row: Row, look: Look) -> str:
    became = name_status(row.status, look.language) if row.status else ""
    return "<br>".join(map(escape_text, filter(None, (row.name, became, row.detail))))


def draw_ends(scene: Scene) -> go.Scatter:
    """A square for each receiver, on both sides; hollow where nobody supports it in that round."""
    look = scene.look
    marks = [(place, side) for place in range(len(scene.plan.ends)) for side in (0, 1)]
    bonds = [(place, bond) for one in scene.plan.rows for place, bond in one.row.bonds.items()]
    full = [_is_reached(bonds, place, side) for place, side in marks]
    return go.Scatter(
        x=[scene.x(0, side) for _, side in marks],
        y=[scene.top + scene.plan.ends[place].y for place, _ in marks],
        mode="markers",
        marker={
            "size": END_SIZE,
            "symbol": "square",
            "opacity": 1,
            "color": [look.palette.ink if reached else look.palette.ground for reached in full],
            "line": {"color": look.palette.ink, "width": 1.5},
        },
        hoverinfo="skip",
        cliponaxis=False,
    )


def _is_reached(bonds: Iterable[tuple[int, Bond]], place: int, side: int) -> bool:
    return any(at == place and bool(bond.present[side]) for at, bond in bonds)
