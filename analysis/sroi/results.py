"""What comes out of a value map: lines with their years, a ratio with its range, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from analysis.sroi.settings import Combination, Timing
from analysis.sroi.value_map import EXCLUDED, HELD, Outcome, ValueMap
from dictionary.nouns import Problem, Source

Span = tuple[float, float]
FROM_CHOICE, FROM_SHEET, FROM_DEFAULT = "choice", "sheet", "default"  # where the discount rate comes from


@dataclass(frozen=True, slots=True)
class Line:
    """One priced outcome, step by step. Money is in baht, ``kept`` the share that the deductions leave (0–1).

    ``impacts`` are the years that it lasts, the first from ``outcome.start`` on; ``discounted`` the same in present
    value, which add up to ``present_value``. ``share`` is of all that is gained (of all that is lost where it is a
    loss). ``range`` holds 95 % of the draws. ``break_even`` is the value of the proxy at which the ratio is 1, None
    where there is none.
    """

    outcome: Outcome
    gross: float
    kept: float
    impacts: tuple[float, ...]
    discounted: tuple[float, ...]
    present_value: float
    share: float | None = None
    range: Span | None = None
    break_even: float | None = None


@dataclass(frozen=True, slots=True)
class Factor:
    """One bar of the tornado: the ratio where one thing entered is at its lowest and at its highest.

    ``kind`` is quantity, proxy, a deduction, drop_off, duration_years or discount_rate; ``name`` the outcome or proxy
    where it is of one. ``low`` and ``high`` are what is put in, in the unit of the kind: of a deduction of all lines,
    how much is added to it. ``stated``: the sheet gives them; else they are assumed. ``rest``: it is of all lines but
    those for which the sheet states a range.
    """

    kind: str
    name: str
    low: float
    high: float
    at_low: float
    at_high: float
    stated: bool = False
    rest: bool = False

    @property
    def swing(self) -> float:
        """How far the ratio moves."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True, slots=True)
class Simulation:
    """The draws: their ``seed`` (None: a generator was given), and the present value of all lines in each, in baht."""

    seed: int | None
    totals: npt.NDArray[np.float64] = field(repr=False, compare=False)

    @property
    def draws(self) -> int:
        """How many draws there are."""
        return len(self.totals)


@dataclass(frozen=True, slots=True)
class SocialReturn:
    """The social return of one project. Never compared with that of another: proxies and judgement differ.

    ``present_value`` is of all lines, ``inputs_thb`` what was put in (None where none is stated: then there is no
    ratio). ``range`` and ``present_value_range`` hold 95 % of the draws. ``break_even`` is the share of the present
    value that could be lost before the ratio falls to 1 (negative: it is below 1). ``dominant`` is the proxy that makes
    over half of what is gained, ``income_lines`` those whose outcome is income. ``problems`` follow from the choices
    made, ``caveats`` are codes.
    """

    value_map: ValueMap
    timing: Timing
    combination: Combination
    discount_rate: float
    rate_from: str
    lines: tuple[Line, ...]
    inputs_thb: float | None
    present_value: float
    ratio: float | None = None
    range: Span | None = None
    present_value_range: Span | None = None
    break_even: float | None = None
    simulation: Simulation | None = None
    tornado: tuple[Factor, ...] = ()
    dominant: str = ""
    income_lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()
    caveats: tuple[str, ...] = ()

    @property
    def net_present_value(self) -> float | None:
        """What is left when the inputs are paid, in baht."""
        return None if self.inputs_thb is None else self.present_value - self.inputs_thb

    @property
    def held(self) -> tuple[Outcome, ...]:
        """Outcomes that count but are not priced."""
        return self.value_map.of_status(HELD)

    @property
    def excluded(self) -> tuple[Outcome, ...]:
        """Outcomes that are not counted."""
        return self.value_map.of_status(EXCLUDED)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cells of the priced lines, the inputs and the discount rate."""
        rate = self.value_map.rate_source
        cells = [*(one.outcome.source for one in self.lines), *(one.source for one in self.value_map.inputs)]
        return (*cells, rate) if rate and self.rate_from == FROM_SHEET else tuple(cells)
