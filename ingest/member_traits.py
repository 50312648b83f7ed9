"""Age and year of birth of those on the member lists, by which groups of people are found alike or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from i18n.dates import BUDDHIST_FROM, BUDDHIST_OFFSET
from ingest.clean import clean_numbers
from ingest.parts import Part
from ingest.results import place_of, rounds_of
from ingest.rows import Rows

TRAITS = {"birth_year": "member_birth_year", "age": "member_age"}


def list_traits(sheets: Sequence[Rows]) -> Iterator[Part]:
    """An observation of each age and year of birth (C.E.), in every round that its list speaks of."""
    for rows in sheets:
        for column, indicator in TRAITS.items():
            cells = rows.cells(column)
            if cells is None:
                continue
            numbers, _ = clean_numbers(cells)
            years = np.where(numbers > BUDDHIST_FROM, numbers - BUDDHIST_OFFSET, numbers)
            for key in rounds_of(rows):
                yield Part(indicator, key, place_of(rows), rows.ids, years, rows.lines, cells.column)
