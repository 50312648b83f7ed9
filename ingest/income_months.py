"""Incomes in a column for each month or quarter: their mean, over those that are known, is baht per month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np

from dictionary.nouns import Problem
from i18n import Text
from ingest.addresses import cell_address
from ingest.amounts import state_scale
from ingest.cells import Labels, report
from ingest.clean import Problems
from ingest.income_names import INDICATOR
from ingest.matching import HeaderMatch
from ingest.months import MONTH, read_span
from ingest.own_units import read_baht
from ingest.parts import Part
from ingest.results import place_of
from ingest.rows import Rows, take_cells


def read_months(
    rows: Rows, round_key: str, matches: Sequence[HeaderMatch], groups: Mapping[str, Labels]
) -> tuple[list[Part], Problems]:
    """A part for each month of a round: what it adds to the mean of the months that are known, in baht per month.

    A row of which no month is known is unknown. Months that are not known beside others are said.
    """
    cells = [take_cells(rows.found, match, rows.kept) for match in matches]
    read = [read_baht(one, _scale(rows, match)) for match, one in zip(matches, cells, strict=True)]
    amounts = np.array([values for values, _ in read]).reshape(len(cells), len(rows.kept))
    known = ~np.isnan(amounts)
    count = known.sum(axis=0)
    parts = []
    for place, (match, one) in enumerate(zip(matches, cells, strict=True)):
        own = known[place] | ((count == 0) & (place == 0))
        values = amounts[place, own] / _months_of(match) / np.maximum(count[own], 1)
        taken = {key: labels.take(own) for key, labels in groups.items()}
        units = rows.ids.take(own)
        parts.append(
            Part(INDICATOR, round_key, place_of(rows), units, values, rows.lines[own], one.column, groups=taken)
        )
    gaps = (report("month_blank", one, ~known[place] & (count > 0)) for place, one in enumerate(cells))
    return parts, (*chain.from_iterable(odd for _, odd in read), *chain.from_iterable(gaps), _say(rows, matches))


def _scale(rows: Rows, match: HeaderMatch) -> float:
    return state_scale(rows.found.sheet, rows.found.first_header, match.header)


def _months_of(match: HeaderMatch) -> float:
    span = read_span(match.header)
    return span.months if span else MONTH


def _say(rows: Rows, matches: Sequence[HeaderMatch]) -> Problem:
    """That the columns of a round were taken for months, and what came of them."""
    sheet = rows.found.sheet
    row = rows.found.header + sheet.first_row
    ends = [cell_address(row, sheet.first_column + match.position) for match in (matches[0], matches[-1])]
    named = " – ".join(" ".join(match.header.split()) for match in (matches[0], matches[-1]))
    return Problem(
        "months_averaged", *place_of(rows), ":".join(ends), found=named, allowed=Text(*[f"{len(matches)}"] * 2)
    )
