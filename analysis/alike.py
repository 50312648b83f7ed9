"""How alike participants and others are at the baseline: standardised differences of what is known of both."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.comparison import part_observations
from analysis.contrasts import Trait
from analysis.disclosure import MIN_GROUP
from analysis.provenance import Cells, Place, name_sources
from analysis.statistics import Floats
from dictionary.nouns import Round, Source

NEAR, UNLIKE = 0.1, 0.25  # standardised differences: of no account, and too large to overlook (Stuart 2010)
INCOME, PRESENCE = "member_income", "members_active"
BORN, AGE = "member_birth_year", "member_age"
NUMBERS = {INCOME: "thb_per_month", AGE: "year"}
WOMEN = ("women_share", "sex", "female")


def weigh_traits(observations: pd.DataFrame, rounds: tuple[Round, Round], places: Sequence[Place]) -> tuple[Trait, ...]:
    """Income, age and the share of women of both groups at the baseline, as far as both state them."""
    rows = observations[(observations["round"] == rounds[0].key) & ~observations["typed"].to_numpy(bool)]
    parts = part_observations(_state_ages(rows, rounds[0]))
    numbers = (_weigh_number(key, parts, places) for key in NUMBERS)
    return tuple(trait for trait in (*numbers, _weigh_share(parts, places)) if trait)


def standardise(own: tuple[float, float], others: tuple[float, float]) -> float | None:
    """(m₁ − m₂)/√((s₁² + s₂²)/2) of two means with their variances; None where nothing varies (Austin 2009)."""
    spread = math.sqrt((own[1] + others[1]) / 2)
    return (own[0] - others[0]) / spread if spread > 0 else None


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


def _weigh_number(key: str, parts: tuple[pd.DataFrame, pd.DataFrame], places: Sequence[Place]) -> Trait | None:
    """A thing with an amount; what is blank for a person is not known of them."""
    rows = [part[part["indicator"] == key] for part in parts]
    values = [_sum_known(one) for one in rows]
    if any(one.size == 0 for one in values):
        return None
    means = [float(one.mean()) for one in values]
    spreads = [float(one.var(ddof=1)) if one.size > 1 else 0.0 for one in values]
    counts = [one.size for one in values]
    if counts[1] < MIN_GROUP:
        return Trait(key, NUMBERS[key], suppressed=True)
    difference = standardise((means[0], spreads[0]), (means[1], spreads[1]))
    return Trait(key, NUMBERS[key], means[0], means[1], difference, counts[0], counts[1], sources=_cite(rows, places))


def _sum_known(rows: pd.DataFrame) -> Floats:
    """The amount of each person, added up over rows; nobody of whom a row is blank."""
    sums = rows.groupby("unit", observed=True)["value"].agg(lambda values: values.sum(skipna=False))
    return np.asarray(sums.dropna(), dtype=np.float64)


def _weigh_share(parts: tuple[pd.DataFrame, pd.DataFrame], places: Sequence[Place]) -> Trait | None:
    """The share of women; hidden where it would tell of few women, or few men, of either group."""
    name, column, wanted = WOMEN
    rows = [part[(part["indicator"] == PRESENCE) & part[column].notna() & (part["value"] != 0)] for part in parts]
    people = [one.drop_duplicates("unit") for one in rows]
    counts = [len(one) for one in people]
    hits = [int((one[column] == wanted).sum()) for one in people]
    if not all(counts):
        return None
    if any(0 < few < MIN_GROUP for hit, count in zip(hits, counts, strict=True) for few in (hit, count - hit)):
        return Trait(name, "share", suppressed=True)
    shares = [hit / count for hit, count in zip(hits, counts, strict=True)]
    spreads = [share * (1 - share) for share in shares]
    difference = standardise((shares[0], spreads[0]), (shares[1], spreads[1]))
    told = Trait(name, "share", shares[0], shares[1], difference, counts[0], counts[1])
    return replace(told, sources=_cite(people, places, column))


def _cite(rows: Sequence[pd.DataFrame], places: Sequence[Place], column: str = "") -> tuple[Source, ...]:
    """The cells of rows, or of the column that states a group of each."""
    joined = pd.concat([one[["source", "row", "column"]] for one in rows])
    cells = Cells(*(joined[name].to_numpy(np.int64) for name in ("source", "row", "column")))
    if not column:
        return name_sources(cells, places).get(0, ())
    letters = np.array([next(iter(place.group_columns.get(column, ())), 0) for place in places], np.int64)
    stated = Cells(cells.place, cells.row, letters[cells.place])
    return name_sources(stated.take(stated.column > 0), places).get(0, ())
