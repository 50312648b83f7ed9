"""Cells that say nothing: empty ones, and words and signs for "no data"."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dictionary.load import match_code
from ingest.cells import Cells, Mask

BLANK = "blank"


def is_blank(value: object) -> bool:
    """Whether a cell says nothing: empty, spaces, or a word for "no data" such as ``-`` or ``ไม่มีข้อมูล``."""
    if value is None:
        return True
    return isinstance(value, str) and _says_nothing(value)


@lru_cache(maxsize=1 << 13)
def _says_nothing(text: str) -> bool:
    return not text.strip() or match_code(BLANK, text) is not None


def find_blank(cells: Cells) -> Mask:
    """Which cells say nothing."""
    codes, uniques = cells.uniques()
    return np.array([is_blank(value) for value in uniques] + [True], dtype=bool)[codes]
