"""Ask once before something is lost."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.session import say


def ask_first(title: str, question: str, yes: str, then: Callable[[], None]) -> None:
    """A window over the page with a question; only the button ``yes`` does it, anything else leaves all as it is."""

    def show() -> None:
        st.write(question)
        with st.container(horizontal=True):
            if st.button(yes, type="primary"):
                then()
            if st.button(say("ui.keep")):
                st.rerun()

    st.dialog(title)(show)()
