"""The frame: `streamlit run app.py` serves it; below the guard the script that every visit runs."""

from __future__ import annotations

import streamlit as st

from ui.server import MIDDLEWARE, ROUTES, keep_house, show_script_error

app = st.App(__file__, routes=ROUTES, middleware=MIDDLEWARE, lifespan=keep_house, on_script_error=show_script_error)

if __name__ == "__main__":
    from ui.frame import show_frame

    show_frame()
