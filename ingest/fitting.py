"""Whether the cells below a header are of the kind that a column holds."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from dictionary.load import Column, load_columns, load_spellings, match_code
from i18n.dates import read_date
from i18n.numbers import read_number
from ingest.blanks import is_blank
from ingest.cells import write_cell
from ingest.currencies import drop_currency
from ingest.headers import split_header
from ingest.matching import find_column, is_known
from ingest.people.names import name_people
from ingest.workbooks import RawSheet, Values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.matching import HeaderMatch

LOOKED_AT = 200  # cells below a header
MOST = 0.6  # share of the filled cells that must be of the kind
AMOUNT_OF = {"sroi": {"input": "input_thb", "proxy": "proxy_thb"}}  # what a column names, and the column of its amount
WEIGHT_OF = {"flows": ("value", "mass")}  # what a table of links calls its numbers, whatever they are
LINK_OF = {"chain": {"evidence": "node", "target": "leads_to"}}  # "source" and "target" as a table of links has them
TARGET = "target"
KEY_OF = {
    "flows": ("resource", "from_node"),
    "technology": ("kind", "item"),
}  # says what the key's, where absent, would


def fits(cells: Values, table: str, column: str) -> bool:
    """Whether most of the first filled cells can be read as the column's kind; true where nothing is filled."""
    about = next((about for about in load_columns(table) if about.key == column), None)
    filled = [cell for cell in cells[:LOOKED_AT] if not is_blank(cell)]
    if about is None or not filled:
        return True
    if column == "indicator" and (name_people(cells) or all(map(is_number, filled))):
        return False
    return sum(_is_of_kind(cell, about) for cell in filled) >= MOST * len(filled)


def _is_of_kind(cell: object, about: Column) -> bool:
    if about.kind in {"money", "number", "integer"}:
        return is_number(cell)
    if about.kind == "code":
        return match_code(about.codelist, write_cell(cell)) is not None or about.codelist == "unit"
    if about.kind in {"date", "year"}:
        return read_date(cell) is not None
    return about.kind == "id" or isinstance(cell, str)


def hear_amounts(matches: tuple[HeaderMatch, ...], sheet: RawSheet, row: int, table: str) -> tuple[HeaderMatch, ...]:
    """The matches, a header of what stands for an amount taken for the amount where that stands below it.

    ``Financial proxy`` above 94 and 19 is the value of the proxy, unless another header is. A table that names its
    material once, and what becomes of it, needs no header *from*, unless names stand under a header that nobody knows.
    """
    taken = {match.column for match in matches}
    free = {what: amount for what, amount in AMOUNT_OF.get(table, {}).items() if what in taken and amount not in taken}
    heard = tuple(
        replace(one, column=free[one.column])
        if one.column in free and holds_amounts(sheet.cells[row + 1 :, one.position])
        else one
        for one in matches
    )
    heard = _hear_weights(_hear_links(heard, sheet.cells[row + 1 :], table), table)
    return _hear_key(heard, sheet.cells[row + 1 :], table)


def _hear_key(matches: tuple[HeaderMatch, ...], below: Values, table: str) -> tuple[HeaderMatch, ...]:
    """The matches, the material taken for what goes in, a platform for the channel, where no header is either.

    A second header of the same meaning then has it alone: the kind of channel behind the platform.
    """
    what, key = KEY_OF.get(table, ("", ""))
    held = next((one for one in matches if one.column == what), None)
    if not held or any(one.column == key or _may_be_key(one, below) for one in matches):
        return matches
    again = next(
        (one for one in matches if one.repeated and find_column(split_header(one.header), table) == what), None
    )
    moved = {held.position: replace(held, column=key)}
    if again:
        moved[again.position] = replace(again, column=what, repeated=False)
    return tuple(moved.get(one.position, one) for one in matches)


def _may_be_key(match: HeaderMatch, below: Values) -> bool:
    """Whether names stand under a header of unknown meaning."""
    filled = [cell for cell in below[:LOOKED_AT, match.position] if not is_blank(cell)]
    names = sum(isinstance(cell, str) and not is_number(cell) for cell in filled)
    unknown = match.column is None and not match.repeated and not is_known(match)
    return unknown and bool(filled) and names >= MOST * len(filled)


def _hear_links(matches: tuple[HeaderMatch, ...], below: Values, table: str) -> tuple[HeaderMatch, ...]:
    """The matches, a source and a target of names taken for an item and what it leads to where no header is either."""
    links = LINK_OF.get(table, {})
    ends = {one.column: one for one in reversed(matches) if one.column in links}
    taken = {one.column for one in matches}
    if not links or {*links} - {*ends} or taken & {*links.values()} or holds_amounts(below[:, ends[TARGET].position]):
        return matches
    moved = {ends[column].position: replace(ends[column], column=link) for column, link in links.items()}
    goal = next(
        (one for one in matches if one.repeated and find_column(split_header(one.header), table) == TARGET), None
    )
    again = {goal.position: replace(goal, column=TARGET, repeated=False)} if goal else {}
    return tuple((moved | again).get(one.position, one) for one in matches)


def _hear_weights(matches: tuple[HeaderMatch, ...], table: str) -> tuple[HeaderMatch, ...]:
    """The matches, plain values taken for weights in a table that has no header of a weight: not an amount of money."""
    value, weight = WEIGHT_OF.get(table, ("", ""))
    if not value or any(one.column == weight for one in matches):
        return matches
    return tuple(replace(one, column=weight) if one.column == value and _is_plain(one) else one for one in matches)


def _is_plain(match: HeaderMatch) -> bool:
    """Whether a header says a value, and not of what: no currency, no price."""
    words = split_header(match.header)
    return not words.money and bool({*words.keys} & {*load_spellings("plain_value")})


def holds_amounts(cells: Values) -> bool:
    """Whether numbers, with or without the sign of a currency, stand in most of the filled cells."""
    filled = [drop_currency(cell) for cell in cells[:LOOKED_AT] if not is_blank(cell)]
    return bool(filled) and sum(map(is_number, filled)) >= MOST * len(filled)


def names_people(matches: Sequence[HeaderMatch], sheet: RawSheet, header: int) -> bool:
    """Whether what would be the indicators of a summary are people: a person is never the name of a result."""
    named = [match.position for match in matches if match.column == "indicator"]
    return any(name_people(sheet.cells[header + 1 :, position]) for position in named)


def is_number(cell: object) -> bool:
    """Whether a cell is a number, or a text that reads as one."""
    if isinstance(cell, str):
        return _reads_as_number(cell)
    return isinstance(cell, int | float) and not isinstance(cell, bool)


@lru_cache(maxsize=1 << 13)
def _reads_as_number(text: str) -> bool:
    return read_number(text) is not None
