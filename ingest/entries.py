"""The cells of one column → what each says and means, by the kind of the column."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from dictionary.load import Column, load_codes, load_spellings
from dictionary.records import Entry
from dictionary.squash import squash
from ingest.addresses import cell_address
from ingest.blanks import is_blank
from ingest.cells import Cells, Labels, report, write_cell
from ingest.clean import Floats, Problems, clean_codes, clean_dates, clean_numbers, clean_texts
from ingest.code_words import tell_words
from ingest.currencies import drop_currency
from ingest.share_scales import SHARES, report_scale
from ingest.shares import clean_shares

Entries = list[Entry | None]
SAMPLED = {"weighed_n", "weighed_sd"}  # columns of a sample, whose numbers may stand behind a sign
_SIGNS = re.compile(r"^\s*(?:n|s\.?d\.?|±|\+/-)\s*[=:]?\s*(?=[0-9๐-๙.])", re.IGNORECASE)
COUNTED = {"people", "times"}  # columns of which there is none below 0
FOREIGN = "sroi"  # the table whose amounts may be in a foreign currency


def read_entries(column: Column, cells: Cells, scale: float | None = None) -> tuple[Entries, Problems]:
    """An entry for each cell, None where it is blank; what cannot be read keeps its text and is a problem.

    ``scale`` is what a bare number of a column of shares counts where its header says per cent.
    """
    blank = [_write(cells, place) for place in range(len(cells.values))]
    if column.kind == SHARES:
        numbers, problems = clean_shares(cells, scale)
        return _add_numbers(blank, numbers), (*problems, *(report_scale(cells, scale) if scale else ()))
    return _READERS.get(column.kind, _read_texts)(column, cells, blank)


def _write(cells: Cells, place: int) -> Entry | None:
    value = cells.values[place]
    if is_blank(value):
        return None
    return Entry(cell_address(int(cells.rows[place]), cells.column), " ".join(write_cell(value).split()))


def _read_texts(_column: Column, _cells: Cells, entries: Entries) -> tuple[Entries, Problems]:
    return entries, ()


def _read_numbers(column: Column, cells: Cells, entries: Entries) -> tuple[Entries, Problems]:
    """Numbers; some columns know words for theirs ("period of activity" for 1), or signs (``n = 30``, ``±0.3``).

    Of people and times there are none below 0: such a number is not known.
    """
    words = load_spellings(f"{column.table}_{column.key}")
    if column.key in SAMPLED:
        values = [_SIGNS.sub("", value) if isinstance(value, str) else value for value in cells.values]
        cells = replace(cells, values=np.array(values, dtype=object))
    if words:
        values = [words.get(squash(value), value) if isinstance(value, str) else value for value in cells.values]
        cells = replace(cells, values=np.array(values, dtype=object))
    numbers, problems = clean_numbers(cells)
    below = (numbers < 0) & (column.key in COUNTED)
    numbers[below] = np.nan
    return _add_numbers(entries, numbers), (*problems, *report("count_negative", cells, below))


def _read_money(column: Column, cells: Cells, entries: Entries) -> tuple[Entries, Problems]:
    """Baht; a value map may be in another currency, which is said of the whole sheet."""
    if column.table == FOREIGN:
        values = np.array([drop_currency(value) for value in cells.values], dtype=object)
        cells = replace(cells, values=values)
    numbers, problems = clean_numbers(cells)
    return _add_numbers(entries, numbers), problems


def _read_codes(column: Column, cells: Cells, entries: Entries) -> tuple[Entries, Problems]:
    labels, problems = clean_codes(cells, column.codelist)
    return _add_codes(entries, labels), problems


def _read_words(column: Column, cells: Cells, entries: Entries) -> tuple[Entries, Problems]:
    return _add_codes(entries, clean_texts(cells, column.codelist)), tell_words(cells, column.codelist)


def _read_dates(_column: Column, cells: Cells, entries: Entries) -> tuple[Entries, Problems]:
    dates, problems = clean_dates(cells)
    days = zip(entries, map(_day, dates.first), map(_day, dates.last), strict=True)
    return [replace(entry, first=first, last=last) if entry else None for entry, first, last in days], problems


def _day(ordinal: float) -> date | None:
    return None if np.isnan(ordinal) else date.fromordinal(int(ordinal))


def _add_numbers(entries: Sequence[Entry | None], numbers: Floats) -> Entries:
    return [
        replace(entry, number=None if np.isnan(number) else float(number)) if entry else None
        for entry, number in zip(entries, numbers, strict=True)
    ]


def _add_codes(entries: Sequence[Entry | None], labels: Labels) -> Entries:
    return [
        replace(entry, code=labels.names[code] if code >= 0 else None) if entry else None
        for entry, code in zip(entries, labels.codes, strict=True)
    ]


def rank_codes(codelist: str, entries: Sequence[Entry | None]) -> Floats:
    """The place of each code in its list, from 1; NaN where there is none."""
    places = {code: float(place) for place, code in enumerate(load_codes(codelist), start=1)}
    return np.array([places.get(entry.code or "", np.nan) if entry else np.nan for entry in entries])


_READERS: dict[str, Callable[[Column, Cells, Entries], tuple[Entries, Problems]]] = {
    "number": _read_numbers,
    "money": _read_money,
    "integer": _read_numbers,
    "code": _read_codes,
    "word": _read_words,
    "date": _read_dates,
}
