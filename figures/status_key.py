"""The key of what became of partners and ties: a sample and a word for each status, wrapped to a width."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.evidence.tie_rows import Status
from figures.labels import Label, Style
from figures.theme import Look
from figures.ties import name_status
from i18n.numbers import write_number

SAMPLE = 1.6  # em that a sample takes before its word


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A status with its words; its place is px right of the key's edge, on a row from the top."""

    status: Status
    text: str
    x: float
    row: int


def lay_key(statuses: Mapping[Status, int] | Iterable[Status], look: Look, width: float) -> tuple[KeyItem, ...]:
    """The items one after the other, with counts where there are any; a new row begins where ``width`` px are full."""
    items: list[KeyItem] = []
    row, at = 0, 0.0
    for status in statuses:
        count = write_number(statuses[status]) if isinstance(statuses, Mapping) else ""
        text = f"{name_status(status, look.language)} {count}".strip()
        wide = SAMPLE * look.canvas.label + _style(look).width(text)
        if at and at + wide > width:
            row, at = row + 1, 0.0
        items.append(KeyItem(status, text, at, row))
        at += wide + look.canvas.label
    return tuple(items)


def key_height(items: Sequence[KeyItem], look: Look) -> float:
    """Px that a key takes."""
    return (items[-1].row + 1) * _style(look).line if items else 0.0


def key_width(items: Sequence[KeyItem], look: Look) -> float:
    """Px from the edge of a key to the end of its longest row."""
    return max((item.x + SAMPLE * look.canvas.label + _style(look).width(item.text) for item in items), default=0.0)


def key_middle(item: KeyItem, look: Look) -> float:
    """Px from the top of the key to the middle of an item."""
    return (item.row + 0.5) * _style(look).line


def key_labels(items: Iterable[KeyItem], left: float, top: float, look: Look) -> tuple[Label, ...]:
    """The words; ``left`` and ``top`` are the corner of the key in px of the body."""
    indent = SAMPLE * look.canvas.label
    return tuple(
        Label(item.text, top + key_middle(item, look), _style(look), left + item.x + indent, "data") for item in items
    )


def _style(look: Look) -> Style:
    return Style(look.canvas.label, look.palette.ink)
