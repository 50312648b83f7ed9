"""Rows of a unit that stands there already: left out, each with its cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import pandas as pd

from dictionary.nouns import Problem
from ingest.cells import report
from ingest.results import key_cells
from ingest.rows import Rows


def drop_repeated(sheets: Sequence[Rows], code: str) -> tuple[list[Rows], tuple[Problem, ...]]:
    """The sheets without the second row of a unit in a round, and a problem for each row left out.

    Sheets of different rounds may name the same unit; sheets of the same round, or of no round, may not.
    """
    kept: list[Rows] = []
    problems: list[tuple[Problem, ...]] = []
    seen: dict[str | None, set[str]] = {}
    for rows in sheets:
        before = seen.setdefault(rows.found.round, set())
        again = pd.Series(rows.ids.codes).duplicated().to_numpy() | _are_known(rows, before)
        if again.any():
            problems.append(report(code, key_cells(rows), again))
        before |= set(rows.ids.names)
        kept.append(rows.keep(~again, code))
    return kept, tuple(chain.from_iterable(problems))


def _are_known(rows: Rows, names: set[str]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    known = np.array([name in names for name in rows.ids.names] + [False], dtype=bool)
    return known[rows.ids.codes]
