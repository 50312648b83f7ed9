"""The cells behind a number, written as A1 ranges: consecutive rows of a column become one range."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple, overload

import numpy as np
import numpy.typing as npt

from dictionary.nouns import Source

Ints = npt.NDArray[np.int64]
ROW_BITS = 21  # Excel has 2**20 rows
LAST_ROW = (1 << ROW_BITS) - 1


class Place(NamedTuple):
    """A sheet of a file, and the 1-based columns of it that say which group a row belongs to, by group (``sex``)."""

    file: str
    sheet: str
    group_columns: Mapping[str, tuple[int, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Cells:
    """Cells in arrays of one length: index of the place (file, sheet), 1-based row and column."""

    place: Ints
    row: Ints
    column: Ints

    def take(self, where: npt.NDArray[np.bool_] | Ints) -> Cells:
        """The cells at the places of a mask or an index."""
        return Cells(self.place[where], self.row[where], self.column[where])


class LaterSources(Sequence[Source]):
    """Sources that are named when somebody first asks for them: a breakdown of 100,000 people has as many ranges."""

    def __init__(self, name: Callable[[], tuple[Source, ...]]) -> None:
        self._name: Callable[[], tuple[Source, ...]] | None = name
        self._named: tuple[Source, ...] = ()

    @property
    def named(self) -> tuple[Source, ...]:
        """The sources; what they are named from is let go of."""
        if self._name is not None:
            self._named, self._name = self._name(), None
        return self._named

    @overload
    def __getitem__(self, index: int) -> Source: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Source, ...]: ...
    def __getitem__(self, index: int | slice) -> Source | tuple[Source, ...]:
        return self.named[index]

    def __len__(self) -> int:
        return len(self.named)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.named == tuple(other)

    def __hash__(self) -> int:
        return hash(self.named)

    def __repr__(self) -> str:
        return repr(self.named)


def name_sources(cells: Cells, places: Sequence[Place], labels: Ints | None = None) -> dict[int, tuple[Source, ...]]:
    """For each label (a group, a unit; 0 without labels) the sheets and A1 ranges that cover exactly its cells."""
    if cells.row.size == 0:
        return {}
    label, place, column, first, last = _find_runs(cells, np.zeros_like(cells.row) if labels is None else labels)
    names = _write_ranges(column, first, last)
    heads = np.flatnonzero(np.r_[True, (label[1:] != label[:-1]) | (place[1:] != place[:-1])])
    tails = np.r_[heads[1:], len(names)]
    sources: dict[int, tuple[Source, ...]] = {}
    for one, sheet, start, end in zip(
        *(part.tolist() for part in (label[heads], place[heads], heads, tails)), strict=True
    ):
        source = Source(places[sheet].file, places[sheet].sheet, tuple(names[start:end]))
        sources[one] = (*sources.get(one, ()), source)
    return sources


def _find_runs(cells: Cells, labels: Ints) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    """Unbroken runs of rows in one column: their label, place, column, first and last row."""
    width = int(cells.column.max()) + 1
    strips = (int(cells.place.max()) + 1) * width
    keys = (((labels * strips) + cells.place * width + cells.column) << ROW_BITS) | cells.row
    keys.sort(kind="stable")  # cells come in the order of their rows: this one makes use of runs that are in order
    breaks = np.flatnonzero(np.diff(keys) > 1) + 1
    first, last = keys[np.r_[0, breaks]], keys[np.r_[breaks - 1, keys.size - 1]]
    label, strip = np.divmod(first >> ROW_BITS, strips)
    place, column = np.divmod(strip, width)
    return label, place, column, first & LAST_ROW, last & LAST_ROW


def _write_ranges(column: Ints, first: Ints, last: Ints) -> list[str]:
    letters = {number: name_column(number) for number in np.unique(column).tolist()}
    runs = zip(column.tolist(), first.tolist(), last.tolist(), strict=True)
    return [f"{letters[c]}{a}" if a == b else f"{letters[c]}{a}:{letters[c]}{b}" for c, a, b in runs]


def number_column(letters: str) -> int:
    """The 1-based number of a column: A → 1, AB → 28."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def name_column(number: int) -> str:
    """The letters of a 1-based column number: 1 → A, 28 → AB."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def join_sources(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The cells of several sources, one source for each sheet."""
    ranges: dict[tuple[str, str], dict[str, None]] = {}
    for source in sources:
        ranges.setdefault((source.file, source.sheet), {}).update(dict.fromkeys(source.ranges))
    return tuple(Source(file, sheet, tuple(cells)) for (file, sheet), cells in ranges.items())
