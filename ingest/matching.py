"""Headers → columns of a table, by the rows of ``headers.csv``, the labels of the form and the keys themselves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dictionary.load import Column, list_row_tables, load_columns, load_spellings
from dictionary.load_indicators import match_unit
from dictionary.people import IDENTITY, NAME
from ingest.achieved import hear_achieved
from ingest.headers import HeaderWords, list_brackets, split_header
from ingest.keys import OPPOSITES, PEOPLE_TABLES
from ingest.known_headers import KEPT, find_longest_inside, load_headers
from ingest.likeness import ASK, NEGATIONS, SHORTEST, SURE, Likeness, find_like
from ingest.no_ids import drop_id, is_no_id
from ingest.people.names import is_nickname
from ingest.stand_ins import stand_in

LIKENESS = 0.6  # share of a header that a known one must cover to be found inside it
MUST_COVER = {"present": 0.8}  # a status of anything else is no membership
NUMBER, SHARE, TEXT = "number", "share", "text"  # kinds; a header of a number that no other claims is nothing else


@dataclass(frozen=True, slots=True)
class HeaderMatch:
    """A header cell at a 0-based position of its row, and what it was taken for.

    ``column`` is None where it is not used; ``repeated`` where an earlier header means the same. ``confidence`` is 1
    for an exact wording, lower for a part of the header or a likeness (``by_likeness``). ``guess`` is a column that
    the header is like, but not like enough to be used without asking.
    """

    header: str
    position: int
    column: str | None
    round: str | None
    period: str | None
    repeated: bool = False
    confidence: float = 1.0
    by_likeness: bool = False
    guess: str | None = None


def match_headers(headers: Sequence[tuple[str, HeaderWords | None]], table: str) -> tuple[HeaderMatch, ...]:
    """Each header of a row (its text and its words) and the column of the table that it means.

    An exact wording goes before one found inside a longer header; of several meanings goes the one that stands in the
    form behind what stands before the header (the value of an input; a number only where another header has its first
    meaning); of two that mean the same the first is taken.
    """
    exact = [_find_exact(words, table) if words else None for _, words in headers]
    taken = {(column, words.round) for column, (_, words) in zip(exact, headers, strict=True) if column and words}
    matches: list[HeaderMatch] = []
    seen: set[tuple[str | None, str | None]] = set()
    for position, (text, words) in enumerate(headers):
        if not words:
            continue
        column, confidence = exact[position], 1.0
        if column is None:
            column, confidence = _find_inside(words, table, taken)
            column = None if column and _measures(text, words, _columns(table).get(column)) else column
        if column and matches and (exact.count(column) > 1 or _columns(table)[column].kind != NUMBER):
            column = _find_next(column, matches[-1], _list_others(words, column, table), table)
        match = HeaderMatch(text, position, column or None, words.round, words.period, confidence=confidence)
        if match.column and (match.column, match.round) in seen:
            match = _take_other(match, seen, _list_others(words, column, table))
        matches.append(match)
        seen.add((match.column, match.round))
    return stand_in(_hear_nickname([hear_achieved(match, matches, _columns(table)) for match in matches], table), table)


def _hear_nickname(matches: Sequence[HeaderMatch], table: str) -> tuple[HeaderMatch, ...]:
    """The matches, what people are called among friends taken for their name where nothing else says who they are."""
    is_open = table in PEOPLE_TABLES and not any(one.column in IDENTITY for one in matches)
    nick = next((one for one in matches if is_open and one.column is None and is_nickname(one.header)), None)
    return tuple(replace(one, column=NAME) if one is nick else one for one in matches)


def match_likely(matches: Sequence[HeaderMatch], table: str) -> tuple[HeaderMatch, ...]:
    """The matches, headers without a column given the one they are like: used where it is sure, else a guess.

    Only columns that no other header holds are given, each to the header that is most like it.
    """
    liked = {match.position: like for match in matches if (like := _find_likely(match, table))}
    rounds = {match.position: match.round for match in matches}
    taken = {(match.column, match.round) for match in matches if match.column}
    for position in sorted(liked, key=lambda place: -liked[place].confidence):
        meaning = (liked[position].meaning, rounds[position])
        if not meaning[0] or meaning in taken:
            del liked[position]
        taken.add(meaning)
    return tuple(_take_likely(match, liked.get(match.position)) for match in matches)


def _take_likely(match: HeaderMatch, like: Likeness | None) -> HeaderMatch:
    if like is None:
        return match
    if like.is_sure:
        return replace(match, column=like.meaning, confidence=like.confidence, by_likeness=True)
    return replace(match, column=None, guess=like.meaning, confidence=like.confidence)


def _find_likely(match: HeaderMatch, table: str) -> Likeness | None:
    """What a header is like that no table knows exactly, or its brackets say against its words; None for one used."""
    glossed = _find_glossed(match.header, table)
    if glossed and (match.column, glossed.meaning) in {*OPPOSITES, *(pair[::-1] for pair in OPPOSITES)}:
        return replace(glossed, confidence=ASK)
    return None if match.column or match.repeated or is_known(match) else glossed or _find_like(match.header, table)


@lru_cache(maxsize=KEPT)
def _find_like(header: str, table: str) -> Likeness | None:
    words = split_header(header)
    return drop_id(find_like((*words.keys, words.bare), load_headers(table)), _columns(table), words)


@lru_cache(maxsize=KEPT)
def _find_glossed(header: str, table: str) -> Likeness | None:
    """What the brackets of a header say that it means; asked about where the words before them may say the opposite.

    The standard term of a share is used straight behind words that name nothing which it leaves.
    """
    found = [_find_exact(split_header(gloss), table) for gloss in list_brackets(header) if len(gloss) >= SHORTEST]
    if len(found) != 1 or not found[0]:
        return None
    words, is_share = split_header(header).bare, _columns(table)[found[0]].kind == SHARE
    may_turn = any(word in words for word in (*load_spellings("share_turned"), *NEGATIONS[:2]))
    return Likeness(found[0], SURE if is_share and not may_turn else ASK)


def is_known(match: HeaderMatch, tables: Collection[str] | None = None) -> bool:
    """Whether some table (of ``tables``, or of all) knows the wording of a header exactly, if only as not used."""
    return bool(list_known(match, tables or list_row_tables()))


def list_known(match: HeaderMatch, tables: Collection[str]) -> tuple[tuple[str, str], ...]:
    """The tables that know the wording of a header exactly, each with the column ("" if known as not used)."""
    return _list_known(match.header, tuple(tables))


@lru_cache(maxsize=1 << 13)
def _list_known(header: str, tables: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    known = ((table, _find_exact(split_header(header), table)) for table in tables)
    return tuple((table, column) for table, column in known if column is not None)


def find_column(words: HeaderWords, table: str) -> str | None:
    """The column that one header alone means: "" if it is known as not used, None if it is not known."""
    exact = _find_exact(words, table)
    return exact if exact is not None else _find_inside(words, table, set())[0]


def _take_other(
    match: HeaderMatch, seen: Collection[tuple[str | None, str | None]], others: Sequence[str]
) -> HeaderMatch:
    """The match of a header that means what an earlier one does: one of the other columns, or unused."""
    free = next((other for other in others if (other, match.round) not in seen), None)
    return replace(match, column=free, repeated=free is None)


def _find_next(column: str, before: HeaderMatch, others: Sequence[str], table: str) -> str:
    """The column, or the other meaning of its wording that follows in the form on the header before."""
    keys = list(_columns(table))
    follows = {key for key, previous in zip(keys[1:], keys, strict=False) if previous == before.column}
    return next((other for other in others if other in follows), column)


def _list_others(words: HeaderWords, column: str | None, table: str) -> tuple[str, ...]:
    """The other columns of the same kind that the wording of a header may mean: of what, or of its value, a source."""
    about = _columns(table).get(column or "")
    if about is None:
        return ()
    meant = next((load_headers(table)[key] for key in words.keys if key in load_headers(table)), ())
    return tuple(key for key in meant if key != column and key and _columns(table)[key].kind == about.kind)


@lru_cache(maxsize=KEPT)
def _find_exact(words: HeaderWords, table: str) -> str | None:
    """The column of the first key that is known: "" if known as not used, None if unknown."""
    known = load_headers(table)
    for key in words.keys:
        if key in known:
            return max(known[key], key=lambda column: _fit(column, words, table))
    return None


def _fit(column: str, words: HeaderWords, table: str) -> tuple[bool, bool]:
    """How well a column suits the round and the money that a header speaks of; the first of equals is taken."""
    about = _columns(table).get(column)
    by_round = about is not None and about.by_round
    is_money = about is not None and about.kind == "money"
    return by_round == (words.round is not None), is_money == words.money


def _find_inside(words: HeaderWords, table: str, taken: set[tuple[str, str | None]]) -> tuple[str | None, float]:
    """The column whose known header covers most of this one, if that is most of it and nobody has it; how sure."""
    longest = find_longest_inside(words.bare, table)
    if not longest:
        return None, 1.0
    column = max(load_headers(table)[longest], key=lambda name: _fit(name, words, table))
    about = _columns(table).get(column)
    if is_no_id(about, words, longest):
        return None, 1.0
    covers = len(longest) / len(words.bare)
    if covers < MUST_COVER.get(column, LIKENESS) or (column, words.round) in taken:
        return None, 1.0
    return column, round(SURE + (1 - SURE) * covers, 2)


def _measures(header: str, words: HeaderWords, about: Column | None) -> bool:
    """Whether a header that has the name of a text inside it says an amount of something: พื้นที่ปลูก (ไร่) ก่อน."""
    is_trait = about is not None and about.table in PEOPLE_TABLES and about.kind == TEXT
    return is_trait and (words.round is not None or any(map(match_unit, list_brackets(header))))


@cache
def _columns(table: str) -> dict[str, Column]:
    return {column.key: column for column in load_columns(table)}
