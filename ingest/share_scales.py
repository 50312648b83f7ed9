"""Whether a header that says per cent (Deadweight %, ร้อยละ) stands above per cents or above shares typed as 0.2."""

from __future__ import annotations

from functools import cache

import numpy as np

from dictionary.load import load_columns
from dictionary.nouns import Problem
from dictionary.rows import read_rows
from i18n import Text
from i18n.numbers import PERCENT, write_number
from ingest.cells import Cells, list_ranges, write_cell
from ingest.clean import Floats, clean_numbers
from ingest.definitions import PER_CENT
from ingest.headers import match_words
from ingest.rows import Rows
from ingest.shares import find_percent_signs

SHARES = "share"  # the kind of a column
MOST_QUOTED = 3  # numbers that the problem of a column quotes


def find_scales(rows: Rows) -> dict[str, float]:
    """For each column of shares whose header says per cent: what its bare numbers count, 0.01 or (shares) 1.

    The columns of a sheet are typed alike: a number above 1 in one says per cent, and numbers between 0 and 1 without
    a 1 among them say shares. Where neither is there the header decides.
    """
    columns = [one.key for one in load_columns(rows.found.table) if one.kind == SHARES and _says_percent(rows, one.key)]
    bare = {key: _list_bare(cells) for key in columns if (cells := rows.cells(key)) is not None}
    if any((numbers > 1).any() for numbers in bare.values()):
        return dict.fromkeys(bare, PER_CENT)
    is_share = any(len(numbers) and (numbers < 1).all() for numbers in bare.values())
    return dict.fromkeys(bare, 1.0 if is_share else PER_CENT)


def report_scale(cells: Cells, scale: float) -> tuple[Problem, ...]:
    """A problem where the numbers of a column may be of either scale: which one they were taken for."""
    numbers, signed = clean_numbers(cells)[0], find_percent_signs(cells)
    small = (numbers > 0) & (numbers <= 1) & ~signed
    if not small.any() or ((numbers > 1) & ~signed).any():
        return ()
    values = list(dict.fromkeys(zip(map(write_cell, cells.values[small]), numbers[small], strict=True)))[:MOST_QUOTED]
    read = ", ".join(write_number(number * scale * 100) + PERCENT for _, number in values)
    found = ", ".join(text for text, _ in values)
    return (Problem("share_column", cells.file, cells.sheet, list_ranges(cells, small), found, Text(read, read)),)


def _says_percent(rows: Rows, column: str) -> bool:
    match = rows.found.find(column)
    return match is not None and bool(match_words(match.header, _list_words()))


@cache
def _list_words() -> tuple[tuple[str, str], ...]:
    """The words for per cent as they stand in a header."""
    return tuple((row["text"], row["code"]) for row in read_rows("spellings") if row["codelist"] == "header_percent")


def _list_bare(cells: Cells) -> Floats:
    """The numbers above 0 that have no sign of their own."""
    numbers = clean_numbers(cells)[0]
    return numbers[(np.nan_to_num(numbers) > 0) & ~find_percent_signs(cells)]
