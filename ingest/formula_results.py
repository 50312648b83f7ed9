"""What a total comes to: a formula that only adds up cells, by the numbers in them."""

from __future__ import annotations

import re
from collections.abc import Callable

MOST_SIGNS = 400  # of one formula
_CELL = r"\$?[A-Z]{1,3}\$?\d{1,7}"
_SUM = re.compile(rf"=\s*SUM\(\s*((?:{_CELL}(?::{_CELL})?\s*[,;]?\s*)+)\)\s*")
_PLUS = re.compile(rf"=\s*({_CELL}(?:\s*\+\s*{_CELL})+)\s*")
_RANGE = re.compile(rf"{_CELL}(?::{_CELL})?")


class NotKnown(Exception):
    """A formula is no total, or names something of which no number is known."""


def find_total(formula: str, look: Callable[[str], list[float]]) -> float:
    """The sum of the cells that a total names; ``look`` gives the numbers of a cell or a range, none for blank ones.

    Raises NotKnown, also where all of them are blank.
    """
    found = (_SUM.fullmatch(formula) or _PLUS.fullmatch(formula)) if len(formula) <= MOST_SIGNS else None
    if found is None:
        raise NotKnown
    numbers = [number for text in _RANGE.findall(found[1]) for number in look(text)]
    if not numbers:
        raise NotKnown
    return sum(numbers)
