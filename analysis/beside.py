"""What stands beside a finding: further estimates of the change, and what its caveats call for."""

from __future__ import annotations

from dataclasses import dataclass


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
