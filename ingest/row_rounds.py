"""Which round the cells of a column say, one cell for each row: words, years, dates, or 0 and 1, 1, 2, 3."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from dictionary.nouns import BASELINE, ENDLINE
from ingest.blanks import is_blank
from ingest.cells import write_cell
from ingest.clean import clean_ids
from ingest.headers import find_round, split_header
from ingest.keys import find_key
from ingest.matching import HeaderMatch
from ingest.periods import has_short_year, read_moment, year_of
from ingest.recognise import FoundTable, key_column
from ingest.row_kinds import Indexes, is_filled, read_kind
from ingest.rows import take_cells
from ingest.workbooks import Values

SHORT = "short"  # stands for a year of two digits: it says a round, but not which
ENOUGH_KNOWN = 0.8  # share of the filled cells that must say a round
NUMBERED = re.compile(r"\d")  # a round by its number alone
MOST_REPEATED = 12  # rounds that somebody may be asked about
AFTER = {"0": BASELINE, "1": ENDLINE}  # under "post": not yet, and after
_TWO_DIGITS = re.compile(r"'?[1-9]\d")

Said = list[str | None]


def read_rounds(values: Values) -> Said:
    """The round that each cell says; dates of several years count by the year. None throughout if too few say one."""
    return _read(values, read_round)


def read_numbers(found: FoundTable, body: Indexes, match: HeaderMatch) -> Said:
    """The round of each row by a number: 1, 2, 3 under *wave*, or 0 and 1 under *post*; or beside *before* one text.

    Only where the same people stand there again, each once for every number: else it is something that was counted.
    None throughout where it is not so.
    """
    cells = found.sheet.cells[body, match.position]
    nothing: Said = [None] * len(body)
    texts = {write_cell(cell) for cell in cells if is_filled(cell)}
    is_after = names_after(match.header)
    if len(texts) < len(AFTER) or (is_after and texts != AFTER.keys()) or not _stand_again(found, body, match):
        return nothing
    if is_after:
        return [AFTER.get(write_cell(cell)) for cell in cells]
    if all(NUMBERED.fullmatch(text) for text in texts):
        return [f"n{write_cell(cell)}" if is_filled(cell) else None for cell in cells]
    return _complete(cells, texts) or nothing


def find_repeating(found: FoundTable, body: Indexes) -> HeaderMatch | None:
    """The first column whose few texts tell apart the rows on which the same people stand again: it may say rounds."""
    for match in found.matches:
        few = {write_cell(cell) for cell in found.sheet.cells[body, match.position] if is_filled(cell)}
        if 1 < len(few) <= MOST_REPEATED and _stand_again(found, body, match):
            return match
    return None


def names_after(header: str) -> bool:
    """Whether a header says *after* and nothing else."""
    words = split_header(header)
    return words.round == ENDLINE and not words.bare


def read_round(value: object) -> str | None:
    """The round that a cell says, a year of two digits as ``SHORT``; None where it says none."""
    known = (find_round(value) if isinstance(value, str) else None) or read_moment(value)
    return known or (SHORT if has_short_year(value) or _TWO_DIGITS.fullmatch(write_cell(value)) else None)


def by_year(periods: Said) -> Said:
    """Dates of several years as their years."""
    years = {year_of(period) for period in periods if period and period != SHORT}
    if len(years) < 2 or None in years:
        return periods
    return [year_of(period) if period and period != SHORT else period for period in periods]


def _read(values: Values, read: Callable[[object], str | None]) -> Said:
    codes, uniques = pd.factorize(values)
    periods = [read(value) for value in uniques]
    counts = np.bincount(codes[codes >= 0], minlength=len(uniques))
    filled = np.array(
        [not is_blank(value) and not (isinstance(value, str) and bool(read_kind(value))) for value in uniques],
        dtype=bool,
    )
    known = np.array([period is not None for period in periods], dtype=bool)
    if not len(uniques) or counts[known & filled].sum() < ENOUGH_KNOWN * counts[filled].sum():
        return [None] * len(values)
    periods = by_year(periods)
    return [periods[code] if code >= 0 else None for code in codes]


def _complete(cells: Values, texts: set[str]) -> Said:
    """Before and one other text, or after and one other, which is then the other round."""
    said = {text: find_round(text) for text in texts}
    known = {one for one in said.values() if one}
    if len(texts) != len(AFTER) or len(known) != 1:
        return []
    other = next(iter({BASELINE, ENDLINE} - known), None)
    return [said[write_cell(cell)] or other if is_filled(cell) else None for cell in cells]


def _stand_again(found: FoundTable, body: Indexes, match: HeaderMatch) -> bool:
    """Whether some of whom the rows are about stand on several of them, and nobody twice with the same text."""
    key = find_key(found, key_column(found.table))
    if key is None or key.position == match.position:
        return False
    ids = clean_ids(take_cells(found, key, body)).codes
    said, _ = pd.factorize(np.array(_write_all(found.sheet.cells[body, match.position]), dtype=object))
    rows = pd.DataFrame({"id": ids, "said": said})[ids >= 0]
    return bool(rows["id"].duplicated().any()) and not rows.duplicated().any()


def _write_all(cells: Sequence[object]) -> list[str]:
    return [write_cell(cell) for cell in cells]
