"""A member list that also holds the members' income: one sheet, two tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ingest.composing import read_headers
from ingest.headers import HeaderWords
from ingest.income_parts import find_parts, hear_parts
from ingest.matching import HeaderMatch, match_headers
from ingest.recognise import FoundTable
from ingest.rows import Rows

LIST, RIDER, SUMMARY = "members", "income", "summary"
RIDING = {  # columns of each of these tables that may stand on the rows of another one
    RIDER: ("income_source", "amount", "period"),
    "personal": ("value",),
    "chain": ("level", "leads_to", "assumption", "evidence"),
}
RIDERS = {RIDER, "personal"}  # tables that may stand on the rows of a member list
BESIDE = {LIST: RIDERS, RIDER: {"personal"}, SUMMARY: {"chain"}}  # tables that may stand on the rows of each


def add_riders(tables: Sequence[FoundTable]) -> list[FoundTable]:
    """The tables, each member list that gives amounts followed by the income table on the same rows."""
    return [one for found in tables for one in (_split(found) if found.table == LIST else (found,))]


def _split(found: FoundTable) -> tuple[FoundTable, ...]:
    """The list alone, or the list and its income, both knowing all columns of the sheet."""
    headers = [] if found.is_confirmed else read_headers(found.sheet, found.first_header, found.header)
    headers = [(text, None if words and says_round_alone(words) else words) for text, words in headers]
    ends = found.first_header, found.header
    told = hear_parts(match_headers(headers, RIDER), found.sheet, ends, RIDER)
    parts = find_parts(told, found.sheet, ends)
    riding = {one.position: one for one in told if one.column in RIDING[RIDER] or one.position in parts}
    free = [match.position for match in found.matches if match.column is None and match.position != found.round_column]
    matches = tuple(riding.get(one.position, one) if one.position in free else one for one in found.matches)
    if not any(_is_amount(match, found.round) for match in matches):
        return (found,)
    return replace(found, matches=matches), replace(found, table=RIDER, matches=matches)


def says_round_alone(words: HeaderWords) -> bool:
    """Whether a header is *before* or *after* and says nothing of money: no amount, beside what a list tells."""
    return words.round is not None and not (words.bare or words.money or words.period)


def _is_amount(match: HeaderMatch, round_key: str | None) -> bool:
    """Whether a header is an amount of a known round; else it stays a column that is not used."""
    return match.column == "amount" and (match.round or round_key) is not None


def follow_list(rows: Rows, members: Sequence[Rows]) -> Rows:
    """Income on a member list without the rows that the list, of the same round, leaves out."""
    for one in members:
        if one.found.sheet is rows.found.sheet and one.found.round == rows.found.round:
            return rows.keep(np.isin(rows.kept, one.kept), "duplicate_id")
    return rows
