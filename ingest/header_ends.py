"""Whether a header goes on in the row below it: a group is named there for each of its columns."""

from __future__ import annotations

from collections.abc import Sequence

from i18n.numbers import read_number
from ingest.fitting import is_number
from ingest.workbooks import RawSheet

ENOUGH_NAMES = 2  # texts below groups that make a row part of the header
FEWEST_LEVELS, MOST_LEVELS = 3, 100  # of a scale whose levels head the numbers of answers, and with its repetitions
ROWS_BELOW = 3  # rows in which numbers stand below the columns of groups that are not merged


def goes_on(sheet: RawSheet, last: int) -> bool:
    """Whether the row below ``last`` names the columns of groups that ``last`` names, and so belongs to the header.

    It holds texts alone, or the levels of a scale for each group, at least two of them below groups, and nothing below
    a column that has its own name. Groups are merged cells, or texts with blanks to their right above columns of
    numbers.
    """
    if last + 1 >= len(sheet.cells):
        return False
    above, below = sheet.cells[last], sheet.cells[last + 1]
    numbers = [
        place for place, cell in enumerate(below) if cell != "" and (not isinstance(cell, str) or is_number(cell))
    ]
    names = [place for place, cell in enumerate(below) if _is_text(cell) or place in numbers[:MOST_LEVELS]]
    if len(names) < ENOUGH_NAMES or (numbers and not are_levels([below[place] for place in numbers])):
        return False
    filled = [place for place, cell in enumerate(above) if cell != ""]
    if len(filled) == 1 and filled[0] <= names[0]:
        return False  # a title
    merged = _list_merged(sheet, last)
    groups = merged or _list_open(above, names)
    inside = {place for first, end in groups for place in range(first, end)}
    if sum(place in inside for place in names) < ENOUGH_NAMES:
        return False
    if any(_is_text(above[place]) for place in names if place not in inside):
        return False
    return bool(merged) or _stand_above_numbers(sheet, last + 2, [place for place in names if place in inside])


def are_levels(numbers: Sequence[object]) -> bool:
    """Whether numbers count a scale up to or down from its end, at least twice in the same way."""
    if not FEWEST_LEVELS <= len(numbers) <= MOST_LEVELS:
        return False
    read = [read_number(str(one)) for one in numbers]
    size = next((at for at, one in enumerate(read[1:], start=1) if one == read[0]), 0)
    if size < FEWEST_LEVELS or len(read) % size:
        return False
    up = list(range(1, size + 1))
    return read in (up * (len(read) // size), up[::-1] * (len(read) // size))


def is_cut(sheet: RawSheet, top: int, last: int) -> bool:
    """Whether a header from row ``top`` to ``last`` lacks its beginning.

    A name is merged down into it, or the row above names its groups.
    """
    return (top > 0 and goes_on(sheet, top - 1)) or any(
        first < top <= bottom <= last and left == right and _is_text(sheet.cells[first, left])
        for first, left, bottom, right in sheet.merges
    )


def _list_merged(sheet: RawSheet, row: int) -> list[tuple[int, int]]:
    """The columns of the merged cells that end in a row and hold a text."""
    return [
        (first, end + 1)
        for top, first, bottom, end in sheet.merges
        if bottom == row and end > first and _is_text(sheet.cells[top, first])
    ]


def _list_open(above: Sequence[object], names: Sequence[int]) -> list[tuple[int, int]]:
    """The columns from each text up to the next, where a name stands below a blank among them."""
    filled = [place for place, cell in enumerate(above) if cell != ""]
    spans = zip(filled, [*filled[1:], len(above)][: len(filled)], strict=True)
    return [(first, end) for first, end in spans if any(first < place < end for place in names)]


def _stand_above_numbers(sheet: RawSheet, row: int, places: Sequence[int]) -> bool:
    rows = sheet.cells[row : row + ROWS_BELOW, places]
    return any(all(is_number(cell) for cell in cells) for cells in rows)


def _is_text(cell: object) -> bool:
    return isinstance(cell, str) and bool(cell.strip())
