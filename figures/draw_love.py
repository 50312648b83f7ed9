"""How alike two groups are at the start: a point for each trait on a scale of standard deviations (a love plot)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import plotly.graph_objects as go

from analysis.alike import NEAR, UNLIKE
from analysis.contrasts import Trait
from figures.draw_rows import draw_rows
from figures.frame import Body
from figures.row_places import Placed
from figures.rows import Axis, Row, write_hover
from figures.theme import Look
from figures.values import write_value
from figures.wording import write_unit
from i18n import Language, word
from i18n.numbers import write_signed

POINT = 13  # px
LIMITS = (-UNLIKE, -NEAR, 0.0, NEAR, UNLIKE)
YEARS = "year"
WIDEST = 2.0  # a point further out stands at the edge, with its number beside it


def draw_love(traits: Sequence[Trait], look: Look, room: float | None) -> Body:
    """A row for each trait, the least alike first; the space between the middle lines is of no account."""
    rows = [_row(one, look.language) for one in traits]
    reach = min(WIDEST, max(UNLIKE * 1.3, *(abs(one.difference or 0.0) for one in traits)))
    ticks = tuple((at, write_signed(at, 2) if at else "0") for at in LIMITS)
    axis = Axis(ticks, -reach, reach, arrows=False, draw=partial(_draw_points, reach), track=(-reach, reach))
    return draw_rows(rows, axis, look, room)


def name_trait(trait: Trait, language: Language) -> str:
    """What is compared."""
    return trait.label[language] if trait.label else word(f"comparison.trait_{trait.trait}", language)


def write_both_groups(trait: Trait, language: Language) -> str:
    """The value of participants beside that of the others."""
    values = [write_value(value, trait.unit) for value in (trait.participants, trait.comparison)]
    told = word("comparison.both", language, own=values[0], others=values[1])
    return (
        f"{told} {word('comparison.years', language)}" if trait.unit == YEARS else told + _write_unit(trait, language)
    )


def _write_unit(trait: Trait, language: Language) -> str:
    return write_unit(trait.unit, language, write_value(trait.comparison, trait.unit))


def _row(trait: Trait, language: Language) -> Row:
    difference = trait.difference or 0.0
    unlike = abs(difference) > UNLIKE
    return Row(
        name=name_trait(trait, language),
        values=write_both_groups(trait, language),
        strong=write_signed(difference, 2),
        words=f" {word('comparison.unlike', language)}" if unlike else "",
        start=difference,
        stop=difference,
        better=False if unlike else None,
    )


def _draw_points(reach: float, placed: Sequence[Placed], look: Look) -> tuple[go.Scatter, ...]:
    """A full point where the groups are unlike, a hollow one else: the colour does not stand alone."""
    palette = look.palette
    unlike = [p.row.better is False for p in placed]
    marker = {
        "size": POINT,
        "color": [palette.worse if one else palette.ground for one in unlike],
        "line": {"color": [palette.worse if one else palette.quiet for one in unlike], "width": 2},
        "opacity": 1,
    }
    return (
        go.Scatter(
            x=[max(-reach, min(reach, p.row.stop or 0.0)) for p in placed],
            y=[p.mark for p in placed],
            mode="markers",
            marker=marker,
            hovertext=[write_hover(p.row) for p in placed],
            hoverinfo="text",
            cliponaxis=False,
        ),
    )
