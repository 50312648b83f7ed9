"""The rounds that all files together tell of: words, years, dates and numbers become one list in the order of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dictionary.nouns import BASELINE, ENDLINE, Problem, Round
from i18n import Language, Text
from ingest.file_rounds import FileTables, names_rounds, rounds_in_headers
from ingest.names import read_file_round, read_file_year
from ingest.periods import is_dated, name_of, sort_key, span_of, year_of
from ingest.recognise import FoundTable, by_round_columns
from ingest.round_years import hear_years

BOTH = (BASELINE, ENDLINE)


@dataclass(frozen=True)
class Periods:
    """``keys`` says which round each period is; ``waves`` are the rounds in the order of time."""

    keys: Mapping[str, str]
    waves: tuple[Round, ...]
    problems: tuple[Problem, ...] = ()


def hear_hints(files: Sequence[FileTables]) -> list[FileTables]:
    """The files with what titles and years in names say, where that tells rounds apart; a lone year says nothing.

    What the user answers and what a file's name says in words go before.
    """
    files = [_forget_lone_year(one, files) for one in files]
    spoken = _list_hints(files)
    return [
        one if _is_settled(one) else replace(one, tables=tuple(_take_hint(found, one, spoken) for found in one.tables))
        for one in files
    ]


def _is_settled(one: FileTables) -> bool:
    return one.answer is not None or read_file_round(one.file) is not None


def _forget_lone_year(one: FileTables, files: Sequence[FileTables]) -> FileTables:
    """A year in headers that is the only one of all the files says when, not which round, unless words stand beside."""
    years = {year for file in files for year in _list_years(file)}
    if len(years) > 1:
        return one
    forgotten = [
        found
        if set(BOTH) & rounds_in_headers(found)
        else replace(found, matches=tuple(replace(m, round=None) if m.round in years else m for m in found.matches))
        for found in one.tables
    ]
    return replace(one, tables=tuple(forgotten))


def _list_years(one: FileTables) -> Iterator[str]:
    """Every period that is no word which the tables of a file, or its name, speak of."""
    periods = [read_file_year(one.file)]
    for found in one.tables:
        columns = by_round_columns(found.table)
        periods += [found.round, found.hint, *(match.round for match in found.matches if match.column in columns)]
    return (period for period in periods if period and period not in BOTH)


def _list_hints(files: Sequence[FileTables]) -> dict[str, set[str]]:
    """For each table the periods that its sheets, headers and files hint at."""
    spoken: dict[str, set[str]] = {}
    for one in files:
        for found in one.tables:
            hint = found.round or found.hint or read_file_round(one.file) or read_file_year(one.file)
            spoken.setdefault(found.table, set()).update({hint} if hint else set())
    return spoken


def _take_hint(found: FoundTable, one: FileTables, spoken: Mapping[str, set[str]]) -> FoundTable:
    """The table as of the round that is hinted at, if it names none and the hints tell rounds apart.

    A word above values of no round is enough by itself; above a plain list it may speak of the list.
    """
    if names_rounds(found) or found.round_column is not None:
        return found
    hint = found.hint or read_file_year(one.file)
    is_measured = bool(by_round_columns(found.table, required=True) & found.columns)
    enough = len(spoken[found.table]) > 1 or (hint in BOTH and is_measured)
    return replace(found, round=hint) if hint and enough else found


def settle_periods(tables: Sequence[FoundTable], waves: tuple[Round, Round]) -> tuple[list[FoundTable], Periods]:
    """The tables with the keys of the rounds in place of what the data say, and those rounds.

    ``waves`` are the rounds before and after as the project sheet and the user date them.
    """
    said = {period for found in tables for period in _list_said(found)}
    dated, told = hear_years(tables, waves)
    periods = _name_rounds(said, dated)
    periods = replace(periods, problems=(*periods.problems, *(told if periods.waves == dated else ())))
    return [_rename(found, periods) for found in tables], periods


def _list_said(found: FoundTable) -> set[str]:
    columns = by_round_columns(found.table)
    said = {found.round, *(match.round for match in found.matches if match.column in columns)}
    return {period for period in said if period}


def _name_rounds(said: set[str], waves: tuple[Round, Round]) -> Periods:
    """The round of each period: two are before and after; more keep keys of their own, in the order of time."""
    words = said & set(BOTH)
    others = sorted(said - words, key=sort_key)
    numbers = [period for period in others if not is_dated(period)]
    if not others:
        return Periods({}, waves)
    if words and len(others) <= len(BOTH):
        return _beside_words(words, others, waves)
    if numbers:
        order = [*sorted(words), *numbers] if len(numbers) == len(others) else others
        return _count_rounds(order, waves)
    return _by_years(others, words, waves)


def _beside_words(words: set[str], others: Sequence[str], waves: tuple[Round, Round]) -> Periods:
    """Periods beside before and after: two are the two; one alone is what the words leave."""
    if len(others) == len(BOTH) and all(map(is_dated, others)):
        return _by_years(others, set(), waves)
    if len(others) == 1 and not is_dated(others[0]) and others[0] not in {"n1", "n2"}:
        return _count_rounds([*BOTH, others[0]], waves)
    left = [key for key in BOTH if key not in words]
    if len(others) == 1 and left:
        return Periods(
            {others[0]: left[0]}, tuple(_date(wave, others[0]) if wave.key == left[0] else wave for wave in waves)
        )
    return Periods(dict.fromkeys(others, ""), waves, (_say("period_beside_words", others),))


def _count_rounds(order: Sequence[str], waves: tuple[Round, Round]) -> Periods:
    """Numbered rounds; what says before and after in words is the first and the second of them."""
    if len(order) == len(BOTH):
        return Periods(dict(zip(order, BOTH, strict=True)), waves)
    keys = {period: f"r{number}" for number, period in enumerate(order, start=1)}
    named = tuple(
        Round(key, _name_counted(period, number), *span_of(period))
        for number, (period, key) in enumerate(keys.items(), start=1)
    )
    return Periods(keys, named)


def _name_counted(period: str, number: int) -> Text:
    return name_of(period) if is_dated(period) else name_of(f"n{number}")


def _by_years(periods: Sequence[str], words: set[str], waves: tuple[Round, Round]) -> Periods:
    """Years and dates: the earlier of two is before; of more each is a round, before and after the first and last."""
    if len(periods) == len(BOTH):
        keys = dict(zip(periods, BOTH, strict=True))
        dated = tuple(_date(wave, period) for wave, period in zip(waves, periods, strict=True))
        return Periods(keys, dated, (_say("rounds_from_years", periods),))
    years = [year_of(period) for period in periods]
    unique = len({year[1:] for year in years if year}) == len(periods)
    keys = {
        period: f"y{year[1:]}" if unique and year else f"r{place}"
        for place, (period, year) in enumerate(zip(periods, years, strict=True), start=1)
    }
    named = tuple(Round(key, name_of(period), *span_of(period)) for period, key in keys.items())
    ends = {BASELINE: named[0].key, ENDLINE: named[-1].key}
    odd = (_say("words_beside_years", [periods[0], periods[-1]]),) if words else ()
    return Periods({**keys, **{word: ends[word] for word in words}}, named, (*odd, _say("several_rounds", periods)))


def _date(wave: Round, period: str) -> Round:
    """The round by its year or date; what the project sheet or the user says of its dates goes before."""
    if not is_dated(period):
        return wave
    return Round(wave.key, name_of(period), *((wave.start, wave.end) if wave.start or wave.end else span_of(period)))


def _say(code: str, periods: Sequence[str]) -> Problem:
    names = [name_of(period) for period in periods]
    return Problem(
        code,
        found=", ".join(name.th for name in names),
        allowed=Text(*(", ".join(name[language] for name in names) for language in Language)),
    )


def _rename(found: FoundTable, periods: Periods) -> FoundTable:
    """The table with keys of rounds for what it says; a period that is no round leaves its column unused."""
    columns = by_round_columns(found.table)
    matches = tuple(
        replace(match, round=periods.keys.get(match.round, match.round) or None)
        if match.column in columns and match.round
        else match
        for match in found.matches
    )
    said = {match.round for match in found.matches if match.column in columns}
    period = found.round or (said.pop() if len(said) == 1 else None)
    is_whole = bool(period and (found.round or is_dated(period)))  # one year in all its headers: a table of that year
    own = periods.keys.get(period, period) or None if period and is_whole else None
    return replace(found, matches=matches, round=own, rounds=tuple(wave.key for wave in periods.waves))
