"""Files to take away: a button that makes the file when it is clicked, for this browser alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from ui.guard import own
from ui.session import current_session

Kind = Literal["primary", "secondary"]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MIMES = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "xlsx": XLSX,
    "xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    "json": "application/json",
    "zip": "application/zip",
    "toml": "application/toml",
}


def offer_file(label: str, make: Callable[[], bytes] | bytes, name: str, kind: Kind = "secondary") -> None:
    """A download button; ``make`` is called when it is clicked, and the page is not run again.

    The media type follows the ending of ``name`` and carries, for the guard alone, whose file it is.
    """
    mime = MIMES[name.rpartition(".")[2]]
    st.download_button(
        label,
        make,
        file_name=name,
        mime=own(mime, current_session()),
        on_click="ignore",
        type=kind,
        icon=":material/download:",
        key=f"file_{name}_{label}",
    )
