"""Social return on investment: the value map line by line, from quantity to present value; a ratio with a range."""

from analysis.sroi.checks import check_value_map
from analysis.sroi.find_return import find_return, revalue
from analysis.sroi.results import Factor, Line, Simulation, SocialReturn
from analysis.sroi.settings import Combination, Settings, Timing
from analysis.sroi.value_map import Input, Outcome, ValueMap, read_value_map

__all__ = [
    "Combination",
    "Factor",
    "Input",
    "Line",
    "Outcome",
    "Settings",
    "Simulation",
    "SocialReturn",
    "Timing",
    "ValueMap",
    "check_value_map",
    "find_return",
    "read_value_map",
    "revalue",
]
