"""The years of before and after where nobody dates the rounds: beside these words in headers, or in titles, names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dictionary.nouns import Problem, Round
from i18n import Language, Text
from ingest.names import read_file_year, read_sheet_name
from ingest.periods import find_year, name_of, sort_key, span_of
from ingest.recognise import FoundTable
from ingest.titles import find_title

TOLD = "rounds_from_titles"

Waves = tuple[Round, Round]


def hear_years(tables: Sequence[FoundTable], waves: Waves) -> tuple[Waves, tuple[Problem, ...]]:
    """The rounds with those years, and a note where titles or names say them: they may be of something else."""
    if any(wave.start or wave.end for wave in waves):
        return waves, ()
    beside = [_list_years_beside(tables, wave.key) for wave in waves]
    above = [] if any(beside) else [_list_years_above(tables, wave.key) for wave in waves]
    years = _choose(above or beside)
    dated = _date(waves, years) if years else waves
    return dated, (_say(years),) if years and above else ()


def _choose(said: Sequence[set[str]]) -> tuple[str, str] | None:
    """The year of each round, where each has one and they are in order."""
    if any(len(years) != 1 for years in said):
        return None
    (first,), (last,) = said
    return (first, last) if sort_key(first) < sort_key(last) else None


def _date(waves: Waves, years: tuple[str, str]) -> Waves:
    (start, end), (later, last) = map(span_of, years)
    before, after = waves
    return replace(before, start=start, end=end), replace(after, start=later, end=last)


def _list_years_beside(tables: Sequence[FoundTable], word: str) -> set[str]:
    """The years that headers name beside the word for a round."""
    headers = (match.header for found in tables for match in found.matches if match.round == word)
    return {year for header in headers if (year := find_year(header))}


def _list_years_above(tables: Sequence[FoundTable], word: str) -> set[str]:
    """The years that the tables of a round are of, by the title right above, the name of the sheet or of the file."""
    mine = (found for found in tables if found.round == word)
    told = (_hear_year(found) for found in mine)
    return {year for year in told if year}


def _hear_year(found: FoundTable) -> str | None:
    title = find_title(found.sheet, found.first_header)
    return find_year(title) or read_sheet_name(found.sheet.name).year or read_file_year(found.file)


def _say(years: tuple[str, str]) -> Problem:
    """Which years were taken."""
    names = [name_of(year) for year in years]
    return Problem(TOLD, allowed=Text(*(", ".join(name[language] for name in names) for language in Language)))
