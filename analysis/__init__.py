"""Observations → pairs → findings. No files, no screen, no language, no Plotly.

``METHODS_VERSION`` is printed on every report and raised when any number could differ.
"""

from analysis.compare import Compared, compare_rounds, compare_study
from analysis.deflate import as_paid, deflate, deflate_records, doubt_nominal
from analysis.hiding import count_together
from analysis.part import Whole, hide_given_away, hide_part, name_given_away, why_hidden
from analysis.prices import PriceChoice, PriceKind, Prices, find_prices
from analysis.study import Study, Together, open_study
from analysis.trends import find_trends, hide_trend, open_rounds

METHODS_VERSION = "1.6"

__all__ = [
    "METHODS_VERSION",
    "Compared",
    "PriceChoice",
    "PriceKind",
    "Prices",
    "Study",
    "Together",
    "Whole",
    "as_paid",
    "compare_rounds",
    "compare_study",
    "count_together",
    "deflate",
    "deflate_records",
    "doubt_nominal",
    "find_prices",
    "find_trends",
    "hide_given_away",
    "hide_part",
    "hide_trend",
    "name_given_away",
    "open_rounds",
    "open_study",
    "why_hidden",
]
