"""Rows that may be people or indicators: plain names beside numbers, and nothing that says what was measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dictionary.load_indicators import match_indicator
from dictionary.people import NAME
from dictionary.rows import read_rows
from ingest.blanks import is_blank
from ingest.cells import write_cell
from ingest.headers import split_header
from ingest.matching import HeaderMatch, find_column
from ingest.people.names import name_people
from ingest.recognise import FoundTable, key_column
from ingest.row_kinds import read_kind
from ingest.workbooks import Values

SUMMARY, PEOPLE, UNIT = "summary", "members", "unit"
ENOUGH_ROWS = 6  # rows below which a person is asked nothing
NEARLY_ALL = 0.8
LOOKED_AT = 200  # rows below the header
WORDS = 2  # given and family name
LONGEST_WORD = 14  # letters of a name
_THAI_WORD = re.compile(r"[\u0e01-\u0e4e.]+")


def may_name_people(found: FoundTable) -> bool:
    """Whether what would be the indicators of a summary may be people without a title.

    A unit, or one name that the dictionary knows as an indicator, settles it.
    """
    key = found.find(key_column(SUMMARY)) if found.table == SUMMARY and not found.is_years else None
    if key is None or found.is_confirmed or _has_units(found):
        return False
    names = _list_names(found.sheet.cells[found.header + 1 :, key.position])
    return _may_be_people(names) and (_calls_people(key) or _are_like_names(names))


def names_people(cells: Values) -> bool:
    """Whether the names of a table of names and numbers are people: with titles, or words that may be their names."""
    names = _list_names(cells)
    return name_people(cells) or (_may_be_people(names) and _are_like_names(names))


def _list_names(cells: Values) -> list[str]:
    filled = [cell for cell in cells[:LOOKED_AT] if not is_blank(cell)]
    return [name for cell in filled if not read_kind(name := write_cell(cell))]


def _may_be_people(names: Sequence[str]) -> bool:
    """Whether there are enough to tell, and none that the dictionary knows as an indicator."""
    return len(set(names)) >= ENOUGH_ROWS and not any(match_indicator(name) for name in names)


def _are_like_names(names: Sequence[str]) -> bool:
    """Whether nearly all are two short words of which none names something that is measured."""
    return sum(map(_is_like_a_name, names)) >= NEARLY_ALL * len(names)


def _has_units(found: FoundTable) -> bool:
    unit = found.find(UNIT)
    return unit is not None and not all(is_blank(cell) for cell in found.sheet.cells[found.header + 1 :, unit.position])


def _calls_people(key: HeaderMatch) -> bool:
    """Whether the header of the names is one under which people stand too."""
    return find_column(split_header(key.header), PEOPLE) == NAME


def _is_like_a_name(text: str) -> bool:
    """Two short Thai words, neither of which names something that is measured."""
    words = text.split()
    return len(words) == WORDS and all(
        _THAI_WORD.fullmatch(word) and len(word) <= LONGEST_WORD and not word.startswith(_list_measures())
        for word in words
    )


@cache
def _list_measures() -> tuple[str, ...]:
    return tuple(row["text"] for row in read_rows("spellings") if row["codelist"] == "measure_word")
