"""Amounts whose cell says its own unit (``12,500 บาท`` under *thousand baht*), and points where commas may belong."""

from __future__ import annotations

import re
from functools import cache

import numpy as np

from dictionary.load import load_spellings_of
from i18n import Text
from i18n.numbers import THAI_DIGITS, load_number_words
from ingest.cells import Cells, Mask, report
from ingest.clean import Floats, Problems, clean_amounts

_POINT = re.compile(r"\D*(\d{1,3}\.\d{3})(?!\d)\D*")  # 12.500: satang have two places
_BETWEEN = 1000**0.5  # times: what lies nearer to 12.5 than to 12,500 in a column of others


def read_baht(cells: Cells, scale: float) -> tuple[Floats, Problems]:
    """The amounts in baht; ``scale`` is how many baht the header's unit is. A cell that says a unit means its own.

    In whole baht ``12.500`` may be 12,500 or 12.5: it is not known, and said, unless the other amounts of the column
    are of the size of 12.5.
    """
    numbers, problems = clean_amounts(cells)
    if scale > 1:
        own = find_own_units(cells) & ~np.isnan(numbers)
        return numbers * np.where(own, 1.0, scale), (*problems, *report("amount_own_unit", cells, own))
    odd = _match(cells, _POINT)
    plain = numbers[~odd & ~np.isnan(numbers)]
    if len(plain):
        odd &= np.median(plain) > numbers * _BETWEEN
    numbers[odd] = np.nan
    return numbers, (*problems, *report("point_or_comma", cells, odd, Text("12,500 / 12.50", "12,500 / 12.50")))


def find_own_units(cells: Cells) -> Mask:
    """Which cells write a multiple or the currency beside their number."""
    return _match(cells, _money())


def _match(cells: Cells, pattern: re.Pattern[str]) -> Mask:
    if not any(isinstance(value, str) for value in cells.values):
        return np.zeros(len(cells.values), dtype=bool)
    codes, uniques = cells.uniques()
    found = [isinstance(one, str) and bool(pattern.fullmatch(one.translate(THAI_DIGITS).strip())) for one in uniques]
    return np.array([*found, False], dtype=bool)[codes]


@cache
def _money() -> re.Pattern[str]:
    words = [word for word, factor in load_number_words().items() if factor > 1]
    words += load_spellings_of("currency", "thb")
    either = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf".*(?:{either}|\.-$).*", re.IGNORECASE | re.DOTALL)
