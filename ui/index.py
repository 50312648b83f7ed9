"""The index of the dimensions: off until the reader turns it on, with its weights beside it to change."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.evidence.index import DimensionIndex, Index
from analysis.findings import Findings
from dictionary.load import code_label
from dictionary.load_methods import load_caveats
from figures.index_words import write_order, write_score
from ui.charts import show_charts
from ui.layout import find_or_invite
from ui.pieces import name_field, plain, show_grid
from ui.session import current_session, language, say
from ui.weights import EQUAL, HEAVIEST, keep_weights

COLUMNS = 3


def ask_index() -> None:
    """The switch; where it is on the chart, how much the order depends on the weights, and the weights."""
    st.subheader(say("pages.dimensions.index"), anchor=False)
    st.caption(plain(say("pages.dimensions.index_help")))
    session = current_session()
    key = f"index_{session.version}_{language()}"
    st.session_state[key] = session.weights is not None
    st.toggle(say("pages.dimensions.index_on"), key=key, on_change=partial(_switch, key))
    index = _find_index(find_or_invite())
    if index is None:
        return
    st.write(plain(write_order(index, language())))
    for code in index.caveats:
        st.caption(plain(f"⚠ {load_caveats()[code].sentence[language()]}"))
    show_charts("index")
    _ask_weights(index)
    _show_left_out(index)


def _find_index(findings: Findings) -> Index | None:
    return findings.evidence.index if findings.evidence else None


def _switch(key: str) -> None:
    keep_weights(current_session(), {} if st.session_state[key] else None)


def _ask_weights(index: Index) -> None:
    st.markdown(f"**{say('pages.dimensions.weights')}**")
    st.button(say("pages.dimensions.equal"), on_click=_make_equal)
    for one in index.dimensions:
        with st.expander(code_label("dimension", one.dimension)[language()]):
            _ask_dimension(one)


def _ask_dimension(one: DimensionIndex) -> None:
    columns = st.columns(COLUMNS)
    for place, part in enumerate(one.parts):
        key = f"weight_{current_session().version}_{part.indicator.key}_{language()}"
        st.session_state[key] = part.weight
        with columns[place % COLUMNS], st.container(gap="xxsmall"):
            st.number_input(
                name_field(f"{part.indicator.label[language()]} ({write_score(part.score)})"),
                min_value=0.0,
                max_value=HEAVIEST,
                step=EQUAL,
                key=key,
                on_change=partial(_weigh_anew, part.indicator.key, key),
                label_visibility="collapsed",
            )


def _weigh_anew(indicator: str, key: str) -> None:
    session = current_session()
    keep_weights(session, {**(session.weights or {}), indicator: float(st.session_state[key])})


def _make_equal() -> None:
    keep_weights(current_session(), {})


def _show_left_out(index: Index) -> None:
    """What no index holds, each with its reason."""
    if not index.left_out:
        return
    st.markdown(f"**{say('pages.dimensions.left_out')}**")
    rows = [(one.label[language()], say(f"index.left_{why}")) for one, why in index.left_out]
    show_grid([say("figures.column_indicator"), say("figures.column_reason")], rows)
