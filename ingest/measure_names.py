"""What a header says is measured, without its number, round, year and unit."""

from __future__ import annotations

import re
from functools import lru_cache

from dictionary.nouns import BASELINE, ENDLINE
from ingest.former import drop_former
from ingest.headers import drop_round, split_header
from ingest.matching import HeaderMatch
from ingest.periods import drop_day, drop_ordinal, drop_year

QUESTION = 10  # signs from which a header is a question, which goes by its words

_NUMBER = re.compile(r"^\s*(?:ข้อ(?:ที่)?\s*)?\d{1,2}(?:\.\d{1,2})*[.):]\s*")
_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]")
_EDGES = " \t\n-_:.,/·–"
_PREFIX = re.compile(r"^(pre|post)[-_ ]*(?=[^\W\d])", re.IGNORECASE)
_PREFIXES = {"pre": BASELINE, "post": ENDLINE}

Name = tuple[str, str | None]  # what is measured, and in which round


@lru_cache(maxsize=1 << 13)
def name_measure(header: str) -> Name:
    """What a header measures, without round, year and unit, and the round it names: ``Score before`` → Score."""
    plain = _drop_number(" ".join(header.split()))
    prefix = _PREFIX.match(plain)
    bare = _BRACKET.sub(" ", drop_year(drop_day(plain)))
    dropped = drop_ordinal(drop_round(bare))
    if prefix and dropped == bare.casefold():
        return _tidy(_PREFIX.sub("", bare)), _PREFIXES[prefix[1].casefold()]
    return _tidy(bare if dropped.split() == bare.casefold().split() else dropped), None


def _drop_number(header: str) -> str:
    """A question without its number: before and after are asked under two; a short name may go by it (``ข้อ 1``)."""
    bare = _NUMBER.sub("", header)
    return bare if len(drop_round(bare)) >= QUESTION else header


def name_match(match: HeaderMatch) -> str:
    """What a header measures; the word that says its round only beside its twin is no part of it: หนี้สินเดิม."""
    name, said = name_measure(match.header)
    return _tidy(drop_former(name)) if match.round and not said and not split_header(match.header).round else name


def _tidy(text: str) -> str:
    text = " ".join(text.split()).strip(_EDGES)
    return text[:1].upper() + text[1:]
