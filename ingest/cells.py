"""The cells of one column, and the problems found in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import numpy.typing as npt
import pandas as pd

from dictionary.load import load_codes
from dictionary.nouns import Problem
from i18n import Text
from i18n.marks import fold_marks
from ingest.addresses import cell_address, column_ranges
from ingest.workbooks import Values

MOST_LISTED = 50  # problems of one kind listed one by one for a column; the rest is counted in one more
MOST_MARKED = 1000  # cells beyond the listed ones that are known one by one, to be coloured in the workbook
MOST_RANGES = 12  # ranges of cells that one problem names
LONGEST_FOUND = 60  # signs of a cell that a problem quotes

PERSONAL = frozenset(
    {"duplicate_id", "duplicate_income", "income_repeated", "unknown_member"}
)  # problems that quote an id
NOTHING = Text("", "")

Codes = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Cells:
    """Values of one column with their 1-based sheet ``rows`` and ``column``."""

    file: str
    sheet: str
    column: int
    rows: npt.NDArray[np.int32]
    values: Values

    def problem(self, code: str, place: int, found: str, allowed: Text) -> Problem:
        """A problem of the cell at a place (0-based) of the column."""
        cell = cell_address(int(self.rows[place]), self.column)
        return Problem(code, self.file, self.sheet, cell, found[:LONGEST_FOUND], allowed)

    def uniques(self) -> tuple[Codes, list[object]]:
        """Each distinct value once, and for each cell the position of its value (−1: no value at all)."""
        codes, values = pd.factorize(self.values)
        return codes, list(values)


@dataclass(frozen=True)
class Labels:
    """A text for each row: ``names[code]``; −1 is not stated."""

    codes: Codes
    names: tuple[str, ...]

    def take(self, rows: npt.NDArray[np.intp] | Mask) -> Labels:
        """The labels of some of the rows."""
        return Labels(self.codes[rows], self.names)


def number_names(names: Sequence[str], known: dict[str, int]) -> list[int]:
    """The number of each name in ``known``; a name that is not there yet is added with the next number."""
    numbers = [known.get(name, -1) for name in names]
    if -1 in numbers:
        return [known.setdefault(name, len(known)) for name in names]
    return numbers  # lists of one project mostly name the same people


def write_cell(value: object) -> str:
    """A cell as a text: marks in order, whole numbers without a point, dates as year-month-day."""
    if isinstance(value, str):
        return fold_marks(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return "" if value is None else str(value)


def report(code: str, cells: Cells, bad: Mask, allowed: Text = NOTHING) -> tuple[Problem, ...]:
    """A problem for each bad cell; beyond ``MOST_LISTED`` the rest is one problem with its ranges.

    A problem about an id (``PERSONAL``) is marked as personal.
    """
    places = np.flatnonzero(bad)
    listed = tuple(
        Problem(
            code=code,
            file=cells.file,
            sheet=cells.sheet,
            cell=cell_address(int(cells.rows[place]), cells.column),
            found=write_cell(cells.values[place])[:LONGEST_FOUND],
            allowed=allowed,
            personal=code in PERSONAL,
        )
        for place in places[:MOST_LISTED]
    )
    return listed + _rest(cells, places[MOST_LISTED:])


def report_together(code: str, cells: Cells, bad: Mask, allowed: Text = NOTHING) -> tuple[Problem, ...]:
    """One problem for all bad cells of a column that are wrong in the same way, with the text of the first."""
    places = np.flatnonzero(bad)
    if len(places) < 2:
        return report(code, cells, bad, allowed)
    found = write_cell(cells.values[places[0]])[:LONGEST_FOUND]
    exact = column_ranges(cells.rows[places[:MOST_MARKED]], cells.column)
    return (Problem(code, cells.file, cells.sheet, list_ranges(cells, bad), found, allowed, cells=exact),)


def _rest(cells: Cells, places: Codes) -> tuple[Problem, ...]:
    if not len(places):
        return ()
    rows = cells.rows[places]
    whole = column_ranges([rows.min()], cells.column)[0] + ":" + column_ranges([rows.max()], cells.column)[0]
    exact = column_ranges(rows[:MOST_MARKED], cells.column)
    return (Problem("more_of_the_same", cells.file, cells.sheet, whole, found=f"{len(places):,}", cells=exact),)


def list_ranges(cells: Cells, places: Mask) -> str:
    """The ranges of some of the cells of a column, such as ``C2:C4, C7``; beyond ``MOST_RANGES`` an ellipsis."""
    ranges = column_ranges(cells.rows[places], cells.column)
    return ", ".join(ranges[:MOST_RANGES]) + (" …" if len(ranges) > MOST_RANGES else "")


def list_codes(codelist: str) -> Text:
    """The allowed words of a codelist in both languages."""
    labels = load_codes(codelist).values()
    return Text(", ".join(label.th for label in labels), ", ".join(label.en for label in labels))
