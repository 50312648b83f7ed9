"""Which caveats a finding carries: one rule for each code of ``caveats.csv``, its threshold a named constant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from analysis.comparisons import compare_leavers, find_dominant, keep_pairs, lie_near
from analysis.disclosure import PEOPLE
from analysis.sample import Change, Sample
from analysis.statistics import Floats
from dictionary.load_methods import Design

MIN_MATCH_SHARE = 0.8  # W02: share of the baseline members that should be matched
MAX_LEAVER_DISTANCE = 0.25  # W03: standard deviations between the baseline means of those who left and who stayed
MAX_UNIT_SHARE = 0.3  # W08: the share of all changes added up (rises and falls alike) that one unit may make
# methods whose result is a sum of what each unit changed by
ADDED_UP = frozenset({"paired_mean", "sum_of_known", "sum_of_unbroken"})
OF_PAIRS = frozenset({"paired_mean", "paired_median"})  # W09: methods that tell the middle of the same units
ATTENDANCES = "attendances"  # a measure about people who came, each counted as often as they came
MANY_TIMES = 8.0  # W11: so many times the other round's is the usual value where the unit may differ (10, 12, 1,000)
MANY_TIMES_TYPED = 500.0  # W11: the same of a single figure, which may well have grown tenfold
FEW_PAIRS = 20  # W05: below this many pairs a result is uncertain


Sides: TypeAlias = "tuple[float | None, float | None]"  # a figure of the earlier and of the later round


@dataclass(frozen=True, slots=True)
class Match:
    """How well the units of two rounds could be paired, for one indicator.

    ``baseline_units`` were there before, ``matched`` of them are paired; ``newcomers`` have a later value only;
    ``filled_zeros`` amounts were taken as 0 because there was no row for them.
    """

    baseline_units: int = 0
    matched: int = 0
    newcomers: int = 0
    filled_zeros: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a caveat may depend on. ``sample`` are the values that the method was given, where there are any.

    ``is_whole`` says that the finding is of the whole project.
    """

    change: Change
    design: Design
    method: str = ""
    sample: Sample | None = None
    is_whole: bool = False
    about: str = ""
    share: bool = False
    match: Match = Match()
    unknown: int = 0  # units there, but without a known value, in both rounds together
    outside: tuple[int, int] = (0, 0)  # people told of who were no members in each round
    without_row: int = 0  # pairs counted as 0 for lack of a row of the group, in the round that lacks more


def find_caveats(facts: Facts) -> tuple[str, ...]:
    """The codes of the caveats that the facts raise, in order."""
    return tuple(code for code, is_raised in RULES.items() if is_raised(facts))


def _is_low_match(facts: Facts) -> bool:
    match = facts.match
    return facts.design is Design.PAIRED and match.matched < MIN_MATCH_SHARE * match.baseline_units


def _is_left_by_others(facts: Facts) -> bool:
    """A census of members counts those who left on its own: there the leavers are the finding, not a doubt."""
    if facts.sample is None or facts.about != PEOPLE or facts.design is Design.CENSUS:
        return False
    left = compare_leavers(facts.sample)
    return left is not None and left.distance > MAX_LEAVER_DISTANCE


def _has_newcomers(facts: Facts) -> bool:
    """A census of members counts those who joined on its own: there newcomers are the finding, not a doubt."""
    return facts.about == PEOPLE and facts.design is not Design.CENSUS and facts.match.newcomers > 0


def _has_few_pairs(facts: Facts) -> bool:
    return facts.design is Design.PAIRED and (facts.change.n_pairs or 0) < FEW_PAIRS


def _is_dominated(facts: Facts) -> bool:
    """One unit makes over ``MAX_UNIT_SHARE`` of all changes, where an equal share of each would be less."""
    if facts.sample is None or facts.method not in ADDED_UP or facts.change.difference is None:
        return False
    found = find_dominant(take_added(facts.sample, facts.design))
    return found is not None and found.share > MAX_UNIT_SHARE > 1 / found.units


def take_added(sample: Sample, design: Design) -> Sample:
    """The units whose changes a method adds up: of pairs those known in both rounds, of totals all."""
    return sample if design is Design.EACH_ROUND else keep_pairs(sample)


def _disagrees(facts: Facts) -> bool:
    """The difference found has another sign than the mean, or than the median, of what each unit changed by."""
    if facts.sample is None or facts.method not in OF_PAIRS or not facts.change.difference:
        return False
    moved = facts.sample.moved
    signs = np.sign([facts.change.difference, moved.mean(), _tell_way(moved)])
    return bool(signs.min() < 0 < signs.max())


def _tell_way(moved: Floats) -> float:
    """A number with the sign of the median: counted, and looked for only where exactly half are on one side of 0."""
    above, below = 2 * int(np.count_nonzero(moved > 0)), 2 * int(np.count_nonzero(moved < 0))
    if moved.size in (above, below):
        return float(np.median(moved))
    return float((above > moved.size) - (below > moved.size))


def _has_no_base(facts: Facts) -> bool:
    baseline = facts.change.baseline
    return not facts.share and baseline is not None and baseline <= 0


def _looks_like_another_unit(facts: Facts) -> bool:
    """The usual value of one round is many times that of the other, as a year is of months and a thousand of baht."""
    if facts.share or facts.design is Design.CENSUS:
        return False
    if facts.design is Design.TYPED:
        return _is_many_times((facts.change.baseline, facts.change.endline), MANY_TIMES_TYPED)
    sample = facts.sample
    if sample is None or lie_near(sample.settled, MANY_TIMES):
        return False
    return _is_many_times(sample.usual, MANY_TIMES)


def _is_many_times(sides: Sides, times: float) -> bool:
    first, last = sides
    if not first or not last or first * last < 0:
        return False
    return not 1 / times < last / first < times


def _is_incomplete(facts: Facts) -> bool:
    """Pairs leave the unknown out of both rounds; a count, total or mean of each round does not."""
    return facts.design in {Design.CENSUS, Design.EACH_ROUND} and facts.unknown > 0


def _counts_again(facts: Facts) -> bool:
    """People are added up over more than one activity of a round."""
    return facts.about == ATTENDANCES and max(facts.change.n_baseline or 0, facts.change.n_endline or 0) > 1


RULES: Mapping[str, Callable[[Facts], bool]] = {
    "W01": lambda facts: True,  # noqa: ARG005 - until there is a comparison group, every change lacks one
    "W02": _is_low_match,
    "W03": _is_left_by_others,
    "W04": _has_newcomers,
    "W05": _has_few_pairs,
    "W08": _is_dominated,
    "W09": _disagrees,
    "W10": _has_no_base,
    "W11": _looks_like_another_unit,
    "W12": lambda facts: facts.design is Design.TYPED,
    "W19": lambda facts: facts.match.filled_zeros > 0 or facts.without_row > 0,
    "W20": _is_incomplete,
    "W21": _counts_again,
    "W24": lambda facts: any(facts.outside),
}
