"""What a statistic gives back: a value with its certainty, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
CONFIDENCE = 0.95
MIN_TESTED = 6  # below this many values nothing is tested and no interval is given


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value from ``n`` observations, its 95 % interval and two-sided p-value where they can be given.

    ``reason`` (a code of the codelist ``reason``) stands where there is no value; a missing value is never 0 or NaN.
    ``df`` are the degrees of freedom of a t test; ``exact`` whether a p-value is exact or approximated.
    """

    value: float | None
    interval: tuple[float, float] | None = None
    p_value: float | None = None
    n: int = 0
    reason: str = ""
    df: float | None = None
    exact: bool | None = None

    @classmethod
    def missing(cls, reason: str, n: int = 0) -> Estimate:
        """No value, and why."""
        return cls(value=None, n=n, reason=reason)
