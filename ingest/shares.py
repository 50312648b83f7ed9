"""Percentages as people type them: 45, 45% and 0.45 under "per cent" are all a share of 0.45."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

import numpy as np

from dictionary.load_indicators import SHARE, match_unit
from ingest.cells import Cells, Mask, report
from ingest.clean import Floats, Problems
from ingest.definitions import PER_CENT


def find_percent_signs(cells: Cells) -> Mask:
    """Cells of text that name per cent themselves, such as ``45%`` or ``ร้อยละ 45``."""
    return np.array([isinstance(value, str) and _names_share(value) for value in cells.values], dtype=bool)


def _names_share(text: str) -> bool:
    words = "".join(sign for sign in text if not (sign.isdigit() or sign in " .,+-"))
    return any(spelling.unit == SHARE and spelling.factor == PER_CENT for spelling in match_unit(words))


def scale_shares(
    cells: Mapping[str, Cells], numbers: Mapping[str, Floats], factors: Floats, shares: Mask
) -> tuple[dict[str, Floats], Problems]:
    """The numbers times their factors; ``shares`` are the rows in a share.

    Where a row under per cent holds only shares (0.45), they are taken as such.
    That is a doubt and said; a cell with a sign of its own (0.45%) is never doubted.
    """
    signs = {key: find_percent_signs(one) for key, one in cells.items()}
    looks_like = _find_share_rows(numbers, signs) & (factors == PER_CENT)
    row_factors = np.where(looks_like, 1.0, factors)
    scaled = {
        key: values * np.where(signs[key] & shares & ~np.isnan(factors), PER_CENT, row_factors)
        for key, values in numbers.items()
    }
    doubtful = [
        report("share_scale", cells[key], looks_like & (values > 0) & (values < 1)) for key, values in numbers.items()
    ]
    return scaled, tuple(chain.from_iterable(doubtful))


def _find_share_rows(numbers: Mapping[str, Floats], signs: Mapping[str, Mask]) -> Mask:
    """Rows in which every known number is from 0 to 1, one of them between, and none has a sign of its own."""
    if not numbers:
        return np.zeros(0, dtype=bool)
    stacked = np.vstack(list(numbers.values()))
    within = np.isnan(stacked) | ((stacked >= 0) & (stacked <= 1))
    between = (stacked > 0) & (stacked < 1)
    signed = np.vstack(list(signs.values()))
    return np.asarray(within.all(axis=0) & between.any(axis=0) & ~signed.any(axis=0), dtype=bool)
