"""Tables of names by years (provinces × 2560, 2562, 2564), as offices publish them: each row becomes an indicator.

So are several things measured of each name before and after (products × income, cost and profit).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dictionary.load import load_spellings
from dictionary.nouns import BASELINE, ENDLINE
from dictionary.squash import squash
from i18n.numbers import THAI_DIGITS
from ingest.composing import compose, list_tops, read_texts
from ingest.fitting import is_number
from ingest.header_units import add_month, read_title_unit, read_unit
from ingest.headers import drop_round, find_round
from ingest.matching import HeaderMatch
from ingest.months import are_spans
from ingest.names_or_things import names_people
from ingest.people.names import is_nickname, name_people
from ingest.periods import drop_year, find_year, is_year
from ingest.recognise import HEADER_ROWS, FoundTable
from ingest.row_names import says_months, write_names, write_text
from ingest.workbooks import RawSheet, Values

ENOUGH_YEARS = 2  # years that make a table one of years
ENOUGH_MEASURES = 2  # things measured before and after that make a table one of names
MOST_NAMES = 2_000  # rows; a longer table is no summary
NAME, VALUE = "indicator", "value"
HOUSEHOLD = "household"  # headers under which each row is a household
LOOKED_AT = 20  # rows below a header
FIRST_BUDDHIST = 2400  # a year from here on is B.E.


@dataclass(frozen=True)
class YearHeader:
    """A header whose columns are years, or before and after: its rows, the period and the measure of each column.

    A period is None where all columns are of one time.
    """

    top: int
    last: int
    years: Mapping[int, str | None]
    measures: Mapping[int, str]
    in_words: bool = False


def find_year_tables(file: str, sheet: RawSheet, ends: tuple[int, int] | None = None) -> tuple[FoundTable, ...]:
    """The summary tables, one for each thing measured, that a table of names by years holds; none if it is no such.

    ``ends`` are the first and last row of its header where they are known.
    """
    readers = (_read_years, _read_words)
    header = next(filter(None, (read(sheet, *ends) if ends else _find_header(sheet, read) for read in readers)), None)
    if header is None or len(sheet.cells) - header.last > MOST_NAMES:
        return ()
    names = _find_names(sheet, header)
    if not names or _lists_people(sheet, header, names):
        return ()
    if header.in_words and not _tell_apart(sheet.cells[header.last + 1 :, names[0]]):
        return ()
    return tuple(_make_tables(FoundTable(file, sheet, "summary", None, header.last, (), header.top), header, names))


def take_names(found: FoundTable) -> list[FoundTable]:
    """The tables of names by years where it is known which columns hold the names and which the values, and of when.

    Names may stand below no header. Of values of one name and one time each has a table of its own.
    """
    values = [one for one in found.matches if one.column == VALUE]
    keys = [one.position for one in found.matches if one.column == NAME]
    in_words = any(one.round in {BASELINE, ENDLINE} for one in values)
    texts = compose(found.sheet, found.first_header, found.header)
    layers: list[dict[tuple[str, str | None], int]] = []
    for one in values:
        about = _name_measure(texts[one.position], in_words=in_words), one.round
        free = next((layer for layer in layers if about not in layer), None)
        layers += [] if free is not None else [{}]
        (layers[-1] if free is None else free)[about] = one.position
    tables: list[FoundTable] = []
    for layer in layers:
        years, measures = {at: year for (_, year), at in layer.items()}, {at: name for (name, _), at in layer.items()}
        header = YearHeader(found.first_header, found.header, years, measures, in_words)
        names = [*keys, *(place for place in _find_names(found.sheet, header) if place not in keys)]
        tables += _make_tables(found, header, names) if names else ()
    return tables


def _name_measure(text: str, *, in_words: bool) -> str:
    """What a header says is measured, without its year, or the words for before and after."""
    return " ".join(drop_round(drop_year(text)).split()) if in_words else drop_year(text)


def _lists_people(sheet: RawSheet, header: YearHeader, names: Sequence[int]) -> bool:
    """Whether people stand where the names of things would; a unit speaks for things, a title of a person against."""
    cells = sheet.cells[header.last + 1 :]
    headers = compose(sheet, header.top, header.last)
    if any(name_people(cells[:, place]) or is_nickname(headers[place]) for place in names):
        return True
    if squash(headers[names[0]]) in load_spellings(HOUSEHOLD):
        return True
    has_unit = read_title_unit(sheet, header.top) or any(map(read_unit, header.measures.values()))
    return not has_unit and names_people(cells[:, names[0]])


def _find_header(sheet: RawSheet, read: Callable[[RawSheet, int, int], YearHeader | None]) -> YearHeader | None:
    """The first header with a row of periods: several, all different under one measure."""
    for last in range(min(HEADER_ROWS, len(sheet.cells))):
        for top in sorted(list_tops(sheet, last)):
            header = read(sheet, top, last)
            if header:
                return header
    return None


def _read_words(sheet: RawSheet, top: int, last: int) -> YearHeader | None:
    """A header of two rows under which several things are measured before and after, each once."""
    if top == last or last + 1 >= len(sheet.cells):
        return None
    texts = compose(sheet, top, last)
    said = {place: period for place, text in enumerate(texts) if text and (period := find_round(text))}
    measures = {place: _name_measure(texts[place], in_words=True) for place in said}
    pairs = [(measures[place], period) for place, period in said.items()]
    whole = {one for one in measures.values() if one and _count_years(said, measures, one) >= ENOUGH_YEARS}
    if len(whole) < ENOUGH_MEASURES or len(set(pairs)) < len(pairs) or min(said) == 0:
        return None
    kept = {place: period for place, period in said.items() if measures[place] in whole}
    return YearHeader(top, last, kept, {place: measures[place] for place in kept}, in_words=True)


def _tell_apart(cells: Values) -> bool:
    """Whether each filled cell is a name of its own."""
    names = [write_text(cell) for cell in cells if write_text(cell)]
    return len(set(names)) == len(names) > 1


def _read_years(sheet: RawSheet, top: int, last: int) -> YearHeader | None:
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
    if are_spans(read_texts(sheet, last + 1)):
        return None
    if _are_values(sheet, last, [place for place in kept if is_year(sheet.cells[last, place])]):
        return None
    return YearHeader(top, last, kept, {place: measures[place] for place in kept})


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


def _count_years(years: Mapping[int, str], measures: Mapping[int, str], measure: str) -> int:
    return len({year for place, year in years.items() if measures[place] == measure})


def _find_names(sheet: RawSheet, header: YearHeader) -> list[int]:
    """The columns left of the first year that hold texts below the header, the one with the most first."""
    below = sheet.cells[header.last + 1 :]
    counts = {
        place: sum(isinstance(cell, str) and bool(cell.strip()) for cell in below[:, place])
        for place in range(min(header.years))
    }
    return sorted((place for place, count in counts.items() if count), key=lambda place: -counts[place])


def _make_tables(found: FoundTable, header: YearHeader, names: Sequence[int]) -> Iterator[FoundTable]:
    """A table for each thing measured: names in the first column of names, a value for each year."""
    texts = compose(found.sheet, header.top, header.last)
    used = {*header.years, names[0]}
    free = [
        HeaderMatch(text, place, None, None, None) for place, text in enumerate(texts) if text and place not in used
    ]
    key = HeaderMatch(texts[names[0]], names[0], NAME, None, None)
    by_month = says_months(replace(found, header=header.last), names)
    for measure in dict.fromkeys(header.measures.values()):
        years = [place for place in header.years if header.measures[place] == measure]
        values = [HeaderMatch(texts[place], place, VALUE, header.years[place], None) for place in years]
        unit = read_unit(measure) or read_title_unit(found.sheet, header.top)
        unit = add_month(unit) if by_month else unit
        yield replace(
            found,
            sheet=write_names(found, names, measure),
            matches=tuple(sorted((key, *values, *free), key=lambda one: one.position)),
            is_years=True,
            by_month=by_month,
            given=(("unit", years[0], unit),) if unit else (),
        )
