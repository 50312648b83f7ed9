"""What a header says: the column in its key words, the round (ก่อน, after, 2562) and the period (ต่อเดือน, per year)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dictionary.load import load_spellings_of
from dictionary.load_indicators import match_unit
from dictionary.rows import read_rows
from dictionary.squash import squash
from i18n.marks import fold_marks
from i18n.numbers import THAI_DIGITS
from ingest.periods import drop_short_year, find_ordinal, find_year, has_short_year

_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]*)[)\]）]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_YEAR = re.compile(r"(ปีงบประมาณ|fiscal year|พ\.?ศ\.?|ค\.?ศ\.?|ปี|year|fy)?\s*(?<!\d)(19|20|2[456])\d\d(?!\d)")
_QUESTION = re.compile(r"\n\s*((what|how|who|where|do|does)\b.*|[^\n]*\?.*)$", re.DOTALL | re.IGNORECASE)
_ASKS = re.compile(r"\s*(what|how|who|where|do|does|will)\b|.*\?\s*$", re.DOTALL | re.IGNORECASE)
_NUMBERING = re.compile(r"^\s*(ข้อ\s*)?\d{1,2}(\.\d{1,2})*[.):]\s*")


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """``keys`` are the squashed words to look a column up by, the most literal first; ``bare`` is all that is left.

    ``round`` is ``baseline``, ``endline`` or another period of ``ingest.periods`` (``y2562``).
    """

    keys: tuple[str, ...]
    bare: str
    round: str | None
    period: str | None
    money: bool


@lru_cache(maxsize=1 << 16)
def split_header(text: str) -> HeaderWords:
    """Take a header apart: brackets, numbering, round, period, years and words that say nothing.

    ``2. รายได้ก่อน* (บาท/เดือน)`` gives the key รายได้, the round baseline, the period month.
    """
    plain = _plain(_QUESTION.sub("", text))  # a question below the name is guidance
    base, bracket = _BRACKETS.sub(" ", plain), " ".join(_BRACKETS.findall(plain))
    round_key = find_round(plain)
    no_round = drop_round(base) if round_key else base
    no_period = _drop(no_round, _period_words())
    bare = _drop(drop_short_year(_YEAR.sub(" ", _NUMBERING.sub("", no_period))), _fillers())
    unit = _drop(drop_round(bracket), _period_words())
    whole = drop_round(plain) if round_key else plain
    literal = dict.fromkeys((plain, whole, base, no_round, no_period, bare, *bare.split("/")))
    keys = list(filter(None, map(squash, literal)))  # of ตำแหน่ง/บทบาท either
    said = round_key or find_year(plain) or find_ordinal(plain)
    if not squash(bare) and (said or squash(unit)):
        keys += [squash(_YEAR.sub(" ", unit)), ""]
    return HeaderWords(tuple(dict.fromkeys(keys)), squash(bare), said, find_period(plain), _is_money(plain))


def list_brackets(text: str) -> list[str]:
    """What stands in brackets in a header."""
    return _BRACKETS.findall(_plain(text))


def is_question(text: str) -> bool:
    """Whether a text asks for something, as the guidance below a header does."""
    return _ASKS.match(text) is not None


def names_spread(text: str) -> bool:
    """Whether a header is of how far values lie apart (S.D.), and not of what they are."""
    return bool({*split_header(text).keys} & {*load_spellings_of("spread", "spread")})


@lru_cache(maxsize=1 << 13)
def find_round(text: str) -> str | None:
    """The round that a text names; None if it names none, or both."""
    found = {_read_round(match[0]) for match in _round_words().finditer(_plain(text))} - {""}
    return found.pop() if len(found) == 1 else None


def find_period(text: str) -> str | None:
    """The period that a text states (``month``, ``year``, or ``other``: a day or a week); None if none, or several."""
    return _only(_plain(text), _period_words(), _period_codes())


def match_words(text: str, words: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """The codes of all wordings (text, code) that a text has; a Latin one only as whole words."""
    return frozenset(code for word, code in words if _any_of_one(word).search(_plain(text)))


@lru_cache(maxsize=1 << 13)
def drop_round(text: str) -> str:
    """The text without the words for a round; หลังคาเรือน and ก่อนหักค่าใช้จ่าย name none and stay."""
    plain = _round_words().sub(lambda match: " " if _read_round(match[0]) else match[0], _plain(text))
    return " ".join(plain.split())


def _read_round(words: str) -> str:
    """The round that words stand for, "" where they only look so; what goes on after ก่อน does not matter."""
    squashed = squash(words)
    known = _round_codes().get(squashed)
    return next(code for stem, code in _round_stems().items() if squashed.startswith(stem)) if known is None else known


@lru_cache(maxsize=1 << 13)
def _plain(text: str) -> str:
    spaced = _CAMEL.sub(" ", fold_marks(text)).replace("_", " ").replace("*", " ")
    return " ".join(spaced.translate(THAI_DIGITS).casefold().split())


def _drop(text: str, words: re.Pattern[str]) -> str:
    return " ".join(words.sub(" ", text).split())


def _only(text: str, words: re.Pattern[str], codes: dict[str, str]) -> str | None:
    found = {codes[squash(match[0])] for match in words.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _is_money(text: str) -> bool:
    squashed = squash(text)
    return any(len(word) > 1 and word in squashed for word in load_spellings_of("currency", "thb"))


@cache
def _round_codes() -> dict[str, str]:
    return {squash(row["text"]): row["round"] for row in read_rows("rounds")}


@cache
def _round_stems() -> dict[str, str]:
    """The words that say before and after when what somebody did follows."""
    return {row["text"]: row["code"] for row in read_rows("spellings") if row["codelist"] == "round_stem"}


@cache
def _round_words() -> re.Pattern[str]:
    """Each wording, and ก่อน or หลัง with what somebody did then, however it goes on: ก่อนเข้าร่วมกิจกรรม."""
    parts = ("noun", "verb", "object")
    noun, verbs, objects = (_any_of([*_list_of(f"round_{part}")]).pattern for part in parts)
    open_ended = rf"(?:{'|'.join(_round_stems())})(?:{noun})?(?:{verbs})(?:{verbs}|{objects})*"
    return re.compile(rf"{_any_of(_list_looks()).pattern}|{open_ended}|{_any_of(list(_list_rounds())).pattern}")


def _list_rounds() -> Iterator[str]:
    return (row["text"] for row in read_rows("rounds") if row["round"])


def _list_looks() -> list[str]:
    """What looks like a round and is none."""
    return [row["text"] for row in read_rows("rounds") if not row["round"]]


def _list_of(codelist: str) -> Iterator[str]:
    return (row["text"] for row in read_rows("spellings") if row["codelist"] == codelist)


@cache
def _period_codes() -> dict[str, str]:
    return {squash(row["text"]): row["code"] for row in _header_periods()}


@cache
def _period_words() -> re.Pattern[str]:
    return _any_of([row["text"] for row in _header_periods()])


def _header_periods() -> list[dict[str, str]]:
    return [row for row in read_rows("spellings") if row["codelist"] == "header_period"]


@cache
def _fillers() -> re.Pattern[str]:
    return _any_of([row["text"] for row in read_rows("fillers")])


@cache
def _any_of_one(text: str) -> re.Pattern[str]:
    return _any_of([text])


def _any_of(texts: list[str]) -> re.Pattern[str]:
    """Any of the words, the longest first; a Latin word only as a whole word, spaces and hyphens as they come."""
    return re.compile("|".join(_pattern(text) for text in sorted(set(texts), key=len, reverse=True)))


def _pattern(text: str) -> str:
    words = r"[\s\-]*".join(re.escape(word) for word in fold_marks(text).casefold().split())
    words = words.replace("/", r"/\s*")
    before = r"(?<![a-z])" if text[0].isascii() and text[0].isalpha() else ""
    after = r"(?![a-z])" if text[-1].isascii() and text[-1].isalnum() else ""
    after += r"(?!\d)" if text[-1].isdigit() else ""
    return before + words + after


def adds_to_header(text: str) -> bool:
    """Whether a text below a header only says more of it: a unit, a period, a round, a year."""
    bare = text.strip().strip("()[]")
    return text.strip().startswith("(") or any(
        map(bool, (find_round(text), find_period(text), find_year(text), has_short_year(text), match_unit(bare)))
    )
