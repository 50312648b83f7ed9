"""The consumer price index that comes with the program: of each year its index, base and source, never one alone."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dictionary.nouns import Source
from i18n import Language, Text

REFERENCE = Path(__file__).parents[1] / "data" / "reference" / "cpi_thailand.csv"


@dataclass(frozen=True, slots=True)
class PriceIndex:
    """The mean consumer price index of one calendar year (C.E.), the base of which it is a level, and its source.

    ``taken`` is the day on which it was copied from the source (ISO), "" where that is not stated; ``cells`` are
    those of the user's own sheet. ``named`` is the source as a reader meets it, without the code of its series; None
    where the user named it.
    """

    year: int
    index: float
    base: str
    source: str
    taken: str = ""
    cells: tuple[Source, ...] = field(default=())
    named: Text | None = None

    def name_source(self, language: Language) -> str:
        """The source in a language; what a user wrote as it was written."""
        return self.named[language] if self.named else self.source


@cache
def load_price_indices() -> tuple[PriceIndex, ...]:
    """The indices of ``data/reference/cpi_thailand.csv``, in the order of the years; a year not there is not known."""
    with REFERENCE.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return tuple(
        PriceIndex(
            int(row["year_ce"]),
            float(row["index"]),
            row["base"],
            row["source"],
            row["taken"],
            named=Text(row["source_th"], row["source_en"]),
        )
        for row in rows
    )
