"""Good and bad effects as boxes of one kind: bad on the left, good on the right, or one under the other, bad first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.evidence.effects import Effect
from figures.boxes import Box, Line, edge_of, lay_box
from figures.draw_balance import dimension_name
from figures.effect_words import write_evidence, write_nature, write_response, write_size
from figures.frame import Body
from figures.labels import Label, Style
from figures.theme import Look, role_colour, soft_colour
from figures.wording import DOT

MOST_APART = 1.2  # of the type size: what boxes are set further apart where there is room


@dataclass(frozen=True, slots=True)
class Placed:
    """An effect's box, its upper left corner at ``x``, ``top`` px."""

    effect: Effect
    box: Box
    x: float
    top: float


def draw_effects(effects: Sequence[Effect], look: Look, most: float) -> Body:
    """All that is known of each effect, or less of it where that is higher than ``most`` px."""
    much = _draw(effects, look, (True, 0.0)).height <= most
    body = _draw(effects, look, (much, 0.0))
    if not look.canvas.height or body.height >= most:
        return body
    return _draw(effects, look, (much, min((most - body.height) / len(effects), MOST_APART * look.canvas.label)))


def _draw(effects: Sequence[Effect], look: Look, telling: tuple[bool, float]) -> Body:
    """``telling``: whether all that is known, and px that boxes are set further apart."""
    inner, head = look.canvas.width - 2 * look.canvas.edge, Style(look.canvas.label, look.palette.ink, bold=True)
    placed: list[Placed] = []
    labels: list[Label] = []
    at = 0.0
    for dimension in dict.fromkeys(effect.dimension for effect in effects):
        own = [effect for effect in effects if effect.dimension is dimension]
        labels.append(Label(dimension_name(dimension, look.language), at + head.line / 2, head, look.canvas.edge))
        at += head.line * 1.15
        boxes, at = _place(own, (look, inner, *telling), at)
        placed += boxes
        at += look.canvas.label * 0.6
    for one in placed:
        labels += one.box.labels(one.x, one.top)
    return Body(
        height=at,
        left=look.canvas.edge,
        right=look.canvas.edge,
        x_range=(0, inner),
        labels=tuple(labels),
        shapes=tuple(_shapes(placed, look)),
    )


def _place(
    effects: Sequence[Effect], telling: tuple[Look, float, bool, float], top: float
) -> tuple[list[Placed], float]:
    """The boxes of a dimension and where they end: what is good in the right column, all else in the left.

    Where a dimension has but one of both its boxes take the whole width.
    """
    look, inner, much, apart = telling
    gap = look.canvas.label * 0.8
    alone = look.canvas.narrow or len({effect.better is True for effect in effects}) == 1
    width = inner if alone else (inner - gap) / 2
    ends = [top, top]
    placed: list[Placed] = []
    for effect in effects:
        side = 0 if alone or effect.better is not True else 1
        box = lay_box(list(_lines(effect, look, much=much)), width)
        placed.append(Placed(effect, box, side * (width + gap), ends[side]))
        ends[side] += box.height + gap * 0.6 + apart
    return placed, max(ends)


def _lines(effect: Effect, look: Look, *, much: bool) -> Iterator[Line]:
    language, note = look.language, look.canvas.note
    yield Line(effect.name, Style(look.canvas.label, look.palette.ink, bold=True))
    nature = (write_nature(effect, language), write_size(effect, language))
    yield Line(DOT.join(filter(None, nature)), Style(note, look.palette.ink))
    quiet = Style(note, look.palette.ink)
    told = (effect.who, write_evidence(effect, language)) if much else ()
    texts = (DOT.join(filter(None, told)), write_response(effect, language))
    yield from (Line(text, quiet) for text in texts if text)


def _shapes(placed: Sequence[Placed], look: Look) -> Iterator[dict[str, Any]]:
    for one in placed:
        colours = (soft_colour(one.effect.better, look.palette), role_colour(one.effect.better, look.palette))
        yield edge_of((one.x, one.top), (one.box.width, one.box.height), colours)
