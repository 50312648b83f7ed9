"""Lines that an income is held against: the minimum wage of a province and the national poverty line, by time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from dictionary.rows import read_rows, read_text
from i18n import Text

WORKING_DAYS = 26  # days of work a month that a daily wage is counted for: six a week, an assumption of this program
DAILY = "thb_per_day"


@dataclass(frozen=True, slots=True)
class LineRow:
    """A row of ``income_lines.csv``: ``amount`` in ``unit``, in force from ``start`` to ``end`` (None: still).

    ``place`` is the province it holds for; None: the whole country.
    """

    line: str
    place: Text | None
    start: date
    end: date | None
    amount: float
    unit: str
    source: Text

    @property
    def per_month(self) -> float:
        """Baht a month; a daily wage times ``WORKING_DAYS``."""
        return self.amount * (WORKING_DAYS if self.unit == DAILY else 1)

    def is_of(self, province: str) -> bool:
        """Whether the line holds in a province as somebody typed it, in Thai or English."""
        typed = province.casefold()
        return self.place is None or any(name.casefold() in typed for name in (self.place.th, self.place.en))

    def holds(self, day: date) -> bool:
        """Whether the line was in force on a day."""
        return self.start <= day and (self.end is None or day <= self.end)


@cache
def load_lines() -> tuple[LineRow, ...]:
    """Every line, in the order of the file."""
    return tuple(_read(row) for row in read_rows("income_lines"))


def _read(row: dict[str, str]) -> LineRow:
    return LineRow(
        line=row["line"],
        place=read_text(row, "place") if row["place_th"] else None,
        start=date.fromisoformat(row["from"]),
        end=date.fromisoformat(row["to"]) if row["to"] else None,
        amount=float(row["amount"]),
        unit=row["unit"],
        source=read_text(row, "source"),
    )
