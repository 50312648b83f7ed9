"""Foreign currencies in a value map: which one a text names, and the amount that stands beside its sign."""

from __future__ import annotations

import re
from functools import cache

from dictionary.rows import read_rows
from i18n.numbers import read_number


def drop_currency(value: object) -> object:
    """``£250,000`` → 250000.0; anything else as it is."""
    if not isinstance(value, str) or read_number(value) is not None:
        return value
    for pattern, _ in _currencies():
        number = read_number(pattern.sub("", value.casefold(), count=1).strip())
        if number is not None:
            return number
    return value


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
