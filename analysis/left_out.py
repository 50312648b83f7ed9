"""Units of observation that a comparison leaves out, each with the reason and its cells. Nothing goes in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from analysis.observed import Bools, Observed, read_groups
from analysis.provenance import name_sources
from analysis.study import Study
from dictionary.load_methods import Measure
from dictionary.nouns import NOT_STATED, Exclusion

BASELINE_ONLY = "baseline_only"
ENDLINE_ONLY = "endline_only"
UNKNOWN = ("baseline_unknown", "endline_unknown")
BOTH_ROUNDS = -1


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Units that are not used, why, and the round whose cells show it (0 the earlier, 1 the later, −1 both)."""

    observed: Observed
    which: Bools
    reason: str
    side: int


def list_left_out(study: Study, measure: Measure) -> tuple[Exclusion, ...]:
    """The units that a measure does not use, by the rule in its column ``lists``."""
    rule = LISTS.get(measure.lists)
    if rule is None or not study.tells(measure):
        return ()
    return tuple(line for left_out in rule(study, measure) for line in _write(study, measure.indicator, left_out))


def _list_unpaired(study: Study, measure: Measure) -> Iterator[LeftOut]:
    """Units known in one round only or in neither."""
    observed = study.observed[measure.observed]
    (before, after), (here_before, here_after) = observed.known, observed.here
    cases = {
        UNKNOWN[1]: before & ~after & here_after,
        BASELINE_ONLY: before & ~after & ~here_after,
        UNKNOWN[0]: after & ~before & here_before,
        ENDLINE_ONLY: after & ~before & ~here_before,
        NOT_STATED: ~before & ~after,
    }
    sides = {UNKNOWN[1]: 1, BASELINE_ONLY: 0, UNKNOWN[0]: 0, ENDLINE_ONLY: 1, NOT_STATED: BOTH_ROUNDS}
    yield from (LeftOut(observed, left_out, reason, sides[reason]) for reason, left_out in cases.items())
    yield from _list_rowless(study, measure)


def _list_rowless(study: Study, measure: Measure) -> Iterator[LeftOut]:
    """Units that were there in a round but have no row of the indicator: shown by the cells of their presence."""
    presence = study.presence_of(measure.observed)
    if presence is not None:
        there = (presence.values[0] == 1) | (presence.values[1] == 1)
        rowless = there & ~np.isin(presence.units, study.observed[measure.observed].units)
        yield LeftOut(presence, rowless, NOT_STATED, BOTH_ROUNDS)


def _list_unknown(study: Study, measure: Measure) -> Iterator[LeftOut]:
    """Units with a cell in a round and no known value there."""
    observed = study.observed[measure.observed]
    for side, reason in enumerate(UNKNOWN):
        yield LeftOut(observed, observed.here[side] & ~observed.known[side], reason, side)


def _list_groupless(study: Study, measure: Measure) -> Iterator[LeftOut]:
    """Units that were there and whose group, the base of the share, is not stated."""
    presence = study.presence_of(measure.observed)
    if presence is not None and measure.share_of:
        groups = read_groups(presence, measure.share_of[0], presence.units)
        there = (presence.values[0] == 1) | (presence.values[1] == 1)
        yield LeftOut(presence, there & (groups[0] < 0), NOT_STATED, BOTH_ROUNDS)


def _write(study: Study, indicator: str, left_out: LeftOut) -> Iterator[Exclusion]:
    """One exclusion for each unit, with its cells on the first sheet that has any."""
    if not left_out.which.any():
        return
    observed = left_out.observed
    in_round = (left_out.side == BOTH_ROUNDS) | (observed.side == left_out.side)
    used = left_out.which[observed.owner] & in_round
    sources = name_sources(observed.cells.take(used), study.places, observed.owner[used])
    names = study.names["unit"].take(observed.units[list(sources)]).tolist() if sources else []
    for unit, (source, *_) in zip(names, sources.values(), strict=True):
        yield Exclusion(left_out.reason, source.file, source.sheet, source.ranges, None, indicator, unit)


LISTS = {"unpaired": _list_unpaired, "unknown": _list_unknown, "no_group": _list_groupless}
