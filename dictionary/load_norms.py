"""What published reports of social return deduct, to be read beside what a group enters: indicative, never a rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dictionary.rows import read_rows, read_text
from i18n import Text


@dataclass(frozen=True, slots=True)
class Norm:
    """The median (a share) of a deduction or of the discount rate in the published reports that state it.

    ``stated_in`` is how many do, None where only the note says it; ``reports`` is how many were looked through.

    Source: the reports in the data base of Social Value International, as extracted by a public meta-analysis.
    """

    key: str
    median: float
    stated_in: int | None
    reports: int
    note: Text


@cache
def load_norms() -> tuple[Norm, ...]:
    """The norms in the order in which they are shown."""
    return tuple(
        Norm(
            row["norm"],
            float(row["median"]),
            int(row["stated_in"]) if row["stated_in"] else None,
            int(row["reports"]),
            read_text(row, "note"),
        )
        for row in read_rows("sroi_norms")
    )
