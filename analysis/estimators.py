"""The estimators of ``estimators.csv``: each takes the values of a sample and gives an estimate beside the finding."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from analysis.beside import Beside
from analysis.sample import Sample
from analysis.statistics import (
    Estimate,
    Floats,
    FourFold,
    Spread,
    compare_answers,
    compare_means,
    compare_ranks,
    compare_shares_independent,
    compare_shares_paired,
    compare_spreads,
    compare_spreads_apart,
    estimate_effect_independent,
    estimate_effect_paired,
    estimate_median,
    estimate_pseudo_median,
    estimate_ratio,
    estimate_ratio_of_means,
    estimate_share,
    estimate_skewness,
    find_gini,
    find_palma,
    find_t,
)
from analysis.statistics.inequality import Places
from dictionary.load_estimators import find_estimation
from dictionary.load_methods import Design, Method
from dictionary.nouns import Indicator

NOT_A_NUMBER = "not_a_number"


@dataclass(frozen=True)
class Values:
    """A sample as the estimators ask for it; what several of them need is worked out once.

    ``share`` is what the finding itself says, where it is one share of the pairs; ``apart``: the rounds are of
    different people.
    """

    sample: Sample
    share: float | None = None
    apart: bool = False

    @cached_property
    def baseline(self) -> Floats:
        """The earlier values of the pairs; of different people those of whoever is known."""
        return self.known[0] if self.apart else self.sample.pairs[0]

    @cached_property
    def endline(self) -> Floats:
        """The later values of the pairs; of different people those of whoever is known."""
        return self.known[1] if self.apart else self.sample.pairs[1]

    @cached_property
    def differences(self) -> Floats:
        """Later less earlier, of each pair."""
        return self.sample.moved

    @cached_property
    def known(self) -> tuple[Floats, Floats]:
        """The values of whoever is known, in each round."""
        first, last = (values[values == values] for values in self.sample.sides)  # noqa: PLR0124 - NaN is not itself
        return first, last

    @cached_property
    def orders(self) -> tuple[Places, Places]:
        """The places of the values of each round from the lowest: the longest step of what follows."""
        return np.argsort(self.baseline), np.argsort(self.endline)

    @cached_property
    def ginis(self) -> tuple[Spread, Spread]:
        """The Gini of each round."""
        first, last = self.orders
        return find_gini(self.baseline, first), find_gini(self.endline, last)

    @cached_property
    def palmas(self) -> tuple[Spread, Spread]:
        """The Palma of each round."""
        first, last = self.orders
        return find_palma(self.baseline, first), find_palma(self.endline, last)

    @cached_property
    def answers(self) -> FourFold:
        """Pairs of yes (1) and no (0)."""
        first, last = self.baseline == 1, self.endline == 1
        counts = (first & last, first & ~last, ~first & last, ~first & ~last)
        return FourFold(*(int(count.sum()) for count in counts))

    @cached_property
    def yes(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """How many of how many say yes in each round: of the pairs, or of whoever is known where there are none."""
        asked = (self.baseline, self.endline) if self.baseline.size else self.known
        first, last = ((int((values == 1).sum()), values.size) for values in asked)
        return first, last


def list_beside(indicator: Indicator, method: Method, values: Values) -> tuple[Beside, ...]:
    """The estimates that the table of scale × design puts beside a finding; one line with the reason where none."""
    design = choose_design(method.design, values.sample)
    row = find_estimation(indicator, method, design)
    if row is None:
        return ()
    if design is Design.INDEPENDENT:
        values = replace(values, apart=True)
    if row.reason:
        return tuple(Beside(code, reason=row.reason) for code in row.estimators)
    return tuple(write_beside(code, ESTIMATORS[code](values)) for code in row.estimators)


def choose_design(design: Design, sample: Sample) -> Design:
    """Rounds of different people are independent where nobody is known in both."""
    apart = design is Design.EACH_ROUND and all(sample.counts) and not bool(sample.paired.any())
    return Design.INDEPENDENT if apart else design


def write_beside(code: str, estimate: Estimate) -> Beside:
    """An estimate as it stands beside a finding; what overflowed is no number."""
    finite = estimate.value is None or math.isfinite(estimate.value)
    sure = finite and all(map(math.isfinite, (*(estimate.interval or ()), estimate.p_value or 0.0)))
    return Beside(
        method=code,
        value=estimate.value if finite else None,
        interval=estimate.interval if sure else None,
        p_value=estimate.p_value if sure else None,
        n=estimate.n,
        reason=estimate.reason if finite else NOT_A_NUMBER,
        df=estimate.df,
        exact=estimate.exact,
    )


def _grow(values: Values) -> Estimate:
    """The ratio of the sums less one; of different people that of the means, as their numbers differ."""
    estimate = estimate_ratio_of_means if values.apart else estimate_ratio
    ratio = estimate(values.endline, values.baseline)
    if ratio.value is None:
        return ratio
    interval = (ratio.interval[0] - 1, ratio.interval[1] - 1) if ratio.interval else None
    return replace(ratio, value=ratio.value - 1, interval=interval)


def _compare(values: Values, spreads: tuple[Spread, Spread]) -> Estimate:
    compare = compare_spreads_apart if values.apart else compare_spreads
    return compare(*spreads)


def _share_again(values: Values) -> Estimate:
    n = values.differences.size
    return estimate_share(round((values.share or 0.0) * n), n)


ESTIMATORS: Mapping[str, Callable[[Values], Estimate]] = {
    "paired_t": lambda values: find_t(values.differences),
    "skewness": lambda values: estimate_skewness(values.differences),
    "hedges_g_av": lambda values: estimate_effect_paired(values.baseline, values.endline),
    "wilcoxon": lambda values: compare_ranks(values.sample.ordered),
    "hodges_lehmann": lambda values: estimate_pseudo_median(values.sample.ordered),
    "median_difference": lambda values: estimate_median(values.sample.ordered),
    "median_baseline": lambda values: estimate_median(values.baseline),
    "median_endline": lambda values: estimate_median(values.endline),
    "relative_change": _grow,
    "gini_baseline": lambda values: values.ginis[0].estimate(),
    "gini_endline": lambda values: values.ginis[1].estimate(),
    "gini_change": lambda values: _compare(values, values.ginis),
    "palma_baseline": lambda values: values.palmas[0].estimate(),
    "palma_endline": lambda values: values.palmas[1].estimate(),
    "palma_change": lambda values: _compare(values, values.palmas),
    "wilson": _share_again,
    "wilson_baseline": lambda values: estimate_share(*values.yes[0]),
    "wilson_endline": lambda values: estimate_share(*values.yes[1]),
    "mcnemar": lambda values: compare_answers(values.answers),
    "newcombe_paired": lambda values: compare_shares_paired(values.answers),
    "newcombe_independent": lambda values: compare_shares_independent(*values.yes),
    "welch": lambda values: compare_means(*values.known),
    "hedges_g": lambda values: estimate_effect_independent(*values.known),
}
