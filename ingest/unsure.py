"""Sheets that are not confidently understood: a question for each, with the mapping that would answer it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from dictionary.load import column_label, load_tables
from dictionary.nouns import Question
from i18n import Text
from ingest.amounts import AMOUNT, is_by_day, must_tell_period
from ingest.candidates import find_candidates, list_unknown
from ingest.checks import CheckedTable, lacks_round, list_missing
from ingest.doubled import find_doubled
from ingest.file_rounds import STAYS, names_rounds
from ingest.likely import UNKNOWN, list_text_rows, stands_above_rows
from ingest.listing import list_some
from ingest.mapping import TableMapping
from ingest.mapping_writing import OPEN, write_mappings
from ingest.matching import HeaderMatch
from ingest.names_or_things import may_name_people
from ingest.open_tables import open_doubled, open_periods, open_round, open_silent, open_table, open_unknown, tidy
from ingest.opening import OpenedFile
from ingest.periods import has_short_year
from ingest.previews import Proposal
from ingest.recognise import FoundTable, by_round_columns, key_column
from ingest.repeated_people import REPEATS
from ingest.riders import LIST, RIDER, RIDERS
from ingest.rows import PERIOD
from ingest.silent import list_silent
from ingest.skipping import SkippedSheet
from ingest.transposed import is_transposed

TIMELESS = {"sroi"}  # tables that tell something although nothing in them is compared
ENOUGH_ASKED = 2  # headers of a sheet that somebody is asked about
MOST_QUOTED = 6  # headers that a question names

Values = dict[str, str | Text]
Opens: TypeAlias = Callable[[TableMapping, int], TableMapping]


@dataclass(frozen=True)
class Known:
    """What is proposed for each (file, sheet), and the files about whose round there is a question already."""

    proposed: Mapping[tuple[str, str], Proposal]
    asked: Collection[str]

    def ask(self, code: str, one: FoundTable | SkippedSheet, values: Values, opens: Opens | None = None) -> Question:
        """A question about a sheet; ``opens`` leaves open, in the mapping that would answer it, what is asked."""
        file, sheet = place = (one.file, one.sheet.name)
        mapping = self.proposed[place].mapping
        if opens:
            row = one.header + one.sheet.first_row
            mapping = replace(mapping, tables=tuple(opens(table, row) for table in mapping.tables))
        where: Values = {"file": file, "sheet": sheet}
        return Question(code, where | values, (), file, sheet, write_mappings([mapping]))


def _list_periodless(found: FoundTable) -> list[HeaderMatch]:
    """The amounts of a table of which somebody must tell whether they are of a month or of a year."""
    if found.table not in {LIST, RIDER} or PERIOD in found.columns:
        return []
    place = found.sheet, found.first_header
    amounts = (match for match in found.matches if match.column == AMOUNT)
    return [one for one in amounts if must_tell_period((one.header, one.period or ""), *place)]


def ask_about_sheets(
    checked: Sequence[CheckedTable], opened: Sequence[OpenedFile], known: Known
) -> tuple[Question, ...]:
    """A question for each sheet whose columns, round or kind somebody must tell; none for one that was confirmed."""
    lists = {id(one.rows.found.sheet) for one in checked if one.rows.found.table == LIST}
    tables = [one.rows.found for one in checked]
    repeated = [one.rows.found for one in checked if any(reason == REPEATS for _, reason in one.rows.left)]
    tables = [found for found in tables if found.table not in RIDERS or id(found.sheet) not in lists]
    tables = _without_repeats(_without_remnants(tables))
    read = {found.file for found in tables}
    strange = [one for file in opened for one in file.skipped if one.table or file.name not in read]
    asked = (
        *(known.ask("question.people_repeat", one, {"headers": _quote_key(one)}, open_table) for one in repeated),
        *filter(None, (_ask_about_table(one, known) for one in tables if not one.is_confirmed and one not in repeated)),
        *(_ask_about_sheet(one, known) for one in strange if one.reason in UNKNOWN and _looks_like_table(one)),
    )
    asked = tuple(
        {(one.code, one.file, one.sheet, one.mapping): one for one in asked}.values()
    )  # a table cut by rounds
    is_told = any(names_rounds(one.rows.found) for one in checked)
    return asked or (() if is_told else _ask_of_silent(tables, known))


def _without_repeats(tables: Sequence[FoundTable]) -> list[FoundTable]:
    """The tables, of those that one header gives for its columns (a matrix) only the first."""
    seen: set[tuple[int, int]] = set()
    kept = []
    for found in tables:
        place = (id(found.sheet), found.header)
        if not (found.by_row and found.given and place in seen):
            kept.append(found)
        seen.add(place)
    return kept


def _without_remnants(tables: Sequence[FoundTable]) -> list[FoundTable]:
    """The tables but for rows that say no round below others that say one: notes and totals, or a fault of the row."""
    columns = ((id(found.sheet), found.round_column) for found in tables if found.round)
    split = {(sheet, column) for sheet, column in columns if column is not None}
    return [found for found in tables if found.round or (id(found.sheet), found.round_column) not in split]


def _ask_of_silent(tables: Sequence[FoundTable], known: Known) -> tuple[Question, ...]:
    """Where no table says any round, so that nothing can be told: what the headers mean that nobody knows."""
    if known.asked or any(found.table in TIMELESS or found.columns & STAYS for found in tables):
        return ()
    unknown = [(found, list_unknown(found)) for found in tables if not found.is_confirmed]
    return tuple(
        known.ask("question.nothing_compared", found, {"headers": _quote(headers)}, partial(open_unknown, headers))
        for found, headers in unknown
        if headers
    )


def _ask_about_table(found: FoundTable, known: Known) -> Question | None:
    """What must be told of a table: what its rows are, a column that is missing, its round, which column is meant."""
    if may_name_people(found):
        return known.ask("question.people_or_indicators", found, {"headers": _quote_key(found)}, opens=open_table)
    return (
        _ask_about_round(found, known)
        or _ask_which(found, known)
        or _ask_about_period(found, known)
        or _ask_about_likeness(found, known)
    )


def _ask_which(found: FoundTable, known: Known) -> Question | None:
    """Which of several columns of one meaning and one round is meant."""
    doubled = find_doubled(found)
    if not doubled:
        return None
    period = OPEN if _list_periodless(found) else ""
    opens = partial(open_doubled, {tidy(match.header) for match in doubled}, period)
    code = "question.which_and_period" if period else "question.which_of_several"
    return known.ask(code, found, {"headers": _quote(doubled)}, opens=opens)


def _ask_about_round(found: FoundTable, known: Known) -> Question | None:
    """What must be told before anything of a table can be used: a column that is missing, or its round."""
    missing = [column.label for column in list_missing(found) if find_candidates(found, column)]
    if missing:
        code = "question.transposed" if is_transposed(found) else "question.column_missing"
        return known.ask(code, found, {"columns": _join(missing)})
    if silent := list_silent(found):
        opens = partial(open_silent, {tidy(match.header) for match in silent})
        return known.ask("question.round_of_columns", found, {"headers": _quote(silent)}, opens=opens)
    if not lacks_round(found) or found.file in known.asked:
        return None
    if short := [match for match in found.matches if has_short_year(match.header)]:
        return known.ask("question.short_years", found, {"headers": _quote(short)}, opens=open_round)
    return known.ask("question.round_unknown", found, {}, opens=open_round)


def _ask_about_period(found: FoundTable, known: Known) -> Question | None:
    """Whether amounts are of a month or of a year."""
    headers = _list_periodless(found)
    if not headers:
        return None
    by_day = all(is_by_day(one.header, found.sheet, found.first_header) for one in headers)
    code = "question.period_by_day" if by_day else "question.period_unknown"
    return known.ask(code, found, {"headers": _quote(headers)}, opens=open_periods)


def _ask_about_likeness(found: FoundTable, known: Known) -> Question | None:
    """Whether headers mean what they are like."""
    guessed = [match for match in found.matches if match.guess][:MOST_QUOTED]
    if not guessed:
        return None
    labels = _join(column_label(found.table, match.guess or "") for match in guessed)
    return known.ask("question.likeness", found, {"headers": _quote(guessed), "columns": labels})


def _ask_about_sheet(skipped: SkippedSheet, known: Known) -> Question:
    """Which table a sheet is; a sheet whose name says so is asked about its headers."""
    if skipped.table:
        return known.ask("question.headers_unknown", skipped, {"table": load_tables()[skipped.table].sheet})
    (table, *_) = known.proposed[skipped.file, skipped.sheet.name].mapping.tables
    values = [one for one in table.columns if one.column in by_round_columns(table.table)]
    if table.table != OPEN and values and all(one.round in {OPEN, ""} for one in values):
        return known.ask("question.round_unknown", skipped, {}, open_round if len(values) == 1 else None)
    return known.ask("question.sheet_unknown", skipped, {})


def _quote(matches: Sequence[HeaderMatch]) -> str:
    return list_some([f"“{' '.join(match.header.split())}”" for match in matches], MOST_QUOTED)


def _quote_key(found: FoundTable) -> str:
    """The header of what the rows of a table are about."""
    return _quote([match for match in found.matches if match.column == key_column(found.table)])


def _join(texts: Iterable[Text]) -> Text:
    listed = list(texts)
    return Text(", ".join(text.th for text in listed), ", ".join(text.en for text in listed))


def _looks_like_table(skipped: SkippedSheet) -> bool:
    """Whether texts stand in a row above rows that are filled as they are: two may be before and after."""
    return any(stands_above_rows(skipped.sheet, row, ENOUGH_ASKED) for row in list_text_rows(skipped.sheet))
