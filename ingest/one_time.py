"""Tables of names and numbers that say no round: read where several of them differ in their year, else asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dictionary.squash import squash
from ingest.composing import compose, list_tops, read_texts
from ingest.fitting import is_number
from ingest.headers import find_round
from ingest.matching import HeaderMatch
from ingest.names import SheetName, read_file_round, read_file_year, read_sheet_name
from ingest.names_or_things import names_people
from ingest.periods import drop_year, find_year, is_year
from ingest.recognise import HEADER_ROWS, FoundTable
from ingest.row_names import write_names
from ingest.workbooks import RawSheet, Values
from ingest.year_tables import MOST_NAMES, read_unit

ENOUGH_ROWS = 3  # rows with a name and a number
MOSTLY = 0.5  # share of the rows below its header in which a column of numbers holds one


@dataclass(frozen=True)
class OneTimeTable:
    """A header, the column of names below it, and the columns of numbers with their headers."""

    top: int
    header: int
    names: int
    numbers: dict[int, str]

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers of the numbers as they stand, line breaks as spaces."""
        return tuple(" ".join(text.split()) for text in self.numbers.values())


def find_one_time(sheet: RawSheet) -> OneTimeTable | None:
    """The table of names and numbers on a sheet that is not recognised; None if it holds no such table."""
    first = _find_first_number(sheet)
    if first is None or first == 0 or len(sheet.cells) - first > MOST_NAMES:
        return None
    last = first - 1
    while last and not any(read_texts(sheet, last)):
        last -= 1
    top = max(list_tops(sheet, last), key=lambda row: (_count_texts(sheet, row, last), row), default=last)
    names, below = _find_names(sheet, first), sheet.cells[first:]
    numbers = {
        place: text
        for place, text in enumerate(compose(sheet, top, last))
        if text and place > names and _count_numbers(below[:, place]) >= max(ENOUGH_ROWS, MOSTLY * len(below))
    }
    return OneTimeTable(top, last, names, numbers) if numbers else None


def _find_first_number(sheet: RawSheet) -> int | None:
    """The first row of data: the first with a name and a number behind it."""
    rows = range(min(HEADER_ROWS, len(sheet.cells)))
    return next((row for row in rows if _has_name_and_number(sheet, row)), None)


def _has_name_and_number(sheet: RawSheet, row: int) -> bool:
    """Whether a row and one of the two below hold a name and behind it a number that is no year."""
    return _is_data(sheet, row) and any(
        _is_data(sheet, below) for below in (row + 1, row + 2) if below < len(sheet.cells)
    )


def _is_data(sheet: RawSheet, row: int) -> bool:
    cells = sheet.cells[row]
    names = [place for place, cell in enumerate(cells) if _is_name(cell)]
    numbers = [cell for cell in cells[names[0] + 1 :] if is_number(cell)] if names else []
    return bool(numbers) and not all(map(is_year, numbers))


def _count_texts(sheet: RawSheet, top: int, last: int) -> int:
    return sum(map(bool, compose(sheet, top, last)))


def _is_name(cell: object) -> bool:
    return isinstance(cell, str) and bool(cell.strip()) and not is_number(cell)


def _count_numbers(cells: Values) -> int:
    return sum(map(is_number, cells))


def _find_names(sheet: RawSheet, first: int) -> int:
    """The column that holds a text on most rows of data."""
    counts = [sum(map(_is_name, column)) for column in sheet.cells[first:].T]
    return counts.index(max(counts))


def hear_period(file: str, sheet: RawSheet, table: OneTimeTable) -> str | None:
    """The round of all numbers of a table, as the sheet's name, a title above it or the file's name says."""
    name: SheetName = read_sheet_name(sheet.name)
    above = " ".join(cell for row in sheet.cells[: table.top] for cell in row if isinstance(cell, str))
    year = find_year(sheet.name) or find_year(above) or read_file_year(file)
    return name.round or find_round(above) or read_file_round(file) or year


def make_tables(file: str, sheet: RawSheet, table: OneTimeTable) -> list[FoundTable]:
    """A summary table for each column of numbers, in the round that is said of all."""
    period = hear_period(file, sheet, table)
    found = FoundTable(file, sheet, "summary", period, table.header, (), table.top)
    return [_make(found, table, place) for place in table.numbers]


def _make(found: FoundTable, table: OneTimeTable, place: int) -> FoundTable:
    text = " ".join(table.numbers[place].split())
    matches = (
        HeaderMatch("", table.names, "indicator", None, None),
        HeaderMatch(table.numbers[place], place, "value", None, None),
    )
    unit = read_unit(text)
    named = replace(found, sheet=write_names(found, [table.names], text), matches=matches, is_years=True)
    return replace(named, given=(("unit", place, unit),) if unit else ())


def _lists_people(sheet: RawSheet, table: OneTimeTable) -> bool:
    """Whether people stand where the names of things would, in that column or one beside it."""
    return any(names_people(column) for column in sheet.cells[table.header + 1 :, : table.names + 1].T)


def find_same(tables: Sequence[tuple[str, RawSheet, OneTimeTable]]) -> list[list[tuple[str, RawSheet, OneTimeTable]]]:
    """The tables that have the same headers and each another round: together they compare. People are no indicators."""
    groups: dict[tuple[str, ...], list[tuple[str, RawSheet, OneTimeTable]]] = {}
    for one in tables:
        if _lists_people(one[1], one[2]):
            continue
        groups.setdefault(tuple(squash(drop_year(text)) for text in one[2].headers), []).append(one)
    told = ([(hear_period(*one), one) for one in group] for group in groups.values())
    kept = ([(period, one) for period, one in group if period] for group in told)
    return [
        [one for _, one in group]
        for group in kept
        if len(group) > 1 and len({period for period, _ in group}) == len(group)
    ]
