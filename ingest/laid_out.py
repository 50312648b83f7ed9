"""Tables in which a row is not simply one unit with its values, as a mapping says them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dictionary.squash import squash
from ingest.cells import write_cell
from ingest.keys import find_key
from ingest.mapping import BY_YEARS, HEADED, ROUND_COLUMN, TURNED, TableMapping
from ingest.names import read_sheet_name
from ingest.period_columns import list_few, say_round
from ingest.recognise import FoundTable, key_column
from ingest.rows import body_of
from ingest.workbooks import RawSheet

Rounds = dict[str, str]  # texts that say the round of rows, and the round of each; "" leaves them out


def name_layout(group: Sequence[FoundTable]) -> str:
    """The layout that tables of the same cells were read in; "" where each row is a unit."""
    return next(filter(None, map(_name_one, group)), "")


def _name_one(found: FoundTable) -> str:
    if found.is_years:
        return BY_YEARS if found.round_column is None else TURNED
    is_headed = found.only is not None and found.round_column is None and (found.round or found.reason)
    return HEADED if is_headed else ""


def join_tables(group: Sequence[FoundTable]) -> FoundTable:
    """One table for those that were read of the same cells, one for each thing measured and each round.

    Its round is that of all its rows, unless a title or the name of a file says it, which are heard again.
    """
    first = next((one for one in group if one.table), group[0])
    layout = name_layout(group)
    if not layout:
        return replace(first, round=None) if first.round_column is not None else first
    known = {match.position: match for one in group for match in one.matches}
    known |= {match.position: match for one in reversed(group) for match in one.matches if match.column}
    own = first.round if first.is_confirmed else first.round and read_sheet_name(first.sheet.name).round
    matches = tuple(known[position] for position in sorted(known))
    return replace(first, matches=matches, round=own if layout == BY_YEARS else None)


def list_rounds(group: Sequence[FoundTable], part: RawSheet) -> Rounds:
    """The texts of the rows, or above them, that say rounds; ``part`` holds the cells as they stand in the file."""
    heads = _list_heads(group, part) if name_layout(group) == HEADED else ()
    return dict(_list_texts(group, part)) | dict(heads)


def _list_texts(group: Sequence[FoundTable], part: RawSheet) -> Iterator[tuple[str, str]]:
    for found in group:
        if found.round_column is not None and (found.round or found.reason):
            for text in list_few(part.cells[body_of(found), found.round_column]):
                yield text, found.round or ""


def _list_heads(group: Sequence[FoundTable], part: RawSheet) -> Iterator[tuple[str, str]]:
    """The text of each row that heads others, with the round of the first row below it."""
    of_rows = {int(row): found.round or "" for found in group for row in body_of(found)}
    whole = replace(group[0], sheet=part, only=None)
    key = find_key(whole, key_column(whole.table))
    for row in body_of(whole).tolist():
        below = next((period for line, period in sorted(of_rows.items()) if line > row), None)
        if key and row not in of_rows and below is not None:
            yield write_cell(part.cells[row, key.position]), below


def say_layout(mapping: TableMapping, layout: str, rounds: Rounds) -> TableMapping:
    """The mapping with a layout, and with rounds at the column whose texts say them; at the table where none does."""
    said = tuple(rounds.items())
    by_column = any(one.column == ROUND_COLUMN for one in mapping.columns)
    columns = (replace(one, rounds=said) if said and one.column == ROUND_COLUMN else one for one in mapping.columns)
    return replace(mapping, layout=layout, columns=tuple(columns), rounds=() if by_column else said)


def find_rounds(found: FoundTable, told: Rounds) -> int | None:
    """The column without a header whose texts all say rounds, as somebody said or as they stand; None if none does."""
    headed = {one.position for one in found.matches}
    known = {squash(text) for text in told}
    for place in range(found.sheet.cells.shape[1]):
        texts = list_few(found.sheet.cells[found.header + 1 :, place]) if place not in headed else ()
        if texts and all(squash(text) in known or say_round(text) for text in texts):
            return place
    return None
