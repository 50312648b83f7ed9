"""Cells as Excel names them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt


def column_letters(column: int) -> str:
    """The letters of a 1-based column: 1 is A, 28 is AB."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_address(row: int, column: int) -> str:
    """The A1 address of a 1-based row and column."""
    return f"{column_letters(column)}{row}"


def read_address(cell: str) -> tuple[int, int]:
    """The 1-based row and column of an A1 address."""
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(cell[len(letters) :]), column


def row_range(row: int, columns: tuple[int, int]) -> str:
    """The A1 range of a 1-based row from the first to the last of two columns: A4:C4."""
    first, last = columns
    return f"{cell_address(row, first)}:{cell_address(row, last)}"


def column_ranges(rows: npt.ArrayLike, column: int) -> tuple[str, ...]:
    """The A1 ranges that cover the given 1-based rows of one column: rows 2, 3, 5 of C are C2:C3 and C5."""
    ordered = np.unique(np.asarray(rows, dtype=np.int64))
    runs = np.split(ordered, np.flatnonzero(np.diff(ordered) > 1) + 1)
    letters = column_letters(column)
    return tuple(
        f"{letters}{run[0]}" if len(run) == 1 else f"{letters}{run[0]}:{letters}{run[-1]}" for run in runs if len(run)
    )


def read_row(address: str) -> int:
    """The 1-based row of a cell address such as ``B7``; 0 where it has none."""
    digits = address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isdecimal() else 0


def list_cells(ranges: Iterable[str]) -> list[str]:
    """The cells of ranges of one column each: C2:C3 and C5 are C2, C3 and C5."""
    ends = [[read_address(end) for end in one.split(":")] for one in ranges]
    return [cell_address(row, one[0][1]) for one in ends for row in range(one[0][0], one[-1][0] + 1)]
