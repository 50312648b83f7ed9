"""Values as they are shown: rounded for reading, and so that what stands side by side adds up by eye."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from analysis.contrasts import Contrast
from analysis.findings import Finding, Trend
from dictionary.load_indicators import find_unit, is_share
from figures.changes import Moved
from i18n.numbers import MINUS, PERCENT, UNKNOWN, write_number, write_percent, write_signed

MOST_DECIMALS = 6  # of values that are made to add up: nobody adds more by eye
ROUNDING = 1e-6  # of the largest value: a result nearer than this to the sum of its parts is that sum


def decimals_for(value: float, unit: str) -> int | None:
    """Decimals of the unit; none for a whole number; a mean of people and small sums of money keep what they have."""
    if value == round(value):
        return 0
    kind, decimals = find_unit(unit).kind, find_unit(unit).decimals
    keeps = abs(value) < (100 if kind == "count" else 10)
    return None if decimals == 0 and keeps else decimals


def write_value(value: float | None, unit: str, decimals: int | None = None) -> str:
    """A value without its unit (``3,175``), a share as per cent (``59 %``), an unknown one as a dash.

    ``decimals`` (of the per cent, of a share) take the place of those that the value itself asks for.
    """
    if value is None:
        return UNKNOWN
    if is_share(unit):
        return write_percent(value, _share_decimals(value) if decimals is None else decimals)
    return write_number(value, decimals_for(value, unit) if decimals is None else decimals)


def write_share(share: float | None) -> str:
    """A share as per cent, as every other value that is a share; an unknown one as a dash."""
    return write_value(share, "share")


def _share_decimals(share: float) -> int:
    """One decimal of the per cent, none where that is whole: alike wherever the share stands."""
    return int(abs(100 * share - round(100 * share)) >= 0.05)


@dataclass(frozen=True, slots=True)
class Sum:
    """Values, and a result that is the sum of the values times their ``weights`` (−1 before, 1 after)."""

    unit: str
    values: tuple[float | None, ...]
    weights: tuple[int, ...]
    result: float | None

    def write_values(self, decimals: int | None = None) -> tuple[str, ...]:
        """The values as shown, without their unit."""
        return tuple(write_value(value, self.unit, decimals) for value in self.values)

    def write_result(self, decimals: int | None = None) -> str:
        """The result as shown, with its sign: without its unit, or as percentage points without their name."""
        if self.result is None:
            return UNKNOWN
        if is_share(self.unit):
            points = 0 if abs(self.result) >= 0.1 else 1
            return write_signed(self.result * 100, points if decimals is None else decimals)
        return write_signed(self.result, decimals_for(self.result, self.unit) if decimals is None else decimals)

    def adds_up(self) -> bool:
        """Whether the result is the weighted sum of the values, whatever they are rounded to."""
        parts = [(v, w) for v, w in zip(self.values, self.weights, strict=True) if w]
        known = [(v, w) for v, w in parts if v is not None]
        if self.result is None or len(known) < len(parts):
            return False
        size = max(abs(v) for v, _ in known)
        return abs(sum(v * w for v, w in known) - self.result) <= ROUNDING * size


@dataclass(frozen=True, slots=True)
class Shown:
    """Values and their result in figures, without their unit."""

    values: tuple[str, ...]
    result: str

    def between(self, first: int, last: int) -> str:
        """By how much one of the values, as shown, is above another, with its sign; of shares in points."""
        texts = self.values[first], self.values[last]
        return write_signed(float(_add(texts, (-1, 1))), max(map(_count_decimals, texts)))

    def combine(self, weights: Sequence[int]) -> str:
        """The sum of the values, as shown, times their weights."""
        ending = PERCENT if self.values[0].endswith(PERCENT) else ""
        return write_number(float(_add(self.values, weights)), max(map(_count_decimals, self.values))) + ending


def show(one: Moved) -> Shown:
    """The values of a change and their difference: of a trend those of all rounds."""
    if isinstance(one, Trend):
        return show_sum(_lay_trend(one))
    ends = (one.baseline, one.endline) if isinstance(one, Finding) else (None, None)
    return show_sum(Sum(one.unit, ends, (-1, 1), one.difference))


def show_contrast(one: Contrast) -> Shown:
    """The values of participants and of the others before and after, and what the participants changed by beyond."""
    sides = (one.participants, one.comparison)
    values = tuple(value for side in sides for value in (side.baseline, side.endline))
    return show_sum(Sum(one.finding.unit, values, (-1, 1, 1, -1), one.finding.difference))


def show_sum(parts: Sum) -> Shown:
    """The values and the result as usual; where these would not add up, with one decimal more.

    Where rounding lies between them even so (a third and two thirds), the result is that of the values shown.
    """
    shown = Shown(parts.write_values(), parts.write_result())
    if not parts.adds_up() or _add(shown.values, parts.weights) == _read(shown.result):
        return shown
    decimals = max(1, *(_count_decimals(text) for text in (*shown.values, shown.result)))
    if decimals > MOST_DECIMALS:
        return shown
    values = parts.write_values(decimals)
    return Shown(values, write_signed(float(_add(values, parts.weights)), decimals))


def _lay_trend(one: Trend) -> Sum:
    """The first known value of a trend against its last."""
    known = [place for place, value in enumerate(one.values) if value.value is not None]
    weights = [0] * len(one.values)
    if len(known) > 1:
        weights[known[0]], weights[known[-1]] = -1, 1
    return Sum(one.unit, tuple(value.value for value in one.values), tuple(weights), one.difference)


def _read(text: str) -> Decimal:
    return Decimal(text.removesuffix(PERCENT).replace(",", "").replace(MINUS, "-"))


def _add(texts: Sequence[str], weights: Sequence[int]) -> Decimal:
    """What the values as they are shown come to."""
    return sum((weight * _read(text) for text, weight in zip(texts, weights, strict=True) if weight), Decimal(0))


def _count_decimals(text: str) -> int:
    return len(text.removesuffix(PERCENT).partition(".")[2])
