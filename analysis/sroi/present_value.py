"""From quantity to present value, in arrays: the last axis holds the lines, those before it (if any) the draws.

Year 1 impact = quantity × proxy × what the deductions leave; year k+1 = year k × (1 − drop-off). An outcome that starts
after the activity is counted a year later. A duration that ends within a year counts that part of the year.
Source: The SROI Network, *A Guide to Social Return on Investment* (2012), stages 4 and 5.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil

import numpy as np
import numpy.typing as npt

from analysis.sroi.settings import Combination, Timing

Floats = npt.NDArray[np.float64]
SHARES = ("deadweight", "displacement", "attribution")  # what is deducted once; the drop-off is deducted every year


@dataclass(frozen=True, slots=True)
class Terms:
    """What is entered for the lines: arrays that broadcast; shares 0–1, ``duration`` in years, ``start`` 1 or 2.

    ``profile`` (years, lines) is what part of its value a line is worth in each year, where the sheet says the years
    one by one; its last row holds for all years after.
    """

    quantity: Floats
    proxy: Floats
    deadweight: Floats
    displacement: Floats
    attribution: Floats
    drop_off: Floats
    duration: Floats
    start: Floats
    profile: Floats = field(default_factory=lambda: np.ones((1, 1)))

    def of_year(self, year: int) -> Floats:
        """What part of its full value each line is worth in a year (from 0), beside its drop-off."""
        return np.asarray(self.profile[min(year, len(self.profile) - 1)], dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Basis:
    """How the lines are counted: the rule of combination, the timing, and the discount rate (a share a year)."""

    combination: Combination
    timing: Timing
    rate: float


def keep_share(terms: Terms, combination: Combination) -> Floats:
    """What the deductions leave of the value (0–1); deductions that add up to more than all leave nothing."""
    if combination is Combination.ADD:
        return np.clip(1 - terms.deadweight - terms.displacement - terms.attribution, 0, None)
    return (1 - terms.deadweight) * (1 - terms.displacement) * (1 - terms.attribution)


def first_impact(terms: Terms, combination: Combination) -> Floats:
    """The impact of the first year in full, in baht."""
    return terms.quantity * terms.proxy * keep_share(terms, combination)


def count_years(terms: Terms) -> int:
    """The years that the longest line lasts, a part of a year counted as one."""
    return ceil(float(np.max(terms.duration))) if terms.duration.size else 0


def yearly_impacts(terms: Terms, combination: Combination) -> Floats:
    """The impact of each year that a line lasts (0 beyond it), in baht, not discounted: (years, lines)."""
    impact, years = first_impact(terms, combination), []
    for year in range(count_years(terms)):
        years.append(impact * np.clip(terms.duration - year, 0, 1) * terms.of_year(year))
        impact = impact * (1 - terms.drop_off)
    return np.array(years)


def discount_factors(terms: Terms, basis: Basis) -> Floats:
    """What a baht of each year is worth today: (years, lines)."""
    years = np.arange(count_years(terms))[:, np.newaxis]
    return np.asarray((1 + basis.rate) ** -(years + terms.start - 1 + basis.timing.offset), dtype=np.float64)


def present_values(terms: Terms, basis: Basis) -> Floats:
    """The present value of each line in baht, for every draw."""
    impact = first_impact(terms, basis.combination)
    total = np.zeros_like(impact)
    for year, factors in enumerate(discount_factors(terms, basis)):
        total += impact * (np.clip(terms.duration - year, 0, 1) * factors * terms.of_year(year))
        impact = impact * (1 - terms.drop_off)
    return total
