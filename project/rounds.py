"""Which two rounds of a project are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from dictionary.load import code_label
from dictionary.nouns import BASELINE, ENDLINE, TARGET, Round
from dictionary.squash import squash
from i18n import Text

Pair = tuple[str, str]  # the keys of two rounds


def choose_rounds(rounds: Sequence[Round], pair: Pair | None = None) -> tuple[Round, Round]:
    """The two rounds to compare, the earlier as the baseline: those of ``pair``, in any order, or first and last.

    Where there are more than two, their labels say which is before and which after. Raises ValueError for a key that
    the project does not have, and for the same round twice.
    """
    keys = [one.key for one in rounds]
    chosen = pair or (keys[0], keys[-1])
    if not set(chosen) <= set(keys) or chosen[0] == chosen[1]:
        raise ValueError(f"two of {keys} can be compared, not {chosen}")
    before, after = sorted(chosen, key=keys.index)
    first, last = rounds[keys.index(before)], rounds[keys.index(after)]
    return (first, last) if len(rounds) == 2 else (_label(first, BASELINE), _label(last, ENDLINE))


def find_round(rounds: Sequence[Round], text: str) -> Round | None:
    """The round that a person names by its key (``y2562`` or ``2562``) or its label, or None."""
    wanted = squash(text)
    names = ((one, {squash(name) for name in _name(one)}) for one in rounds)
    return next((one for one, said in names if wanted in said), None)


def _name(one: Round) -> tuple[str, ...]:
    return one.key, one.key.removeprefix("y"), one.label.th, one.label.en


def keep_rounds(observations: pd.DataFrame, rounds: Sequence[Round]) -> pd.DataFrame:
    """The observations of some rounds, and the targets."""
    kept = observations["round"].isin([*(one.key for one in rounds), TARGET])
    return observations if kept.all() else observations[kept]


def _label(one: Round, side: str) -> Round:
    """The round with the word for before or after in front of its own label."""
    if one.key == side:
        return one
    word = code_label("round", side)
    return replace(one, label=Text(f"{word.th} {one.label.th}", f"{word.en} {one.label.en}"))
