"""Ids that several people of one list have: numbers that begin again in every village say nothing across them."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz

from ingest.people.names import fold_name

if TYPE_CHECKING:
    from ingest.people.seats import Seats

UNLIKE = 0.5  # likeness of names below which they are of two people
MOST_NAMES = 20  # names of one id that are compared


def find_shared_ids(seats: Seats) -> npt.NDArray[np.bool_]:
    """The rows whose id stands, on several lists of one kind and round, beside names that are quite unlike.

    Where one list has an id beside several names, it is that of a household.
    """
    known = pd.DataFrame({"id": seats.ids, "kind": seats.bits, "list": seats.lists})
    named = np.array([one.has_names for one in seats.claims], dtype=bool)[seats.lists]
    again = np.flatnonzero(known.duplicated(["id", "kind"], keep=False).to_numpy() & (seats.ids >= 0) & named)
    if not len(again):
        return np.zeros(len(seats.ids), dtype=bool)
    pairs = known.iloc[again].assign(name=seats.read_names(again)).drop_duplicates()
    pairs = pairs[pairs["name"] != ""]
    households = pairs["id"][pairs.duplicated(["id", "list"])]
    several = pairs[pairs.duplicated(["id", "kind"], keep=False) & ~pairs["id"].isin(households)]
    groups = several.groupby(["id", "kind"], sort=False)
    shared = [rows["id"].iloc[0] for _, rows in groups if _are_unlike(rows["name"].tolist()[:MOST_NAMES])]
    return np.isin(seats.ids, shared)


def _are_unlike(names: Collection[str]) -> bool:
    keys = {fold_name(name).key for name in names} - {""}
    return any(fuzz.ratio(one, other) < 100 * UNLIKE for one, other in combinations(sorted(keys), 2))
