"""What tells on how many units a figure rests."""

from __future__ import annotations

from typing import Protocol


class Counted(Protocol):
    """Something with the method that it was found by, and how many are known before, after and in both."""

    @property
    def method(self) -> str: ...  # noqa: D102
    @property
    def n_baseline(self) -> int | None: ...  # noqa: D102
    @property
    def n_endline(self) -> int | None: ...  # noqa: D102
    @property
    def n_pairs(self) -> int | None: ...  # noqa: D102
