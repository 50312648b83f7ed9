"""Caveats that come from how the data was gathered, and not from its values: one rule for each code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from analysis.disclosure import PEOPLE
from analysis.findings import Finding, Trend
from dictionary.load_methods import Design, Measure, load_measures, load_method_rows
from dictionary.nouns import ProjectInfo, Round

INCOME = "member_income"  # the observations that members themselves know of
MAX_LENGTH_RATIO = 1.25  # W07: how many times longer one round may be than the other
MIN_SAME_MONTHS = 0.5  # W07: share of the calendar months of two rounds that must be the same
WHOLE_YEAR = 360  # days from which a round has every season
SHOCK = (date(2020, 1, 1), date(2022, 12, 31))  # W15: the years of Covid-19, B.E. 2563–2565
STOCK = "last"  # the aggregation of what is there at one time, whatever the length of the round
WHO = frozenset({PEOPLE, "organisations"})  # what is counted as it stands at the end of a round
ASKED, RECORDS, MEASURED = "asked", "records", "measured"  # codes of the codelist collected

Told = Finding | Trend


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of the data as a whole.

    ``rounds`` are the first and the last told of; ``units_changed`` the observed or typed indicators whose amounts were
    given in another unit or for another period in one round than in the other; ``grants`` the sources of income that
    are grants. ``open_pairs`` counts the pairs of people who may be the same.
    """

    rounds: tuple[Round, Round]
    project: ProjectInfo
    units_changed: frozenset[str] = frozenset()
    grants: frozenset[str] = frozenset()
    open_pairs: int = 0


def find_circumstances(told: Told, known: Circumstances) -> tuple[str, ...]:
    """The codes of the caveats that the circumstances raise on a finding or trend."""
    return tuple(code for code, is_raised in RULES.items() if is_raised(told, known))


def is_of_income(told: Told) -> bool:
    """Whether a finding comes from the incomes of members."""
    return find_observed(told) == INCOME


def find_observed(told: Told) -> str:
    """The observations that a finding comes from: those of its measure, or of its own indicator where it was typed."""
    measure = _measures().get(told.indicator.key)
    return measure.observed if measure and not _is_typed(told) else told.indicator.key


def _is_typed(told: Told) -> bool:
    method = load_method_rows().get(told.method)
    return method is not None and method.design is Design.TYPED


def _is_stock(told: Told) -> bool:
    """What is there at one time: who is a member or a partner, what is saved; no flow over the days of a round."""
    measure = _measures().get(told.indicator.key)
    counted = (
        measure is not None and measure.observed == measure.presence and measure.about in {PEOPLE, "organisations"}
    )
    return counted or told.indicator.aggregation == STOCK


def _is_of_unlike_periods(told: Told, known: Circumstances) -> bool:
    return not _is_stock(told) and are_unlike(*known.rounds)


def are_unlike(first: Round, last: Round) -> bool:
    """Whether two rounds differ in length or, where they are shorter than a year, in season; False without dates."""
    lengths = [_count_days(one) for one in (first, last)]
    if None in lengths:
        return False
    short, long = sorted(length or 1 for length in lengths)
    if long > MAX_LENGTH_RATIO * short:
        return True
    months, others = _list_months(first), _list_months(last)
    return short < WHOLE_YEAR and len(months & others) < MIN_SAME_MONTHS * len(months | others)


def _count_days(one: Round) -> int | None:
    return (one.end - one.start).days + 1 if one.start and one.end and one.end >= one.start else None


def _list_months(one: Round) -> set[int]:
    """The calendar months (1–12) that a round touches."""
    if one.start is None or one.end is None:
        return set()
    first, last = (12 * day.year + day.month - 1 for day in (one.start, one.end))
    return {month % 12 + 1 for month in range(first, min(last, first + 11) + 1)}


def has_shock(first: Round, last: Round) -> bool:
    """Whether the time from the first round to the end of the last touches the years of Covid-19."""
    start, end = first.start or first.end, last.end or last.start
    return start is not None and end is not None and start <= SHOCK[1] and end >= SHOCK[0]


def _has_grant(told: Told, known: Circumstances) -> bool:
    """A grant is part of the income as a whole, and is itself the income of its own source."""
    groups = dict(told.group) if isinstance(told, Finding) else {}
    source = groups.get("income_source")
    return is_of_income(told) and bool(known.grants) and (source is None or source in known.grants)


def _is_of_open_people(told: Told, known: Circumstances) -> bool:
    """Whatever is told of people who are matched between the rounds, while some may be the same."""
    measure = _measures().get(told.indicator.key)
    return known.open_pairs > 0 and measure is not None and measure.about == PEOPLE and not _is_typed(told)


def _is_self_reported(told: Told, known: Circumstances) -> bool:
    """Incomes of members, unless the project says what they rest on; typed figures where it says that people told."""
    collected = known.project.collected
    if is_of_income(told):
        return collected not in {RECORDS, MEASURED}
    return _is_typed(told) and collected == ASKED


@cache
def _measures() -> Mapping[str, Measure]:
    return {measure.indicator: measure for measure in load_measures()}


RULES: Mapping[str, Callable[[Told, Circumstances], bool]] = {
    "W07": _is_of_unlike_periods,
    "W11": lambda told, known: find_observed(told) in known.units_changed,
    "W13": _has_grant,
    "W14": lambda told, known: known.project.chosen_low and is_of_income(told),
    "W15": lambda told, known: has_shock(*known.rounds),  # noqa: ARG005 - whatever is told of such years
    "W16": _is_self_reported,
    "W23": _is_of_open_people,
}
