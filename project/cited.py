"""From a number back to its cells: what stands in each of them as typed, and what was read from it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.provenance import Ints, number_column
from dictionary.load import load_columns
from dictionary.load_methods import load_measures
from dictionary.nouns import Source
from dictionary.observations import GROUPS
from dictionary.records import Entry
from ingest import InputFile, quote_cells
from ingest.addresses import cell_address
from project.opening import Project
from project.places import list_places

_RANGE = re.compile(r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")
ADDED, SHARE = "sum", "share"
Value = float | str  # a number in the unit of the indicator, or a text or code


@dataclass(frozen=True)
class CitedCells:
    """The cells behind a number, row by row: arrays of one length. ``place`` is an index into ``places``.

    ``typed`` is what stands in each cell of the user's own file: for the uploader's own screen only.
    """

    places: tuple[tuple[str, str], ...]
    place: Ints
    row: Ints
    column: Ints
    typed: npt.NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.row)


@dataclass(frozen=True, slots=True)
class CitedCell:
    """One cell: where it is, as typed, and each value read from it with the key of its round ("": of no round).

    ``group`` is the disaggregation that a value is the code of, "" for a number or a text; ``unit`` is that of an entry
    of a row, "" where it has none. ``sums`` are what all cells of the same person (or other unit of observation) add up
    to in each round, where there are several.
    """

    file: str
    sheet: str
    cell: str
    typed: str
    values: tuple[tuple[str, Value], ...] = ()
    group: str = ""
    unit: str = ""
    sums: tuple[tuple[str, float], ...] = ()


def cite_cells(files: Sequence[InputFile], sources: Sequence[Source]) -> CitedCells:
    """The cells of some sources as they stand in the files, which are opened for it; "" where a file cannot be."""
    places = tuple(dict.fromkeys((source.file, source.sheet) for source in sources))
    keys = [_list_cells(source, places.index((source.file, source.sheet))) for source in sources]
    place, row, column = np.unique(np.concatenate([*keys, np.empty((0, 3), np.int64)]), axis=0).T
    typed = np.full(len(row), "", dtype=object)
    wanted = {one: (row[place == n], column[place == n]) for n, one in enumerate(places)}
    for one, texts in quote_cells(files, wanted).items():
        typed[place == places.index(one)] = texts
    return CitedCells(places, place, row, column, typed)


def _list_cells(source: Source, place: int) -> Ints:
    """Place, row and column of every cell of a source."""
    found = [_spread(*hit) for hit in _RANGE.findall(" ".join(source.ranges))]
    cells = np.concatenate([*found, np.empty((0, 2), np.int64)])
    return np.column_stack([np.full(len(cells), place, np.int64), cells])


def _spread(letters: str, first: str, last_letters: str, last: str) -> Ints:
    """The rows and columns of one range."""
    left, right = number_column(letters), number_column(last_letters or letters)
    rows, columns = np.arange(int(first), int(last or first) + 1), np.arange(left, right + 1)
    return np.column_stack([np.repeat(rows, columns.size), np.tile(columns, rows.size)]).astype(np.int64)


def read_cells(project: Project, cited: CitedCells, indicator: str, which: slice) -> tuple[CitedCell, ...]:
    """Some of the cells with what reading took them for: a value of the indicator, a group, or an entry of a row."""
    places, rows, columns = (part[which].tolist() for part in (cited.place, cited.row, cited.column))
    told = _Told(project, cited.places, indicator, set(rows))
    return tuple(
        told.tell((cited.places[place], row, column), str(typed))
        for place, row, column, typed in zip(places, rows, columns, cited.typed[which].tolist(), strict=True)
    )


Cell = tuple[tuple[str, str], int, int]  # file and sheet, 1-based row and column


class _Told:
    """What reading kept of some rows."""

    def __init__(self, project: Project, places: Sequence[tuple[str, str]], indicator: str, rows: set[int]) -> None:
        frame = project.observations
        numbers = [n for n, place in enumerate(project.places) if place in places]
        kept = np.isin(frame["row"].to_numpy(), list(rows)) & np.isin(frame["source"].to_numpy(), numbers)
        keys = _list_keys(indicator)
        self._values, self._groups = _index(frame[kept], project.places, keys)
        added = frame["indicator"].isin(_list_added(project, keys))
        self._sums = _index_sums(frame[added], frame[kept & added], project.places)
        self._columns = {(one.file, one.sheet): one.group_columns for one in list_places(project)}
        self._entries = _index_entries(project, places, rows)

    def tell(self, cell: Cell, typed: str) -> CitedCell:
        """One cell; what holds a value of the indicator is told as that, before anything else."""
        (file, sheet), row, column = cell
        address = cell_address(row, column)
        if values := self._values.get(cell):
            return CitedCell(file, sheet, address, typed, values, sums=self._sums.get(cell, ()))
        groups = (group for group, held in self._columns.get((file, sheet), {}).items() if column in held)
        for group in groups:
            if code := self._groups.get((file, sheet), {}).get((row, group)):
                return CitedCell(file, sheet, address, typed, (("", code),), group)
        entry, unit = self._entries.get((file, sheet, address), (None, ""))
        return CitedCell(file, sheet, address, typed, (("", _tell_entry(entry)),) if entry else (), unit=unit)


def _list_keys(indicator: str) -> set[str]:
    """The indicators whose observations make up an indicator."""
    return {measure.observed for measure in load_measures() if measure.indicator == indicator} or {indicator}


def _index(
    frame: pd.DataFrame, places: Sequence[tuple[str, str]], keys: set[str]
) -> tuple[dict[Cell, tuple[tuple[str, Value], ...]], dict[tuple[str, str], dict[tuple[int, str], str]]]:
    """The values of some indicators by cell, and the groups that each row belongs to."""
    values: dict[Cell, dict[tuple[str, Value], None]] = defaultdict(dict)
    mine = frame[frame["indicator"].isin(keys)]
    cells = zip(*(mine[name].tolist() for name in ("source", "row", "column", "round", "value")), strict=True)
    for source, row, column, round_key, value in cells:
        if value == value:  # noqa: PLR0124 - NaN: nothing was read from it
            values[places[source], row, column][str(round_key), float(value)] = None
    groups: dict[tuple[str, str], dict[tuple[int, str], str]] = defaultdict(dict)
    for source, row, group, code in _list_groups(mine):
        groups[places[source]][row, group] = code
    return {cell: tuple(found) for cell, found in values.items()}, groups


def _list_groups(frame: pd.DataFrame) -> Iterator[tuple[int, int, str, str]]:
    """Source, row, group and code of what rows state."""
    for group in GROUPS:
        stated = frame[frame[group].notna()]
        for source, row, code in zip(*(stated[name].tolist() for name in ("source", "row", group)), strict=True):
            yield source, row, group, str(code)


def _list_added(project: Project, keys: set[str]) -> set[str]:
    """Those of some indicators whose cells of one unit of observation are added up."""
    return {key for key in keys if key in project.indicators and project.indicators[key].within_unit == ADDED}


def _index_sums(
    frame: pd.DataFrame, shown: pd.DataFrame, places: Sequence[tuple[str, str]]
) -> dict[Cell, tuple[tuple[str, float], ...]]:
    """By cell ``shown`` what its unit has in the round, where that is made of several cells that are all known."""
    mine = frame[frame["unit"].isin(shown["unit"].unique())]
    of_unit = mine.groupby(["unit", "round"], observed=True)["value"]
    totals = of_unit.transform("sum").where(of_unit.transform("count") == of_unit.transform("size"))
    several = mine.assign(total=totals)[(of_unit.transform("size") > 1) & totals.notna()]
    sums: dict[Cell, dict[tuple[str, float], None]] = defaultdict(dict)
    cells = zip(*(several[name].tolist() for name in ("source", "row", "column", "round", "total")), strict=True)
    for source, row, column, round_key, total in cells:
        sums[places[source], row, column][str(round_key), float(total)] = None
    return {cell: tuple(found) for cell, found in sums.items()}


def _index_entries(
    project: Project, places: Sequence[tuple[str, str]], rows: set[int]
) -> Mapping[tuple[str, str, str], tuple[Entry, str]]:
    """The entries of some rows by their cell, each with the unit of its column."""
    kept = (one for one in project.records if one.row in rows and (one.file, one.sheet) in places)
    return {
        (one.file, one.sheet, entry.cell): (entry, _find_unit(one.table, column))
        for one in kept
        for (column, _), entry in one.entries.items()
    }


@cache
def _find_unit(table: str, column: str) -> str:
    """The unit in which a column of the dictionary is read."""
    found = next((one for one in load_columns(table) if one.key == column), None)
    return "" if found is None else SHARE if found.kind.startswith(SHARE) else found.unit


def _tell_entry(entry: Entry) -> Value:
    """The number, the day or the text of an entry."""
    if entry.number is not None:
        return entry.number
    return entry.first.isoformat() if entry.first and entry.first == entry.last else entry.text
