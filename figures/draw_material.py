"""One unit of a material before and after on one scale: from both edges inwards to where it ends, named in between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from analysis.evidence.material import Material
from dictionary.nouns import Round
from figures.curves import bend
from figures.frame import Body
from figures.labels import Label, Style, escape_text, wrap_lines
from figures.material_lines import (
    inner_width,
    label_heads,
    label_rows,
    lay_rows,
    name_style,
    side_width,
    write_head,
)
from figures.material_plan import Bar, Key, Ribbon, Side, plan_side
from figures.material_web import weave
from figures.materials import LOST, USED, list_ends, name_use, write_kg
from figures.theme import Look, role_colour, soft_colour
from i18n.wrap import split_words

BAR = 7.0  # px
GAP = 4.0  # px between a bar and its name
CURVE = 16  # points of a ribbon's edge between two steps
HATCHED = {"unaccounted", "mixed", "unweighed"}
HATCH = 6.0  # px: a thinner band shows no lines


@dataclass(frozen=True, slots=True)
class Drawing:
    """One of the two drawings: its plan, whether it runs from the right, and ``top`` px of the body above it."""

    side: Side
    material: Material
    mirrored: bool
    top: float
    look: Look

    def x(self, step: int, after: float = 0.0) -> float:
        """Px from the left edge of the body to a step, ``after`` px further inwards."""
        px = step / self.side.steps * (side_width(self.look) - BAR) + after
        return inner_width(self.look) - px if self.mirrored else px


def draw_material(
    material: Material, rounds: tuple[Round, Round], look: Look, place: tuple[float | None, float | None, int | None]
) -> Body:
    """Before flows from the left, after from the right.

    ``place`` is the height given (px), the most that it may be where none is given, and the most ends named.
    """
    room, limit, most = place
    heads = [write_head(material, one, at, look) for at, one in enumerate(rounds)]
    top = max(map(len, heads)) * name_style(look).line + look.canvas.label * 0.7
    given = room or limit
    rows = lay_rows(list_ends(material, look.language, most), material, look, (given and given - top, room is not None))
    middles = {place: at for line, at in zip(rows.lines, rows.middles, strict=True) for place in line.end.places}
    web = weave(material)
    sides = [plan_side(balance, web, middles, rows.unit) for balance in material.balances]
    lowest = max([rows.height, *(bar.top + bar.height for side in sides for bar in side.bars.values())])
    drawings = [Drawing(side, material, bool(at), top, look) for at, side in enumerate(sides)]
    return Body(
        height=top + lowest,
        left=look.canvas.edge,
        right=look.canvas.edge,
        x_range=(0, inner_width(look)),
        traces=tuple(trace for drawing in drawings for trace in _draw_side(drawing)),
        labels=(
            *label_heads(heads, rounds, top, look),
            *label_rows(rows, top, look),
            *(label for drawing in drawings for label in _name_things(drawing)),
        ),
    )


def _name_things(drawing: Drawing) -> Iterable[Label]:
    """What lies on the way, on the band that leads to it, where that is broad enough (else it stands with its ends)."""
    look = drawing.look
    style = Style(look.canvas.note, look.palette.ink)
    room = (side_width(look) - BAR) / drawing.side.steps - BAR - 2 * GAP
    for key, bar in drawing.side.bars.items():
        if look.canvas.narrow or not isinstance(key, str) or not bar.step:
            continue
        lines = wrap_lines(drawing.material.names.get(key, ""), style, room)
        whole = all(style.width(piece) <= room for piece in split_words(" ".join(lines)))
        if not whole or len(lines) * style.line > bar.height + GAP:
            continue
        x = drawing.x(bar.step, -GAP)
        for i, line in enumerate(lines):
            y = drawing.top + bar.middle + (i + 0.5 - len(lines) / 2) * style.line
            yield Label(line, y, style, x, "data", "left" if drawing.mirrored else "right")


def _draw_side(drawing: Drawing) -> Iterable[go.Scatter]:
    yield from (_draw_ribbon(ribbon, drawing) for ribbon in drawing.side.ribbons)
    for key, bar in drawing.side.bars.items():
        if isinstance(key, str) or isinstance(key[0], str):  # no bar where a band only passes
            yield _draw_bar(key, bar, drawing)


def _draw_ribbon(ribbon: Ribbon, drawing: Drawing) -> go.Scatter:
    xs: list[float] = []
    ys: list[float] = []
    points = list(zip(ribbon.steps, ribbon.tops, strict=True))
    for (step, y0), (following, y1) in pairwise(points):
        ends = drawing.x(step, BAR), drawing.x(following)
        across, down = bend(ends, (drawing.top + y0, drawing.top + y1), CURVE)
        xs += across
        ys += down
    lower = [y + ribbon.height for y in reversed(ys)]
    return _area(xs + xs[::-1], ys + lower, _fill(ribbon, drawing.look), _tell(ribbon, drawing))


def _draw_bar(key: Key, bar: Bar, drawing: Drawing) -> go.Scatter:
    x0, x1 = drawing.x(bar.step), drawing.x(bar.step, BAR)
    y0, y1 = drawing.top + bar.top, drawing.top + bar.top + bar.height
    palette = drawing.look.palette
    thing = palette.quiet if bar.step else palette.ink
    colour = thing if isinstance(key, str) else role_colour(_better(str(key[1])), palette)
    return _area([x0, x1, x1, x0], [y0, y0, y1, y1], {"fillcolor": colour}, "")


def _better(use: str) -> bool | None:
    return True if use in USED else False if use in LOST else None


def _fill(ribbon: Ribbon, look: Look) -> dict[str, Any]:
    """The colour of how it ends; hatched where nobody knows and it is broad enough for it."""
    palette, use = look.palette, ribbon.band.use
    if use not in HATCHED or ribbon.height < HATCH:
        return {"fillcolor": soft_colour(_better(use), palette)}
    pattern = {"shape": "/", "fgcolor": palette.neutral, "bgcolor": palette.ground, "size": 5, "solidity": 0.25}
    return {"fillcolor": palette.ground, "fillpattern": pattern}


def _area(xs: Sequence[float], ys: Sequence[float], fill: dict[str, Any], told: str) -> go.Scatter:
    hover = {"hoveron": "fills", "hoverinfo": "text", "text": told} if told else {"hoverinfo": "skip"}
    return go.Scatter(x=xs, y=ys, mode="lines", line={"width": 0}, fill="toself", **fill, **hover)


def _tell(ribbon: Ribbon, drawing: Drawing) -> str:
    """What a reader learns who points at a band: from, to, weight."""
    names, band, language = drawing.material.names, ribbon.band, drawing.look.language
    target = names.get(band.target) or name_use(band.use, language)
    return escape_text(f"{names.get(band.origin, '')} → {target} {write_kg(band.kg, language)}".strip())
