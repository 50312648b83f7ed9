"""Which two of several rounds are compared: chosen once, kept for every page and over a refresh."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dictionary.nouns import Round
from ui.session import current_session, language, say


def ask_rounds() -> None:
    """A choice of the round before and of a later one; nothing where there are no more than two."""
    from project import choose_rounds

    session = current_session()
    if session.project is None or len(session.project.rounds) <= 2:
        return
    rounds = session.project.rounds
    keys = [one.key for one in rounds]
    before, after = (keys.index(one.key) for one in choose_rounds(rounds, session.pair))
    with st.container(horizontal=True, width="content", key="rounds"):
        _ask("before", rounds[:-1], before)
        _ask("after", rounds[before + 1 :], after - before - 1)


def _ask(side: str, options: Sequence[Round], chosen: int) -> None:
    session = current_session()
    key = f"round_{side}_{session.version}_{options[0].key}_{language()}"
    st.session_state[key] = options[chosen].key
    st.selectbox(
        say(f"ui.compare_{side}"),
        [one.key for one in options],
        format_func={one.key: one.label[language()] for one in options}.__getitem__,
        key=key,
        on_change=partial(_choose, side, key),
        width=170,
    )


def _choose(side: str, key: str) -> None:
    """Keep the choice; where the round before is not before the one after any more, the last is the one after."""
    from project import choose_rounds

    session = current_session()
    if session.project is None:
        return
    keys = [one.key for one in session.project.rounds]
    before, after = (one.key for one in choose_rounds(session.project.rounds, session.pair))
    if side == "before":
        before = st.session_state[key]
        after = after if keys.index(before) < keys.index(after) else keys[-1]
    else:
        after = st.session_state[key]
    session.pair = (before, after)
