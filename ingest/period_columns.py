"""A column that says of which round each row is: the table is parted into one table for each round."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from dictionary.load import code_label, load_spellings_of
from dictionary.nouns import Problem
from dictionary.squash import squash
from ingest.cells import report, write_cell
from ingest.clean import is_blank
from ingest.composing import read_headers
from ingest.fitting import fits
from ingest.headers import find_round
from ingest.matching import HeaderMatch, match_headers
from ingest.periods import has_short_year, read_moment, year_of
from ingest.recognise import FoundTable, by_round_columns, key_column
from ingest.row_kinds import Indexes, is_filled, read_kind
from ingest.rows import body_of, take_cells
from ingest.workbooks import Values

SHORT = "short"  # stands for a year of two digits: it says a round, but not which
LEFT_OUT = "-"  # stands for the rows of a round that somebody left out
SAMPLE = 60  # first rows that show whether a column may say rounds
MOST_ROUNDS = 12
MOST_VALUES = 2 * MOST_ROUNDS  # different cells of a column that may say rounds, blanks and totals among them
CHUNK = 1000  # cells that are looked at before it is known whether they are too many
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


def split_as_told(found: FoundTable, position: int, told: Mapping[str, str], reason: str) -> list[FoundTable]:
    """The table by the rounds that somebody said its texts at ``position`` mean; others are read as they stand.

    The rows of a text that means "" are left out for the ``reason``.
    """
    body = body_of(found)
    codes, uniques = pd.factorize(found.sheet.cells[body, position])
    meant = {squash(text): period or LEFT_OUT for text, period in told.items()}
    own = [meant.get(squash(write_cell(value)), "") for value in uniques]
    read = _by_year([None if one else _read_round(value) for one, value in zip(own, uniques, strict=True)])
    periods = [one or period for one, period in zip(own, read, strict=True)]
    said = [periods[code] if code >= 0 else None for code in codes]
    parts = _split(replace(found, round=None), body, (position, said))
    return [replace(one, round=None, reason=reason) if one.round == LEFT_OUT else one for one in parts]


def find_round_column(found: FoundTable) -> int | None:
    """The position of the column that says the round, or that is named so and holds few texts; None if there is none.

    It is not looked for where the headers or the sheet say the round, nor where the texts are what the header means.
    """
    if found.round_column is not None or found.round or found.is_confirmed or _names_rounds(found):
        return found.round_column
    meant = {match.position: match.column for match in found.matches if match.column}
    candidates = _list_candidates(found)
    body = take_body(found) if candidates else found.sheet.cells
    free = (at for at in candidates if at not in meant or not fits(body[:, at], found.table, meant[at]))
    return next((at for at in free if list_few(body[:, at])), None)


def take_body(found: FoundTable) -> Values:
    """The cells of the rows of a table."""
    return found.sheet.cells[body_of(found)]


def list_few(cells: Values) -> tuple[str, ...]:
    """The different texts of filled cells in the order of the sheet; none where they are more than rounds may be."""
    values: dict[object, None] = {}
    for start in range(0, len(cells), CHUNK):
        values |= dict.fromkeys(cells[start : start + CHUNK].tolist())
        if len(values) > MOST_VALUES:
            return ()
    texts = dict.fromkeys(
        write_cell(value) for value in values if is_filled(value) and not (isinstance(value, str) and read_kind(value))
    )
    return tuple(texts) if len(texts) <= MOST_ROUNDS else ()


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
    periods = _by_year(periods)
    return [periods[code] if code >= 0 else None for code in codes]


def _by_year(periods: list[str | None]) -> list[str | None]:
    """Dates of several years as their years."""
    years = {year_of(period) for period in periods if period and period != SHORT}
    if len(years) < 2 or None in years:
        return periods
    return [year_of(period) if period and period != SHORT else period for period in periods]


def say_round(text: str) -> str | None:
    """The round that a text says of a row; None where it says none, or a year of two digits."""
    found = _read_round(text)
    return None if found == SHORT else found


def _read_round(value: object) -> str | None:
    known = (find_round(value) if isinstance(value, str) else None) or read_moment(value)
    return known or (SHORT if has_short_year(value) or _TWO_DIGITS.fullmatch(write_cell(value)) else None)


def _split(found: FoundTable, body: Indexes, column: tuple[int, list[str | None]]) -> list[FoundTable]:
    """A table for each round, and one of no round with the rows of which it is not known."""
    position, said = column
    rounds = np.array(["" if period in {None, SHORT} else period for period in said], dtype=object)
    whole = replace(found if found.is_confirmed else _free_column(found, position), round_column=position)
    parts = [replace(whole, round=str(one), only=body[rounds == one]) for one in sorted({*rounds} - {""})]
    return [*parts, *([replace(whole, only=body[rounds == ""])] if (rounds == "").any() else [])]


def _free_column(found: FoundTable, position: int) -> FoundTable:
    """The table with its headers matched without the one that says the round."""
    headers = read_headers(found.sheet, found.first_header, found.header)
    others = [(text, None if place == position else words) for place, (text, words) in enumerate(headers)]
    said_by = HeaderMatch(headers[position][0], position, None, None, None)
    matches = tuple(sorted((*match_headers(others, found.table), said_by), key=lambda match: match.position))
    return replace(found, matches=matches)


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
