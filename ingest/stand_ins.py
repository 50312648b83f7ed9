"""Headers whose wording may mean a column that no other header has: what a thing is used for is what it becomes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dictionary.load_indicators import match_unit
from dictionary.squash import squash
from ingest.headers import list_brackets
from ingest.known_headers import load_headers
from ingest.periods import read_period

if TYPE_CHECKING:
    from ingest.matching import HeaderMatch

ID = "member_id"
TECHNOLOGY, VALUE = "technology", "value"
FEWEST = 2  # months that make rounds
SROI, YEARS = "sroi", tuple(f"value_year_{number}" for number in range(1, 6))
PRICED = ("quantity", "proxy_thb")  # where these are, what stands under years was worked out from them
_YEAR = re.compile(r"y(\d{4})")  # the round that the header of a calendar year names
STAND_INS = {  # of a table: a column ("": none, for another header has that), and what it stands in for
    "flows": (("use", "to_node"), ("resource", "from_node")),
    "technology": (("", "measure"),),
}


def stand_in(matches: Sequence[HeaderMatch], table: str) -> tuple[HeaderMatch, ...]:
    """The matches; a header of two meanings whose second is wanted and missing has that.

    Nobody's id stands under a header that counts: ``สมาชิก (คน)``.
    """
    told = tuple(replace(one, column=None) if one.column == ID and _counts(one) else one for one in matches)
    told = _number_years(told) if table == SROI else told
    told = _hear_months(told) if table == TECHNOLOGY else told
    for column, wanted in STAND_INS.get(table, ()):
        if all(one.column != wanted for one in told):
            told = tuple(
                replace(one, column=wanted, repeated=False) if _may_be(one, column, wanted, table) else one
                for one in told
            )
    return told


def _counts(match: HeaderMatch) -> bool:
    return any(map(match_unit, list_brackets(match.header)))


def _number_years(matches: tuple[HeaderMatch, ...]) -> tuple[HeaderMatch, ...]:
    """Calendar years that follow on one another head what an outcome is worth in its first year and the next ones."""
    dated = {one.position: int(found[1]) for one in matches if one.column is None and (found := _find_year(one))}
    first = min(dated.values(), default=0)
    follow = sorted(dated.values()) == [*range(first, first + len(dated))] and 1 < len(dated) <= len(YEARS)
    taken = {one.column for one in matches} & {*YEARS, *PRICED}
    if not follow or taken:
        return matches
    return tuple(
        replace(one, column=YEARS[dated[one.position] - first], round=None) if one.position in dated else one
        for one in matches
    )


def _hear_months(matches: tuple[HeaderMatch, ...]) -> tuple[HeaderMatch, ...]:
    """Months with their year, where no header has the values, head those of each month: a month is a round."""
    months = {one.position: key for one in matches if not one.column and (key := read_period(one.header))}
    dated = {at: key for at, key in months.items() if key.startswith("m")}
    if len(dated) < FEWEST or any(one.column == VALUE for one in matches):
        return matches
    return tuple(
        replace(one, column=VALUE, round=dated[one.position]) if one.position in dated else one for one in matches
    )


def _find_year(match: HeaderMatch) -> re.Match[str] | None:
    return _YEAR.fullmatch(match.round or "")


def _may_be(match: HeaderMatch, column: str, wanted: str, table: str) -> bool:
    is_free = match.column == column if column else match.repeated
    return is_free and wanted in load_headers(table).get(squash(match.header), ())
