"""Cells as Excel names them."""

from __future__ import annotations

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


def read_address(address: str) -> tuple[int, int]:
    """The 1-based row and column of an A1 address in capitals."""
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(address[len(letters) :]), column


def column_ranges(rows: npt.ArrayLike, column: int) -> tuple[str, ...]:
    """The A1 ranges that cover the given 1-based rows of one column: rows 2, 3, 5 of C are C2:C3 and C5."""
    ordered = np.unique(np.asarray(rows, dtype=np.int64))
    runs = np.split(ordered, np.flatnonzero(np.diff(ordered) > 1) + 1)
    letters = column_letters(column)
    return tuple(
        f"{letters}{run[0]}" if len(run) == 1 else f"{letters}{run[0]}:{letters}{run[-1]}" for run in runs if len(run)
    )
