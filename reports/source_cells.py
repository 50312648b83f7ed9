"""The cells behind a number as a text that fits into one cell of a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dictionary.nouns import Source
from i18n import Language, word
from i18n.numbers import write_number

ROOM = 32_000  # letters; Excel takes 32,767 in a cell


def write_cells(sources: Iterable[Source], language: Language) -> str:
    """A line a sheet, ``file · sheet · ranges``; where they do not fit, how many more ranges there are."""
    pieces = list(_list_pieces(sources))
    lengths = [len(piece) for piece in pieces]
    if sum(lengths) <= ROOM:
        return "".join(pieces)
    held = next(n for n in range(len(pieces)) if sum(lengths[: n + 1]) > ROOM)
    more = word("tables.more_ranges", language, n=write_number(len(pieces) - held))
    return f"{''.join(pieces[:held])}\n{more}"


def _list_pieces(sources: Iterable[Source]) -> Iterator[str]:
    """Range by range, the first of each sheet with the name of the sheet."""
    for number, source in enumerate(sources):
        for place, cells in enumerate(source.ranges):
            new_line = "\n" if number else ""
            yield f", {cells}" if place else f"{new_line}{source.file} · {source.sheet} · {cells}"
