"""How alike participants and others are at the baseline: standardised differences of what is known of both."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.comparison import part_observations
from analysis.contrasts import Trait
from analysis.disclosure import MIN_GROUP
from analysis.provenance import Cells, Place, name_sources
from analysis.statistics import Floats
from dictionary.load_indicators import SHARE, is_share
from dictionary.nouns import Indicator, Round, Source
from dictionary.personal import is_measured

NEAR, UNLIKE = 0.1, 0.25  # standardised differences: of no account, and too large to overlook (Stuart 2010)
INCOME, PRESENCE = "member_income", "members_active"
BORN, AGE = "member_birth_year", "member_age"
NUMBERS = {INCOME: "thb_per_month", AGE: "year"}
WOMEN = ("women_share", "sex", "female")


def weigh_traits(
    observations: pd.DataFrame,
    rounds: tuple[Round, Round],
    places: Sequence[Place],
    indicators: Mapping[str, Indicator],
) -> tuple[Trait, ...]:
    """Income, age, the share of women and what is measured of each person, of both groups at the baseline.

    Each as far as both groups state it.
    """
    rows = observations[(observations["round"] == rounds[0].key) & ~observations["typed"].to_numpy(bool)]
    parts = part_observations(_state_ages(_drop_later(rows), rounds[0]))
    numbers = (_weigh_number((key, unit), parts, places) for key, unit in NUMBERS.items())
    measured = (
        replace(trait, label=one.label)
        for key, one in indicators.items()
        if is_measured(key) and (trait := _weigh_measured(one, parts, places))
    )
    return tuple(trait for trait in (*numbers, _weigh_share(parts, places), *measured) if trait)


def standardise(own: tuple[float, float], others: tuple[float, float]) -> float | None:
    """(m₁ − m₂)/√((s₁² + s₂²)/2) of two means with their variances; None where nothing varies (Austin 2009)."""
    spread = math.sqrt((own[1] + others[1]) / 2)
    return (own[0] - others[0]) / spread if spread > 0 else None


def _drop_later(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows without the ages of those who were not there yet: a list of members dates everybody's birth."""
    later = rows["unit"][(rows["indicator"] == PRESENCE).to_numpy() & (rows["value"] == 0).to_numpy()]
    return rows[~(rows["indicator"].isin((AGE, BORN)) & rows["unit"].isin(later)).to_numpy()]


def _state_ages(rows: pd.DataFrame, baseline: Round) -> pd.DataFrame:
    """The rows with years of birth as ages at the end of the baseline, where its year is known."""
    rows = rows[~((rows["indicator"] == AGE).to_numpy() & rows["value"].isna().to_numpy())]
    if baseline.end is None or not (rows["indicator"] == BORN).any():
        return rows[rows["indicator"] != BORN]
    born = (rows["indicator"] == BORN).to_numpy()
    stated = rows["unit"][(rows["indicator"] == AGE).to_numpy()]
    ages = rows[born & ~rows["unit"].isin(stated).to_numpy()]
    ages = ages.assign(indicator=AGE, value=baseline.end.year - ages["value"])
    return pd.concat([rows[~born].astype({"indicator": "object"}), ages], ignore_index=True)


def _weigh_measured(
    indicator: Indicator, parts: tuple[pd.DataFrame, pd.DataFrame], places: Sequence[Place]
) -> Trait | None:
    """A thing measured of each person; yes and no as a share, hidden where it would tell of few people."""
    if not is_share(indicator.unit):
        return _weigh_number((indicator.key, indicator.unit), parts, places)
    rows = [part[(part["indicator"] == indicator.key) & part["value"].notna()] for part in parts]
    told = _compare_shares(
        (indicator.key, indicator.unit), [(int((one["value"] == 1).sum()), len(one)) for one in rows]
    )
    return replace(told, sources=_cite(rows, places)) if told and not told.suppressed else told


def _weigh_number(
    about: tuple[str, str], parts: tuple[pd.DataFrame, pd.DataFrame], places: Sequence[Place]
) -> Trait | None:
    """A thing (its key and unit) with an amount; what is blank for a person is not known of them."""
    key, unit = about
    rows = [part[part["indicator"] == key] for part in parts]
    values = [_sum_known(one) for one in rows]
    if any(one.size == 0 for one in values):
        return None
    means = [float(one.mean()) for one in values]
    spreads = [float(one.var(ddof=1)) if one.size > 1 else 0.0 for one in values]
    counts = [one.size for one in values]
    if counts[1] < MIN_GROUP:
        return Trait(key, unit, suppressed=True)
    difference = standardise((means[0], spreads[0]), (means[1], spreads[1]))
    return Trait(key, unit, means[0], means[1], difference, counts[0], counts[1], sources=_cite(rows, places))


def _sum_known(rows: pd.DataFrame) -> Floats:
    """The amount of each person, added up over rows; nobody of whom a row is blank."""
    sums = rows.groupby("unit", observed=True)["value"].agg(lambda values: values.sum(skipna=False))
    return np.asarray(sums.dropna(), dtype=np.float64)


def _weigh_share(parts: tuple[pd.DataFrame, pd.DataFrame], places: Sequence[Place]) -> Trait | None:
    """The share of women; hidden where it would tell of few women, or few men, of either group."""
    name, column, wanted = WOMEN
    rows = [part[(part["indicator"] == PRESENCE) & part[column].notna() & (part["value"] != 0)] for part in parts]
    people = [one.drop_duplicates("unit") for one in rows]
    told = _compare_shares((name, SHARE), [(int((one[column] == wanted).sum()), len(one)) for one in people])
    return replace(told, sources=_cite(people, places, column)) if told and not told.suppressed else told


def _compare_shares(about: tuple[str, str], counts: Sequence[tuple[int, int]]) -> Trait | None:
    """How many of how many of each group; nothing where nobody is asked, hidden where few of a group say so or not."""
    if not all(count for _, count in counts):
        return None
    if any(0 < few < MIN_GROUP for hit, count in counts for few in (hit, count - hit)):
        return Trait(*about, suppressed=True)
    own, others = (hit / count for hit, count in counts)
    difference = standardise((own, own * (1 - own)), (others, others * (1 - others)))
    return Trait(*about, own, others, difference, counts[0][1], counts[1][1])


def _cite(rows: Sequence[pd.DataFrame], places: Sequence[Place], column: str = "") -> tuple[Source, ...]:
    """The cells of rows, or of the column that states a group of each."""
    joined = pd.concat([one[["source", "row", "column"]] for one in rows])
    cells = Cells(*(joined[name].to_numpy(np.int64) for name in ("source", "row", "column")))
    if not column:
        return name_sources(cells, places).get(0, ())
    letters = np.array([next(iter(place.group_columns.get(column, ())), 0) for place in places], np.int64)
    stated = Cells(cells.place, cells.row, letters[cells.place])
    return name_sources(stated.take(stated.column > 0), places).get(0, ())
