"""What a row of the value map says an outcome is worth each year as a whole, instead of a quantity and a proxy."""

from __future__ import annotations

from dataclasses import dataclass

from dictionary.records import Record

YEARS = tuple(f"value_year_{number}" for number in range(1, 6))
PRODUCT = ("quantity", "proxy_thb")


@dataclass(frozen=True, slots=True)
class Yearly:
    """``peak``: the greatest value of a year, in baht; ``shares``: what part of it each year is worth.

    Where the value of one year alone is stated there are no shares: the row's duration and drop-off say the others.
    """

    peak: float
    shares: tuple[float, ...] = ()


def read_yearly(row: Record) -> Yearly | None:
    """The values by year of a row that has neither quantity nor proxy; a year left blank between others is worth 0."""
    stated = [row.number(key) for key in YEARS]
    known = [value for value in stated if value is not None]
    if not any(known) or any(row.find(key) for key in PRODUCT):
        return None
    last = max(place for place, value in enumerate(stated) if value is not None)
    values = [value or 0.0 for value in stated[: last + 1]]
    peak = max(values, key=abs)
    return Yearly(peak, tuple(value / peak for value in values) if len(values) > 1 else ())
