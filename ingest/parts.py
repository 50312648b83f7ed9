"""Observations of one indicator in one round, and their joining into the frame of ``dictionary.observations``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from dictionary.nouns import TARGET
from dictionary.observations import COLUMNS, GROUPS
from ingest.cells import Labels, number_names
from ingest.clean import Floats

Kind = TypeVar("Kind", bound=np.generic)


@dataclass(frozen=True)
class Part:
    """Values of one indicator (or one for each row) in one round from one sheet, a row each.

    ``rows`` and ``columns`` are the 1-based cells that the values came from; ``groups`` the disaggregations.
    ``supposed``: nobody stated them (presence on a list that does not say when).
    """

    indicator: str | Labels
    round: str
    place: tuple[str, str]
    units: Labels
    values: Floats
    rows: npt.NDArray[np.int32]
    columns: npt.NDArray[np.int16] | int
    n: Floats | float = np.nan
    typed: bool = False
    supposed: bool = False
    groups: Mapping[str, Labels] = field(default_factory=dict)


def join_parts(parts: Sequence[Part], places: Sequence[tuple[str, str]], rounds: Sequence[str]) -> pd.DataFrame:
    """All observations as one frame, in the order of the parts; ``rounds`` are the keys in the order of time."""
    frame = {
        "indicator": _join_labels([_spread_name(part.indicator) for part in parts], parts),
        "unit": _join_labels([part.units for part in parts], parts),
        "round": _join_rounds(parts, (*rounds, TARGET)),
        "value": _join([part.values for part in parts], parts, np.float64),
        "n": _join([part.n for part in parts], parts, np.float64),
        "sd": np.full(sum(len(part.values) for part in parts), np.nan),
        "typed": _join([part.typed for part in parts], parts, np.bool_),
        "supposed": _join([part.supposed for part in parts], parts, np.bool_),
        "source": _join([places.index(part.place) for part in parts], parts, np.int16),
        "row": _join([part.rows for part in parts], parts, np.int32),
        "column": _join([part.columns for part in parts], parts, np.int16),
        **{group: _join_labels([part.groups.get(group) for part in parts], parts) for group in GROUPS},
    }
    return pd.DataFrame(frame, columns=list(COLUMNS), copy=False)


def _join(values: Sequence[npt.ArrayLike], parts: Sequence[Part], kind: type[Kind]) -> npt.NDArray[Kind]:
    """One array of all parts; a single value is repeated for every row of its part."""
    spread = [np.broadcast_to(np.asarray(v, dtype=kind), len(p.values)) for v, p in zip(values, parts, strict=True)]
    return np.concatenate(spread) if spread else np.empty(0, dtype=kind)


def _spread_name(indicator: str | Labels) -> Labels:
    """One name for all rows of a part as labels (a single code is repeated)."""
    return Labels(np.zeros(1, dtype=np.intp), (indicator,)) if isinstance(indicator, str) else indicator


def _join_rounds(parts: Sequence[Part], rounds: Sequence[str]) -> pd.Categorical[str]:
    codes = _join([rounds.index(part.round) for part in parts], parts, np.int32)
    return pd.Categorical.from_codes(codes, categories=pd.Index(list(rounds), dtype="str"))


def _join_labels(labels: Sequence[Labels | None], parts: Sequence[Part]) -> pd.Categorical[str]:
    """Labels of all parts with one list of names; a part without labels is not stated."""
    known: dict[str, int] = {}
    places: dict[int, npt.NDArray[np.intp]] = {}
    codes: list[npt.ArrayLike] = []
    for one in labels:
        if one is None:
            codes.append(-1)
            continue
        if id(one.names) not in places:
            places[id(one.names)] = np.array([*number_names(one.names, known), -1])
        codes.append(places[id(one.names)][one.codes])
    return _make_categories(_join(codes, parts, np.int32), list(known))


def _make_categories(codes: npt.NDArray[np.int32], names: list[str]) -> pd.Categorical[str]:
    """Codes and names as categories, without names that no row has."""
    used = np.zeros(len(names) + 1, dtype=bool)
    used[codes] = True
    used[-1] = False
    if not used[:-1].all():
        codes = np.append(np.cumsum(used[:-1]) - 1, -1).astype(np.int32)[codes]
        names = list(compress(names, used))
    return pd.Categorical.from_codes(codes, categories=pd.Index(names, dtype="str"))
