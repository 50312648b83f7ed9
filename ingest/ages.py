"""Ages and years of birth: checked, and put into the bands of the codelist ``age_band``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from dictionary.load import code_label, load_codes
from dictionary.nouns import Round
from i18n.dates import BUDDHIST_FROM, BUDDHIST_OFFSET
from ingest.cells import Labels, report
from ingest.clean import Floats, Problems, clean_numbers
from ingest.rows import Rows

BANDS = "age_band"
BIRTH_YEARS = (1900, 2100)  # C.E.
AGES = (0, 120)


def read_ages(rows: Rows, waves: Sequence[Round]) -> tuple[Labels, Problems]:
    """The band of each row, and a problem for each age and year of birth that is no number or cannot be.

    Everybody is in the band of the age at the first round, so that nobody changes bands between the rounds compared.
    It is that round's year less the year of birth, or else the age as stated (in a later round, less the years since).
    """
    ages, odd_ages = _read_column(rows, "age", AGES)
    births, odd_births = _read_column(rows, "birth_year", BIRTH_YEARS)
    first = _find_year(waves[0]) if waves else np.nan
    stated = next((_find_year(wave) for wave in waves if wave.key == rows.found.round), first)
    later = 0.0 if np.isnan(stated - first) else stated - first
    known = np.where(np.isnan(first - births), ages - later, first - births)
    return _put_in_bands(known), (*odd_ages, *odd_births)


def _find_year(wave: Round) -> float:
    """The year in which a round begins, C.E.; NaN where it has no date."""
    day = wave.start or wave.end
    return float(day.year) if day else np.nan


def _read_column(rows: Rows, column: str, limits: tuple[int, int]) -> tuple[Floats, Problems]:
    """The numbers of a column (years C.E.); NaN where they are blank, unreadable or out of their limits."""
    cells = rows.cells(column)
    if cells is None:
        return np.full(len(rows.kept), np.nan), ()
    numbers, problems = clean_numbers(cells)
    years = np.where(numbers > BUDDHIST_FROM, numbers - BUDDHIST_OFFSET, numbers)
    bad = (years < limits[0]) | (years > limits[1])
    odd = report("out_of_range", cells, bad, code_label("allowed", column)) if bad.any() else ()
    return np.where(bad, np.nan, years), (*problems, *odd)


def _put_in_bands(ages: Floats) -> Labels:
    known = ~np.isnan(ages) & (ages >= AGES[0]) & (ages <= AGES[1])
    places = np.searchsorted(_list_starts(), ages, side="right") - 1
    return Labels(np.where(known, places, -1).astype(np.intp), tuple(load_codes(BANDS)))


@cache
def _list_starts() -> Floats:
    """The lowest age of each band: what its code begins with (``25-34``, ``60-over``)."""
    return np.array([float(code.split("-")[0]) for code in load_codes(BANDS)])
