"""What is still missing of a table, or said twice, before it can be read."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dictionary.load import load_columns
from dictionary.squash import squash
from ingest import ROUND_COLUMN, TableMapping, list_headers
from ingest.amounts import AMOUNT, SOURCE, is_by_day, is_by_month, is_by_source, is_period_open
from ingest.by_row import NAMELESS
from ingest.keys import PEOPLE_TABLES, can_key
from ingest.mapping import BY_YEARS, TURNED
from ingest.measure_names import name_measure
from ingest.period_columns import list_few, say_round
from ingest.personal_headers import VALUE as MEASURED
from ingest.recognise import key_column
from ingest.year_tables import VALUE
from reports.inspection import name_column
from ui.guide.drafts import TableDraft
from ui.pieces import plain
from ui.session import current_session, language, say

MOST_NAMED = 4  # headers
MEASURE = "measure"  # a column that says of each row what is measured
PERIOD_PROBLEMS = ("period_not_stated", "amount_by_day")


def tell_open(table: TableDraft) -> None:
    """Which required columns are still missing, which texts are of no known round, which columns were chosen twice."""
    missing = [name_column(key, table.mapping.table)[language()] for key in list_missing(table.mapping)]
    if missing:
        st.warning(plain(say("pages.guide.missing", columns=", ".join(missing))))
    texts = _list_open_texts(table)
    if texts:
        st.warning(plain(say("pages.guide.texts_open", texts=", ".join(f"“{text}”" for text in texts))))
    open_amounts = [table.mapping.columns[at].header for at in list_open_periods(table)]
    if open_amounts:
        by_day = all(is_by_day(header, table.sheet, table.header) for header in open_amounts)
        key = "pages.guide.period_by_day" if by_day else "pages.guide.period_not_said"
        st.warning(plain(say(key, headers=name_headers(open_amounts))))
    doubled = list_doubled(table.mapping)
    if doubled:
        st.warning(plain(say("pages.guide.doubled", headers=name_headers(doubled))))
    elif _has_sources(table.mapping):
        amounts = [one for one in table.mapping.columns if one.column == AMOUNT]
        by_month = is_by_month((one.header, one.round) for one in amounts)
        key = "pages.guide.by_month" if by_month else "pages.guide.by_source"
        st.info(plain(say(key, headers=name_headers([one.header for one in amounts]))))


def list_told(table: TableDraft) -> set[str]:
    """The codes of the problems of the sheet that ``tell_open`` tells in its own words."""
    open_periods = list_open_periods(table)
    said = {"missing_column": list_missing(table.mapping)} | dict.fromkeys(PERIOD_PROBLEMS, open_periods)
    return {code for code, open_ones in said.items() if open_ones}


def name_headers(headers: Sequence[str]) -> str:
    """The headers one after the other; of many the first ones, the last and how many there are."""
    names = [" ".join(header.split()) for header in headers]
    if len(names) <= MOST_NAMED:
        return ", ".join(names)
    first = ", ".join(names[: MOST_NAMED - 1])
    return say("pages.guide.many_headers", first=first, last=names[-1], n=len(names))


def list_open_periods(table: TableDraft) -> list[int]:
    """The places of the headers of amounts of which nothing says whether they are of a month or a year."""
    columns = table.mapping.columns
    if any(one.column == "period" for one in columns):
        return []
    return [
        at
        for at, one in enumerate(columns)
        if one.column == AMOUNT and is_period_open((one.header, one.period), table.sheet, table.header)
    ]


def _list_open_texts(table: TableDraft) -> list[str]:
    """The texts of a column of rounds of which nobody knows the round: their rows cannot be used."""
    at = find_rounds(table.mapping)
    known = dict(table.mapping.columns[at].rounds) if at is not None else {}
    texts = list_texts(table, at) if at is not None else ()
    return [text for text in texts if text not in known and not say_round(text)]


def find_rounds(mapping: TableMapping) -> int | None:
    """The place among the headers of the one below which each row says its round; None if there is none."""
    return next((at for at, one in enumerate(mapping.columns) if one.column == ROUND_COLUMN), None)


def list_texts(table: TableDraft, at: int) -> tuple[str, ...]:
    """The different texts of a column, those below the rows at hand too; none where they are many."""
    headers = list_headers(table.sheet, table.header, table.mapping.header_rows)
    position = headers[at][0]
    near = list_few(table.sheet.cells[table.header + 1 :, position])
    return tuple(dict.fromkeys((*near, *table.part.few.get(position, ()))))


def list_asked() -> set[tuple[str, str]]:
    """File and name of each sheet that the guided page is to answer a question about."""
    project = current_session().project
    return {(one.file, one.sheet) for one in project.questions if one.mapping} if project else set()


def is_open(table: TableDraft) -> bool:
    """Whether something must still be said of a table."""
    unsaid = _list_open_texts(table) or list_open_periods(table)
    return bool(list_missing(table.mapping) or unsaid or list_doubled(table.mapping))


def list_missing(mapping: TableMapping) -> list[str]:
    """The keys of the required columns that no header was matched to; a period may stand in a header or a title.

    Where one row holds several rounds of a person nothing need name them.
    """
    matched = {column.column for column in mapping.columns}
    by_rows = bool(mapping.round) or ROUND_COLUMN in matched
    key = key_column(mapping.table)
    if mapping.layout in {BY_YEARS, TURNED}:
        return [VALUE] if VALUE not in matched else []  # names may stand below no header, and rounds for them
    by_person = mapping.table in NAMELESS and len({one.round for one in mapping.columns if one.column} - {""}) > 1
    keyed = {key} if by_person or can_key(mapping.table, key) & matched else set()
    needed = [column.key for column in load_columns(mapping.table) if column.required and column.key != "period"]
    return [one for one in needed if one not in matched | keyed and not (one == "present" and by_rows)]


def list_doubled(mapping: TableMapping) -> list[str]:
    """The headers that mean the same column and round as an earlier one, so that only the first would be read.

    Amounts of several sources of income are all read, and so is each thing that is measured of people.
    """
    if mapping.layout in {BY_YEARS, TURNED}:
        return []
    by_source = _has_sources(mapping)
    by_name = mapping.table in PEOPLE_TABLES and not any(one.column == MEASURE for one in mapping.columns)
    seen: set[tuple[str, str, str]] = set()
    doubled = []
    for one in mapping.columns:
        name = squash(name_measure(one.header)[0]) if by_name and one.column == MEASURED else ""
        meaning = (one.column, one.round, name)
        is_read = not one.column or (one.column == AMOUNT and by_source)
        doubled += [one.header] if meaning in seen and not is_read else []
        seen.add(meaning)
    return doubled


def _has_sources(mapping: TableMapping) -> bool:
    """Whether amounts of one round, which is known, stand under several headers, each a source of income."""
    keys = {one.column for one in mapping.columns}
    amounts = [(one.header, one.round) for one in mapping.columns if one.column == AMOUNT]
    is_known = mapping.round or ROUND_COLUMN in keys or all(round_key for _, round_key in amounts)
    return bool(is_known) and SOURCE not in keys and is_by_source(amounts)
