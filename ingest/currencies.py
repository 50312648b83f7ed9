"""Foreign currencies: which one a text names, and the amount that stands beside its sign."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

import numpy as np

from dictionary.rows import read_rows
from i18n.numbers import read_number
from ingest.cells import Cells
from ingest.headers import split_header

_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


def drop_currency(value: object) -> object:
    """``£250,000`` → 250000.0; anything else as it is."""
    return _drop(value) if isinstance(value, str) else value


@lru_cache(maxsize=1 << 13)
def _drop(value: str) -> object:
    if read_number(value) is not None:
        return value
    for pattern, _ in _currencies():
        number = read_number(pattern.sub("", value.casefold(), count=1).strip())
        if number is not None:
            return number
    return value


def drop_currencies(cells: Cells) -> Cells:
    """The cells with the amounts that stand beside such signs."""
    _, uniques = cells.uniques()
    if not find_currency("\n".join(value for value in uniques if isinstance(value, str))):
        return cells  # many numbers are typed as texts: looked at together, not one by one
    return replace(cells, values=np.array([drop_currency(value) for value in cells.values], dtype=object))


def state_currency(header: str, cells: Cells) -> str:
    """The code of the foreign currency in the brackets of a header, or else beside the amounts below it; "" of none.

    A word of Thai outside brackets may be of what is sold: bread by the pound.
    """
    if split_header(header).money:
        return ""
    told = header if header.isascii() else " ".join(_BRACKET.findall(header))
    _, uniques = cells.uniques()
    texts = (value for value in uniques if isinstance(value, str) and drop_currency(value) is not value)
    return find_currency(told) or find_currency(next(texts, ""))


def find_currency(text: str) -> str:
    """The code of the foreign currency that a text names first in the list, "" where it names none."""
    return next((code for pattern, code in _currencies() if pattern.search(text.casefold())), "")


@cache
def _currencies() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The words and signs of foreign currencies, the longest first; a Latin word only as a whole word."""
    rows = [row for row in read_rows("spellings") if row["codelist"] == "foreign_currency"]
    rows.sort(key=lambda row: -len(row["text"]))
    return tuple((_pattern(row["text"]), row["code"]) for row in rows)


def _pattern(text: str) -> re.Pattern[str]:
    before = r"(?<![a-z])" if text[0].isascii() and text[0].isalpha() else ""
    after = r"(?![a-z])" if text[-1].isascii() and text[-1].isalpha() else ""
    return re.compile(before + re.escape(text) + after)
