"""Rows of a unit that stands there already: left out, each with its cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

import numpy as np
import pandas as pd

from dictionary.nouns import Problem
from ingest.cells import Labels, report
from ingest.results import key_cells
from ingest.rows import Rows


def drop_repeated(
    sheets: Sequence[Rows], code: str, part: Callable[[Rows], Labels] | None = None
) -> tuple[list[Rows], tuple[Problem, ...]]:
    """The sheets without the second row of a unit in a round, and a problem for each row left out.

    Sheets of different rounds may name the same unit; sheets of the same round, or of no round, may not; nor may rows
    of the same ``part`` where that is given.
    """
    kept: list[Rows] = []
    problems: list[tuple[Problem, ...]] = []
    seen: dict[str | None, set[str]] = {}
    for rows in sheets:
        before = seen.setdefault(rows.found.round, set())
        units = _part_units(rows.ids, part(rows)) if part else rows.ids
        again = pd.Series(units.codes).duplicated().to_numpy() | _are_known(units, before)
        if again.any():
            problems.append(report(code, key_cells(rows), again))
        before |= set(units.names)
        kept.append(rows.keep(~again, code))
    return kept, tuple(chain.from_iterable(problems))


def _part_units(ids: Labels, parts: Labels) -> Labels:
    """Another unit for each part in which one stands."""
    width = len(parts.names)
    codes, used = pd.factorize(ids.codes * width + parts.codes)
    return Labels(codes, tuple(f"{ids.names[one // width]}\n{parts.names[one % width]}" for one in used.tolist()))


def _are_known(units: Labels, names: set[str]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    known = np.array([name in names for name in units.names] + [False], dtype=bool)
    return known[units.codes]
