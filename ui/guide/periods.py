"""Which period is which: of the texts of a column, of a whole sheet, of each header with values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

import streamlit as st

from dictionary.load import code_label, load_codes, load_columns
from dictionary.nouns import BASELINE, ENDLINE
from i18n import Language
from i18n.dates import BUDDHIST_OFFSET
from ingest import list_columns
from ingest.mapping import HEADED
from ingest.period_columns import MOST_ROUNDS, say_round
from ingest.periods import name_of
from reports.inspection import name_column
from ui.guide.doubts import find_rounds, list_open_periods, list_texts, tell_open
from ui.guide.drafts import TABLES, TableDraft, choose_column, keep_table
from ui.guide.sheets import widget_key
from ui.pieces import label, name_field, show_html
from ui.session import language, say

AS_SAID = "said"
YEARS_BACK = 15
NUMBERED = 6  # rounds that may be called the first, the second …


@dataclass(frozen=True)
class Asked:
    """A text whose round is asked, the key of its field, and the round it means so far."""

    key: str
    text: str
    period: str


def ask_periods(table: TableDraft) -> None:
    """Which values are of which round, and what amounts stand for."""
    st.write(say("pages.guide.periods_help"))
    tell_open(table)
    by_rows = find_rounds(table.mapping)
    headers = _list_by_round(table)
    if by_rows is not None:
        _ask_texts(table, by_rows)
    elif table.mapping.rounds:
        _ask_heads(table)
    elif table.mapping.round or not headers or not all(table.mapping.columns[at].round for at in headers):
        _ask_sheet_round(table)
    for at in headers:
        _ask_header(table, at, has_round=by_rows is None and not table.mapping.rounds)


def _list_by_round(table: TableDraft) -> list[int]:
    """The places of the headers whose values belong to a round."""
    by_round = {column.key for one in TABLES for column in load_columns(one) if column.by_round}
    own = set(list_columns(table.mapping.table)) & by_round
    return [at for at, one in enumerate(table.mapping.columns) if one.column in own]


def _ask_texts(table: TableDraft, at: int) -> None:
    """What each text of the column that says the rounds stands for."""
    said = table.mapping.columns[at]
    texts = list_texts(table, at)
    with st.container(border=True, key=widget_key(table, "texts", at)):
        show_html(label(say("pages.guide.by_rows", header=" ".join(said.header.split())), "name"), kind="detail")
        if not texts or len(texts) > MOST_ROUNDS:
            st.caption(say("pages.guide.by_rows_many"))
            return
        known = dict(said.rounds)

        def keep(text: str, period: str) -> None:
            kept = tuple(pair for pair in {**known, text: period}.items() if pair[1] != AS_SAID)
            choose_column(table, at, replace(said, rounds=kept))

        for number, text in enumerate(texts):
            read = say_round(text)
            shown = name_of(read)[language()] if read else ""
            unsaid = say("pages.guide.text_as_said", round=shown) if read else say("pages.guide.text_open")
            names = {AS_SAID: unsaid, **_name_periods(known.get(text, ""))}
            key = widget_key(table, "text", table.mapping.fingerprint, at, number)
            _ask_text(Asked(key, text, known.get(text, AS_SAID)), names, keep)


def _ask_heads(table: TableDraft) -> None:
    """What each text stands for that says a round above its rows, or beside them below no header."""
    known = dict(table.mapping.rounds)

    def keep(text: str, period: str) -> None:
        keep_table(table, replace(table.mapping, rounds=tuple({**known, text: period}.items())))

    is_above = table.mapping.layout == HEADED
    with st.container(border=True, key=widget_key(table, "heads")):
        show_html(label(say(f"pages.guide.{'rounds_above' if is_above else 'rounds_beside'}"), "name"), kind="detail")
        for number, (text, period) in enumerate(known.items()):
            key = widget_key(table, "head", table.mapping.fingerprint, number)
            _ask_text(Asked(key, text, period), _name_periods(period), keep)


def _ask_text(one: Asked, names: dict[str, str], keep: Callable[[str, str], None]) -> None:
    """Which round a text means; "" leaves its rows out."""
    listed = {**names, "": say("pages.guide.text_left_out")}
    with st.container(gap="xxsmall"):
        st.selectbox(
            name_field(f"“{one.text}”"),
            list(listed),
            index=list(listed).index(one.period),
            format_func=listed.__getitem__,
            key=one.key,
            on_change=lambda: keep(one.text, st.session_state[one.key]),
            label_visibility="collapsed",
        )


def _ask_sheet_round(table: TableDraft) -> None:
    names = {"": say("pages.guide.said_elsewhere"), **_name_periods(table.mapping.round)}
    key = widget_key(table, "round", table.mapping.table)

    def keep() -> None:
        keep_table(table, replace(table.mapping, round=st.session_state[key]))

    st.selectbox(
        say("pages.guide.sheet_round"),
        list(names),
        index=list(names).index(table.mapping.round),
        format_func=names.__getitem__,
        key=key,
        on_change=keep,
    )


def _ask_header(table: TableDraft, at: int, *, has_round: bool) -> None:
    """The round of a header with values, and for amounts whether they are of a month or a year."""
    said = table.mapping.columns[at]
    is_money = said.column == "amount"
    if not has_round and not is_money:
        return
    with st.container(border=True, key=widget_key(table, "period", at)):
        name = name_column(said.column, table.mapping.table)[language()]
        show_html(label(f"{said.header} → {name}", "name"), kind="detail")
        left, right = st.columns(2)
        if has_round:
            with left:
                names = {"": say("pages.guide.round_as_said"), **_name_periods(said.round)}
                _ask_said(table, at, "round", names)
        if is_money:
            with right if has_round else left:
                lengths = {code: code_label("period", code)[language()] for code in load_codes("period")}
                unsaid = say(f"pages.guide.{'text_open' if at in list_open_periods(table) else 'period_as_said'}")
                _ask_said(table, at, "period", {"": unsaid, **lengths})


def _ask_said(table: TableDraft, at: int, what: str, names: dict[str, str]) -> None:
    said = table.mapping.columns[at]
    value = said.round if what == "round" else said.period
    key = widget_key(table, what, "of_column", table.mapping.fingerprint, at)

    def keep() -> None:
        chosen = st.session_state[key]
        choose_column(table, at, replace(said, round=chosen) if what == "round" else replace(said, period=chosen))

    st.selectbox(
        say(f"pages.guide.{what}_of_column"),
        list(names),
        index=list(names).index(value),
        format_func=names.__getitem__,
        key=key,
        on_change=keep,
    )


def _name_periods(chosen: str) -> dict[str, str]:
    """The rounds to choose from: before, after, the years lately, numbered ones, and what was chosen already."""
    year = datetime.now().astimezone().year + BUDDHIST_OFFSET
    names = _name_usual(year, language())
    return names if not chosen or chosen in names else {chosen: name_of(chosen)[language()], **names}


@cache
def _name_usual(year: int, shown: Language) -> dict[str, str]:
    years = range(year, year - YEARS_BACK, -1)
    keys = [BASELINE, ENDLINE, *(f"y{one}" for one in years), *(f"n{one}" for one in range(1, NUMBERED + 1))]
    return {key: name_of(key)[shown] for key in (*keys, *(f"f{one}" for one in years))}
