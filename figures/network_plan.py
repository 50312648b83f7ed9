"""Where the rows and the ends of the network picture stand (px), and the lines of their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from figures.labels import Style, wrap_lines, wrap_parts
from figures.network_rows import Row
from figures.theme import Look
from i18n import word

SHARES = (0.16, 0.12)  # of the width, on each side: names of the receivers, and the lines
NARROW = (0.07, 0.13)  # the same where receivers have letters
PAD = 0.9  # em between a dot and a name
SPACES = (0.5, 0.06, 0.3)  # em between rows: with details, without, and without where names take several lines


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row with its lines: ``top`` of its words, ``dot`` the height of its dots, ``heading`` where it has one."""

    row: Row
    names: tuple[str, ...]
    details: tuple[str, ...]
    top: float
    dot: float
    heading: float | None


@dataclass(frozen=True, slots=True)
class End:
    """Whom partners support: its lines (a letter on a narrow canvas) and its height in the picture."""

    lines: tuple[str, ...]
    y: float


@dataclass(frozen=True, slots=True)
class NetworkPlan:
    """``xs``: names of the receivers end, lines end and names of the partners begin (px from either edge)."""

    rows: tuple[PlacedRow, ...]
    ends: tuple[End, ...]
    key: tuple[str, ...]
    xs: tuple[float, float]
    height: float


def plan_network(rows: Sequence[Row], receivers: Sequence[str], look: Look, how: tuple[bool, float]) -> NetworkPlan:
    """Rows one under the other with their headings, receivers spread over the same height.

    ``how``: whether with what they give, and px that rows are set further apart.
    """
    inner = look.canvas.width - 2 * look.canvas.edge
    first, second = NARROW if look.canvas.narrow else SHARES
    xs = (first * inner, (first + second) * inner)
    placed = _place_rows(rows, look, inner - 2 * xs[1] - 2 * PAD * look.canvas.label, how)
    bottom = placed[-1].top + _tall(placed[-1], look)
    style = Style(look.canvas.label, "")
    names, key = _name_ends(receivers, look, xs[0] - 0.6 * look.canvas.label)
    slots = [len(lines) * style.line + 0.5 * look.canvas.label for lines in names]
    height = max(bottom, sum(slots))
    extra, at, ends = (height - sum(slots)) / len(slots), 0.0, []
    for lines, slot in zip(names, slots, strict=True):
        ends.append(End(lines, at + (slot + extra) / 2))
        at += slot + extra
    return NetworkPlan(placed, tuple(ends), key, xs, height)


def _name_ends(receivers: Sequence[str], look: Look, room: float) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """The lines of each receiver's name; on a narrow canvas a letter, and what the letters stand for."""
    if not look.canvas.narrow:
        return [wrap_lines(name, Style(look.canvas.label, ""), room) for name in receivers], ()
    letters = word("figures.letters", look.language)[: len(receivers)]
    return [(letter,) for letter in letters], tuple(
        f"{letter} = {name}" for letter, name in zip(letters, receivers, strict=True)
    )


def _place_rows(rows: Sequence[Row], look: Look, room: float, how: tuple[bool, float]) -> tuple[PlacedRow, ...]:
    detailed, apart = how
    name, small = Style(look.canvas.label, ""), Style(look.canvas.note, "")
    lines = [wrap_lines(row.name, name, room) for row in rows]
    space = SPACES[0 if detailed else 2 if max(map(len, lines), default=0) > 1 else 1] * look.canvas.label
    placed: list[PlacedRow] = []
    at = 0.0
    for row, names in zip(rows, lines, strict=True):
        heading = None
        if row.heading:
            at += (0.5 if detailed else 0.25) * look.canvas.label if placed else 0
            heading = at + name.line / 2
            at += name.line
        details = wrap_parts(row.detail, small, room) if detailed and row.detail else ()
        dot = at + len(names) * name.line / 2
        placed.append(PlacedRow(row, names, details, at, dot, heading))
        at += _tall(placed[-1], look) + space + apart
    return tuple(placed)


def _tall(row: PlacedRow, look: Look) -> float:
    return len(row.names) * Style(look.canvas.label, "").line + len(row.details) * Style(look.canvas.note, "").line
