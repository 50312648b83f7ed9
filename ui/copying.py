"""The button that puts a chart's image on the clipboard of the reader's own computer."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.session import say
from ui.wanted import Wanted

_HERE = Path(__file__).parent
_button = st.components.v2.component(
    "konlang.copy",
    html='<button type="button"></button><span role="status"></span>',
    css=(_HERE / "copying.css").read_text(encoding="utf-8"),
    js=(_HERE / "copying.js").read_text(encoding="utf-8"),
)


def show_copy_button(wanted: Wanted) -> None:
    """A button that fetches the image from this server and writes it to the clipboard."""
    _button(
        key=f"copy_{wanted.place}",
        data={
            "address": f"image/{wanted.key}.png?{wanted.query}",
            "label": say("ui.download.copy"),
            "copying": say("ui.download.copying"),
            "copied": say("ui.download.copied"),
            "failed": say("ui.download.copy_failed"),
        },
        height="content",
        width="content",
    )
