"""The choices under a social return: when in the year value is counted, how deductions combine, the discount rate."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

DEFAULT_RATE = 0.035  # a year; HM Treasury's Green Book, and the median of 383 published reports
MOST_RATE = 0.5  # a year; more is taken for a slip of the pen
PERCENT_FROM = 0.25  # from here on a bare number is per cent: 0.035 is a share, 3.5 and 1 are per cent


class Timing(StrEnum):
    """When in year *t* its value is counted: at its end (*t*), in its middle (*t* − 0.5) or at its start (*t* − 1)."""

    END = "end"
    MID = "mid"
    START = "start"

    @property
    def offset(self) -> float:
        """Years after the first year has begun at which the first year's value is counted."""
        return {Timing.END: 1.0, Timing.MID: 0.5, Timing.START: 0.0}[self]


class Combination(StrEnum):
    """How deadweight, displacement and attribution combine: (1−d)(1−w)(1−a), or 1 − (d+w+a) and never below 0."""

    MULTIPLY = "multiply"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Settings:
    """The three choices. ``discount_rate`` is a share a year; None takes what the sheets say, or else 3.5 %."""

    timing: Timing = Timing.END
    combination: Combination = Combination.MULTIPLY
    discount_rate: float | None = None


USUAL = Settings()


def read_rate(number: float, *, is_percent: bool = False) -> float | None:
    """A discount rate as typed → a share a year: 3.5, 3.5% and 0.035 are all 0.035; None where it can be none."""
    rate = number / 100 if is_percent or number >= PERCENT_FROM else number
    return rate if 0 <= rate <= MOST_RATE else None
