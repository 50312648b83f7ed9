"""The names by which the files of a project are told apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import PurePath


def name_files(names: Sequence[str]) -> list[str]:
    """The names in their order, with a number before the ending where an earlier file has the name."""
    free: list[str] = []
    for name in names:
        free.append(_free_name(name, free))
    return free


def _free_name(name: str, taken: Sequence[str]) -> str:
    path = PurePath(name)
    names = (name if number == 1 else f"{path.stem} ({number}){path.suffix}" for number in count(1))
    return next(free for free in names if free not in taken)
