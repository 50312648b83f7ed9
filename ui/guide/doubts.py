"""What is still missing of a table, or said twice, before it can be read."""

from __future__ import annotations

import streamlit as st

from dictionary.load import load_columns
from ingest import ROUND_COLUMN, TableMapping, list_headers
from ingest.keys import can_key
from ingest.period_columns import list_few, say_round
from ingest.recognise import key_column
from reports.inspection import name_column
from ui.guide.drafts import TableDraft
from ui.pieces import plain
from ui.session import language, say


def tell_open(table: TableDraft) -> None:
    """Which required columns are still missing, which texts are of no known round, which columns were chosen twice."""
    missing = [name_column(key, table.mapping.table)[language()] for key in list_missing(table.mapping)]
    if missing:
        st.warning(plain(say("pages.guide.missing", columns=", ".join(missing))))
    texts = _list_open_texts(table)
    if texts:
        st.warning(plain(say("pages.guide.texts_open", texts=", ".join(f"“{text}”" for text in texts))))
    doubled = list_doubled(table.mapping)
    if doubled:
        st.warning(plain(say("pages.guide.doubled", headers=", ".join(doubled))))


def _list_open_texts(table: TableDraft) -> list[str]:
    """The texts of a column of rounds of which nobody knows the round: their rows cannot be used."""
    return [
        text
        for at, column in enumerate(table.mapping.columns)
        if column.column == ROUND_COLUMN
        for text in list_texts(table, at)
        if text not in dict(column.rounds) and not say_round(text)
    ]


def list_texts(table: TableDraft, at: int) -> tuple[str, ...]:
    """The different texts of a column, those below the rows at hand too; none where they are many."""
    headers = list_headers(table.sheet, table.header, table.mapping.header_rows)
    position = headers[at][0]
    near = list_few(table.sheet.cells[table.header + 1 :, position])
    return tuple(dict.fromkeys((*near, *table.part.few.get(position, ()))))


def is_open(table: TableDraft) -> bool:
    """Whether something must still be said of a table."""
    return bool(list_missing(table.mapping) or _list_open_texts(table) or list_doubled(table.mapping))


def list_missing(mapping: TableMapping) -> list[str]:
    """The keys of the required columns that no header was matched to; a period may stand in a header or a title."""
    matched = {column.column for column in mapping.columns}
    by_rows = bool(mapping.round) or ROUND_COLUMN in matched
    key = key_column(mapping.table)
    keyed = {key} if can_key(mapping.table, key) & matched else set()
    needed = [column.key for column in load_columns(mapping.table) if column.required and column.key != "period"]
    return [one for one in needed if one not in matched | keyed and not (one == "present" and by_rows)]


def list_doubled(mapping: TableMapping) -> list[str]:
    """The headers that mean the same column and round as an earlier one: only the first would be read."""
    seen: set[tuple[str, str]] = set()
    doubled = []
    for one in mapping.columns:
        meaning = (one.column, one.round)
        doubled += [one.header] if one.column and meaning in seen else []
        seen.add(meaning)
    return doubled
