"""Who was there in a round: from yes or no, from the dates of joining and leaving, or from being on its list."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dictionary.nouns import BASELINE, Round
from ingest.cells import Labels, Mask
from ingest.clean import Dates, Floats

Columns = npt.NDArray[np.int16]

YES_CODE, NO_CODE = "yes", "no"


@dataclass(frozen=True)
class Stay:
    """When each member joined and left."""

    joined: Dates
    left: Dates

    @property
    def is_reversed(self) -> Mask:
        """Who left before joining: something is wrong with the dates."""
        return self.left.last < self.joined.first

    @property
    def is_dated(self) -> Mask:
        """Whose row gives a date, readable or not."""
        return self.joined.filled | self.left.filled


def read_presence(answers: Labels, blank_is_no: Mask) -> Floats:
    """1 for yes, 0 for no; blank is unknown, or no on the rows where yes is only ticked."""
    values = np.array([{YES_CODE: 1.0, NO_CODE: 0.0}.get(name, np.nan) for name in answers.names] + [np.nan])
    presence = values[answers.codes]
    return np.where(np.isnan(presence) & blank_is_no, 0.0, presence)


def judge_by_dates(stay: Stay, wave: Round) -> Floats:
    """Presence at the end of a round; a blank date of joining is a founding member.

    Without the dates of the round: who left was there before and not after; who joined may or may not have been
    there before (unknown).
    """
    doubtful = stay.joined.unreadable | stay.left.unreadable | stay.is_reversed
    if wave.end is not None:
        end = wave.end.toordinal()
        there = ~(stay.joined.first > end) & ~(stay.left.last <= end)
        return np.where(doubtful, np.nan, there.astype(np.float64))
    if wave.key == BASELINE:
        return np.where(stay.joined.filled & ~stay.left.filled, np.nan, 1.0)
    return np.where(stay.left.filled, 0.0, 1.0)


def judge_by_list(stay: Stay, wave: Round) -> Floats:
    """Presence of those on the list of a round: all but who had left by its end."""
    if wave.end is None:
        return np.ones(len(stay.left.last))
    gone = stay.left.last <= wave.end.toordinal()
    return np.where(stay.left.unreadable, np.nan, (~gone).astype(np.float64))


def choose_columns(stay: Stay, columns: tuple[int, int, int]) -> Columns:
    """The column that decides for each member: of leaving, of joining, else of the id (given in that order)."""
    left, joined, key = columns
    return np.where(stay.left.filled, left, np.where(stay.joined.filled, joined, key)).astype(np.int16)
