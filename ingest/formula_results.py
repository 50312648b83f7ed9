"""What a formula of sums, means and the four operations comes to, by the cells that it names."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import isfinite

MOST_SIGNS = 60  # numbers, cells and signs of one formula
_TOKEN = re.compile(
    r"\s*(?:(?P<cells>\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\w(!.])"
    r"|(?P<number>\d+(?:\.\d+)?)(?![\w!])|(?P<name>SUM|AVERAGE)(?=\()|(?P<sign>[-+*/(),;%]))\s*"
)
_SIGNS = {"+": 1.0, "-": -1.0}

Token = tuple[str, str]  # of what kind, and as it stands


class NotKnown(Exception):
    """A formula names something of which no number is known: a word, an error, another sheet or function."""


class Formula:
    """A formula, read from left to right; ``look`` gives the numbers of a cell or a range, none for blank ones."""

    def __init__(self, text: str, look: Callable[[str], list[float]]) -> None:
        self._tokens = _split(text)
        self._look_at = look
        self._found: list[float] = []
        self._names_cells = False

    def find_result(self) -> float:
        """What it comes to. Raises NotKnown, also where all cells that it names are blank."""
        result = self._add()
        if self._tokens or (self._names_cells and not self._found) or not isfinite(result):
            raise NotKnown
        return result

    def _add(self) -> float:
        total = self._multiply()
        while self._peek() in _SIGNS:
            total += _SIGNS[self._take()] * self._multiply()
        return total

    def _multiply(self) -> float:
        total = self._read_one()
        while self._peek() in {"*", "/"}:
            sign, other = self._take(), self._read_one()
            if sign == "/" and not other:
                raise NotKnown
            total = total * other if sign == "*" else total / other
        return total

    def _read_one(self) -> float:
        kind = self._tokens[0][0] if self._tokens else ""
        text = self._take() if kind else ""
        if text in _SIGNS:
            return _SIGNS[text] * self._read_one()
        if text == "(":
            number = self._add()
            self._expect(")")
        elif kind == "number":
            number = float(text)
        elif kind == "cells" and ":" not in text:
            number = sum(self._look(text))
        elif kind == "name":
            number = self._gather(text)
        else:
            raise NotKnown
        if self._peek() == "%":
            self._take()
            number /= 100
        return number

    def _gather(self, name: str) -> float:
        """The sum or the mean of what stands between brackets."""
        self._expect("(")
        numbers = self._read_several()
        while self._peek() in {",", ";"}:
            self._take()
            numbers += self._read_several()
        self._expect(")")
        if not numbers:
            raise NotKnown
        return sum(numbers) / (len(numbers) if name == "AVERAGE" else 1)

    def _read_several(self) -> list[float]:
        is_alone = [text for _, text in self._tokens[1:2]] in ([","], [";"], [")"])
        if is_alone and self._tokens[0][0] == "cells":
            return self._look(self._take())
        return [self._add()]

    def _look(self, text: str) -> list[float]:
        self._names_cells = True
        numbers = self._look_at(text)
        self._found += numbers
        return numbers

    def _peek(self) -> str:
        return self._tokens[0][1] if self._tokens else ""

    def _take(self) -> str:
        return self._tokens.pop(0)[1]

    def _expect(self, sign: str) -> None:
        if self._peek() != sign:
            raise NotKnown
        self._take()


def _split(text: str) -> list[Token]:
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found or len(tokens) == MOST_SIGNS:
            raise NotKnown
        at, kind = found.end(), str(found.lastgroup)
        tokens.append((kind, found[kind]))
    return tokens
