"""Who supports whom: partners in the middle, those whom they support left (before) and right (after)."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.evidence.network import Network
from dictionary.nouns import Round
from figures.frame import Body
from figures.labels import Anchor, Label
from figures.network_marks import draw_dots, draw_ends, draw_lines, draw_samples
from figures.network_rows import MOST_PARTNERS
from figures.network_scene import Scene, bold_style, lay_scene, plain_style, small_style
from figures.status_key import key_labels
from figures.theme import Look

MOST_APART = 2.5  # of the type size: what rows are set further apart where there is room


def draw_network(network: Network, rounds: tuple[Round, Round], look: Look, room: tuple[float | None, bool]) -> Body:
    """The same places before and after. ``room``: the most height in px (None: free), and whether to draw sectors.

    What each partner gives stands below its name where there is room for that.
    """
    most, by_sector = room
    by_sector = by_sector or len(network.partners) > MOST_PARTNERS
    detailed = by_sector or not look.canvas.narrow
    scene = lay_scene(network, rounds, look, (by_sector, detailed, 0.0))
    limit = most if most is not None else look.canvas.page
    if limit is not None and scene.height > limit and not by_sector:
        detailed = False
        scene = lay_scene(network, rounds, look, (by_sector, detailed, 0.0))
    if most is not None and most > scene.height:
        spare = min((most - scene.height) / len(scene.plan.rows), MOST_APART * look.canvas.label)
        scene = lay_scene(network, rounds, look, (by_sector, detailed, spare))
    return Body(
        height=max(scene.height, most or 0.0),
        left=look.canvas.edge,
        right=look.canvas.edge,
        x_range=(0, scene.inner),
        traces=(*draw_lines(scene), *draw_samples(scene), draw_dots(scene), draw_ends(scene)),
        labels=(*_head_labels(scene), *_row_labels(scene), *_end_labels(scene), *_foot_labels(scene)),
    )


def _head_labels(scene: Scene) -> Iterable[Label]:
    look, line = scene.look, plain_style(scene.look).line
    sides: tuple[tuple[float, Anchor], ...] = ((0.0, "left"), (scene.inner, "right"))
    for head, (x, anchor) in zip(scene.heads, sides, strict=True):
        for i, text in enumerate(head):
            style = bold_style(look) if i == len(head) - 1 else plain_style(look)
            yield Label(text, (i + 0.5) * line, style, x, "data", anchor)


def _row_labels(scene: Scene) -> Iterable[Label]:
    """The heading of each status, then the names of partners and what they give, in the middle."""
    look, middle = scene.look, scene.inner / 2
    name, small = plain_style(look), small_style(look)
    for one in scene.plan.rows:
        top = scene.top + one.top
        if one.heading is not None:
            yield Label(one.row.heading, scene.top + one.heading, bold_style(look), middle, "data", "center")
        for i, text in enumerate(one.names):
            yield Label(text, top + (i + 0.5) * name.line, name, middle, "data", "center")
        for i, text in enumerate(one.details):
            y = top + len(one.names) * name.line + (i + 0.5) * small.line
            yield Label(text, y, small, middle, "data", "center")


def _end_labels(scene: Scene) -> Iterable[Label]:
    """Whom partners support, outside of both sides; a letter where the canvas is narrow."""
    style, away = plain_style(scene.look), 0.6 * scene.look.canvas.label
    for end in scene.plan.ends:
        for i, text in enumerate(end.lines):
            y = scene.top + end.y + (i - (len(end.lines) - 1) / 2) * style.line
            yield Label(text, y, style, scene.x(0, 0) - away, "data", "right")
            yield Label(text, y, style, scene.x(0, 1) + away, "data", "left")


def _foot_labels(scene: Scene) -> Iterable[Label]:
    look = scene.look
    yield from key_labels(scene.key, *scene.key_at, look)
    for i, text in enumerate(scene.letters):
        yield Label(text, scene.letters_at + (i + 0.5) * small_style(look).line, small_style(look), 0, "data")
