"""What the reader's screen is like: narrow as a phone, light or dark."""

from __future__ import annotations

import streamlit as st

from ui.session import current_session

NARROW_PX = 640
_SCRIPT = """
export default function({ data, setStateValue }) {
  const query = window.matchMedia(`(max-width: ${data.narrow_px}px)`);
  const tell = () => { if (query.matches !== data.narrow) setStateValue("narrow", query.matches); };
  tell();
  query.addEventListener("change", tell);
  return () => query.removeEventListener("change", tell);
}
"""
_watch = st.components.v2.component("konlang.width", js=_SCRIPT)


def watch_width() -> None:
    """Learn from the browser whether its window is narrow; a change draws the page anew, once."""
    answer = _watch(
        key="width",
        data={"narrow_px": NARROW_PX, "narrow": is_narrow()},
        default={"narrow": is_narrow()},
        on_narrow_change=_remember_width,
        height=0,
    )
    del answer


def _remember_width() -> None:
    state = st.session_state.get("width") or {}
    if state.get("narrow") is not None:
        current_session().narrow = bool(state["narrow"])


def is_narrow() -> bool:
    """Whether the window is narrow: as the browser told, or as its name suggests until it has."""
    narrow = current_session().narrow
    if narrow is None:
        return "Mobi" in (st.context.headers.get("User-Agent") or "")
    return narrow


def is_dark() -> bool:
    """Whether the page is shown in the dark theme."""
    return st.context.theme.type == "dark"
