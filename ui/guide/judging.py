"""The dimension and the better direction of indicators of a summary where the file does not say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from dictionary.load import code_label, load_codes
from dictionary.load_indicators import match_indicator
from dictionary.squash import squash
from ingest import IndicatorMapping, list_headers
from ingest.cells import write_cell
from ingest.composing import find_top
from ingest.indicator_names import match_name
from ingest.mapping import BY_YEARS, JUDGED, TURNED
from ingest.round_rows import write_headers
from ingest.row_kinds import read_kind
from ingest.year_tables import VALUE
from ui.guide.drafts import TableDraft, keep_table
from ui.guide.sheets import cut_text, widget_key
from ui.pieces import label, show_html
from ui.session import language, say

SUMMARY, INDICATOR = "summary", "indicator"
ALL = ""  # the name under which all indicators are said something of which nothing else is said


def ask_judged(table: TableDraft) -> None:
    """What the rows of a summary leave unsaid: for all of them at once, and of which something else holds."""
    unsaid = list_unjudged(table)
    if not unsaid:
        return
    with st.expander(say("pages.guide.judged_title"), expanded=True):
        st.write(say("pages.guide.judged_help"))
        _ask_all(table)
        if not _has_many(table):
            for key in JUDGED:
                _ask_groups(table, [name for name, keys in unsaid.items() if key in keys], key)


def _has_many(table: TableDraft) -> bool:
    """Whether each value is of many names, so that its indicators are judged together."""
    is_named = any(one.column == INDICATOR for one in table.mapping.columns)
    return table.mapping.layout == BY_YEARS or (table.mapping.layout == TURNED and is_named)


def list_unjudged(table: TableDraft) -> dict[str, tuple[str, ...]]:
    """Each indicator of the user's own among the first rows, and what its row does not say of it."""
    if table.mapping.table != SUMMARY:
        return {}
    headers = list_headers(table.sheet, table.header, table.mapping.header_rows)
    if table.mapping.layout == TURNED:
        texts = write_headers(table.sheet, find_top(table.sheet, table.header, table.mapping.header_rows), table.header)
        pairs = zip(table.mapping.columns, headers, strict=True)
        names = (texts[at] for one, (at, _) in pairs if one.column == VALUE)
        return {name: JUDGED for name in names if not match_name(name)}
    meant = {one.column: at for one, (at, _) in zip(reversed(table.mapping.columns), reversed(headers), strict=True)}
    unsaid: dict[str, tuple[str, ...]] = {}
    for cells in table.sheet.cells[table.header + 1 :] if INDICATOR in meant else ():
        name = write_cell(cells[meant[INDICATOR]]).strip()
        if name and not read_kind(name) and not match_indicator(name):
            silent = tuple(key for key in JUDGED if key not in meant or not write_cell(cells[meant[key]]).strip())
            unsaid |= {name: silent} if silent else {}
    return unsaid


def _ask_all(table: TableDraft) -> None:
    """What holds of every indicator of which nothing else is said."""
    with st.container(border=True, key=widget_key(table, "judged")):
        show_html(label(say("pages.guide.judged_others"), "name"), kind="detail")
        for column, key in zip(st.columns(len(JUDGED)), JUDGED, strict=True):
            with column:
                _choose(table, key)


def _choose(table: TableDraft, key: str) -> None:
    said = _find_said(table, ALL)
    codes = {"": say(f"pages.guide.judged_unsaid.{key}")} | _list_codes(key)
    place = _place(table, key)
    st.selectbox(
        say(f"pages.guide.judged_{key}", name=say("pages.guide.judged_others")),
        list(codes),
        index=list(codes).index(getattr(said, key)),
        format_func=codes.__getitem__,
        key=place,
        on_change=lambda: _keep(table, {ALL: st.session_state[place]}, key),
        label_visibility="collapsed",
    )


def _ask_groups(table: TableDraft, names: Sequence[str], key: str) -> None:
    """One list for each code: the indicators of which it holds; an indicator stands in one of them."""
    for code, text in _list_codes(key).items() if names else ():
        said = {name: getattr(_find_said(table, name), key) for name in names}
        _ask_group(table, {name: own for name, own in said.items() if own in {"", code}}, (key, code, text))


def _ask_group(table: TableDraft, said: Mapping[str, str], one: tuple[str, str, str]) -> None:
    key, code, text = one
    place = _place(table, key, code)

    def keep() -> None:
        _keep(table, {name: code if name in st.session_state[place] else "" for name in said}, key)

    st.multiselect(
        say(f"pages.guide.judged_group.{key}", code=text),
        list(said),
        default=[name for name, own in said.items() if own == code],
        format_func=cut_text,
        key=place,
        on_change=keep,
        placeholder=say("pages.guide.judged_which"),
    )


def _keep(table: TableDraft, chosen: Mapping[str, str], key: str) -> None:
    """Say a code of some indicators; one of which nothing is said any more is forgotten."""
    changed = [replace(_find_said(table, name), **{key: code}) for name, code in chosen.items()]
    names = {squash(name) for name in chosen}
    others = [one for one in table.mapping.indicators if squash(one.name) not in names]
    kept = (*others, *(one for one in changed if any(getattr(one, about) for about in JUDGED)))
    keep_table(table, replace(table.mapping, indicators=kept))


def _find_said(table: TableDraft, name: str) -> IndicatorMapping:
    own = (one for one in table.mapping.indicators if squash(one.name) == squash(name))
    return next(own, IndicatorMapping(name))


def _list_codes(key: str) -> dict[str, str]:
    return {code: code_label(key, code)[language()] for code in load_codes(key)}


def _place(table: TableDraft, key: str, code: str = "") -> str:
    return widget_key(table, key, "of_indicator", table.mapping.fingerprint, code)
