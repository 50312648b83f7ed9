"""The dimension and the better direction of indicators of a summary where the file does not say them."""

from __future__ import annotations

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
SHOWN = 12  # indicators that are asked about one by one


def ask_judged(table: TableDraft) -> None:
    """What the rows of a summary leave unsaid: for all of them at once, or for each by name."""
    unsaid = list_unjudged(table)
    if not unsaid:
        return
    with st.expander(say("pages.guide.judged_title"), expanded=True):
        st.write(say("pages.guide.judged_help"))
        names = [] if _has_many(table) else list(unsaid)[:SHOWN]
        for number, name in enumerate(("", *names)):
            _ask(table, (number, name), unsaid.get(name, JUDGED))
        if len(names) < len(unsaid) and names:
            st.caption(say("pages.guide.judged_more", shown=SHOWN))


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


def _ask(table: TableDraft, one: tuple[int, str], keys: tuple[str, ...]) -> None:
    number, name = one
    shown = cut_text(name) if name else say("pages.guide.judged_others")
    with st.container(border=True, key=widget_key(table, "judged", number)):
        show_html(label(shown, "name"), kind="detail")
        for column, key in zip(st.columns(len(JUDGED)), JUDGED, strict=True):
            if key in keys:
                with column:
                    _choose(table, (number, name, shown), key)


def _choose(table: TableDraft, one: tuple[int, str, str], key: str) -> None:
    number, name, shown = one
    said = next((one for one in table.mapping.indicators if squash(one.name) == squash(name)), IndicatorMapping(name))
    codes = {"": say(f"pages.guide.judged_unsaid.{key}")} | {
        code: code_label(key, code)[language()] for code in load_codes(key)
    }
    place = widget_key(table, key, "of_indicator", table.mapping.fingerprint, number)

    def keep() -> None:
        changed = replace(said, **{key: st.session_state[place]})
        others = [one for one in table.mapping.indicators if squash(one.name) != squash(name)]
        kept = (*others, *([changed] if any(getattr(changed, one) for one in JUDGED) else []))
        keep_table(table, replace(table.mapping, indicators=tuple(kept)))

    st.selectbox(
        say(f"pages.guide.judged_{key}", name=shown),
        list(codes),
        index=list(codes).index(getattr(said, key)),
        format_func=codes.__getitem__,
        key=place,
        on_change=keep,
        label_visibility="collapsed",
    )
