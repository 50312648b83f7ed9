"""Rows that stand among data and are none: the header again on the next page, a remark, a sum that no word names."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dictionary.load import load_columns
from dictionary.nouns import Problem
from i18n.numbers import read_number
from ingest.addresses import cell_address
from ingest.cells import Labels
from ingest.clean import Floats
from ingest.formats.sheet import Values
from ingest.keys import find_key
from ingest.people.names import starts_with_title
from ingest.recognise import FoundTable, key_column
from ingest.row_kinds import HEADING, NUMBERS, REPEATED, TOTAL, Indexes, is_filled

ENOUGH_HEADS = 2  # filled cells of a header row that must stand again
ENOUGH_ROWS = {1: 5, 2: 3}  # rows that add up, by the number of columns in which they do
ENDS = 3  # rows at either end of a table among which a sum stands
LOOKED_AT = 50  # rows, none of which is greater than the sum
ROUNDING = 0.51
LONGEST_NAME = 60  # signs beyond which a text is no name of a person
LONGEST_MARKED = 30  # the same where it begins with a mark
MARKS = ("*", "(", "[", "-", "–", "•", "#", "=", "→", ">", "<", '"', "“")  # with which a remark may begin
SUMS_UP = {"income", "personal"}  # tables of people whose numbers add up


def find_repeated(found: FoundTable, body: Indexes) -> dict[int, str]:
    """The places of the rows of ``body`` that hold a row of the header again, as each page of a print does.

    Lines of one cell above them are the titles of that page.
    """
    cells = found.sheet.cells
    places: dict[int, str] = {}
    for row in cells[found.first_header : found.header + 1]:
        heads = [place for place, cell in enumerate(row) if isinstance(cell, str) and cell.strip()]
        if len(heads) >= ENOUGH_HEADS:
            likely = np.flatnonzero(cells[body, heads[0]] == row[heads[0]])
            places |= {int(at): REPEATED for at in likely if _is_same(cells[body[at]], row)}
    for at in sorted(places):
        above = at - 1
        while above >= 0 and above not in places and sum(map(is_filled, cells[body[above]])) == 1:
            places[above] = HEADING
            above -= 1
    return places


def _is_same(row: Values, header: Values) -> bool:
    filled = [place for place, cell in enumerate(row) if is_filled(cell)]
    return len(filled) >= ENOUGH_HEADS and all(row[place] == header[place] for place in filled)


def find_remarks(found: FoundTable, body: Indexes, ids: Labels) -> Iterator[int]:
    """The places of the rows of people that hold no name but a sentence, and nothing else that is used."""
    names = [number for number, name in enumerate(ids.names) if _is_remark(name)]
    used = [match.position for match in found.matches if match.column]
    for place in np.flatnonzero(np.isin(ids.codes, names)):
        if sum(map(is_filled, found.sheet.cells[body[place], used])) == 1:
            yield int(place)


def _is_remark(name: str) -> bool:
    longest = LONGEST_MARKED if name.startswith(MARKS) else LONGEST_NAME
    return len(name) > longest and not starts_with_title(name)


def leave_sum(found: FoundTable, body: Indexes, reasons: dict[int, str]) -> tuple[Problem, ...]:
    """Add the row of ``body`` that is the sum of all others to those left out, and say so."""
    places = np.array([place for place in range(len(body)) if place not in reasons], dtype=np.intp)
    at = find_sum(found, body[places])
    if at is None:
        return ()
    place = int(places[at])
    reasons[place] = TOTAL
    key = find_key(found, key_column(found.table))
    sheet, position = found.sheet, key.position if key else 0
    cell = cell_address(int(body[place]) + sheet.first_row, sheet.first_column + position)
    return (Problem("sum_of_all", found.file, sheet.name, cell),)


def find_sum(found: FoundTable, rows: Indexes) -> int | None:
    """The place in ``rows`` of the one, first or last, that is the sum of all others in every column of numbers.

    Somebody addressed as a person is nobody's sum.
    """
    kinds = {column.key: column.kind for column in load_columns(found.table) if column.by_round}
    places = [match.position for match in found.matches if kinds.get(match.column or "") in NUMBERS]
    enough = ENOUGH_ROWS.get(len(places), min(ENOUGH_ROWS.values()))
    if found.table not in SUMS_UP or not places or len(rows) <= enough:
        return None
    cells = found.sheet.cells
    ends = sorted({*range(len(rows))[:ENDS], *range(len(rows))[-ENDS:]})
    likely = [at for at in ends if _is_greatest(cells[rows, places[0]], at) and not _is_addressed(cells[rows[at]])]
    return next((at for at in likely if all(_adds_up(cells[rows, one], at, enough) for one in places)), None)


def _is_addressed(row: Values) -> bool:
    return any(starts_with_title(cell) for cell in row if isinstance(cell, str))


def _is_greatest(cells: Values, place: int) -> bool:
    own = _number(cells[place])
    return own > 0 and all(_number(cell) <= own for cell in cells[:LOOKED_AT])


def _adds_up(cells: Values, place: int, enough: int) -> bool:
    numbers: Floats = np.fromiter(map(_number, cells), dtype=np.float64, count=len(cells))
    rest = np.delete(numbers, place)
    return int((rest > 0).sum()) >= enough and abs(float(rest.sum()) - numbers[place]) <= ROUNDING


def _number(cell: object) -> float:
    """What a cell says as a number; 0 where it says none."""
    read = read_number(cell) if isinstance(cell, str) else cell
    return float(np.nan_to_num(read)) if isinstance(read, int | float) else 0.0
