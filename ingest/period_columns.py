"""A column that says of which round each row is: the table is parted into one table for each round."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pandas as pd

from dictionary.load import code_label, load_spellings_of
from dictionary.nouns import Problem
from ingest.cells import report, write_cell
from ingest.clean import is_blank
from ingest.composing import read_headers
from ingest.headers import find_round
from ingest.matching import HeaderMatch, match_headers
from ingest.periods import has_short_year, read_moment, year_of
from ingest.recognise import FoundTable, by_round_columns, key_column
from ingest.row_kinds import Indexes, is_filled, read_kind
from ingest.rows import body_of, take_cells
from ingest.workbooks import Values

SHORT = "short"  # stands for a year of two digits: it says a round, but not which
SAMPLE = 60  # first rows that show whether a column may say rounds
MOST_ROUNDS = 12
_TWO_DIGITS = re.compile(r"'?[1-9]\d")
ENOUGH_KNOWN = 0.8  # share of the filled cells that must say a round


def split_periods(found: FoundTable) -> list[FoundTable]:
    """The table by the rounds that one of its columns says, or the table itself where no column does.

    A column that says one round only is what the table is of; rows whose round cannot be read are in none.
    """
    if found.round or _names_rounds(found):
        return [found]
    candidates = _list_candidates(found)
    body = body_of(found) if candidates else np.empty(0, dtype=np.intp)
    for position in candidates:
        said = _read_rounds(found.sheet.cells[body, position])
        periods = sorted({period for period in said if period})
        if periods == [SHORT]:
            return _split(found, body, (position, [None] * len(body)))
        if len(periods) == 1:
            return [replace(found, hint=found.hint or periods[0])]
        if 1 < len(periods) <= MOST_ROUNDS:
            return _split(found, body, (position, said))
    return [found]


def _names_rounds(found: FoundTable) -> bool:
    columns = by_round_columns(found.table)
    return any(match.round for match in found.matches if match.column in columns)


def _list_candidates(found: FoundTable) -> list[int]:
    """The positions of columns named as one that says the round, then of those whose cells say before and after."""
    sheet = found.sheet
    headers = read_headers(sheet, found.first_header, found.header)
    known = set(load_spellings_of("round_column", "round"))
    named = [place for place, (_, words) in enumerate(headers) if words and known & {*words.keys}]
    taken = {match.position for match in found.matches if match.column == key_column(found.table)}
    top = sheet.cells[found.header + 1 : found.header + 1 + SAMPLE]
    spoken = [place for place in range(sheet.cells.shape[1]) if place not in taken and _says_words(top[:, place])]
    return [place for place in dict.fromkeys((*named, *spoken)) if place not in taken]


def _says_words(cells: Values) -> bool:
    """Whether the filled cells all say before or after, both of them."""
    texts = [cell for cell in cells if is_filled(cell) and not (isinstance(cell, str) and read_kind(cell))]
    if not all(isinstance(cell, str) for cell in texts):
        return False
    return len({find_round(cell) for cell in texts} - {None}) > 1 and all(find_round(cell) for cell in texts)


def _read_rounds(values: Values) -> list[str | None]:
    """The round that each cell says; dates of several years count by the year. None throughout if too few say one."""
    codes, uniques = pd.factorize(values)
    periods = [_read_round(value) for value in uniques]
    counts = np.bincount(codes[codes >= 0], minlength=len(uniques))
    filled = np.array(
        [not is_blank(value) and not (isinstance(value, str) and bool(read_kind(value))) for value in uniques],
        dtype=bool,
    )
    known = np.array([period is not None for period in periods], dtype=bool)
    if not len(uniques) or counts[known & filled].sum() < ENOUGH_KNOWN * counts[filled].sum():
        return [None] * len(values)
    years = {year_of(period) for period in periods if period and period != SHORT}
    if len(years) > 1 and None not in years:
        periods = [year_of(period) if period and period != SHORT else period for period in periods]
    return [periods[code] if code >= 0 else None for code in codes]


def _read_round(value: object) -> str | None:
    known = (find_round(value) if isinstance(value, str) else None) or read_moment(value)
    return known or (SHORT if has_short_year(value) or _TWO_DIGITS.fullmatch(write_cell(value)) else None)


def _split(found: FoundTable, body: Indexes, column: tuple[int, list[str | None]]) -> list[FoundTable]:
    """A table for each round, and one of no round with the rows of which it is not known."""
    position, said = column
    rounds = np.array(["" if period in {None, SHORT} else period for period in said], dtype=object)
    headers = read_headers(found.sheet, found.first_header, found.header)
    others = [(text, None if place == position else words) for place, (text, words) in enumerate(headers)]
    said_by = HeaderMatch(headers[position][0], position, None, None, None)
    matches = tuple(sorted((*match_headers(others, found.table), said_by), key=lambda match: match.position))
    whole = replace(found, matches=matches, round_column=position)
    parts = [replace(whole, round=str(one), only=body[rounds == one]) for one in sorted({*rounds} - {""})]
    return [*parts, *([replace(whole, only=body[rounds == ""])] if (rounds == "").any() else [])]


def report_unread(found: FoundTable, rows: Indexes) -> tuple[Problem, ...]:
    """A problem for each row whose round cannot be read; a year of two digits is asked about."""
    if found.round_column is None or not len(rows):
        return ()
    cells = take_cells(found, HeaderMatch("", found.round_column, None, None, None), rows)
    short = np.array([_read_round(value) == SHORT for value in cells.values], dtype=bool)
    return (
        *report("round_of_row_unknown", cells, ~short, code_label("allowed", "round_or_year")),
        *report("year_of_two_digits", cells, short, code_label("allowed", "four_digit_year")),
    )
