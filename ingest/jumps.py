"""Incomes that change as many times as a slip of zeros, or another unit, would make them: warned of at their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from dictionary.nouns import Problem, Round
from ingest.addresses import column_ranges
from ingest.amounts import SOURCE
from ingest.cells import MOST_RANGES, Labels, Mask, number_names
from ingest.clean import Problems
from ingest.parts import Part

TIMES = (10.0, 12.0)  # a zero too many, and a year in place of a month
NEAR = 0.005  # how far, as a share, a change may be from one of these
MANY = 50.0  # times from which any change is as a slip of two zeros or thousands would make it
MOST = 0.2  # share of the people beyond which it is no slip: the whole round is in another unit
FEWEST = 3  # people from whom on one may stand out

Floats = npt.NDArray[np.float64]


def report_jumps(parts: Sequence[Part], waves: Sequence[Round]) -> Problems:
    """A problem for each column of amounts in which a few people's differ so from the round before."""
    units: dict[str, int] = {}
    known = [_list_known(part, number, units) for number, part in enumerate(parts)]
    rounds = [
        [frame for frame, part in zip(known, parts, strict=True) if part.round == wave.key and len(frame)]
        for wave in waves
    ]
    told = [pd.concat(frames) for frames in rounds if frames]
    alone = [frame[~frame.duplicated(["unit", "source"], keep=False)] for frame in told]
    odd = (cells for first, last in pairwise(alone) for cells in _list_odd(first, last))
    return tuple(_report(parts[number], rows) for number, rows in odd)


def _list_known(part: Part, number: int, known: dict[str, int]) -> pd.DataFrame:
    """The amounts of a part above zero, with whose and of what source they are, by number, and their rows."""
    frame = pd.DataFrame(
        {
            "unit": _number(part.units, known),
            "source": _number(part.groups[SOURCE], known) if SOURCE in part.groups else -1,
            "value": part.values,
            "row": part.rows,
            "part": number,
        }
    )
    return frame[(frame["value"] > 0) & (frame["unit"] >= 0)]


def _number(labels: Labels, known: dict[str, int]) -> npt.NDArray[np.intp]:
    return np.array([*number_names(labels.names, known), -1], dtype=np.intp)[labels.codes]


def _list_odd(first: pd.DataFrame, last: pd.DataFrame) -> Iterator[tuple[int, npt.NDArray[np.int32]]]:
    """The parts of the later round with odd amounts, and the rows of these."""
    both = last.merge(first[["unit", "source", "value"]], on=["unit", "source"], suffixes=("", "_before"))
    odd = find_jumps(both["value_before"].to_numpy(), both["value"].to_numpy())
    if len(both) < FEWEST or odd.sum() > max(1, MOST * len(both)):
        return
    for number in np.unique(both["part"][odd]):
        yield int(number), both["row"][odd & (both["part"] == number)].to_numpy()


def _report(part: Part, rows: npt.NDArray[np.int32]) -> Problem:
    ranges = column_ranges(rows, int(np.min(part.columns)))  # the amounts of a part stand in one column
    more = " …" if len(ranges) > MOST_RANGES else ""
    return Problem("amount_jumps", *part.place, ", ".join(ranges[:MOST_RANGES]) + more, f"{len(rows):,}")


def find_jumps(before: Floats, after: Floats) -> Mask:
    """Which amounts are 10 or 12 times the other, nearly exactly, or 50 times and more."""
    times = np.maximum(before, after) / np.minimum(before, after)
    near = [np.abs(times / one - 1) <= NEAR for one in TIMES]
    odd: Mask = np.logical_or.reduce([times >= MANY, *near])
    return odd
