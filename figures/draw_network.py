"""Who supports whom: partners in the middle, those whom they support left (before) and right (after)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi

import plotly.graph_objects as go

from analysis.evidence.network import Network
from analysis.evidence.tie_rows import Status
from dictionary.nouns import Round
from figures.frame import Body
from figures.labels import Anchor, Label, Style, escape_text, wrap_lines, wrap_parts
from figures.network_plan import NetworkPlan, plan_network
from figures.network_rows import MOST_PARTNERS, Bond, Row, list_rows, name_receivers
from figures.status_key import SAMPLE, KeyItem, key_height, key_labels, key_middle, key_width, lay_key
from figures.theme import Look
from figures.ties import count_statuses, name_status, stroke_of
from figures.wording import DOT, write_round
from i18n import word
from i18n.numbers import write_number

CURVE = 16  # points of a line
DOT_SIZE, END_SIZE = 9, 14  # px: the dot of a partner, the square of a receiver


@dataclass(frozen=True, slots=True)
class Scene:
    """The parts of the picture one under the other: heads, rows from ``top``, key and letters from ``foot`` (px).

    Where the canvas is low and wide the key stands between the heads.
    """

    plan: NetworkPlan
    heads: tuple[tuple[str, ...], tuple[str, ...]]
    key: tuple[KeyItem, ...]
    letters: tuple[str, ...]
    top: float
    is_key_above: bool
    look: Look

    @property
    def foot(self) -> float:
        """Px to what stands below the rows."""
        below = self.letters or not self.is_key_above
        return self.top + self.plan.height + (0.8 * self.look.canvas.label if below else 0)

    @property
    def key_at(self) -> tuple[float, float]:
        """The corner of the key: below the rows, or between the heads."""
        if not self.is_key_above:
            return 0.0, self.foot
        return (self.inner - key_width(self.key, self.look)) / 2, 0.0

    @property
    def letters_at(self) -> float:
        """Px to what the letters stand for."""
        return self.foot + (0 if self.is_key_above else key_height(self.key, self.look))

    @property
    def height(self) -> float:
        """Px of the whole."""
        return self.letters_at + len(self.letters) * _small(self.look).line

    @property
    def inner(self) -> float:
        """Px between the edges."""
        return self.look.canvas.width - 2 * self.look.canvas.edge

    def x(self, place: int, side: int) -> float:
        """Where receivers end (0) or names of partners begin (1), on the side of a round."""
        return self.inner - self.plan.xs[place] if side else self.plan.xs[place]


def draw_network(network: Network, rounds: tuple[Round, Round], look: Look, room: tuple[float | None, bool]) -> Body:
    """The same places before and after. ``room``: the most height in px (None: free), and whether to draw sectors.

    What each partner gives stands below its name where there is room for that.
    """
    most, by_sector = room
    by_sector = by_sector or len(network.partners) > MOST_PARTNERS
    scene = _lay(network, rounds, look, (by_sector, by_sector or not look.canvas.narrow))
    limit = most if most is not None else look.canvas.page
    if limit is not None and scene.height > limit and not by_sector:
        scene = _lay(network, rounds, look, (by_sector, False))
    return Body(
        height=max(scene.height, most or 0.0),
        left=look.canvas.edge,
        right=look.canvas.edge,
        x_range=(0, scene.inner),
        traces=(*_lines(scene), *_samples(scene), _dots(scene), _ends(scene)),
        labels=(*_head_labels(scene), *_row_labels(scene), *_end_labels(scene), *_foot_labels(scene)),
    )


def _lay(network: Network, rounds: tuple[Round, Round], look: Look, how: tuple[bool, bool]) -> Scene:
    """The scene with rows for sectors or partners, with or without what they give."""
    by_sector, detailed = how
    rows, receivers = list_rows(network, look.language, by_sector), name_receivers(network, look.language)
    plan = plan_network(rows, receivers, look, detailed)
    inner = look.canvas.width - 2 * look.canvas.edge
    bonds = count_statuses(bond.status for row in rows for bond in row.bonds.values())
    key = lay_key(tuple(bonds), look, inner)
    heads, between = _lay_heads(network, rounds, look, key)
    return Scene(
        plan,
        heads,
        key,
        wrap_parts(DOT.join(plan.key), _small(look), inner) if plan.key else (),
        max(map(len, heads)) * _plain(look).line + 0.6 * look.canvas.label,
        between,
        look,
    )


def _lay_heads(
    network: Network, rounds: tuple[Round, Round], look: Look, key: Sequence[KeyItem]
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], bool]:
    """The lines above both sides, in one line each where the key stands between them; and whether it does."""
    heads = _head(network, rounds, 0, look), _head(network, rounds, 1, look)
    first, last = (f"{' '.join(head[:-1])}: {head[-1]}" for head in heads)
    inner = look.canvas.width - 2 * look.canvas.edge
    widest = max(_bold(look).width(first), _bold(look).width(last)) + look.canvas.label
    if look.canvas.height and key_height(key, look) <= _plain(look).line and 2 * widest + key_width(key, look) <= inner:
        return ((first,), (last,)), True
    return heads, False


def _plain(look: Look) -> Style:
    return Style(look.canvas.label, look.palette.ink)


def _small(look: Look) -> Style:
    return Style(look.canvas.note, look.palette.quiet)


def _bold(look: Look) -> Style:
    return Style(look.canvas.label, look.palette.ink, bold=True)


def _head(network: Network, rounds: tuple[Round, Round], side: int, look: Look) -> tuple[str, ...]:
    """The lines above a side: the round, then how many partners are there."""
    there = sum(bool(partner.present[side]) for partner in network.partners)
    width = (look.canvas.width - 2 * look.canvas.edge) / 2 - look.canvas.label
    lines = wrap_lines(write_round(rounds[side], look.language), _plain(look), width)
    return (*lines, word("figures.organisations", look.language, n=write_number(there)))


def _head_labels(scene: Scene) -> Iterable[Label]:
    look, line = scene.look, _plain(scene.look).line
    sides: tuple[tuple[float, Anchor], ...] = ((0.0, "left"), (scene.inner, "right"))
    for head, (x, anchor) in zip(scene.heads, sides, strict=True):
        for i, text in enumerate(head):
            style = _bold(look) if i == len(head) - 1 else _plain(look)
            yield Label(text, (i + 0.5) * line, style, x, "data", anchor)


def _row_labels(scene: Scene) -> Iterable[Label]:
    """The heading of each status, then the names of partners and what they give, in the middle."""
    look, middle = scene.look, scene.inner / 2
    name, small = _plain(look), _small(look)
    for one in scene.plan.rows:
        top = scene.top + one.top
        if one.heading is not None:
            yield Label(one.row.heading, scene.top + one.heading, _bold(look), middle, "data", "center")
        for i, text in enumerate(one.names):
            yield Label(text, top + (i + 0.5) * name.line, name, middle, "data", "center")
        for i, text in enumerate(one.details):
            y = top + len(one.names) * name.line + (i + 0.5) * small.line
            yield Label(text, y, small, middle, "data", "center")


def _end_labels(scene: Scene) -> Iterable[Label]:
    """Whom partners support, outside of both sides; a letter where the canvas is narrow."""
    style, away = _plain(scene.look), 0.6 * scene.look.canvas.label
    for end in scene.plan.ends:
        for i, text in enumerate(end.lines):
            y = scene.top + end.y + (i - (len(end.lines) - 1) / 2) * style.line
            yield Label(text, y, style, scene.x(0, 0) - away, "data", "right")
            yield Label(text, y, style, scene.x(0, 1) + away, "data", "left")


def _foot_labels(scene: Scene) -> Iterable[Label]:
    look = scene.look
    yield from key_labels(scene.key, *scene.key_at, look)
    for i, text in enumerate(scene.letters):
        yield Label(text, scene.letters_at + (i + 0.5) * _small(look).line, _small(look), 0, "data")


def _lines(scene: Scene) -> Iterable[go.Scatter]:
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
    start, end = scene.x(1, side), scene.x(0, side)
    steps = [i / CURVE for i in range(CURVE + 1)]
    return [start + (end - start) * t for t in steps], [ys[0] + (ys[1] - ys[0]) * (1 - cos(pi * t)) / 2 for t in steps]


def _stroke(xs: Sequence[float | None], ys: Sequence[float | None], status: Status, look: Look) -> go.Scatter:
    stroke = stroke_of(status, look.palette)
    return go.Scatter(
        x=list(xs),
        y=list(ys),
        mode="lines",
        line={"color": stroke.colour, "width": stroke.width, "dash": stroke.dash},
        hoverinfo="skip",
    )


def _samples(scene: Scene) -> Iterable[go.Scatter]:
    """A piece of line before each word of the key."""
    left, top = scene.key_at
    for item in scene.key:
        x, y = left + item.x, top + key_middle(item, scene.look)
        yield _stroke([x, x + (SAMPLE - 0.4) * scene.look.canvas.label], [y, y], item.status, scene.look)


def _dots(scene: Scene) -> go.Scatter:
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


def _ends(scene: Scene) -> go.Scatter:
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
