"""Filters by village and sex: chosen once, kept for Members and Income, and over a refresh."""

from __future__ import annotations

import re

import streamlit as st

from dictionary.load import code_label
from figures.wording import DOT
from ui.session import current_session, language, list_current_groups, say
from ui.store import Only

FILTERS = ("village", "sex")
EVERYBODY = ""
FILTERED = ("members", "income")


def ask_filter() -> Only:
    """Show a choice for each disaggregation that the members have; the choices are kept with the session."""
    offered = {group: values for group in FILTERS if len(values := list_current_groups(group)) > 1}
    if not offered:
        return ()
    with st.container(horizontal=True, key="filters"):
        for group, values in offered.items():
            _ask_one(group, (EVERYBODY, *sorted(values, key=_natural)))
    only = current_session().only
    return tuple((group, only[group]) for group in offered if only.get(group))


def tell_filter(page: str) -> str:
    """That a page is of the whole project, where a filter was chosen on another; what tells of no member has none."""
    only = current_session().only.items()
    names = [code_label(group, value)[language()] for group, value in only if group in FILTERS and value]
    return say("ui.filter_elsewhere", group=DOT.join(names)) if names and page not in FILTERED else ""


def _ask_one(group: str, options: tuple[str, ...]) -> None:
    session = current_session()
    chosen = session.only.get(group, EVERYBODY)
    names = {value: code_label(group, value)[language()] for value in options}
    names[EVERYBODY] = say(f"ui.everybody.{group}")
    session.only[group] = st.selectbox(
        say(f"ui.filter.{group}"),
        options,
        index=options.index(chosen) if chosen in options else 0,
        format_func=names.__getitem__,
        key=f"only_{group}_{session.version}_{language()}",
        width=260,
    )


def _natural(text: str) -> list[tuple[str, int]]:
    """Order as people count: หมู่ 2 before หมู่ 10."""
    return [(letters, int(digits or 0)) for letters, digits in re.findall(r"(\D*)(\d*)", text)]
