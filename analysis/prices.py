"""Amounts of different years told in the prices of one: each baht times the factor of its round, at the start.

The price level of a round is the mean of the consumer price indices of its calendar years, weighted by the share of
its months in each. An amount of a round in the prices of another = amount × level of the other / level of the round
(base and source of all indices the same). A level that is not known is never guessed: amounts stay as they were paid.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from analysis.price_sheet import name_base, read_indices
from dictionary.load_prices import PriceIndex, load_price_indices
from dictionary.nouns import Problem, Round
from dictionary.records import Record
from i18n import Language, Text
from i18n.dates import write_year


class PriceKind(StrEnum):
    """Whether amounts stand in the prices of their own year or all in those of one."""

    NOMINAL = "nominal"
    REAL = "real"


@dataclass(frozen=True, slots=True)
class PriceChoice:
    """What is asked for: ``year`` (C.E.) is the year of the prices, None that of the later round compared."""

    kind: PriceKind = PriceKind.NOMINAL
    year: int | None = None


AS_PAID = PriceChoice()


@dataclass(frozen=True, slots=True)
class PriceLevel:
    """The price level of a round: the share of its months in each calendar year (C.E.; none: dates not known).

    ``index`` is None where that of a year is not known. ``used`` are the indices behind it.
    """

    round: str
    years: tuple[tuple[int, float], ...] = ()
    index: float | None = None
    used: tuple[PriceIndex, ...] = ()


NO_LEVEL = PriceLevel("")


@dataclass(frozen=True, slots=True)
class Prices:
    """In which prices the amounts of findings stand. ``kind`` is what they are, ``asked`` what was asked for.

    ``told`` is the level of the prices that real amounts are told in; ``base`` is of every index, ``levels`` are of all
    rounds, ``compared`` the keys of the two compared. ``problem`` says why real amounts cannot be told, ``is_own`` that
    the indices are the user's.
    """

    kind: PriceKind = PriceKind.NOMINAL
    asked: PriceKind = PriceKind.NOMINAL
    told: PriceLevel = NO_LEVEL
    base: str = ""
    levels: tuple[PriceLevel, ...] = ()
    problem: Problem | None = None
    is_own: bool = False
    compared: tuple[str, str] = ("", "")

    @property
    def is_real(self) -> bool:
        """Whether amounts are told in the prices of one year."""
        return self.kind is PriceKind.REAL

    @property
    def factors(self) -> Mapping[str, float]:
        """What an amount of each round is multiplied by; a round whose level is not known is not there."""
        if not self.is_real or self.told.index is None:
            return {}
        return {one.round: self.told.index / one.index for one in self.levels if one.index is not None}

    @property
    def years(self) -> tuple[int, ...]:
        """The years (C.E.) whose prices real amounts are told in."""
        return tuple(year for year, _ in self.told.years)

    def used(self, rounds: Iterable[str]) -> tuple[PriceIndex, ...]:
        """The indices behind the amounts of some rounds, each once, in the order of the years."""
        asked = set(rounds)
        levels = (self.told, *(level for level in self.levels if level.round in asked))
        return tuple(sorted({one for level in levels for one in level.used}, key=lambda one: one.year))

    def differ(self, rounds: Iterable[str]) -> bool:
        """Whether it is known that the amounts of some rounds are of different years."""
        asked = set(rounds)
        known = {one.years for one in self.levels if one.round in asked and one.years}
        return len(known) > 1


def find_prices(
    choice: PriceChoice, rounds: Sequence[Round], compared: tuple[Round, Round], records: Sequence[Record]
) -> Prices:
    """The price level of every round, and whether the amounts of the two compared can be told as asked.

    The user's own indices (rows of their sheet) take the place of those that come with the program. Levels of
    different bases are never mixed: one base serves, the one that knows most of the years that are needed.
    """
    own = read_indices(records)
    series = [*_split_bases(own or load_price_indices()), {}]
    keys = (compared[0].key, compared[1].key)
    prices = (_price(choice, rounds, keys, indices) for indices in series)
    best = max(prices, key=lambda one: (one.is_real, sum(level.index is not None for level in one.levels)))
    return replace(best, is_own=bool(own))


def _split_bases(indices: Iterable[PriceIndex]) -> list[dict[int, PriceIndex]]:
    """The indices by year, those of each base apart."""
    bases: dict[str, dict[int, PriceIndex]] = {}
    for one in indices:
        bases.setdefault(name_base(one.base), {})[one.year] = one
    return list(bases.values())


def _price(
    choice: PriceChoice, rounds: Sequence[Round], keys: tuple[str, str], indices: Mapping[int, PriceIndex]
) -> Prices:
    """The prices by the indices of one base."""
    levels = {one.key: _find_level(one, indices) for one in rounds}
    chosen = levels[keys[1]] if choice.year is None else _level("", {choice.year: 1.0}, indices)
    problem = _why_not((*(levels[key] for key in keys), chosen), rounds, indices)
    real = choice.kind is PriceKind.REAL and problem is None
    prices = Prices(
        kind=PriceKind.REAL if real else PriceKind.NOMINAL,
        asked=choice.kind,
        base=next((one.base for one in indices.values()), ""),
        levels=tuple(levels.values()),
        problem=problem if choice.kind is PriceKind.REAL else None,
        compared=keys,
    )
    return replace(prices, told=chosen) if real else prices


def _find_level(one: Round, indices: Mapping[int, PriceIndex]) -> PriceLevel:
    return _level(one.key, share_months(one), indices)


def share_months(one: Round) -> dict[int, float]:
    """The share of a round's months in each calendar year; empty where its first or last day is not known."""
    if one.start is None or one.end is None or one.end < one.start:
        return {}
    months = range(12 * one.start.year + one.start.month - 1, 12 * one.end.year + one.end.month)
    return {year: count / len(months) for year, count in Counter(month // 12 for month in months).items()}


def _level(key: str, shares: Mapping[int, float], indices: Mapping[int, PriceIndex]) -> PriceLevel:
    used = tuple(indices[year] for year in shares if year in indices)
    whole = bool(shares) and len(used) == len(shares)
    index = math.fsum(shares[one.year] * one.index for one in used) if whole else None
    return PriceLevel(key, tuple(shares.items()), index, used)


def _why_not(
    needed: Sequence[PriceLevel], rounds: Sequence[Round], indices: Mapping[int, PriceIndex]
) -> Problem | None:
    """Why amounts cannot be told in prices of one year: a round without dates, or a year without an index."""
    undated = {one.round for one in needed if not one.years}
    if undated:
        labels = [one.label for one in rounds if one.key in undated]
        return Problem("price_no_dates", allowed=_join([(label.th, label.en) for label in labels]))
    years = sorted({year for one in needed for year, _ in one.years} - indices.keys())
    if years:
        return Problem("price_year_missing", allowed=_join([_name_year(year) for year in years]))
    return None


def _name_year(year: int) -> tuple[str, str]:
    return write_year(year, Language.TH), write_year(year, Language.EN)


def _join(names: Sequence[tuple[str, str]]) -> Text:
    return Text(*(", ".join(parts) for parts in zip(*names, strict=True)))
