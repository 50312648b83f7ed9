"""Which sources of income are grants, by words of ``spellings.csv`` (``grant_source``) anywhere in their names."""

from __future__ import annotations

import re
from functools import cache

from dictionary.rows import read_rows
from dictionary.squash import squash

CODELIST = "grant_source"


def names_grant(text: str) -> bool:
    """Whether a source of income is called a grant or subsidy; an English word counts only as a whole word."""
    latin, thai = _words()
    return bool(latin.search(text)) or any(word in squash(text) for word in thai)


@cache
def _words() -> tuple[re.Pattern[str], tuple[str, ...]]:
    words = [row["text"] for row in read_rows("spellings") if row["codelist"] == CODELIST]
    latin = "|".join(re.escape(word) for word in words if word.isascii())
    return re.compile(rf"\b(?:{latin})\b", re.IGNORECASE), tuple(squash(word) for word in words if not word.isascii())
