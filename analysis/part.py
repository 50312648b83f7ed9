"""A part of the members shown on its own (a filter on a page): whether it may be, and what is left where it may not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from analysis.compare import Compared
from analysis.disclosure import PEOPLE, Size, choose_suppressed, is_small
from analysis.findings import tell_hidden
from analysis.write_finding import suppress
from dictionary.load_methods import load_measures
from dictionary.nouns import Round


def why_hidden(whole: pd.DataFrame, part: pd.DataFrame, rounds: Sequence[Round]) -> str:
    """Why a part of the observations must not be shown beside the whole (codelist ``reason``); empty where it may.

    It must not where the part, or the rest that the whole would give away, has fewer people than the disclosure policy
    allows in a round in which it has any.
    """
    everybody, some = (_count_people(frame, rounds) for frame in (whole, part))
    rest = tuple(all_there - there for all_there, there in zip(everybody, some, strict=True))
    hidden = choose_suppressed({0: some, 1: rest} if any(rest) else {0: some})
    return tell_hidden(protects=not is_small(some)) if hidden else ""


def hide_part(compared: Compared, *, protects: bool = False) -> Compared:
    """The same findings without any value, pair or person."""
    hidden = tuple(suppress(finding, protects=protects) for finding in compared.findings)
    return replace(compared, findings=hidden, pairs={}, excluded=())


def _count_people(frame: pd.DataFrame, rounds: Sequence[Round]) -> Size:
    """How many people are there in each round; where presence was not recorded, how many have a row."""
    presences = {measure.presence for measure in load_measures() if measure.about == PEOPLE}
    observed = {measure.observed for measure in load_measures() if measure.about == PEOPLE}
    is_presence = frame["indicator"].isin(presences)
    rows = frame[is_presence & (frame["value"] == 1) if is_presence.any() else frame["indicator"].isin(observed)]
    return tuple(rows.loc[rows["round"] == one.key, "unit"].nunique() for one in rounds)
