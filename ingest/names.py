"""What the name of a sheet or a file says: its table and its round."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import PurePath

from dictionary.load import load_spellings_of, load_tables
from dictionary.rows import read_rows
from dictionary.squash import squash
from ingest.headers import drop_round, find_round
from ingest.periods import find_ordinal, find_year

COVERS = 0.5  # share of a sheet's name that a known name must make up to be found inside it
SHORTEST = 4
_FISCAL = re.compile("ปีงบประมาณ|ปีงบ")
_COUNTERS = re.compile(r"\d+|\bsheet\b|\bcopy\b|แผ่น|พ\.?ศ\.?|(?<!ต่อ)ปี(?=\s*\d)|(?:รอบ|ครั้ง)ที่")


@dataclass(frozen=True, slots=True)
class SheetName:
    """The table that a sheet's name speaks of (or None), the round in words (or None) and the year (or None)."""

    table: str | None
    round: str | None
    year: str | None = None


@lru_cache(maxsize=1 << 13)
def read_sheet_name(name: str) -> SheetName:
    """Table and round of a name such as ``สมาชิก ก่อน``, ``2. Income_after`` or ``Members (2562)``."""
    rest = drop_round(name) if find_round(name) else _FISCAL.sub(" ", name)
    rest = drop_group(rest)
    plain, bare = squash(rest), squash(_COUNTERS.sub(" ", rest.casefold()))
    known = load_sheet_names()
    return SheetName(known.get(plain) or known.get(bare) or _find_inside(bare), find_round(name), find_moment(name))


def names_comparison(text: str) -> bool:
    """Whether the name of a sheet or a header speaks of a comparison group, and not of the project's own people too."""
    said = squash(drop_round(text))
    alone = said in load_spellings_of("group_name", "alone")
    return (alone and not names_participants(text)) or entitles_comparison(text)


def entitles_comparison(text: str) -> bool:
    """The same of a title or of a file's name, in which "comparison" alone may be one of before and after."""
    said = squash(drop_round(text))
    inside = any(one in said for one in load_spellings_of("group_name", "comparison"))
    alone = said in load_spellings_of("group_name", "alone_anywhere")
    return (inside or alone) and not names_participants(text)


def names_participants(text: str) -> bool:
    """Whether a name speaks of the project's own people."""
    said = squash(drop_round(text))
    return any(one in said for one in load_spellings_of("group_name", "participant"))


def drop_group(text: str) -> str:
    """The name of a sheet without the words for a comparison group."""
    return _group_words().sub(" ", text) if names_comparison(text) else text


@cache
def _group_words() -> re.Pattern[str]:
    texts = [row["text"] for row in read_rows("spellings") if row["codelist"] == "group_name"]
    return re.compile("|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True)), re.IGNORECASE)


def read_file_round(name: str) -> str | None:
    """The round that the name of a file speaks of, without its ending."""
    return find_round(PurePath(name).stem)


def read_file_year(name: str) -> str | None:
    """The year, or the number of the round, that the name of a file speaks of, without its ending."""
    return find_moment(PurePath(name).stem)


def find_moment(name: str) -> str | None:
    """The year, or else the number of the round, that a name speaks of."""
    return find_year(name) or find_ordinal(name)


@cache
def load_sheet_names() -> dict[str, str]:
    """Each known name of a sheet (squashed) and its table."""
    names = {squash(row["text"]): row["table"] for row in read_rows("sheets")}
    for table in load_tables().values():
        names |= {squash(text): table.key for text in (table.sheet.th, table.sheet.en)}
    return names


def _find_inside(bare: str) -> str | None:
    """The table of the longest known name inside this one, if it makes up half of it."""
    inside = [name for name in load_sheet_names() if len(name) >= SHORTEST and name in bare]
    longest = max(inside, key=len, default="")
    return load_sheet_names()[longest] if longest and len(longest) >= COVERS * len(bare) else None
