"""Answers that choose a range of numbers (``5,001–10,000 บาท``): ordered levels, from 1 for the lowest."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np

from dictionary.load import code_label
from dictionary.rows import read_rows
from i18n import Text
from i18n.numbers import THAI_DIGITS, read_number
from ingest.cells import Cells, report, write_cell
from ingest.clean import Floats, Problems

BAND, UP_TO = "band", "up_to"
NEARLY_ALL = 0.9  # of the filled cells are ranges
FEWEST = 2  # different ranges on a scale

Band = tuple[float, float]  # lowest and highest number, either of which may be infinite

_NUMBER = r"(\d[\d.]*(?:พัน|หมื่น|แสน|ล้าน)?)"  # without commas and spaces
_BETWEEN = re.compile(rf"{_NUMBER}(?:บาท)?(?:[-–—~]|ถึง|to){_NUMBER}")
_ONE = re.compile(_NUMBER)
_SPACES = re.compile(r"[\s,]+")


def are_bands(cells: Iterable[object], share: float = NEARLY_ALL) -> bool:
    """Whether at least a ``share`` of the filled cells are ranges, of which there are several."""
    told = [read_band(write_cell(cell)) if isinstance(cell, str) else None for cell in cells]
    known = [one for one in told if one]
    return len(known) >= share * len(told) and len({*known}) >= FEWEST


@lru_cache(maxsize=1 << 12)
def read_band(text: str) -> Band | None:
    """The range that a text says: two numbers in order, or one with a word for less or more, of several the longest."""
    bare = _fold(text)
    if found := _BETWEEN.search(bare):
        low, high = (read_number(part) for part in found.groups())
        return (low, high) if low is not None and high is not None and low < high else None
    numbers = _ONE.findall(bare)
    said = max(((len(word), code) for word, code in _list_words() if word in bare), default=(0, ""))[1]
    number = read_number(numbers[0]) if len(numbers) == 1 and said else None
    if number is None:
        return None
    return (-math.inf, number) if said == UP_TO else (number, math.inf)


def _fold(text: str) -> str:
    return _SPACES.sub("", text.translate(THAI_DIGITS).lower())


@cache
def _list_words() -> tuple[tuple[str, str], ...]:
    """The words that say less or more than a number, and which."""
    return tuple((_fold(row["text"]), row["code"]) for row in read_rows("spellings") if row["codelist"] == BAND)


def order_bands(columns: Iterable[Iterable[object]]) -> tuple[Band, ...]:
    """The ranges of all columns of one measure from the lowest; () where some overlap, so that none is the higher."""
    told = (read_band(cell) for column in columns for cell in column if isinstance(cell, str))
    bands = sorted({one for one in told if one})
    overlap = any(two[0] < one[1] for one, two in pairwise(bands))
    return () if overlap else tuple(bands)


def read_bands(cells: Cells, scale: Sequence[Band]) -> tuple[Floats, Problems]:
    """The level of each answer on the scale; what is no range is not known, and said, and so is what the levels are."""
    codes, uniques = cells.uniques()
    level = {band: float(at) for at, band in enumerate(scale, start=1)}
    texts = [" ".join(write_cell(value).split()) for value in uniques]
    levels = np.array([*(level.get(read_band(text) or (0.0, 0.0), np.nan) for text in texts), np.nan])[codes]
    odd = np.isnan(levels) & (codes >= 0) & np.array([*(bool(text) for text in texts), False])[codes]
    words = {level[band]: text for text in reversed(texts) if (band := read_band(text)) in level}
    named = ", ".join(f"{text} = {number:g}" for number, text in sorted(words.items()))
    first = next(iter(np.flatnonzero(~np.isnan(levels))), None)
    notes = (
        ()
        if first is None
        else (cells.problem("bands_as_levels", int(first), texts[codes[first]], Text(named, named)),)
    )
    return levels, (*notes, *report("not_a_number", cells, odd, code_label("allowed", "number")))
