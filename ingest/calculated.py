"""Formulas without a stored result that reckon with numbers of their own sheet: worked out on reading, and said.

Programs that write workbooks store no results (openpyxl does not); Excel works them out when it opens the file. What
is told here is what Excel would show, and only where each cell that is named is a number or blank.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from math import isfinite

from dictionary.nouns import Problem
from i18n.numbers import read_number
from ingest.addresses import column_ranges, read_address
from ingest.cells import LONGEST_FOUND, MOST_MARKED, MOST_RANGES
from ingest.formats.sheet import Place
from ingest.formula_results import Formula, NotKnown
from ingest.formulas import NOT_CALCULATED, tell_formula
from ingest.mends import Mend
from ingest.workbooks import RawSheet, Values

MOST_CELLS = 1_000_000  # of one sheet that its formulas may look at, each as often as one names it
MOST_FORMULAS = 100_000  # of one sheet that are worked out
DEEPEST = 5  # formulas that lead to one another and none of which is worked out yet


def calculate(file: str, sheet: RawSheet, mends: Sequence[Mend] = ()) -> tuple[RawSheet, tuple[Problem, ...]]:
    """The sheet with the results of such formulas in their cells, and a note that says so.

    Numbers that the user typed for cells (``mends``) count as such, a number that the file holds as a text does not.
    """
    places = [
        (row - sheet.first_row + 1, column - sheet.first_column + 1) for row, column in sheet.formulas[:MOST_FORMULAS]
    ]
    if not places:
        return sheet, ()
    told = replace(sheet, cells=sheet.cells.copy(order="F"))
    reckoner = _Reckoner(told, {read_address(one.cell) for one in mends if one.sheet == sheet.name})
    for place in places:
        with suppress(NotKnown):  # it stays the formula that it is, and is said where its value is asked for
            reckoner.find_number(place)
    done = [place for place in places if sheet.cells[place] is not told.cells[place]]
    return told, (_note(file, sheet, done),) if done else ()


def _note(file: str, sheet: RawSheet, places: Sequence[Place]) -> Problem:
    """One note for all of them, the columns from left to right."""
    ranges = _list_ranges(sheet, places)
    where = ", ".join(ranges[:MOST_RANGES]) + (" …" if len(ranges) > MOST_RANGES else "")
    found = str(sheet.cells[places[0]])[:LONGEST_FOUND]
    return Problem(
        "formula_worked_out", file, sheet.name, where, found, cells=_list_ranges(sheet, places[:MOST_MARKED])
    )


def _list_ranges(sheet: RawSheet, places: Sequence[Place]) -> tuple[str, ...]:
    rows: dict[int, list[int]] = {}
    for row, column in places:
        rows.setdefault(column + sheet.first_column, []).append(row + sheet.first_row)
    return tuple(one for column in sorted(rows) for one in column_ranges(rows[column], column))


class _Reckoner:
    """The cells of a sheet, how many more may be looked at, and the formulas whose results are being found."""

    def __init__(self, sheet: RawSheet, typed: Collection[Place]) -> None:
        self._cells: Values = sheet.cells
        self._typed = typed
        self._start = sheet.first_row, sheet.first_column
        self._left = MOST_CELLS
        self._open: list[Place] = []

    def find_number(self, place: Place) -> float | None:
        """The number of a cell, None where it is blank; a formula holds its result from then on. Raises NotKnown."""
        value = self._read(place)
        if isinstance(value, float | int) and not isinstance(value, bool) and isfinite(value):
            return float(value)
        if isinstance(value, str) and not value.strip():
            return None
        if (
            not isinstance(value, str)
            or tell_formula(value) != NOT_CALCULATED
            or place in self._open
            or len(self._open) == DEEPEST
        ):
            raise NotKnown
        self._open.append(place)
        try:
            self._cells[place] = Formula(value.lstrip()[1:], self._list_numbers).find_result()
        finally:
            self._open.pop()
        return float(self._cells[place])

    def _read(self, place: Place) -> object:
        value = self._cells[place]
        is_typed = isinstance(value, str) and (place[0] + self._start[0], place[1] + self._start[1]) in self._typed
        number = read_number(value) if is_typed else None
        return value if number is None else number

    def _list_numbers(self, text: str) -> list[float]:
        """The numbers of a cell or a range."""
        ends = [read_address(one) for one in text.replace("$", "").split(":")]
        rows, columns = (self._list_places(at, *sorted((ends[0][at], ends[-1][at]))) for at in range(2))
        self._left -= len(rows) * len(columns)
        if self._left < 0:
            raise NotKnown
        found = (self.find_number((row, column)) for row in rows for column in columns)
        return [number for number in found if number is not None]

    def _list_places(self, axis: int, first: int, last: int) -> range:
        """The 0-based places of 1-based rows (``axis`` 0) or columns among the cells."""
        start = self._start[axis]
        return range(max(first - start, 0), min(last - start + 1, self._cells.shape[axis]))
