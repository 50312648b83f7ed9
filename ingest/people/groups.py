"""Things that are found to be one, step by step."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Indexes = npt.NDArray[np.intp]


class Groups:
    """Numbers from 0 to ``count`` − 1, each a group of its own until it is joined; the smallest stands for a group."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))
        self._is_joined = False

    def find(self, one: int) -> int:
        """The number that stands for the group."""
        parents = self._parents
        while parents[one] != one:
            parents[one] = parents[parents[one]]
            one = parents[one]
        return one

    def join(self, one: int, other: int) -> None:
        """Make two groups one."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parents[high] = low
        self._is_joined = self._is_joined or low != high

    def list_all(self) -> Indexes:
        """For each number the one that stands for its group."""
        if not self._is_joined:
            return np.arange(len(self._parents))
        return np.array([self.find(one) for one in range(len(self._parents))], dtype=np.intp)
