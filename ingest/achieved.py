"""A column of what was achieved: of the round after, though its header names none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dictionary.load import Column, load_spellings
from dictionary.nouns import BASELINE, ENDLINE
from ingest.headers import split_header

if TYPE_CHECKING:
    from ingest.matching import HeaderMatch

TARGET = "target"


def hear_achieved(match: HeaderMatch, matches: Sequence[HeaderMatch], columns: Mapping[str, Column]) -> HeaderMatch:
    """The match, in the round after where it is what was achieved ("actual") beside the one header of a baseline.

    A table that is used without values has it beside a target too.
    """
    about = columns.get(match.column or "")
    if about is None or not about.by_round or match.round:
        return match
    is_achieved = {*split_header(match.header).keys} & {*load_spellings("achieved")}
    others = [one.round for one in matches if one.column == match.column and one is not match]
    is_beside = others == [BASELINE] or (not others and not about.required and any(map(_is_target, matches)))
    return replace(match, round=ENDLINE) if is_achieved and is_beside else match


def _is_target(match: HeaderMatch) -> bool:
    return match.column == TARGET
