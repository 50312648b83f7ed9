"""Blank amounts of some sources of income that a total on the same row proves to be 0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from dictionary.nouns import Problem
from i18n import Text
from ingest.addresses import cell_address
from ingest.amounts import has_sources
from ingest.blanks import find_blank
from ingest.cells import Mask
from ingest.clean import Floats, Problems
from ingest.currencies import drop_currencies
from ingest.income_notes import state_months, state_row_scale
from ingest.matching import HeaderMatch
from ingest.own_units import read_baht
from ingest.part_sums import ENOUGH_ROWS, TOLERANCE
from ingest.results import place_of
from ingest.rows import Rows, take_cells


def find_zeros(rows: Rows, amounts: Sequence[HeaderMatch]) -> Mapping[int, Mask]:
    """The rows on which a source (by its position) is blank and 0: the other sources make the total beside them.

    A column is their total where it equals their sum on every row, several at least, on which it says something.
    """
    if len(amounts) < 2 or not has_sources(rows.found):
        return {}
    blank = {match.position: find_blank(take_cells(rows.found, match, rows.kept)) for match in amounts}
    if not any(mask.any() for mask in blank.values()):
        return {}
    months = {state_months(rows, match) or 1.0 for match in amounts}
    summed = np.nansum([_read(rows, match, 1.0) for match in amounts], axis=0)
    for match in rows.found.matches:
        if match.column is None and match.round in {amounts[0].round, None}:
            total = _read(rows, match, months.copy().pop() if len(months) == 1 else 1.0)
            known = ~np.isnan(total)
            if known.sum() >= ENOUGH_ROWS and (np.abs(summed - total)[known] <= TOLERANCE).all():
                return {position: mask & known for position, mask in blank.items() if (mask & known).any()}
    return {}


def _read(rows: Rows, match: HeaderMatch, months: float) -> Floats:
    """The amounts of a column in baht per month; ``months`` where nothing says what they are of."""
    amounts, _ = read_baht(drop_currencies(take_cells(rows.found, match, rows.kept)), state_row_scale(rows, match))
    told: Floats = amounts / (state_months(rows, match) or months)
    return told


def note_zeros(rows: Rows, zeros: Mapping[int, Mask]) -> Problems:
    """A note for each column of which blanks are taken for 0, with how many."""
    sheet, headers = rows.found.sheet, {match.position: match.header for match in rows.found.matches}
    row = sheet.first_row + rows.found.header
    return tuple(
        Problem(
            "blank_source_zero",
            *place_of(rows),
            cell_address(row, sheet.first_column + position),
            found=" ".join(headers[position].split()),
            allowed=Text(f"{mask.sum():,}", f"{mask.sum():,}"),
        )
        for position, mask in zeros.items()
    )
