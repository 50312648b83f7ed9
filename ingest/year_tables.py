"""Tables of names by years (provinces × 2560, 2562, 2564), as offices publish them: each row becomes an indicator.

So are several things measured of each name before and after (products × income, cost and profit).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dictionary.load_indicators import is_share, match_unit
from i18n.numbers import THAI_DIGITS
from ingest.composing import compose, list_tops, read_texts
from ingest.fitting import is_number
from ingest.headers import drop_round, find_round
from ingest.matching import HeaderMatch
from ingest.names_or_things import names_people
from ingest.people.names import name_people
from ingest.periods import drop_year, find_year, is_year
from ingest.recognise import HEADER_ROWS, FoundTable
from ingest.row_names import write_names, write_text
from ingest.workbooks import RawSheet, Values

ENOUGH_YEARS = 2  # years that make a table one of years
ENOUGH_MEASURES = 2  # things measured before and after that make a table one of names
MOST_NAMES = 2_000  # rows; a longer table is no summary
LOOKED_AT = 20  # rows below a header
FIRST_BUDDHIST = 2400  # a year from here on is B.E.

_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_UNIT_WORD = re.compile(r"(?:หน่วยนับ|หน่วย|\bunits?)\s*[:：]\s*", re.IGNORECASE)
_UNIT_STATED = re.compile(_UNIT_WORD.pattern + r"([^()\[\]]+)", re.IGNORECASE)


@dataclass(frozen=True)
class _Years:
    """A header whose columns are years, or before and after: its rows, the period and the measure of each column."""

    top: int
    last: int
    years: dict[int, str]
    measures: dict[int, str]
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
    measures = dict.fromkeys(header.measures.values())
    return tuple(
        _make_table(FoundTable(file, sheet, "summary", None, header.last, (), header.top), (header, names, one))
        for one in measures
    )


def _lists_people(sheet: RawSheet, header: _Years, names: Sequence[int]) -> bool:
    """Whether people stand where the names of things would; a unit speaks for things, a title of a person against."""
    cells = sheet.cells[header.last + 1 :]
    if any(name_people(cells[:, place]) for place in names):
        return True
    has_unit = read_title_unit(sheet, header.top) or any(map(read_unit, header.measures.values()))
    return not has_unit and names_people(cells[:, names[0]])


def _find_header(sheet: RawSheet, read: Callable[[RawSheet, int, int], _Years | None]) -> _Years | None:
    """The first header with a row of periods: several, all different under one measure."""
    for last in range(min(HEADER_ROWS, len(sheet.cells))):
        for top in sorted(list_tops(sheet, last)):
            header = read(sheet, top, last)
            if header:
                return header
    return None


def _read_words(sheet: RawSheet, top: int, last: int) -> _Years | None:
    """A header of two rows under which several things are measured before and after, each once."""
    if top == last or last + 1 >= len(sheet.cells):
        return None
    texts = compose(sheet, top, last)
    said = {place: period for place, text in enumerate(texts) if text and (period := find_round(text))}
    measures = {place: " ".join(drop_round(drop_year(texts[place])).split()) for place in said}
    pairs = [(measures[place], period) for place, period in said.items()]
    whole = {one for one in measures.values() if one and _count_years(said, measures, one) >= ENOUGH_YEARS}
    if len(whole) < ENOUGH_MEASURES or len(set(pairs)) < len(pairs) or min(said) == 0:
        return None
    kept = {place: period for place, period in said.items() if measures[place] in whole}
    return _Years(top, last, kept, {place: measures[place] for place in kept}, in_words=True)


def _tell_apart(cells: Values) -> bool:
    """Whether each filled cell is a name of its own."""
    names = [write_text(cell) for cell in cells if write_text(cell)]
    return len(set(names)) == len(names) > 1


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
    free = (place for place in range(len(texts)) if texts[place] and place not in header.years and place != names[0])
    matches += [HeaderMatch(texts[place], place, None, None, None) for place in free]
    unit = read_unit(measure) or read_title_unit(found.sheet, header.top)
    named = replace(
        found,
        sheet=write_names(found, names, measure),
        matches=tuple(sorted(matches, key=lambda one: one.position)),
        is_years=True,
    )
    return replace(named, given=(("unit", years[0], unit),) if unit else ())


def read_title_unit(sheet: RawSheet, top: int) -> str:
    """The known unit that the titles above a table say, in brackets or after the word for it; "" if none or several."""
    titles = [cell for row in sheet.cells[:top] for cell in row if isinstance(cell, str)]
    told = (text for title in titles for text in (*_BRACKET.findall(title), title))
    units = {said for text in told if match_unit(said := drop_unit_word(text))}
    return units.pop() if len(units) == 1 else ""


def read_stated_unit(sheet: RawSheet, top: int) -> str:
    """The known unit that a line above a table says all its numbers are in: ``หน่วย : พันบาท``; "" if none or several."""
    titles = [cell for row in sheet.cells[:top] for cell in row if isinstance(cell, str)]
    told = (found[1] for title in titles if (found := _UNIT_STATED.search(title)))
    units = {text.strip() for text in told if match_unit(text.strip())}
    return units.pop() if len(units) == 1 else ""


def drop_unit_word(text: str) -> str:
    """``หน่วย : พันบาท`` is ``พันบาท``, also at the end of a title."""
    return text[found.end() :] if (found := _UNIT_WORD.search(text)) else text


def read_unit(measure: str) -> str:
    """Unit in a header's brackets: a known one, or the last as it stands; else all of it, or per cent at the end."""
    last = next(reversed(measure.split()), "")
    ending = measure if match_unit(measure) else last if any(is_share(one.unit) for one in match_unit(last)) else ""
    told = _BRACKET.findall(measure) or ([ending] if ending else [])
    return next((text for text in told if match_unit(text)), told[-1] if told else "")
