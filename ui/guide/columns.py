"""What each header means, beside real values below it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dictionary.load import load_columns
from i18n.numbers import write_number
from ingest import ROUND_COLUMN, list_columns, list_headers
from ingest.addresses import column_letters
from reports.inspection import name_column
from ui.guide.doubts import tell_open
from ui.guide.drafts import TableDraft, choose_column
from ui.guide.judging import ask_judged
from ui.guide.sheets import cut_text, show_cell, widget_key
from ui.pieces import label, show_html, span
from ui.session import language, say

SAMPLES = 3  # values shown beside a header
MOST_HEADERS = 40  # headers of one sheet that are asked about at once


def ask_columns(table: TableDraft) -> None:
    """Each header with some of its values, and the column of the table that it is."""
    st.write(say("pages.guide.columns_help"))
    tell_open(table)
    headers = list_headers(table.sheet, table.header, table.mapping.header_rows)
    names = _name_choices(table.mapping.table)
    for at, (position, header) in enumerate(headers[:MOST_HEADERS]):
        with st.container(key=widget_key(table, "header", at), border=True):
            left, right = st.columns(2, vertical_alignment="center")
            with left:
                _show_values(table, position, header)
            with right:
                _ask_column(table, at, names)
    if len(headers) > MOST_HEADERS:
        st.caption(say("pages.guide.more_headers", shown=MOST_HEADERS, n=write_number(len(headers))))
    ask_judged(table)


def _show_values(table: TableDraft, position: int, header: str) -> None:
    letters = column_letters(table.sheet.first_column + position)
    below = table.sheet.cells[table.header + 1 :, position]
    texts = list(dict.fromkeys(cut_text(text) for cell in below if (text := show_cell(cell).strip())))[:SAMPLES]
    values = " · ".join(texts) or say("pages.guide.no_value")
    name = label(" ".join(header.split()), "name")
    show_html(f"{name} {span(letters, 'quiet')}<br>{label(values, 'quiet')}", kind="detail")


def _ask_column(table: TableDraft, at: int, names: dict[str, str]) -> None:
    said = table.mapping.columns[at]
    key = widget_key(table, "column", table.mapping.table, table.mapping.fingerprint, at)

    def keep() -> None:
        column = st.session_state[key]
        choose_column(table, at, replace(said, column=column, rounds=said.rounds if column == ROUND_COLUMN else ()))

    st.selectbox(
        say("pages.guide.is_column", header=" ".join(said.header.split())),
        list(names),
        index=list(names).index(said.column),
        format_func=names.__getitem__,
        key=key,
        on_change=keep,
        label_visibility="collapsed",
    )


def _name_choices(table: str) -> dict[str, str]:
    """The columns of a table, those that must be there with a mark, and that a header is not used."""
    required = {column.key for column in load_columns(table) if column.required}
    names = {key: name_column(key, table)[language()] for key in list_columns(table)}
    return {key: f"{name} *" if key in required else name for key, name in names.items()} | {
        "": say("pages.guide.not_used")
    }
