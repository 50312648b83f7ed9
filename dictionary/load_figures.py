"""In which unit each figure of the result stands, by where it stands there."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache

from dictionary.rows import read_rows

NEAR, METHOD, CURRENCY = "near", "method", "currency"  # where the unit is to be had from; else it is a code


@cache
def find_figure_unit(place: str) -> str:
    """The first row of ``figure_units.csv`` that fits a place (keys of the JSON joined by a dot).

    A unit or ``none``, or where it is from: ``near`` (the entry around it), its ``method``, ``currency`` (of the map).
    """
    return next(row["unit"] for row in read_rows("figure_units") if fnmatchcase(place, row["figure"]))
