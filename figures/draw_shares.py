"""One bar of members whose income fell, stayed and rose: the worse share has the same weight as the better one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import plotly.graph_objects as go

from analysis.findings import Finding, Findings
from figures.frame import Body
from figures.households import fit_words
from figures.labels import Label, Style, escape_text
from figures.theme import Look, role_colour, text_colour
from figures.values import write_share
from i18n import word
from i18n.numbers import write_number

KEYS = (("income_worse_share", False), ("income_same_share", None), ("income_better_share", True))


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the members: its share (0–1), the number of members, whether it is for better, and its finding."""

    share: float
    count: int
    better: bool | None
    finding: Finding | None = None

    @property
    def what(self) -> str:
        """The end of the word's key: ``better``, ``worse`` or ``same``."""
        return {True: "better", False: "worse", None: "same"}[self.better]


def find_parts(findings: Findings) -> tuple[Part, ...]:
    """Worse, same and better; empty where one is missing or hidden (the others would give it away)."""
    parts: list[Part] = []
    for key, better in KEYS:
        finding = findings.find(key)
        if finding is None or finding.suppressed or finding.endline is None or not finding.n_pairs:
            return ()
        count = round(finding.endline * finding.n_pairs)
        parts.append(Part(finding.endline, count, better, finding))
    return tuple(parts)


def draw_shares(parts: tuple[Part, ...], look: Look, room: float | None) -> Body:
    """The stacked bar; words of worse stand left of it above, of better right, of unchanged below."""
    strong, name = Style(_large(look), look.palette.ink, bold=True), Style(look.canvas.label, "")
    words = strong.line + name.line
    below = words if parts[1].count else 0.0
    natural = words + below + look.canvas.label * 3.6
    height = max(room or 0, natural)
    thick = min(look.canvas.label * 7, look.canvas.label * 3.2 + (height - natural) * 0.6)
    top = words + (height - words - below - thick) / 2
    return Body(
        height=height,
        left=look.canvas.edge,
        right=look.canvas.edge,
        x_range=(0, 1),
        traces=tuple(_bar(part, start, (top, thick), look) for part, start in _starts(parts)),
        labels=tuple(
            label
            for p, start in _starts(parts)
            if p.count or p.better is not None
            for label in _labels(p, start, (top, thick), look)
        ),
    )


def _large(look: Look) -> float:
    return look.canvas.label * (1.1 if look.canvas.narrow else 1.35)


def _starts(parts: tuple[Part, ...]) -> Iterable[tuple[Part, float]]:
    start = 0.0
    for part in parts:
        yield part, start
        start += part.share


def _bar(part: Part, start: float, place: tuple[float, float], look: Look) -> go.Scatter:
    top, thick = place
    end = start + part.share
    return go.Scatter(
        x=[start, end, end, start],
        y=[top, top, top + thick, top + thick],
        mode="lines",
        line={"width": 1.5 if part.share else 0, "color": look.palette.ground},
        fill="toself",
        fillcolor=role_colour(part.better, look.palette),
        hoveron="fills",
        hoverinfo="text",
        text=escape_text(f"{_counted(part, look)} · {_named(part, look)}"),
    )


def _counted(part: Part, look: Look) -> str:
    count = word(fit_words("figures.people", part.finding), look.language, count=write_number(part.count))
    return f"{count} ({write_share(part.share)})"


def _named(part: Part, look: Look) -> str:
    return word(f"figures.income_{part.what}", look.language)


def _labels(part: Part, start: float, place: tuple[float, float], look: Look) -> tuple[Label, Label]:
    """Two lines for a part: how many, and what happened to them."""
    top, thick = place
    colour = text_colour(part.better, look.palette)
    strong, name = Style(_large(look), colour, bold=True), Style(look.canvas.label, colour)
    above = top - name.line * 0.6
    lines = (above - (name.line + strong.line) / 2, above)
    if part.better is None:
        below = top + thick + strong.line * 0.6
        lines = (below, below + (name.line + strong.line) / 2)
    return (
        _place(_counted(part, look), lines[0], strong, (part, start, look)),
        _place(_named(part, look), lines[1], name, (part, start, look)),
    )


def _place(text: str, y: float, style: Style, where: tuple[Part, float, Look]) -> Label:
    """A line of a part's words: worse flush left, better flush right, the rest at its own place on the bar."""
    part, start, look = where
    if part.better is not None:
        return (
            Label(text, y, style, look.canvas.edge, "right", "right")
            if part.better
            else Label(text, y, style, look.canvas.edge)
        )
    middle = start + part.share / 2
    if middle < 1 / 3:
        return Label(text, y, style, start, "data", "left")
    return (
        Label(text, y, style, middle, "data", "center")
        if middle < 2 / 3
        else Label(text, y, style, start + part.share, "data", "right")
    )
