"""Arrays in, ``Estimate`` out. Knows no indicator, no round and no language."""

from analysis.statistics.effect_sizes import correct_small, estimate_effect_independent, estimate_effect_paired
from analysis.statistics.estimate import CONFIDENCE, MIN_TESTED, Estimate, Floats
from analysis.statistics.inequality import (
    Spread,
    compare_spreads,
    compare_spreads_apart,
    find_gini,
    find_palma,
    list_lorenz,
)
from analysis.statistics.many_tests import adjust_holm
from analysis.statistics.means import compare_means, estimate_mean, estimate_skewness, find_t, mean_interval
from analysis.statistics.medians import count_off, estimate_median
from analysis.statistics.ranks import compare_ranks
from analysis.statistics.ratios import estimate_ratio, estimate_ratio_of_means, jackknife
from analysis.statistics.shares import estimate_share
from analysis.statistics.walsh import estimate_pseudo_median
from analysis.statistics.yes_no import (
    FourFold,
    compare_answers,
    compare_shares_independent,
    compare_shares_paired,
)

__all__ = [
    "CONFIDENCE",
    "MIN_TESTED",
    "Estimate",
    "Floats",
    "FourFold",
    "Spread",
    "adjust_holm",
    "compare_answers",
    "compare_means",
    "compare_ranks",
    "compare_shares_independent",
    "compare_shares_paired",
    "compare_spreads",
    "compare_spreads_apart",
    "correct_small",
    "count_off",
    "estimate_effect_independent",
    "estimate_effect_paired",
    "estimate_mean",
    "estimate_median",
    "estimate_pseudo_median",
    "estimate_ratio",
    "estimate_ratio_of_means",
    "estimate_share",
    "estimate_skewness",
    "find_gini",
    "find_palma",
    "find_t",
    "jackknife",
    "list_lorenz",
    "mean_interval",
]
