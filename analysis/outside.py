"""Whose values are told beside a number of members without being of members: leavers, joiners, people on no list."""

from __future__ import annotations

import numpy as np

from analysis.disclosure import PEOPLE
from analysis.observed import Bools, Observed, spread_presence
from analysis.sample import Sample
from analysis.study import Study
from dictionary.load_methods import Measure


def count_outside(study: Study, measure: Measure, sample: Sample, *, is_paired: bool) -> tuple[int, int]:
    """How many of the people that a measure of the whole project rests on were no members in each round.

    Whose presence is not known is not among them; nobody is where it was not recorded who was a member when.
    """
    presence, observed = study.presence_of(measure.observed), study.observed[measure.observed]
    if presence is None or presence is observed or measure.about != PEOPLE or study.supposes(measure):
        return 0, 0
    used = (sample.paired, sample.paired) if is_paired else sample.known
    first, last = _find_outside(presence, observed)
    return int((used[0] & first).sum()), int((used[1] & last).sum())


def _find_outside(presence: Observed, observed: Observed) -> tuple[Bools, Bools]:
    """Which units of an indicator were not there in each round: said so, or on the list of no round."""
    unlisted = ~np.isin(observed.units, presence.units)
    first, last = (
        seen & (unlisted | (said == 0))
        for said, seen in zip(spread_presence(presence, observed.units), presence.seen, strict=True)
    )
    return first, last
