"""Ask once before something is lost, and offer one way on before all others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

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


def primary_unless(has_other: bool) -> Literal["primary", "secondary"]:
    """The rank of a button: one on a page is the first, and where there is another this is not it."""
    return "secondary" if has_other else "primary"
