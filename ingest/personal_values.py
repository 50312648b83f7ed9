"""The numbers of what is measured or asked of people: answers to yes or no, levels of a scale, or numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dictionary.load_indicators import is_share
from ingest.bands import Band, read_bands
from ingest.blanks import find_blank
from ingest.cells import Cells
from ingest.clean import Floats, Problems, clean_codes, clean_numbers
from ingest.measurable import YES_NO
from ingest.presence import read_presence
from ingest.ratings import are_ratings, read_ratings

LEVEL = "level"  # the unit of the points of a rating and of ranges in their order


def read_values(cells: Cells, unit: str, scale: Sequence[Band] = ()) -> tuple[Floats, Problems]:
    """The number of each cell by the unit of the measure; ``scale`` are the ranges that its answers choose from."""
    if scale:
        return read_bands(cells, scale)
    if is_share(unit):
        return _read_answers(cells)
    is_rated = unit == LEVEL and are_ratings(cells.values[~find_blank(cells)])
    return read_ratings(cells) if is_rated else clean_numbers(cells)


def _read_answers(cells: Cells) -> tuple[Floats, Problems]:
    """1 for yes, 0 for no."""
    answers, problems = clean_codes(cells, YES_NO)
    return read_presence(answers, np.zeros(len(cells.values), dtype=bool)), problems
