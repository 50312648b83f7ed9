"""The ladder of five levels of participation: filled up to the highest with evidence, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from analysis.findings import Finding
from dictionary.load import load_codes
from dictionary.nouns import Round
from figures.frame import Body
from figures.labels import Label, Style, escape_text, stack, wrap_lines
from figures.rows import name_style
from figures.scale import see_through
from figures.theme import Look, role_colour, text_on
from figures.wording import write_round
from i18n import word
from i18n.numbers import write_number

NAMES = 0.3  # of the width, for the names of the levels
SIDES = ((0.0, 0.48), (0.52, 1.0))  # of the width beside the names: before and after
GAP = 5.0  # px between rungs
PALE = 0.45  # colour of the rungs below the highest


@dataclass(frozen=True, slots=True)
class Ladder:
    """``counts`` has for each level, from the lowest, how many activities reached it in each round."""

    finding: Finding
    counts: Sequence[tuple[int, int]]
    look: Look
    top: float
    rung: float

    def place(self, level: int) -> tuple[float, float]:
        """Top and bottom of the rung of a level (from 1): the highest is above."""
        top = self.top + (len(self.counts) - level) * self.rung
        return top, top + self.rung - GAP

    def reached(self, side: int) -> int:
        """The highest level of a round; 0 where there is none."""
        return round((self.finding.baseline, self.finding.endline)[side] or 0)

    def colour(self, side: int) -> str:
        """Grey for before; for after the colour of better or worse."""
        return role_colour(self.finding.better if side else None, self.look.palette)


def draw_levels(
    finding: Finding, counts: Sequence[tuple[int, int]], rounds: tuple[Round, Round], where: tuple[Look, float | None]
) -> Body:
    """Two ladders side by side, their rungs named at the left; ``where`` is the look and the room for it."""
    look, room = where
    edge = look.canvas.edge
    left = edge + (look.canvas.width - 2 * edge) * NAMES
    heads = _wrap_heads(rounds, look, (look.canvas.width - left - edge) * (SIDES[0][1] - SIDES[0][0]))
    top = max(map(len, heads)) * name_style(look).line + GAP
    names = [wrap_lines(name, name_style(look), left - edge - 2 * GAP) for name in _names(look)]
    least = max(name_style(look).line * 1.5, max(map(len, names)) * name_style(look).line + GAP)
    rung = max(least, min(least * 1.7, ((room or 0) - top) / len(counts)))
    ladder = Ladder(finding, counts, look, top, rung)
    return Body(
        height=max(room or 0, top + rung * len(counts)),
        left=left,
        right=edge,
        x_range=(0, 1),
        traces=(_hover(ladder),),
        labels=(*_head_labels(heads, ladder), *_rung_names(names, ladder), *_rung_words(ladder)),
        shapes=tuple(_shape(ladder, level, side) for level in range(1, len(counts) + 1) for side in (0, 1)),
    )


def _names(look: Look) -> list[str]:
    """The levels with their numbers, from the lowest."""
    labels = load_codes("iap2_level").values()
    return [f"{place} {label[look.language]}" for place, label in enumerate(labels, start=1)]


def _wrap_heads(rounds: tuple[Round, Round], look: Look, width: float) -> list[tuple[str, ...]]:
    return [wrap_lines(write_round(one, look.language), name_style(look), width) for one in rounds]


def _head_labels(heads: Sequence[Sequence[str]], ladder: Ladder) -> Iterator[Label]:
    style = name_style(ladder.look)
    for lines, (start, _) in zip(heads, SIDES, strict=True):
        for i, line in enumerate(reversed(lines)):
            yield Label(line, ladder.top - GAP - (i + 0.5) * style.line, style, start, "data", "left", 1)


def _rung_names(names: Sequence[Sequence[str]], ladder: Ladder) -> Iterator[Label]:
    style = name_style(ladder.look)
    for level, lines in enumerate(names, start=1):
        top, bottom = ladder.place(level)
        yield from stack(lines, style, (top + bottom - len(lines) * style.line) / 2, ladder.look.canvas.edge)


def _rung_words(ladder: Ladder) -> Iterator[Label]:
    """On each rung how many activities reached it; on the lowest of an empty ladder that nothing is evidenced."""
    for side, (start, end) in enumerate(SIDES):
        for level in range(1, len(ladder.counts) + 1):
            text = _tell_rung(ladder, level, side)
            if text:
                is_highest = level == ladder.reached(side)
                colour = text_on(ladder.colour(side), 1.0 if is_highest else PALE, ladder.look.palette)
                style = Style(ladder.look.canvas.note, colour, bold=is_highest)
                yield Label(text, sum(ladder.place(level)) / 2, style, (start + end) / 2, "data", "center")


def _tell_rung(ladder: Ladder, level: int, side: int) -> str:
    language, count = ladder.look.language, ladder.counts[level - 1][side]
    if count:
        return word("figures.activities", language, count=write_number(count))
    return word("figures.no_level", language) if level == 1 and not ladder.reached(side) else ""


def _shape(ladder: Ladder, level: int, side: int) -> dict[str, Any]:
    """A rung: full at the highest level, paler below it, an empty frame above."""
    top, bottom = ladder.place(level)
    reached, colour = ladder.reached(side), ladder.colour(side)
    fill = see_through(colour, 1.0 if level == reached else PALE)
    return {
        "type": "rect",
        "x0": SIDES[side][0],
        "x1": SIDES[side][1],
        "y0": top,
        "y1": bottom,
        "layer": "below",
        "fillcolor": fill if level <= reached else "rgba(0,0,0,0)",
        "line": {"color": ladder.look.palette.line, "width": 0 if level <= reached else 1.5},
    }


def _hover(ladder: Ladder) -> go.Scatter:
    names = _names(ladder.look)
    places = [(level, side) for level in range(1, len(names) + 1) for side in (0, 1)]
    return go.Scatter(
        x=[sum(SIDES[side]) / 2 for _, side in places],
        y=[sum(ladder.place(level)) / 2 for level, _ in places],
        mode="markers",
        marker={"opacity": 0, "size": 24},
        hovertext=[_hover_text(ladder, names[level - 1], ladder.counts[level - 1][side]) for level, side in places],
        hoverinfo="text",
    )


def _hover_text(ladder: Ladder, name: str, count: int) -> str:
    told = word("figures.activities", ladder.look.language, count=write_number(count))
    return f"{escape_text(name)}<br>{escape_text(told)}"
