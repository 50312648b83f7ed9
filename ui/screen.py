"""What the reader's screen is like: how wide, light or dark."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.session import current_session

WIDTHS = {"phone": 640, "screen": 1299}  # px up to which a window is called so; a wider one is a desk
WIDEST = "desk"
_SCRIPT = """
export default function({ data, setStateValue }) {
  const queries = Object.entries(data.widths).map(([name, px]) => [name, window.matchMedia(`(max-width: ${px}px)`)]);
  const tell = () => {
    const [name] = queries.find(([, query]) => query.matches) ?? [data.widest];
    if (name !== data.width) setStateValue("width", name);
  };
  tell();
  queries.forEach(([, query]) => query.addEventListener("change", tell));
  return () => queries.forEach(([, query]) => query.removeEventListener("change", tell));
}
"""
_watch = st.components.v2.component("konlang.width", js=_SCRIPT)
_leave = st.components.v2.component(
    "konlang.leaving", js=Path(__file__).with_name("leaving.js").read_text(encoding="utf-8")
)


def watch_width() -> None:
    """Learn from the browser how wide its window is; a change draws the page anew, once."""
    answer = _watch(
        key="width",
        data={"widths": WIDTHS, "widest": WIDEST, "width": window_width()},
        default={"width": window_width()},
        on_width_change=_remember_width,
        height=0,
    )
    del answer


def close_drawers_before_leaving() -> None:
    """Let one click close an open drawer and lead to the page that was clicked."""
    _leave(key="leaving", height=0)


def _remember_width() -> None:
    told = (st.session_state.get("width") or {}).get("width")
    if told in WIDTHS or told == WIDEST:
        current_session().width = told


def window_width() -> str:
    """``phone``, ``screen`` or ``desk``: as the browser told, or as its name suggests until it has."""
    guess = "phone" if "Mobi" in (st.context.headers.get("User-Agent") or "") else WIDEST
    return current_session().width or guess


def is_narrow() -> bool:
    """Whether the window is as narrow as a phone's."""
    return window_width() == "phone"


def is_dark() -> bool:
    """Whether the page is shown in the dark theme."""
    return st.context.theme.type == "dark"
