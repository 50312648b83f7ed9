"""Names of people as they are compared: without title, nickname, spaces, marks in disorder and capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice

from dictionary.load import load_spellings_of
from dictionary.rows import read_rows
from dictionary.squash import squash
from i18n.marks import fold_marks

MOST_TITLES = 3  # ว่าที่ ร.ต. ดร. …
LOOKED_AT = 40  # texts of a column that say what it holds
SHORTEST_WORD = 2  # letters of a word that makes a text a name
FEMALE, MALE = "female", "male"

_BRACKETS = re.compile(r"[(\[（][^()\[\]（）]*[)\]）]")
_DIGIT = re.compile(r"[\d๐-๙]")
_START = "[a-zก-ฮเ-ไ]"  # what a name begins with: not a vowel or a mark that leans on a consonant


@dataclass(frozen=True, slots=True)
class FoldedName:
    """``key`` is what is compared; ``given`` and ``family`` its parts where a space stood between them.

    ``sex`` is what the title says, or "".
    """

    key: str
    given: str
    family: str
    sex: str

    @property
    def is_full(self) -> bool:
        """Whether a family name is there: a given name alone makes nobody certain."""
        return bool(self.family)


def fold_name(text: str) -> FoldedName:
    """``นาง สมศรี  ใจดี (ศรี)`` and ``สมศรี ใจดี`` are one; a title says the sex."""
    rest, sex = fold_marks(_BRACKETS.sub(" ", fold_marks(text))).casefold(), ""
    for _ in range(MOST_TITLES):
        found = _titles().match(rest)
        if not found:
            break
        sex = sex or _title_codes()[_squash_title(found["title"])]
        rest = rest[found.end("title") :].lstrip(" .")
    words = [squash(word) for word in rest.split()]
    given, *family = [word for word in words if word] or [""]
    return FoldedName(given + "".join(family), given, "".join(family), sex if sex in {FEMALE, MALE} else "")


def starts_with_title(text: str) -> bool:
    """Whether a text begins as a person is addressed, such as ``นาย`` or ``Mrs.``."""
    return _titles().match(fold_marks(text).casefold()) is not None and not _DIGIT.search(text)


def looks_like_name(text: str) -> bool:
    """Whether a text where an id belongs is a person's name: a title, or a given and a family name and no digit."""
    if _DIGIT.search(text):
        return False
    words = [squash(word) for word in text.split()]
    return starts_with_title(text) or (len(words) > 1 and all(len(word) >= SHORTEST_WORD for word in words))


def name_people(cells: Iterable[object]) -> bool:
    """Whether texts of a column are people: most begin as people are addressed."""
    texts = list(islice((one for one in cells if isinstance(one, str) and one.strip()), LOOKED_AT))
    return 2 * sum(map(starts_with_title, texts)) > len(texts)


def is_nickname(header: str) -> bool:
    """Whether a header is that of what people are called among friends: no name to match by, and nobody's indicator."""
    return squash(header) in load_spellings_of("nickname", "nickname")


@cache
def _title_codes() -> dict[str, str]:
    return {_squash_title(row["text"]): row["code"] for row in read_rows("spellings") if row["codelist"] == "title"}


def _squash_title(text: str) -> str:
    return re.sub(r"[\s.]+", "", fold_marks(text)).casefold()


@cache
def _titles() -> re.Pattern[str]:
    """Any title at the beginning, the longest first; what follows must be able to begin a name."""
    texts = {fold_marks(row["text"]).casefold() for row in read_rows("spellings") if row["codelist"] == "title"}
    either = "|".join(_pattern(text) for text in sorted(texts, key=len, reverse=True))
    return re.compile(rf"\s*(?P<title>{either})(?=\s*{_START})")


def _pattern(text: str) -> str:
    """One title. A Latin one ends with a full stop or a space; the last full stop of several may be left away."""
    if text.isascii():
        return rf"{re.escape(text)}(?:\s?\.|\s)"
    letters = [r"\s*".join(map(re.escape, part.split())) for part in text.split(".")]
    spaced = r"\s?\.\s?".join(letters)
    return spaced.removesuffix(r"\.\s?") + r"\.?" if text.endswith(".") and text.count(".") > 1 else spaced
