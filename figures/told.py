"""What a chart tells that is no finding: an item of the chain, an effect, an index; with the cells behind it."""

from __future__ import annotations

from dataclasses import dataclass

from dictionary.nouns import Source
from i18n import Text


@dataclass(frozen=True, slots=True)
class Told:
    """A name, its values in words, how they came about, and the cells that they came from.

    ``indicator`` is the key of the indicator that the cells hold values of, "" where they are entries of a row.
    """

    name: Text
    values: Text
    how: Text
    sources: tuple[Source, ...] = ()
    caveats: tuple[str, ...] = ()
    indicator: str = ""
