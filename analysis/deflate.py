"""Observations and records with every amount of money in the prices that were asked for; and W06 where it is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeVar

import numpy as np
import pandas as pd

from analysis.findings import Finding, Trend
from analysis.prices import Prices
from dictionary.load import load_columns
from dictionary.load_indicators import is_money
from dictionary.nouns import TARGET, Indicator
from dictionary.records import Record

NOMINAL = "W06"
ALREADY_REAL = frozenset({"member_income_real"})  # typed in prices of one year: never adjusted again
BY_AMOUNT = frozenset({"share_better", "share_same", "share_worse"})  # methods that put an amount beside an earlier one

Compared = TypeVar("Compared", Finding, Trend)


def deflate(observations: pd.DataFrame, prices: Prices, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    """The observations with amounts in the prices of one year; as they are where amounts stand in their own.

    A target is an amount of the later round compared. Amounts of a round whose level is not known are left out: they
    cannot stand beside the others.
    """
    if not prices.is_real:
        return observations
    keys, rounds = (pd.Categorical(observations[name]) for name in ("indicator", "round"))
    factors = {**prices.factors, TARGET: prices.factors[prices.compared[1]]}
    money = np.array([moves(str(key), indicators) for key in keys.categories], dtype=bool)[keys.codes]
    by_round = np.array([factors.get(str(name), np.nan) for name in rounds.categories])[rounds.codes]
    factor = np.where(money, by_round, 1.0)
    adjusted = observations.assign(value=observations["value"] * factor, sd=observations["sd"] * factor)
    return adjusted[~np.isnan(factor)]


def as_paid(findings: Sequence[Finding], prices: Prices) -> tuple[Finding, ...]:
    """Findings with the values of both rounds as they were paid: typed figures are amounts of their own day.

    A round's amounts are all multiplied by one factor, so what was found of them is divided by it again.
    """
    factors = [prices.factors.get(key, 1.0) for key in prices.compared]
    return tuple(_undo(one, factors[0], factors[1]) if is_adjusted(one.indicator) else one for one in findings)


def _undo(finding: Finding, first: float, last: float) -> Finding:
    baseline = None if finding.baseline is None else finding.baseline / first
    return replace(finding, baseline=baseline, endline=None if finding.endline is None else finding.endline / last)


def deflate_records(records: Sequence[Record], prices: Prices) -> tuple[Record, ...]:
    """The records with the amounts that stand once for each round in the prices of one year."""
    if not prices.is_real:
        return tuple(records)
    return tuple(_deflate_record(record, prices.factors) for record in records)


def doubt_nominal(found: Sequence[Compared], prices: Prices) -> tuple[Compared, ...]:
    """The same, with W06 on every amount that is compared between rounds of different years and not adjusted."""
    if prices.is_real:
        return tuple(found)
    return tuple(_doubt(one) if _is_doubtful(one, prices) else one for one in found)


def doubt_as_paid(finding: Finding, prices: Prices) -> Finding:
    """The finding with W06 where its amounts, each in the prices of its own time, are of rounds of different years."""
    return _doubt(finding) if _is_doubtful(finding, prices) else finding


def is_adjusted(indicator: Indicator) -> bool:
    """Whether values of an indicator are amounts of money in prices of their own year."""
    return is_money(indicator.unit) and indicator.key not in ALREADY_REAL


def moves(key: str, indicators: Mapping[str, Indicator]) -> bool:
    """Whether prices move the observations of a key; traits of people (a birth year) belong to no indicator."""
    return key in indicators and is_adjusted(indicators[key])


def rests_on_money(indicator: Indicator, method: str) -> bool:
    """Whether a figure is an amount that prices move, or tells how many amounts rose and fell."""
    return method in BY_AMOUNT or is_adjusted(indicator)


def _is_doubtful(one: Finding | Trend, prices: Prices) -> bool:
    if one.suppressed or not rests_on_money(one.indicator, one.method):
        return False
    if isinstance(one, Trend):
        return prices.differ(value.round for value in one.known)
    compared = one.method in BY_AMOUNT or (one.baseline is not None and one.endline is not None)
    return compared and not one.missing and prices.differ(prices.compared)


def _doubt(one: Compared) -> Compared:
    return replace(one, caveats=tuple(sorted({*one.caveats, NOMINAL})))


def _deflate_record(record: Record, factors: Mapping[str, float]) -> Record:
    money = _money_columns(record.table)
    if not money:
        return record
    entries = {
        (column, key): replace(entry, number=entry.number * factors[key])
        if column in money and key in factors and entry.number is not None
        else entry
        for (column, key), entry in record.entries.items()
    }
    return replace(record, entries=entries)


@cache
def _money_columns(table: str) -> frozenset[str]:
    """The columns of a table that hold an amount for each round."""
    return frozenset(column.key for column in load_columns(table) if column.kind == "money" and column.by_round)
