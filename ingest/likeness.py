"""Words that are nearly a known one: how like they are, and above which bound a likeness is used or asked about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import fuzz, process

SURE = 0.9  # from here on a likeness is used straight, and said
ASK = 0.72  # from here on it is asked about; below it is not used
SHORTEST = 5  # squashed signs; shorter words are like too many others
CLEARLY = 0.05  # so much less like must the next meaning be for the first to be sure
NEGATIONS = ("ไม่", "มิใช่", "non", "not", "un")  # they turn a word into its opposite


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a word is most like: ``meaning`` ("" for known as not used) and ``confidence`` from ``ASK`` to below 1."""

    meaning: str
    confidence: float

    @property
    def is_sure(self) -> bool:
        """Whether it may be used without being asked about."""
        return self.confidence >= SURE


def find_like(words: Iterable[str], known: Mapping[str, tuple[str, ...]]) -> Likeness | None:
    """The meaning of the known word that one of the words is most like; None if nothing is like enough.

    Words are squashed (``dictionary.squash``). Digits must be the same and a negation in one alone is no likeness;
    where two meanings are nearly as like, none of them is sure.
    """
    best: dict[str, float] = {}
    texts = list(known)
    for text, score in chain.from_iterable(_compare(word, texts) for word in words if len(word) >= SHORTEST):
        for meaning in known[text]:
            best[meaning] = max(best.get(meaning, 0.0), score)
    if not best:
        return None
    (score, meaning), *others = sorted(((score, meaning) for meaning, score in best.items()), reverse=True)
    is_clear = not others or score - others[0][0] >= CLEARLY
    return Likeness(meaning, round(score if is_clear else min(score, SURE - 0.01), 2))


def _compare(word: str, known: list[str]) -> list[tuple[str, float]]:
    """The known words that are long and like enough, with the likeness from 0 to below 1."""
    found = process.extract(word, known, scorer=fuzz.ratio, score_cutoff=100 * ASK, limit=20)
    return [(text, min(score / 100, 0.99)) for text, score, _ in found if _may_mean_the_same(word, text)]


def _may_mean_the_same(word: str, text: str) -> bool:
    same_digits = [sign for sign in word if sign.isdigit()] == [sign for sign in text if sign.isdigit()]
    return len(text) >= SHORTEST and same_digits and _is_negated(word) == _is_negated(text)


def _is_negated(word: str) -> bool:
    return word.startswith(NEGATIONS)
