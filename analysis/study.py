"""All observations of a project laid out for one comparison: what every measure is found from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import pandas as pd

from analysis.breakdown import count_filled_zeros
from analysis.caveats import Match
from analysis.disclosure import Size
from analysis.observed import (
    Observed,
    cross_groups,
    drop_absent,
    fill_absent,
    lay_out,
    list_groups,
    spread_presence,
)
from analysis.provenance import LaterSources, Place, name_sources
from analysis.sample import Sample, blank_out, take_sample
from dictionary.load_indicators import load_indicators
from dictionary.load_methods import KnownIn, Measure, load_measures, load_method_rows
from dictionary.nouns import TARGET, Indicator, Source
from dictionary.observations import GROUPS
from dictionary.personal import find_presence, list_measures, name_all

Asked = tuple[str, str]  # an observed indicator, and the column that parts its units into groups
Sizes = Mapping[str, Mapping[str, Size]]  # by the key of a round and the name of a group
Together = Mapping[Asked, Sizes]
CATEGORIES = ("indicator", "unit", "round", *GROUPS)


@dataclass(frozen=True, slots=True)
class Study:
    """``observed`` holds the indicators computed from rows, ``matches`` how well each could be paired.

    ``typed`` are the observations of the summary sheet (targets among them), ``targets`` what was planned, by
    indicator; ``supposed`` the observed indicators of which a list says who and not when; ``names`` the labels of unit
    and group codes, ``places`` the file and sheet of each source number,
    ``sources`` the cells behind each indicator as a whole. ``samples``, ``sizes`` (how many people are in each group of
    an observed indicator by a column) and ``hidden`` (which of those groups are) keep what is asked for again.
    ``together`` are the sizes in each round over all pairs, by the names of groups, where there are several pairs.
    """

    observed: Mapping[str, Observed]
    matches: Mapping[str, Match]
    typed: pd.DataFrame
    rounds: tuple[str, str]
    indicators: Mapping[str, Indicator]
    names: Mapping[str, pd.Index]
    places: Sequence[Place]
    sources: Mapping[tuple[str, KnownIn], Sequence[Source]]
    targets: Mapping[str, float]
    supposed: frozenset[str] = frozenset()
    samples: dict[str, Sample] = field(default_factory=dict, init=False, repr=False, compare=False)
    sizes: dict[Asked, Mapping[int, Size]] = field(default_factory=dict, init=False, repr=False, compare=False)
    hidden: dict[Asked, frozenset[int]] = field(default_factory=dict, init=False, repr=False, compare=False)
    together: Together = field(default_factory=dict, repr=False, compare=False)

    def sample_of(self, key: str) -> Sample:
        """All units of an observed indicator; kept, for several measures ask for the same."""
        if key not in self.samples:
            self.samples[key] = take_sample(self.observed[key], self.indicators[key].better)
        return self.samples[key]

    def sample_for(self, measure: Measure) -> Sample:
        """The units that a measure of the whole project is found from."""
        sample = self.sample_of(measure.observed)
        if load_method_rows()[measure.method].known_in is not KnownIn.UNBROKEN:
            return sample
        return blank_out(sample, self.observed[measure.observed].broken)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """What may be found, those of the user's own sheets of personal results included."""
        return list_measures(self.indicators)

    def presence_of(self, key: str) -> Observed | None:
        """The presence that the units of an observed indicator have, or None where none was recorded."""
        return self.observed.get(find_presence(key))

    def tells(self, measure: Measure) -> bool:
        """Whether anything can be told of a measure: it and the group that it is the share of were observed and stated.

        Who is only supposed to have been there tells of nobody who came, stayed or left.
        """
        if measure.observed not in self.observed or measure.observed in self.supposed:
            return False
        presence = self.presence_of(measure.observed)
        if measure.share_of is None or presence is None:
            return True
        return bool((presence.groups[measure.share_of[0]] >= 0).any())

    def supposes(self, measure: Measure) -> bool:
        """Whether who was there, of the units of a measure, is only supposed."""
        return find_presence(measure.observed) in self.supposed

    def target_of(self, key: str) -> float | None:
        """What was planned for an indicator in the summary sheet, or None."""
        return self.targets.get(key)


def open_study(
    observations: pd.DataFrame,
    rounds: tuple[str, str],
    indicators: Mapping[str, Indicator],
    places: Sequence[Place],
) -> Study:
    """Lay the observations out; ``indicators`` are those that the user's summary sheet adds to the dictionary."""
    known = {**load_indicators(), **indicators, **name_all(indicators)}
    plain = (name for name in CATEGORIES if observations[name].dtype != "category")
    frame = observations.astype({**dict.fromkeys(plain, "category"), "value": "float64", "n": "float64"})
    typed = frame["typed"].to_numpy(bool)
    rows = cross_groups(frame[~typed] if typed.any() else frame)
    observed = settle_presence(lay_out(rows, rounds, known))
    matches = {key: count_matches(one, observed.get(find_presence(key))) for key, one in observed.items()}
    names = {name: rows[name].cat.categories for name in ("unit", *list_groups(rows))}
    sources = {key: cells for name, one in observed.items() for key, cells in _name_all(name, one, places)}
    summary = frame[typed]
    supposed = frozenset(rows["indicator"][rows["supposed"].to_numpy(bool)].unique())
    targets = _list_targets(summary)
    return Study(observed, matches, summary, rounds, known, names, places, sources, targets, supposed)


def _list_targets(summary: pd.DataFrame) -> dict[str, float]:
    """What was planned for each indicator: its first figure that is known."""
    planned = summary[(summary["round"] == TARGET) & summary["value"].notna()].drop_duplicates("indicator")
    return dict(zip(map(str, planned["indicator"]), planned["value"].tolist(), strict=True))


def settle_presence(observed: Mapping[str, Observed]) -> dict[str, Observed]:
    """Who has no presence in a recorded round was not there; a blank of someone not there is nothing unknown."""
    said = {measure.presence for measure in load_measures()}
    presences = {key: fill_absent(observed[key]) for key in said & observed.keys()}
    settled = {}
    for key, one in observed.items():
        presence = presences.get(find_presence(key))
        settled[key] = presences.get(key) or (drop_absent(one, presence) if presence else one)
    return settled


def count_matches(observed: Observed, presence: Observed | None) -> Match:
    """How many units of the earlier round are paired; whose presence is not known was there with a cell there."""
    here, listed = observed.here[0], 0
    there = here
    if presence is not None:
        said = spread_presence(presence, observed.units)[0]
        here, listed = here & np.isnan(said), int((presence.values[0] == 1).sum())
        there = (said == 1) | here
    return Match(
        baseline_units=int(here.sum()) + listed,
        matched=int((observed.paired & there).sum()),
        newcomers=int((observed.known[1] & ~observed.here[0]).sum()),
        filled_zeros=count_filled_zeros(observed, "income_source"),
    )


def _name_all(
    key: str, observed: Observed, places: Sequence[Place]
) -> Iterator[tuple[tuple[str, KnownIn], Sequence[Source]]]:
    """The cells of an indicator that the methods use, by which units they use."""
    for known_in in KnownIn:
        yield (key, known_in), LaterSources(partial(_name_used, observed, known_in, places))


def _name_used(observed: Observed, known_in: KnownIn, places: Sequence[Place]) -> tuple[Source, ...]:
    return name_sources(observed.cells.take(observed.used(known_in)), places).get(0, ())
