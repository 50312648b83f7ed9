"""Percentages as people type them: 45, 45% and 0.45 under "per cent" are all a share of 0.45."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

import numpy as np

from dictionary.load_indicators import SHARE, match_unit
from i18n import Text
from i18n.numbers import PERCENT, write_number
from ingest.cells import MOST_LISTED, Cells, Mask, report
from ingest.clean import Floats, Problems, clean_numbers
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

    Where a row under per cent holds only shares (0.45), they are taken as such; where it holds both (65 and 0.82), the
    one that looks like the other scale is not used. Both are said; a cell with a sign of its own (0.45%) is never
    doubted and says nothing of the others.
    """
    signs = {key: find_percent_signs(one) for key, one in cells.items()}
    looks_like = _find_share_rows(numbers, signs) & (factors == PER_CENT)
    row_factors = np.where(looks_like, 1.0, factors)
    scaled = {
        key: values * np.where(signs[key] & shares & ~np.isnan(factors), PER_CENT, row_factors)
        for key, values in numbers.items()
    }
    mixed = _find_mixed_rows(numbers, signs) & shares & ~looks_like
    odd = {key: mixed & ~signs[key] & _is_odd(values, factors) for key, values in numbers.items()}
    problems = [
        (
            *_report_doubts(cells[key], looks_like & ~signs[key] & _is_between(values), scaled[key]),
            *_report_odd(cells[key], odd[key]),
        )
        for key, values in numbers.items()
    ]
    return {key: np.where(odd[key], np.nan, one) for key, one in scaled.items()}, tuple(chain.from_iterable(problems))


def _report_odd(cells: Cells, odd: Mask) -> Problems:
    """A problem for each cell that may be of either scale and is not used."""
    return report("share_ambiguous", cells, odd, Text(*2 * ["0.82% / 82%"]))


def _report_doubts(cells: Cells, doubtful: Mask, read: Floats) -> Problems:
    """A problem for each doubtful cell that says what it was read as."""
    problems = report("share_scale", cells, doubtful)
    texts = [write_number(share * 100) + PERCENT for share in read[doubtful][:MOST_LISTED]]
    said = [replace(one, allowed=Text(text, text)) for one, text in zip(problems, texts, strict=False)]
    return (*said, *problems[len(said) :])


def _is_odd(values: Floats, factors: Floats) -> Mask:
    """Numbers that look like the other scale: under per cent those between 0 and 1, under a share those above 1."""
    return np.asarray(np.where(factors == PER_CENT, _is_between(values), values > 1), dtype=bool)


def _is_between(values: Floats) -> Mask:
    return np.asarray((values > 0) & (values < 1), dtype=bool)


def _find_mixed_rows(numbers: Mapping[str, Floats], signs: Mapping[str, Mask]) -> Mask:
    """Rows in which a number between 0 and 1 stands beside one above 1, both without a sign of their own."""
    if not numbers:
        return np.zeros(0, dtype=bool)
    stacked, signed = np.vstack(list(numbers.values())), np.vstack(list(signs.values()))
    return np.asarray((_is_between(stacked) & ~signed).any(axis=0) & ((stacked > 1) & ~signed).any(axis=0), dtype=bool)


def _find_share_rows(numbers: Mapping[str, Floats], signs: Mapping[str, Mask]) -> Mask:
    """Rows in which every known number without a sign of its own is from 0 to 1, one of them between."""
    if not numbers:
        return np.zeros(0, dtype=bool)
    stacked, signed = np.vstack(list(numbers.values())), np.vstack(list(signs.values()))
    within = signed | np.isnan(stacked) | ((stacked >= 0) & (stacked <= 1))
    return np.asarray(within.all(axis=0) & (_is_between(stacked) & ~signed).any(axis=0), dtype=bool)


def clean_shares(cells: Cells, scale: float | None = None) -> tuple[Floats, Problems]:
    """A column of shares: 45, 45% and 0.45 are all 0.45, as the bare numbers of the column together say.

    Where all of them are from 0 to 1 they are shares, or what ``scale`` says that they count, said where others
    have a sign of their own; where one is above 1 they are per cent, and one between 0 and 1 among those is not used.
    """
    numbers, problems = clean_numbers(cells)
    signed = find_percent_signs(cells)
    is_percent = bool((numbers[~signed] > 1).any())
    odd = ~signed & _is_between(numbers) & is_percent
    scaled = numbers * np.where(signed | is_percent, PER_CENT, scale or 1.0)
    doubtful = ~signed & (numbers > 0) & (numbers <= 1) & (not is_percent and scale is None and bool(signed.any()))
    said = (*_report_odd(cells, odd), *_report_doubts(cells, doubtful, scaled))
    return np.where(odd, np.nan, scaled), (*problems, *said)
