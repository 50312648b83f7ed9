"""Names one after the other in a sentence: of many the first ones, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from dictionary.nouns import MORE

MOST_LISTED = 5  # names that a sentence lists


def list_some(names: Sequence[str], most: int = MOST_LISTED) -> str:
    """The first names, and the number of the others behind ``MORE``, which a sentence says in its language."""
    rest = len(names) - most
    return ", ".join(names[:most]) + f"{MORE}{rest}" if rest > 1 else ", ".join(names)
