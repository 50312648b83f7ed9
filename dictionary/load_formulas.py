"""The formula behind every kind of figure that a result can hold, with its assumption and whom it is after."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dictionary.rows import read_rows, read_text
from i18n import Text

PARTS = ("found", "compared", "money", "sroi", "other")  # the sections of the page, in their order


@dataclass(frozen=True, slots=True)
class Formula:
    """A row of ``formulas.csv``. ``part`` is the section of the page of methods that it stands in.

    ``gives``: what is found by it, as ``methods.<code>`` or as a path of keys of the JSON; a path holds for all below.
    """

    code: str
    part: str
    gives: tuple[str, ...]
    label: Text
    formula: Text
    assumption: Text
    reference: Text


@cache
def load_formulas() -> tuple[Formula, ...]:
    """Every formula, in the order of the file."""
    return tuple(
        Formula(
            row["formula"],
            row["part"],
            tuple(row["gives"].split(";")) if row["gives"] else (),
            *(read_text(row, name) for name in ("label", "formula", "assumption", "reference")),
        )
        for row in read_rows("formulas")
    )
