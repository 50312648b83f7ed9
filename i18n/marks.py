"""Thai marks put in order, so that one word is one text however it was typed."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), None)
UPPER_VOWELS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47"  # ั ิ ี ึ ื ็
LOWER_VOWELS = "\u0e38\u0e39\u0e3a"  # ุ ู ฺ
TONES = "\u0e48\u0e49\u0e4a\u0e4b"  # ่ ้ ๊ ๋
NIKHAHIT, SARA_AA, SARA_AM = "\u0e4d", "\u0e32", "\u0e33"
SARA_E, SARA_AE = "\u0e40", "\u0e41"
MARKS = UPPER_VOWELS + LOWER_VOWELS + TONES + "\u0e4c" + NIKHAHIT

_DOUBLED = re.compile(f"([{MARKS}{SARA_AM}])\\1+")
_RUN = re.compile(f"[{MARKS}]{{2,}}")
_SPLIT_AM = re.compile(f"([{TONES}]?){NIKHAHIT}{SARA_AA}")
_STRAY_SPACE = re.compile(f"\\s+(?=[{MARKS}])")
_LETTER = "[!-~\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e50-\u0e59]"  # what carries no mark itself
_SYLLABLE = f"(?!{SARA_E}{SARA_E}|{SARA_AM}{SARA_AM}){_LETTER}[{UPPER_VOWELS}{LOWER_VOWELS}]?[{TONES}\u0e4c]?"
_IN_ORDER = re.compile(f"(?:{_SYLLABLE}(?: (?={_LETTER}))?)*")


def fold_marks(text: str) -> str:
    """The text with Thai marks in one order and one spelling, invisible signs gone and spaces single.

    NFC (never NFKC, which splits ำ in two); a typed ํ + า becomes ำ, เ + เ becomes แ, a doubled mark is
    written once. Nothing else is changed: no letter is lost and nothing is turned into ASCII.
    """
    if text.isascii():
        return " ".join(text.split())
    if _IN_ORDER.fullmatch(text):  # as most text is: nothing to mend
        return text
    folded = unicodedata.normalize("NFC", text.translate(INVISIBLE))
    folded = _STRAY_SPACE.sub("", folded)
    return " ".join(_fold_thai(folded).split())


def _fold_thai(text: str) -> str:
    """Marks collapsed, ordered vowel before tone, ำ joined, double เ read as แ."""
    text = _RUN.sub(lambda run: "".join(sorted(run[0], key=_rank)), text)
    text = _SPLIT_AM.sub(f"\\1{SARA_AM}", _DOUBLED.sub(r"\1", text))
    text = _DOUBLED.sub(r"\1", text)
    return text.replace(SARA_E + SARA_E, SARA_AE)


def _rank(mark: str) -> int:
    """The place of a mark above or below a consonant: vowel, tone, the ํ of ำ."""
    return 0 if mark in UPPER_VOWELS + LOWER_VOWELS else 2 if mark == NIKHAHIT else 1
