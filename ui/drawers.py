"""Drawers: buttons that open what is not needed at once. It is sent when it is opened, so that a page comes fast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import streamlit as st


@dataclass(frozen=True)
class Handle:
    """The button that opens a drawer; ``icon`` is one of Streamlit's Material icons."""

    label: str
    icon: str | None = None
    kind: Literal["primary", "secondary", "tertiary"] = "secondary"


def show_drawer(handle: Handle, fill: Callable[[], None], key: str) -> None:
    """A small window that a button opens and ``fill`` draws while it is open.

    Opening and closing it runs the page again. It must not stand in a fragment: a click on another page closes it too,
    and Streamlit would then run the fragment of the page left behind in place of the page that was asked for.
    """
    box = st.popover(handle.label, type=handle.kind, icon=handle.icon, on_change="rerun", key=f"drawer_{key}")
    if box.open:
        with box:
            fill()
