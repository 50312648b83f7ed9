"""Rows of a table of incomes that are none: what people spend, owe or save, listed under incomes in one column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

import numpy as np

from dictionary.nouns import Problem
from dictionary.rows import read_rows
from ingest.addresses import cell_address
from ingest.amounts import AMOUNT, SOURCE
from ingest.headers import match_words, split_header
from ingest.income_words import list_incomes
from ingest.known_headers import KEPT
from ingest.matching import HeaderMatch
from ingest.personal_headers import PERSONAL, VALUE
from ingest.recognise import FoundTable
from ingest.riders import RIDER
from ingest.rows import PERIOD, body_of

NOTE, MEASURE = "rows_without_income", "measure"
NONE = (("costs", "costs"), ("no_income_part", "stock"))  # lists of words and their codes
MOST_NAMED = 6


def part_no_income(found: FoundTable) -> tuple[FoundTable, ...]:
    """The table of incomes without the rows whose source is none, and a table of what those measure of the people."""
    source = next((one for one in found.matches if one.column == SOURCE), None) if found.table == RIDER else None
    if source is None or found.reason:
        return (found,)
    body = body_of(found)
    texts = found.sheet.cells[body, source.position]
    others = np.array([isinstance(text, str) and _is_none(text) for text in texts], dtype=bool)
    if not others.any():
        return (found,)
    names = list(dict.fromkeys(" ".join(text.split()) for text in texts[others]))
    measured = replace(
        found, table=PERSONAL, only=body[others], matches=_measure(found.matches), notes=_say(found, source, names)
    )
    return (measured,) if others.all() else (replace(found, only=body[~others]), measured)


def _measure(matches: Sequence[HeaderMatch]) -> tuple[HeaderMatch, ...]:
    columns = {SOURCE: MEASURE, AMOUNT: VALUE, PERIOD: None}
    return tuple(replace(one, column=columns.get(one.column or "", one.column)) for one in matches)


@lru_cache(maxsize=KEPT)
def _is_none(text: str) -> bool:
    """Whether a source is none of an income: ``รายจ่าย``, ``หนี้สิน``, and not ``รายได้จากการลดรายจ่าย``."""
    return not split_header(text).bare.startswith(list_incomes()) and bool(match_words(text, _list_none()))


@cache
def _list_none() -> tuple[tuple[str, str], ...]:
    rows = read_rows("spellings")
    return tuple((row["text"], row["code"]) for row in rows if (row["codelist"], row["code"]) in NONE)


def _say(found: FoundTable, source: HeaderMatch, names: Sequence[str]) -> tuple[Problem, ...]:
    sheet = found.sheet
    cell = cell_address(sheet.first_row + found.header, sheet.first_column + source.position)
    more = " …" if len(names) > MOST_NAMED else ""
    return (*found.notes, Problem(NOTE, found.file, sheet.name, cell, found=", ".join(names[:MOST_NAMED]) + more))
