"""What each header means, beside real values below it; and which period the values are of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dictionary.load import code_label, load_codes, load_columns
from dictionary.nouns import BASELINE, ENDLINE
from i18n.numbers import write_number
from ingest import SheetMapping, SheetPreview, list_columns, list_headers
from ingest.addresses import column_letters
from ingest.cells import write_cell
from reports.inspection import name_column
from ui.guide.drafts import choose_column, find_draft, keep_draft, list_by_round, list_doubled, list_missing
from ui.guide.sheets import LONGEST, widget_key
from ui.pieces import label, plain, show_html, span
from ui.session import language, say

SAMPLES = 3  # values shown beside a header
MOST_HEADERS = 40  # headers of one sheet that are asked about at once
ROUNDS = ("", BASELINE, ENDLINE)


def ask_columns(preview: SheetPreview) -> None:
    """Each header with some of its values, and the column of the table that it is."""
    draft = find_draft(preview)
    st.write(say("pages.guide.columns_help"))
    tell_open(draft)
    headers = list_headers(preview.sheet, draft.header_row - preview.sheet.first_row, draft.header_rows)
    for at, (position, header) in enumerate(headers[:MOST_HEADERS]):
        with st.container(key=widget_key(preview, "header", at), border=True):
            left, right = st.columns(2, vertical_alignment="center")
            with left:
                _show_values(preview, draft, position, header)
            with right:
                _ask_column(preview, draft, at)
    if len(headers) > MOST_HEADERS:
        st.caption(say("pages.guide.more_headers", shown=MOST_HEADERS, n=write_number(len(headers))))


def tell_open(draft: SheetMapping) -> None:
    """Which required columns are still missing, and which were chosen twice."""
    missing = [name_column(key, draft.table)[language()] for key in list_missing(draft)]
    if missing:
        st.warning(plain(say("pages.guide.missing", columns=", ".join(missing))))
    doubled = list_doubled(draft)
    if doubled:
        st.warning(plain(say("pages.guide.doubled", headers=", ".join(doubled))))


def _show_values(preview: SheetPreview, draft: SheetMapping, position: int, header: str) -> None:
    letters = column_letters(preview.sheet.first_column + position)
    below = preview.sheet.cells[draft.header_row - preview.sheet.first_row + 1 :, position]
    texts = list(dict.fromkeys(text[:LONGEST] for cell in below if (text := write_cell(cell).strip())))[:SAMPLES]
    values = " · ".join(texts) or say("pages.guide.no_value")
    name = label(" ".join(header.split()), "name")
    show_html(f"{name} {span(letters, 'quiet')}<br>{label(values, 'quiet')}", kind="detail")


def _ask_column(preview: SheetPreview, draft: SheetMapping, at: int) -> None:
    keys = (*list_columns(draft.table), "")
    required = {column.key for column in load_columns(draft.table) if column.required}
    key = widget_key(preview, "column", draft.table, draft.fingerprint, at)
    st.selectbox(
        plain(say("pages.guide.is_column", header=" ".join(draft.columns[at].header.split()))),
        keys,
        index=keys.index(draft.columns[at].column),
        format_func={one: _name_choice(one, draft.table, one in required) for one in keys}.__getitem__,
        key=key,
        on_change=lambda: choose_column(preview, at, column=st.session_state[key]),
        label_visibility="collapsed",
    )


def _name_choice(column: str, table: str, is_required: bool) -> str:
    if not column:
        return say("pages.guide.not_used")
    name = name_column(column, table)[language()]
    return f"{name} *" if is_required else name


def ask_periods(preview: SheetPreview) -> None:
    """Which values are from before and which from after, and what amounts stand for."""
    draft = find_draft(preview)
    st.write(say("pages.guide.periods_help"))
    _ask_sheet_round(preview, draft)
    for at, one in list_by_round(draft):
        with st.container(border=True, key=widget_key(preview, "period", at)):
            name = name_column(one.column, draft.table)[language()]
            show_html(label(f"{one.header} → {name}", "name"), kind="detail")
            left, right = st.columns(2)
            with left:
                _ask_said(preview, at, "round", ROUNDS)
            if one.column == "amount":
                with right:
                    _ask_said(preview, at, "period", ("", *load_codes("period")))


def _ask_sheet_round(preview: SheetPreview, draft: SheetMapping) -> None:
    key = widget_key(preview, "round", draft.table)

    def keep() -> None:
        keep_draft(preview, replace(find_draft(preview), round=st.session_state[key]))

    st.selectbox(
        say("pages.guide.sheet_round"),
        ROUNDS,
        index=ROUNDS.index(draft.round) if draft.round in ROUNDS else 0,
        format_func=_name_codes("round", ROUNDS, say("pages.guide.said_elsewhere")).__getitem__,
        key=key,
        on_change=keep,
    )


def _ask_said(preview: SheetPreview, at: int, what: str, codes: Sequence[str]) -> None:
    draft = find_draft(preview)
    said = getattr(draft.columns[at], what)
    key = widget_key(preview, what, draft.fingerprint, at)
    st.selectbox(
        say(f"pages.guide.{what}_of_column"),
        codes,
        index=list(codes).index(said) if said in codes else 0,
        format_func=_name_codes(what, codes, say(f"pages.guide.{what}_as_said")).__getitem__,
        key=key,
        on_change=lambda: choose_column(preview, at, **{what: st.session_state[key]}),
    )


def _name_codes(codelist: str, codes: Sequence[str], unsaid: str) -> dict[str, str]:
    return {code: code_label(codelist, code)[language()] if code else unsaid for code in codes}
