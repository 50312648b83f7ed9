"""Whether the cells of a column are something measured or asked of people: numbers, levels, or yes and no."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dictionary.load import match_code
from ingest.bands import are_bands
from ingest.blanks import is_blank
from ingest.cells import write_cell
from ingest.fitting import LOOKED_AT, MOST, is_number
from ingest.period_columns import list_few
from ingest.ratings import are_ratings
from ingest.workbooks import Values

YES_NO = "yes_no"
FEWEST_COUNTED = 6  # rows that a running number counts

_LONG = re.compile(r"0\d{8,}")  # a telephone number typed as a text is no measurement


def is_measured(cells: Values, others: Sequence[Values] = (), *, answers: bool = True) -> bool:
    """Whether most filled cells are numbers, levels or ranges, or (``answers``) all are yes and no; no ticks alone.

    Nobody may have said yes before: then ``others``, the same thing in other rounds, say it. The cells that are looked
    at stand all over the column: rows may be sorted by what they say.
    """
    some = cells[:: max(1, len(cells) // LOOKED_AT)][: 2 * LOOKED_AT]
    told = [match_code(YES_NO, write_cell(cell)) for cell in some]
    filled = [cell for cell, code in zip(some, told, strict=True) if code or not is_blank(cell)]
    if are_answers(filled):
        said = {match_code(YES_NO, write_cell(cell)) for column in (cells, *others) for cell in list_few(column)}
        return answers and len(said - {None}) > 1
    if are_ratings(filled) or are_bands(filled):
        return True
    numbers = sum(is_number(cell) and not _LONG.fullmatch(str(cell).strip()) for cell in filled)
    return bool(filled) and numbers >= MOST * len(filled)


def counts_rows(cells: Values) -> bool:
    """Whether the numbers of a column are 1, 2, 3 … from the top: the rows are numbered, and nothing is measured."""
    numbers = [int(cell) for cell in cells if isinstance(cell, int | float) and float(cell).is_integer()]
    return len(numbers) >= FEWEST_COUNTED and numbers == list(range(1, len(numbers) + 1))


def are_answers(cells: Iterable[object]) -> bool:
    """Whether nearly all filled cells say yes or no (1 and 0 among them)."""
    told = [match_code(YES_NO, write_cell(cell)) is not None for cell in cells]
    return bool(told) and sum(told) >= 0.9 * len(told)
