"""The results chain as a picture: five columns of boxes joined by arrows, or one under the other where it is narrow."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from analysis.evidence.chain import Chain
from figures.boxes import can_hold
from figures.chain_boxes import ALL, FIRST, NAMES, VALUES, box_lines
from figures.chain_columns import column_width, draw_columns
from figures.chain_list import draw_list
from figures.chain_plan import list_columns
from figures.frame import Body
from figures.sizes import CANVASES
from figures.theme import Look
from i18n import Language, word

SMALLEST = 1.3  # from this loosening on a box may tell its name alone


def draw_chain(chain: Chain, look: Look, room: float | None, most: tuple[float, float]) -> Body:
    """The chain with as much in its boxes as ``most`` px allow; it is higher where not even names fit.

    ``most`` is the height where all is told, and that where the note must say what is not.
    """
    bodies = []
    for detail in _details(look, most[0]):
        limit = most[0] if detail == ALL else most[1]
        body = _draw(chain, look, detail, room and min(room, limit))
        bodies.append(replace(body, said=tell_left_out(chain, detail, look.language)))
        if body.height <= limit:
            return bodies[-1]
    return bodies[-1]


def tell_left_out(chain: Chain, detail: int, language: Language) -> str:
    """What the boxes leave to the table; nothing where none has more to tell."""
    goals = [len(node.goals) for node in chain.nodes]
    key = {NAMES: "names", VALUES: "values", FIRST: "first"}.get(detail, "")
    silent = not key or not any(goals) or (detail == FIRST and max(goals) < 2)
    return "" if silent else word(f"figures.chain_only_{key}", language)


def _details(look: Look, most: float) -> tuple[int, ...]:
    """How much to tell, the most first; names alone only where type cannot be set smaller any more."""
    loosened = look.canvas.width / CANVASES[look.canvas.key].width
    if most == inf:
        return (ALL,)
    return (ALL, FIRST) if look.canvas.height and loosened < SMALLEST else (ALL, FIRST, VALUES, NAMES)


def _draw(chain: Chain, look: Look, detail: int, room: float | None) -> Body:
    if look.canvas.narrow and not look.canvas.height:
        return draw_list(chain, look, detail)
    width = column_width(chain, look)
    for size in (look.canvas.label, look.canvas.note):
        if all(can_hold(box_lines(node, look, detail, size), width) for node in chain.nodes):
            return draw_columns(chain, look, (detail, size), room)
    return draw_list(chain, look, detail)


def keep_some(chain: Chain, most: int | None) -> Chain:
    """At most ``most`` nodes and the links between them: the first of each level in turn."""
    if most is None or most >= len(chain.nodes):
        return chain
    levels = [list(chain.at(level)) for level in list_columns(chain)]
    in_turn = [nodes[at] for at in range(len(chain.nodes)) for nodes in levels if at < len(nodes)]
    kept = {node.name for node in in_turn[:most]}
    return replace(
        chain,
        nodes=tuple(node for node in chain.nodes if node.name in kept),
        links=tuple(link for link in chain.links if {link.start, link.end} <= kept),
    )
