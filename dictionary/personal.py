"""What is found of an indicator that the user's own sheet measures of every person: as rows of ``measures.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from dictionary.load_indicators import is_share
from dictionary.load_methods import Measure, load_measures
from dictionary.nouns import Indicator
from i18n import Text

PERSONAL = "personal_"  # begins the key of such an indicator
PRESENCE = "members_active"
ALL = "_all"  # ends the key of what is found of whoever is known in each round
BY_MEMBER = ("village", "sex", "role", "age_band")


def list_measures(indicators: Mapping[str, Indicator]) -> tuple[Measure, ...]:
    """The rows of ``measures.csv``, then two for each indicator measured of every person.

    The first is of the same people in both rounds, the second of whoever is known in each.
    """
    own = [one for key, one in indicators.items() if is_measured(key)]
    return (*load_measures(), *(measure for one in own for measure in _measure_people(one)))


def name_all(indicators: Mapping[str, Indicator]) -> dict[str, Indicator]:
    """For each indicator measured of every person that of all who are known, by a key and a name of its own."""
    own = (one for key, one in indicators.items() if is_measured(key))
    return {key: replace(one, key=key, label=_name(one.label)) for one in own if (key := f"{one.key}{ALL}")}


def _name(label: Text) -> Text:
    return Text(f"{label.th} (ทุกคนที่ทราบค่า)", f"{label.en} (all known)")


def is_measured(key: str) -> bool:
    """Whether the key is of a thing measured of each person."""
    return key.startswith(PERSONAL) and not key.endswith(ALL)


def find_observed(key: str) -> str:
    """The observations that a measured indicator comes from; of a figure that was typed its own key."""
    return _observed_keys().get(key) or (key.removesuffix(ALL) if key.startswith(PERSONAL) else key)


def find_presence(observed: str) -> str:
    """The indicator that says who was there of the units of an observed one; "" where none does."""
    return PRESENCE if observed.startswith(PERSONAL) else _presence_keys().get(observed, "")


@cache
def _observed_keys() -> dict[str, str]:
    return {measure.indicator: measure.observed for measure in load_measures()}


@cache
def _presence_keys() -> dict[str, str]:
    return {measure.observed: measure.presence for measure in load_measures()}


def _measure_people(one: Indicator) -> tuple[Measure, Measure]:
    same, known = ("paired_share", "share_of_known") if is_share(one.unit) else ("paired_mean", "mean_of_known")
    paired = Measure(one.key, one.key, same, "people", PRESENCE, BY_MEMBER, None, "unpaired")
    return paired, replace(paired, indicator=f"{one.key}{ALL}", method=known, by=(), lists="")
