"""Headers that hold the name of an identifier and yet name nobody."""

from __future__ import annotations

from collections.abc import Mapping

from dictionary.load import Column, load_spellings
from ingest.headers import HeaderWords
from ingest.likeness import Likeness

ID = "id"
HOW_MANY = "how_many"


def is_no_id(about: Column | None, words: HeaderWords, text: str) -> bool:
    """Whether a header with the name of an identifier inside it (``text``) tells how many there are, or a measurement.

    Nobody has another name in each round: what is English and stands before or after (im-plant) was measured.
    """
    if about is None or about.kind != ID:
        return False
    counts = words.bare.startswith(tuple(load_spellings(HOW_MANY)))
    return counts or (words.round is not None and text.isascii())


def drop_id(like: Likeness | None, columns: Mapping[str, Column], words: HeaderWords) -> Likeness | None:
    """A likeness, but none to an identifier where the header says a round."""
    return None if like is None or is_no_id(columns.get(like.meaning), words, words.bare) else like
