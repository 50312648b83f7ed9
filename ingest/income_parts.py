"""Columns of amounts that are parts of one income: sources under a header of income, or *income from* each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain

from dictionary.load_indicators import MONEY, find_unit, match_unit
from dictionary.rows import read_rows
from ingest.bands import are_bands
from ingest.blanks import is_blank
from ingest.composing import compose_parts
from ingest.fitting import LOOKED_AT, MOST, holds_amounts
from ingest.header_units import read_title_unit, read_unit
from ingest.headers import match_words, split_header
from ingest.income_words import follows_income, list_incomes
from ingest.known_headers import KEPT
from ingest.matching import HeaderMatch, find_column, is_known
from ingest.months import read_span
from ingest.names import read_sheet_name
from ingest.part_sums import add_up, is_sum, list_summed, sums_up
from ingest.titles import says_income
from ingest.workbooks import RawSheet, Values

INCOME, MEMBERS, AMOUNT, SOURCE = "income", "members", "amount", "income_source"
NO_PART = ("costs", "no_income_part")  # lists of words of what stands beside an income and is none

Heads = Callable[[str], bool]
Ends = tuple[int, int]  # first and last row of a header, 0-based


def hear_parts(matches: tuple[HeaderMatch, ...], sheet: RawSheet, ends: Ends, table: str) -> tuple[HeaderMatch, ...]:
    """The matches of a table of incomes, the parts of an income that no header means taken for amounts.

    Numbers of people and ranges are none. All of a round are taken where they surely add up to the income; else the
    first, which the others repeat: whether they are to be added up, somebody has to say.
    """
    if table != INCOME:
        return matches
    matches = tuple(_drop_no_money(one, sheet.cells[ends[1] + 1 :]) for one in matches)
    parts = find_parts(matches, sheet, ends)
    chosen = _choose_summed(matches, sheet.cells[ends[1] + 1 :], parts)
    held = {match.round for match in matches if match.column == AMOUNT}
    heard = []
    for match in matches:
        is_amount = match.position in chosen if chosen else match.column == AMOUNT or match.round not in held
        told = _share_period(match, [one for one in matches if one.position in parts]) if chosen else match
        heard.append(_take(told, is_amount=is_amount) if match.position in parts else match)
        held |= {match.round} if match.position in parts else set()
    return tuple(heard)


def _drop_no_money(match: HeaderMatch, below: Values) -> HeaderMatch:
    """The match, no amount where its header counts something else (``ก่อน (คน)``) or ranges stand below it."""
    if match.column != AMOUNT:
        return match
    units = match_unit(read_unit(match.header))
    counts = bool(units) and all(find_unit(one.unit).kind != MONEY for one in units)
    filled = (cell for cell in below[:LOOKED_AT, match.position] if not is_blank(cell))
    is_none = counts or are_bands(filled, MOST)
    return replace(match, column=None, confidence=1.0) if is_none else match


def _share_period(match: HeaderMatch, parts: Sequence[HeaderMatch]) -> HeaderMatch:
    """The match with the period of what it adds up to, or is a part of, where it says none itself."""
    periods = {one.period for one in parts if one.round == match.round} - {None}
    return replace(match, period=periods.pop()) if match.period is None and len(periods) == 1 else match


def suppose_parts(matches: tuple[HeaderMatch, ...], sheet: RawSheet, ends: Ends, table: str) -> tuple[HeaderMatch, ...]:
    """The matches, each part of an income taken for an amount where none of them is their total: to be confirmed."""
    parts = find_parts(matches, sheet, ends) if table in {INCOME, MEMBERS} else frozenset()
    if any(match.position in parts and sums_up(match.header) for match in matches):
        return matches
    return tuple(_take(match, is_amount=True) if match.position in parts else match for match in matches)


def _take(match: HeaderMatch, *, is_amount: bool) -> HeaderMatch:
    return replace(match, column=AMOUNT if is_amount else None, repeated=not is_amount, confidence=1.0)


def find_summed(matches: Sequence[HeaderMatch], sheet: RawSheet, ends: Ends) -> frozenset[int]:
    """The positions of the amounts that make the income of each round; none where that is not sure of every round.

    They are the parts of a total that all of them make; else parts among which there is one of all others, or a single
    one. An income without a name of its own may be the whole or
    one of the parts: that its sum is equal on every row says it is the whole.
    """
    return _choose_summed(matches, sheet.cells[ends[1] + 1 :], find_parts(matches, sheet, ends))


def _choose_summed(matches: Sequence[HeaderMatch], below: Values, parts: frozenset[int]) -> frozenset[int]:
    groups: dict[str | None, list[HeaderMatch]] = {}
    for match in matches:
        if match.position in parts:
            groups.setdefault(match.round, []).append(match)
    summed = [add_up(group, below) for group in groups.values()]
    if not summed or any(one is None for one in summed):
        return frozenset()
    return frozenset(chain.from_iterable(one.parts for one in summed if one))


def find_parts(matches: Sequence[HeaderMatch], sheet: RawSheet, ends: Ends) -> frozenset[int]:
    """The positions of the headers of amounts that each name a part of an income, and of others of the same rounds.

    Where the sheet or its title says income, or money stands beside *before* and *after* alone, the headers below those
    name parts of it, unless one of them is an income itself; so do all headers without a unit below a title that says
    both income and money. Where no word says so, what makes an income beside it on
    every row is its parts.
    """
    named = compose_parts(sheet, *ends)
    heads: tuple[Heads, ...] = (_heads_income,)
    is_list = False
    if not any(match.column == AMOUNT and is_known(match, (INCOME,)) for match in matches):
        is_told = read_sheet_name(sheet.name).table == INCOME or says_income(sheet, ends[0])
        heads = (_heads_income, _heads_round if is_told else _heads_money)
        is_list = is_told and split_header(read_title_unit(sheet, ends[0])).money
    parts = [
        match
        for match in matches
        if _may_be_part(match)
        and (
            _is_from_source(match.header)
            or _stands_under(named[match.position], heads)
            or (is_list and not read_unit(match.header))
        )
        and holds_amounts(sheet.cells[ends[1] + 1 :, match.position])
    ]
    parts, below = parts or _list_beside_total(matches, sheet, ends), sheet.cells[ends[1] + 1 :]
    rounds = {match.round for match in parts}
    others = [one for one in matches if one.round in rounds and one not in parts]
    whole = [
        one for one in others if one.column == AMOUNT or (_is_whole(one) and holds_amounts(below[:, one.position]))
    ]
    return frozenset(one.position for one in (*parts, *whole))


def _list_beside_total(matches: Sequence[HeaderMatch], sheet: RawSheet, ends: Ends) -> list[HeaderMatch]:
    """The amounts next to an income that is their sum on every row, whatever they are called."""
    totals = [one for one in matches if one.column == AMOUNT or _is_whole(one)]
    able = [one for one in matches if _may_be_part(one)] if totals else []
    summed = (
        list_summed(total, [one for one in able if one.round == total.round], sheet.cells[ends[1] + 1 :])
        for total in totals
    )
    return list(chain.from_iterable(summed))


def _is_whole(match: HeaderMatch) -> bool:
    """Whether a header says no more than a total (``รวมทั้งสิ้น``, ``รายได้ทั้งหมด``), or is an income used by parts."""
    is_income_again = match.repeated and find_column(split_header(match.header), INCOME) == AMOUNT
    return match.column is None and (is_income_again or is_sum(match.header) or _sums_income(match.header))


@lru_cache(maxsize=KEPT)
def _sums_income(header: str) -> bool:
    bare = split_header(header).bare
    return any(is_sum(bare.replace(word, "", 1)) for word in list_incomes() if word in bare)


def _may_be_part(match: HeaderMatch) -> bool:
    """Whether nothing else is known of a header, and it says no month, no costs, no rate and no change."""
    is_other = match.column is None and not match.repeated and is_known(match)
    is_no_part = _is_no_part(match.header) or read_span(match.header) is not None
    return match.column in {None, AMOUNT, SOURCE} and not is_other and not is_no_part


def _stands_under(named: Sequence[str], heads: Sequence[Heads]) -> bool:
    """Whether a header with a name of its own, all of whose rows are ``named``, stands under a header of an income."""
    if not split_header(" ".join(named)).bare:
        return False
    above = [" ".join(named[:end]) for end in range(1, len(named)) if any(named[:end])]
    return any(head(text) for text in above for head in heads)


@lru_cache(maxsize=KEPT)
def _heads_income(text: str) -> bool:
    """Whether a text begins with an income and its words: ``รายได้ก่อนเข้าร่วม (บาท/เดือน)``."""
    return split_header(text).bare.startswith(list_incomes())


@lru_cache(maxsize=KEPT)
def _heads_round(text: str) -> bool:
    """Whether they say only before or after."""
    words = split_header(text)
    return words.round is not None and not words.bare


@lru_cache(maxsize=KEPT)
def _heads_money(text: str) -> bool:
    """Whether they say only before or after, of money over some time: ``ก่อน (บาท/เดือน)``."""
    words = split_header(text)
    return _heads_round(text) and words.money and words.period is not None


@lru_cache(maxsize=KEPT)
def _is_from_source(header: str) -> bool:
    """Whether a header in one row says an income and of what: ``รายได้จากการทอผ้า``, ``รายได้อื่น``."""
    bare = split_header(header).bare
    word = next((word for word in list_incomes() if bare.startswith(word)), None)
    return word is not None and follows_income(bare.removeprefix(word))


@lru_cache(maxsize=KEPT)
def _is_no_part(header: str) -> bool:
    """Whether a header says costs, a rate or a change of the income."""
    return bool(match_words(header, _list_others()))


@cache
def _list_others() -> tuple[tuple[str, str], ...]:
    return tuple((row["text"], row["code"]) for row in read_rows("spellings") if row["codelist"] in NO_PART)
