"""Headers that say before or after only beside another of the same words: รายได้เดิม beside รายได้ปัจจุบัน."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dictionary.load import load_spellings_of
from dictionary.nouns import BASELINE, ENDLINE
from dictionary.squash import squash
from ingest.headers import HeaderWords

Header = tuple[str, HeaderWords | None]
Part = tuple[str, str, bool]
OTHER = {BASELINE: ENDLINE, ENDLINE: BASELINE}


def hear_former(headers: Sequence[Header]) -> list[Header]:
    """The headers; one whose first or last word says a round is of it where its twin, the same without, has the other.

    Alone such a word may say another thing: สมาชิกเดิม, โครงการใหม่.
    """
    parts = {place: _part(one) for place, (_, one) in enumerate(headers) if one}
    if all(is_plain for _, _, is_plain in parts.values()):
        return list(headers)
    said = {(stem, round_key) for stem, round_key, _ in parts.values()}
    told = {place: part for place, part in parts.items() if not part[2] and (part[0], OTHER[part[1]]) in said}
    return [
        (text, _take(one, told[place]) if one and place in told else one) for place, (text, one) in enumerate(headers)
    ]


def drop_former(name: str) -> str:
    """The name of what is measured without such a word at either end."""
    _, said = _find(squash(name))
    left = (name[:at] for at in range(len(name)) if _find(squash(name[at:])) == ("", said))
    right = (name[at:] for at in range(len(name)) if _find(squash(name[:at])) == ("", said))
    return next(iter((*left, *right)), name) if said else name


def _take(words: HeaderWords, part: Part) -> HeaderWords:
    stem, round_key, _ = part
    return replace(words, keys=tuple(dict.fromkeys((*words.keys, stem))), bare=stem, round=round_key)


def _part(words: HeaderWords) -> Part:
    """What a header says without its round, the round, and whether it says so by itself, or says none."""
    stem, said = ("", "") if words.round else _find(words.bare)
    return (stem, said, False) if said else (words.bare, words.round or "", True)


@lru_cache(maxsize=1 << 14)
def _find(bare: str) -> tuple[str, str]:
    """What is left of a squashed text without the word for a round at its end or its beginning, and the round."""
    for code, round_key in (("former", BASELINE), ("latter", ENDLINE)):
        for word in load_spellings_of("relative_round", code):
            if bare.endswith(word):
                return bare.removesuffix(word), round_key
            if bare.startswith(word):
                return bare.removeprefix(word), round_key
    return bare, ""
