"""Boxes of wrapped text: measured before they are drawn, so that nothing is cut and no word is broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from figures.labels import Label, Style, wrap_parts
from figures.wording import DOT
from i18n.wrap import split_words

PAD = 0.45  # of the type size, between the edge of a box and its text


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a box, with its type."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Box:
    """Lines in a box of ``width`` px; ``pad`` px around them."""

    lines: tuple[Line, ...]
    width: float
    pad: float

    @property
    def height(self) -> float:
        """Px from the upper to the lower edge."""
        return sum(line.style.line for line in self.lines) + 1.7 * self.pad

    def labels(self, x: float, top: float) -> Iterable[Label]:
        """The lines as labels, the box's upper left corner at ``x`` (of the x axis) and ``top`` px."""
        at = top + self.pad
        for line in self.lines:
            yield Label(line.text, at + line.style.line / 2, line.style, x, "data", "left", self.pad)
            at += line.style.line


def lay_box(texts: Sequence[Line], width: float) -> Box:
    """A box of the texts, each wrapped between words, or between parts where dots join it."""
    pad = texts[0].style.size * PAD
    lines = [replace(one, text=text) for one in texts for text in wrap_parts(one.text, one.style, width - 2 * pad)]
    return Box(tuple(lines), width, pad)


def can_hold(texts: Iterable[Line], width: float) -> bool:
    """Whether every word fits into a box of ``width`` px whole."""
    return all(
        line.style.width(piece.strip()) <= width - 2 * line.style.size * PAD
        for line in texts
        for part in line.text.split(DOT)
        for piece in split_words(part)
    )


def edge_of(place: tuple[float, float], size: tuple[float, float], colours: tuple[str, str]) -> dict[str, Any]:
    """The shape of a box: its corner, its size, and the colours of its ground and its edge."""
    (x, top), (width, height), (ground, edge) = place, size, colours
    corners = {"x0": x, "x1": x + width, "y0": top, "y1": top + height}
    return {"type": "rect", **corners, "layer": "below", "fillcolor": ground, "line": {"color": edge, "width": 1.2}}
