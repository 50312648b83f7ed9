"""Arrays in, ``Estimate`` out. Knows no indicator, no round and no language."""

from analysis.statistics.estimate import CONFIDENCE, MIN_TESTED, Estimate, Floats
from analysis.statistics.means import estimate_mean, estimate_median, mean_interval
from analysis.statistics.shares import estimate_share

__all__ = [
    "CONFIDENCE",
    "MIN_TESTED",
    "Estimate",
    "Floats",
    "estimate_mean",
    "estimate_median",
    "estimate_share",
    "mean_interval",
]
