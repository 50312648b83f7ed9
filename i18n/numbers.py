"""Numbers as people type them and as reports print them; Thai digits are read, Arabic digits written.

A minus sign is printed as U+2212 (−), and per cent with a no-break space: ``59 %``.
"""

from __future__ import annotations

import csv
import math
import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from pathlib import Path

from i18n.marks import fold_marks

MINUS = "\u2212"
PERCENT = "\u00a0%"
UNKNOWN = "\u2013"  # what stands where a number is not known
THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
WHOLE_FROM = 100  # from this size on no decimals are printed unless asked for
WHOLE_FLOATS = 1e14  # from here on a float has no halves to settle
WHOLE_PERCENT_FROM = 10
WORDS = Path(__file__).with_name("number_words.csv")

_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(e[+-]?\d{1,3})?")
_HEAD = re.compile(r"[+-]?[\d., ]*\d(e[+-]?\d{1,3}(?!\d))?")
_MINUSES = str.maketrans({MINUS: "-", "\u2013": "-", "\ufe63": "-", "\uff0d": "-"})


@cache
def load_number_words() -> dict[str, float]:
    """Words that may stand beside a number and what they multiply it by (บาท: 1, หมื่น: 10,000)."""
    with WORDS.open(encoding="utf-8-sig", newline="") as lines:
        return {row["text"]: float(row["factor"]) for row in csv.DictReader(lines)}


@cache
def _words_of_money() -> frozenset[str]:
    with WORDS.open(encoding="utf-8-sig", newline="") as lines:
        return frozenset(row["text"] for row in csv.DictReader(lines) if row["of_money"] == "yes")


@cache
def _word_pattern() -> re.Pattern[str]:
    words = sorted(load_number_words(), key=len, reverse=True)
    return re.compile("|".join(re.escape(word) for word in words))


def read_number(text: str) -> float | None:
    """The number a person typed: Thai digits, thousands commas, words such as บาท or % beside it.

    Units do not change the number ("45%" is 45), multiples do ("1.5 หมื่น" is 15,000). ``(500)`` is −500 and
    ``500.-`` is 500, as accountants write. None: it is not a number (a range, a guess, a word).
    """
    plain = fold_marks(text).translate(THAI_DIGITS).translate(_MINUSES).lower().removesuffix(".-").strip()
    if plain.startswith("(") and plain.endswith(")"):
        inner = read_number(plain[1:-1])
        return None if inner is None or inner < 0 else -inner
    number, factor = _take_words(plain)
    return _parse(number, factor)


def read_amount(text: str) -> float | None:
    """The baht a person typed. None: it is no number, or one of something else, such as ``20 กก.`` or ``5%``."""
    return read_number(text) if _words_of_money().issuperset(list_number_words(text)) else None


def list_number_words(text: str) -> list[str]:
    """The words that stand beside a number, such as บาท, หมื่น or กก."""
    return _word_pattern().findall(fold_marks(text).lower())


def _take_words(plain: str) -> tuple[str, float]:
    """The text without the words before and after the number, and the product of their factors."""
    factor = 1.0
    start = _word_pattern().match(plain)
    if start:
        plain = plain[start.end() :].strip()
    head = _HEAD.match(plain)
    if not head:
        return plain, factor
    for word in _split_words(plain[head.end() :].strip()):
        factor *= load_number_words().get(word, math.nan)
    return head[0], factor


def _split_words(tail: str) -> list[str]:
    """The words of a tail such as "หมื่นบาท"; what is left over is a word of its own (known to nobody)."""
    words: list[str] = []
    while tail:
        found = _word_pattern().match(tail)
        if not found:
            return [*words, tail]
        words.append(found[0])
        tail = tail[found.end() :].lstrip()
    return words


def _parse(number: str, factor: float) -> float | None:
    """The plain digits as a finite float times the factor, or None."""
    joined = re.sub(r"(?<=\d) (?=\d{3}(\D|$))", ",", re.sub(r"^([+-]) ", r"\1", number))
    if math.isnan(factor) or not re.search(r"\d", joined) or not _NUMBER.fullmatch(joined):
        return None
    value = float(joined.replace(",", "")) * factor
    return value if math.isfinite(value) else None


def write_number(value: float, decimals: int | None = None) -> str:
    """``1,234.5``. Without ``decimals``: none from 100 on, else at most two (or two significant ones)."""
    if not math.isfinite(value):
        return UNKNOWN
    text = f"{_round(abs(value), _fitting(value) if decimals is None else decimals):,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{MINUS}{text}" if value < 0 and re.search("[1-9]", text) else text


def _round(value: float, decimals: int) -> Decimal:
    """Rounded as Excel does, half away from zero, of the 15 digits that Excel has: 3,512.5 is 3,513."""
    digits = f"{value:.15g}" if value < WHOLE_FLOATS else repr(float(value))
    with localcontext(prec=400):  # room for every finite float
        return Decimal(digits).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _fitting(value: float) -> int:
    """Decimals that show a value without false precision: 0 from 100 on, 2 below, more for tiny values."""
    size = abs(value)
    if size >= WHOLE_FROM or size == 0:
        return 0
    return 2 if size >= 0.1 else 1 - math.floor(math.log10(size))


def write_signed(value: float, decimals: int | None = None) -> str:
    """The number with its sign: ``+1,461``, ``−65``; zero has none."""
    return _sign(value, write_number(value, decimals))


def write_percent(share: float, decimals: int | None = None) -> str:
    """A share as per cent: 0.59 is ``59 %``. Without ``decimals``: one below 10 %, none from there on."""
    if not math.isfinite(share):
        return UNKNOWN
    percent = share * 100
    if decimals is not None:
        return write_number(percent, decimals) + PERCENT
    rounded = _round(abs(percent), 0 if abs(percent) >= WHOLE_PERCENT_FROM else 1)
    return write_number(math.copysign(float(rounded), percent)) + PERCENT


def write_signed_percent(share: float, decimals: int | None = None) -> str:
    """A share as per cent with its sign: ``+59 %``, ``−3.5 %``, ``0 %``."""
    return _sign(share, write_percent(share, decimals))


def _sign(value: float, text: str) -> str:
    return f"+{text}" if value > 0 and re.search("[1-9]", text) else text
