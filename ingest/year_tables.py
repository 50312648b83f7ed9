"""Tables of names by years (provinces × 2560, 2562, 2564), as offices publish them: each row becomes an indicator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dictionary.load_indicators import match_unit
from i18n.numbers import THAI_DIGITS
from ingest.composing import compose, list_tops, read_texts
from ingest.fitting import is_number
from ingest.matching import HeaderMatch
from ingest.people.names import name_people
from ingest.periods import find_year, is_year
from ingest.recognise import HEADER_ROWS, FoundTable
from ingest.row_kinds import read_kind
from ingest.workbooks import RawSheet

ENOUGH_YEARS = 2  # years that make a table one of years
MOST_NAMES = 2_000  # rows; a longer table is no summary
SEPARATOR = ": "
LOOKED_AT = 20  # rows below a header
FIRST_BUDDHIST = 2400  # a year from here on is B.E.

_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_YEAR_WORDS = re.compile(r"\s*(ปีงบประมาณ|พ\.?ศ\.?|ค\.?ศ\.?|ปี|fy|year)?\s*\d{4}\s*", re.IGNORECASE)


@dataclass(frozen=True)
class _Years:
    """A header whose columns are years: its rows, the year of each column and what is measured in it."""

    top: int
    last: int
    years: dict[int, str]
    measures: dict[int, str]


def find_year_tables(file: str, sheet: RawSheet) -> tuple[FoundTable, ...]:
    """The summary tables, one for each thing measured, that a table of names by years holds; none if it is no such."""
    header = _find_header(sheet)
    if header is None or len(sheet.cells) - header.last > MOST_NAMES:
        return ()
    names = _find_names(sheet, header)
    if not names or name_people(sheet.cells[header.last + 1 :, names[0]]):
        return ()
    measures = dict.fromkeys(header.measures.values())
    return tuple(
        _make_table(FoundTable(file, sheet, "summary", None, header.last, (), header.top), (header, names, one))
        for one in measures
    )


def _find_header(sheet: RawSheet) -> _Years | None:
    """The first header with a row of years: several, all different under one measure, and little else right of them."""
    for last in range(min(HEADER_ROWS, len(sheet.cells))):
        for top in sorted(list_tops(sheet, last)):
            header = _read_years(sheet, top, last)
            if header:
                return header
    return None


def _read_years(sheet: RawSheet, top: int, last: int) -> _Years | None:
    own = [read_texts(sheet, row) for row in range(top, last + 1)]
    if not any(sum(is_year(text) for text in texts) >= ENOUGH_YEARS for texts in own):
        return None
    texts = compose(sheet, top, last)
    years = {place: year for place, text in enumerate(texts) if text and (year := find_year(text))}
    measures = {place: drop_year(texts[place]) for place in years}
    full = {one for one in measures.values() if _count_years(years, measures, one) >= ENOUGH_YEARS}
    kept = {place: year for place, year in years.items() if measures[place] in full}
    if len(kept) < ENOUGH_YEARS or min(kept) == 0 or last + 1 >= len(sheet.cells):
        return None
    if _are_values(sheet, last, [place for place in kept if is_year(sheet.cells[last, place])]):
        return None
    return _Years(top, last, kept, {place: measures[place] for place in kept})


def _are_values(sheet: RawSheet, row: int, places: Sequence[int]) -> bool:
    """Whether what looks like years of a row are the first amounts of a table, such as 2000 and 2500.

    So where they are of both calendars, where numbers stand above them, and where each has a header of its own and
    most of what follows looks like years too.
    """
    if len({_is_buddhist(cell) for cell in sheet.cells[row, places]}) > 1:
        return True
    if any(isinstance(cell, int | float) for cell in sheet.cells[:row, places].flat):
        return True
    headed = row > 0 and all(isinstance(cell, str) and cell.strip() for cell in sheet.cells[row - 1, places])
    below = [cell for cell in sheet.cells[row + 1 : row + 1 + LOOKED_AT, places].flat if is_number(cell)]
    return headed and len(places) > 1 and 2 * sum(map(is_year, below)) > len(below)


def _is_buddhist(cell: object) -> bool:
    return int(re.sub(r"\D", "", str(cell).translate(THAI_DIGITS))[:4]) > FIRST_BUDDHIST


def drop_year(text: str) -> str:
    """A header without the year it names."""
    return " ".join(_YEAR_WORDS.sub(" ", text).split())


def _count_years(years: dict[int, str], measures: dict[int, str], measure: str) -> int:
    return len({year for place, year in years.items() if measures[place] == measure})


def _find_names(sheet: RawSheet, header: _Years) -> list[int]:
    """The columns left of the first year that hold texts below the header, the one with the most first."""
    below = sheet.cells[header.last + 1 :]
    counts = {
        place: sum(isinstance(cell, str) and bool(cell.strip()) for cell in below[:, place])
        for place in range(min(header.years))
    }
    return sorted((place for place, count in counts.items() if count), key=lambda place: -counts[place])


def _make_table(found: FoundTable, about: tuple[_Years, list[int], str]) -> FoundTable:
    """The table of one thing measured: names in the first column of names, a value for each year."""
    header, names, measure = about
    texts = compose(found.sheet, header.top, header.last)
    years = [place for place in header.years if header.measures[place] == measure]
    matches = [HeaderMatch(texts[names[0]], names[0], "indicator", None, None)]
    matches += [HeaderMatch(texts[place], place, "value", header.years[place], None) for place in years]
    unit = read_unit(measure)
    named = replace(found, sheet=write_names(found, names, measure), matches=tuple(matches), is_years=True)
    return replace(named, given=(("unit", years[0], unit),) if unit else ())


def read_unit(measure: str) -> str:
    """The unit in the brackets of a header: one that is known, or else the last as it stands."""
    told = _BRACKET.findall(measure)
    return next((text for text in told if match_unit(text)), told[-1] if told else "")


def write_names(found: FoundTable, names: Sequence[int], measure: str) -> RawSheet:
    """The sheet with the full name of each row in the column of names: what is measured, and the row's own."""
    cells, measure = found.sheet.cells.copy(), " ".join(_BRACKET.sub(" ", measure).split())
    for row in range(found.header + 1, len(cells)):
        own = next((text for place in names if (text := _text(cells[row, place]))), "")
        if own and not read_kind(own) and any(map(is_number, cells[row])):
            cells[row, names[0]] = f"{measure}{SEPARATOR}{own}" if measure else own
    return replace(found.sheet, cells=cells)


def _text(cell: object) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else ""
