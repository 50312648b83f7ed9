"""What stands beside a finding: further estimates of the change, and what its caveats call for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ENOUGH_FOR_SKEWNESS = 25  # Cochran 1977, 2.15: times the squared skewness, so many values a t interval asks for


@dataclass(frozen=True, slots=True)
class Beside:
    """A further estimate that stands beside a finding: an effect size, a median, a test that asks for less.

    ``method`` is a row of ``estimators.csv``; ``interval`` its 95 % interval, ``p_value`` two-sided; ``n`` on how many
    units it rests; ``reason`` (a code of the codelist ``reason``) stands where there is no value. ``df`` are the
    degrees of freedom of a t; ``exact`` says whether a p-value is exact or approximated (None: no such question).
    """

    method: str
    value: float | None = None
    interval: tuple[float, float] | None = None
    p_value: float | None = None
    n: int | None = None
    reason: str = ""
    df: float | None = None
    exact: bool | None = None


@dataclass(frozen=True, slots=True)
class Remedy:
    """What a caveat calls for: the same change looked at without what is doubted, or two figures side by side.

    ``key`` is a word of ``remedies`` that says what the figures are; they are in the unit of the finding.
    """

    caveat: str
    key: str
    baseline: float | None = None
    endline: float | None = None
    difference: float | None = None
    interval: tuple[float, float] | None = None
    n: int | None = None


def is_lopsided(beside: Sequence[Beside]) -> bool:
    """Whether the t interval of a mean may be too narrow, by Cochran's rule (``docs/coverage.md`` says by how much)."""
    skewness = next((one for one in beside if one.method == "skewness"), None)
    if skewness is None or skewness.value is None or not skewness.n:
        return False
    return skewness.n <= ENOUGH_FOR_SKEWNESS * skewness.value**2
