"""A dated list as a picture: research, innovations and other works, each with what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from analysis.evidence.technology import KINDS, Work
from dictionary.load import code_label
from figures.frame import Body
from figures.labels import Label, Style, stack, wrap_lines
from figures.rows import name_style
from figures.theme import Look
from figures.timeline import write_known
from i18n import Language, word

DATES = 0.2  # of the width, for the dates, where they stand beside the works
DOT = 11.0  # px
GAP = 14.0  # px between the line of dots and the words beside it


@dataclass(frozen=True, slots=True)
class Entry:
    """The lines of one work: when, what, of which kind, what came of it."""

    when: str
    item: tuple[str, ...]
    kind: str
    result: tuple[str, ...]
    is_told: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Px of the page: where the dots stand and the words begin; the types of the lines."""

    look: Look
    dots: float
    words: float

    @property
    def item(self) -> Style:
        """Type of what was made."""
        return Style(self.look.canvas.label, self.look.palette.ink, bold=True)

    @property
    def kind(self) -> Style:
        """Type of dates and kinds."""
        return Style(self.look.canvas.note, self.look.palette.quiet)

    @property
    def result(self) -> Style:
        """Type of what came of it."""
        return name_style(self.look)

    def height(self, entry: Entry) -> float:
        """Px that an entry takes."""
        lines = len(entry.item) * self.item.line + len(entry.result) * self.result.line + self.kind.line
        return lines + (self.kind.line if self.look.canvas.narrow else 0)


def draw_works(works: Sequence[Work], look: Look, room: float | None) -> Body:
    """One entry under the other along a line, as high as they need."""
    edge = look.canvas.edge
    dots = edge + DOT if look.canvas.narrow else edge + (look.canvas.width - 2 * edge) * DATES
    layout = Layout(look, dots, dots + GAP)
    entries = [_wrap(work, layout) for work in works]
    gap = look.canvas.label * 0.7
    heights = [layout.height(entry) + gap for entry in entries]
    spare = max(0.0, ((room or 0) - sum(heights)) / len(entries))
    tops = [sum(heights[:i]) + i * min(spare, gap * 2) for i in range(len(entries))]
    height = max(room or 0, tops[-1] + heights[-1])
    marks = [top + layout.item.line / 2 + (layout.kind.line if look.canvas.narrow else 0) for top in tops]
    return Body(
        height=height,
        left=0,
        right=0,
        x_range=(0, look.canvas.width),
        traces=(_draw_dots(marks, layout),),
        labels=tuple(label for entry, top in zip(entries, tops, strict=True) for label in _labels(entry, top, layout)),
        shapes=(_line(marks, layout),) if len(marks) > 1 else (),
    )


def _wrap(work: Work, layout: Layout) -> Entry:
    language = layout.look.language
    width = layout.look.canvas.width - layout.words - layout.look.canvas.edge
    result = work.result or word("figures.no_result", language)
    return Entry(
        when=name_date(work, language),
        item=wrap_lines(work.item, layout.item, width),
        kind=code_label(KINDS, work.kind)[language] if work.kind else "",
        result=wrap_lines(result, layout.result, width),
        is_told=bool(work.result),
    )


def name_date(work: Work, language: Language) -> str:
    """When it was done, or that this is not known."""
    return write_known(work.first, work.last, language) or word("figures.no_date", language)


def _labels(entry: Entry, top: float, layout: Layout) -> Iterator[Label]:
    """The date beside or above, then the work, its kind and what came of it."""
    edge, at = layout.look.canvas.edge, top
    if layout.look.canvas.narrow:
        yield Label(entry.when, top + layout.kind.line / 2, layout.kind, layout.words)
        at += layout.kind.line
    else:
        yield Label(entry.when, top + layout.item.line / 2, layout.kind, edge)
    yield from stack(entry.item, layout.item, at, layout.words)
    at += len(entry.item) * layout.item.line
    yield from stack((entry.kind,), layout.kind, at, layout.words)
    result = layout.result if entry.is_told else Style(layout.result.size, layout.look.palette.quiet)
    yield from stack(entry.result, result, at + layout.kind.line, layout.words)


def _draw_dots(marks: Sequence[float], layout: Layout) -> go.Scatter:
    marker = {"size": DOT, "color": layout.look.palette.neutral, "opacity": 1}
    return go.Scatter(x=[layout.dots] * len(marks), y=list(marks), mode="markers", marker=marker, hoverinfo="skip")


def _line(marks: Sequence[float], layout: Layout) -> dict[str, Any]:
    line = {"color": layout.look.palette.line, "width": 2}
    ends = {"x0": layout.dots, "x1": layout.dots, "y0": marks[0], "y1": marks[-1]}
    return {"type": "line", **ends, "layer": "below", "line": line}
