"""Text on a figure: every line is placed by hand, so that nothing is cut, overlaps or breaks inside a Thai word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

import plotly.graph_objects as go

from figures.fonts import FAMILY, text_width
from figures.wording import DOT
from i18n.wrap import list_unbroken, wrap_text

LINE = 1.45  # line height in em: upper and lower Thai marks of two lines must not touch
SLACK = 1.02  # what a browser may set wider than measured
LETTERS_NEVER_SHOWN = str.maketrans({"\n": " ", "\r": " ", "\t": " "})

Anchor = Literal["left", "center", "right"]
Place = Literal["page", "right", "data"]


@dataclass(frozen=True, slots=True)
class Style:
    """Type of a label: size in px, colour, weight."""

    size: float
    colour: str
    bold: bool = False

    @property
    def line(self) -> float:
        """Height of one line in px."""
        return self.size * LINE

    def width(self, text: str) -> float:
        """Width in px that a line of text takes."""
        return text_width(text, self.size, self.bold) * SLACK


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text. ``y`` is px from the top of the body to the middle of the line.

    ``x`` is px from the left edge of the picture (``on="page"``), px from its right edge (``"right"``) or a value of
    the x axis (``"data"``), each moved by ``shift`` px. ``strong`` stands before the text, in bold.
    """

    text: str
    y: float
    style: Style
    x: float = 0
    on: Place = "page"
    anchor: Anchor = "left"
    shift: float = 0
    strong: str = ""

    def markup(self) -> str:
        """The text in Plotly's markup, bold where it is to be."""
        text = escape_text(self.text)
        if self.strong:
            return f"<b>{escape_text(self.strong)}</b>{text}"
        return f"<b>{text}</b>" if self.style.bold else text


def text_trace(labels: Sequence[tuple[float, float, Label]]) -> go.Scatter:
    """Labels at places of an axis pair, as one trace.

    A trace sets the baseline by the type size alone. (An annotation is centred on its ink: Thai marks would make
    neighbouring lines dance.)
    """
    return go.Scatter(
        x=[x for x, _, _ in labels],
        y=[y for _, y, _ in labels],
        mode="text",
        text=[label.markup() for _, _, label in labels],
        textposition=[f"middle {_SIDE[label.anchor]}" for _, _, label in labels],
        textfont={
            "family": FAMILY,
            "size": [label.style.size for _, _, label in labels],
            "color": [label.style.colour for _, _, label in labels],
        },
        hoverinfo="skip",
        cliponaxis=False,
    )


_SIDE: dict[Anchor, str] = {"left": "right", "center": "center", "right": "left"}  # where the text lies from its place


def escape_text(text: str) -> str:
    """Text that a person typed, safe inside Plotly's markup."""
    return escape(text.translate(LETTERS_NEVER_SHOWN), quote=False)


def wrap_lines(text: str, style: Style, width: float) -> tuple[str, ...]:
    """The lines of a text that fit into ``width`` px; a line break in the text is kept."""
    lines = [line for part in text.split("\n") for line in wrap_text(part, lambda s: style.width(s) <= width)]
    return tuple(line.strip() for line in lines if line.strip())


def least_width(text: str, style: Style) -> float:
    """How wide (px) a text must be set for no word to break."""
    return max(map(style.width, list_unbroken(text)), default=0.0)


def wrap_parts(text: str, style: Style, width: float) -> tuple[str, ...]:
    """The lines of parts joined by dots: a line ends between parts, within one only where it is too long itself."""
    lines: list[str] = []
    for part in text.split(DOT):
        joined = f"{lines[-1]}{DOT}{part}" if lines else part
        if lines and style.width(joined) <= width:
            lines[-1] = joined
        else:
            lines += wrap_lines(part, style, width)
    return tuple(lines)


def stack(lines: Iterable[str], style: Style, top: float, x: float) -> tuple[Label, ...]:
    """Lines one under the other, from ``top`` px of the body down, flush left at ``x`` px of the page."""
    return tuple(Label(line, top + (i + 0.5) * style.line, style, x) for i, line in enumerate(lines))


def balance_lines(text: str, style: Style, width: float) -> tuple[str, ...]:
    """As ``wrap_lines``, with lines of like length: no title ends in a line of one word."""
    lines = wrap_lines(text, style, width)
    while len(lines) > 1 and "\n" not in text:
        width *= 0.96
        closer = wrap_lines(text, style, width)
        if len(closer) > len(lines) or any(style.width(line) > width for line in closer):
            break
        lines = closer
    return lines
