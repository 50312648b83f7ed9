"""In which dimension an indicator stands where nobody says it: by its unit, or by the words of its name."""

from __future__ import annotations

import re
from functools import lru_cache

from dictionary.load import load_spellings
from dictionary.load_indicators import find_unit
from dictionary.nouns import Dimension
from dictionary.squash import squash

WORDS = "dimension_word"
STEM = 5  # Latin letters from which on a word may go on: ``pollut`` is ``pollution``, ``bod`` is no ``body``
MONEY = "money"
OF_KIND = {
    MONEY: Dimension.ECONOMIC,
    "mass": Dimension.ENVIRONMENTAL,
    "volume": Dimension.ENVIRONMENTAL,
    "concentration": Dimension.ENVIRONMENTAL,
}


def choose_dimension(name: str, unit: str) -> Dimension:
    """Money is economic whatever it is paid for; then the name decides, then the unit; all else is social."""
    kind = find_unit(unit).kind
    if kind == MONEY:
        return OF_KIND[MONEY]
    heard = _hear(name)
    return Dimension(heard) if heard else OF_KIND.get(kind, Dimension.SOCIAL)


@lru_cache(maxsize=2048)
def _hear(name: str) -> str:
    """The dimension of the longest word that stands in a name, "" where none does."""
    text, plain = squash(name), name.casefold()
    hits = [(len(word), code) for word, code in load_spellings(WORDS).items() if _stands_in(word, text, plain)]
    return max(hits, default=(0, ""))[1]


def _stands_in(word: str, text: str, plain: str) -> bool:
    if not word.isascii():
        return word in text
    end = "" if len(word) >= STEM else r"(?![a-z0-9])"
    return re.search(rf"(?<![a-z0-9]){re.escape(word)}{end}", plain) is not None
