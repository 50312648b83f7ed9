"""Choices that every download offers: format, size and language."""

from __future__ import annotations

import streamlit as st

from figures.sizes import IMAGE_SIZES
from i18n import Language
from ui.session import language, say

FORMATS = ("png", "svg", "pdf")
SIZES = tuple(IMAGE_SIZES)


def name_choices(what: str, options: tuple[str, ...]) -> dict[str, str]:
    """Formats or sizes, each told in plain words."""
    return {option: say(f"ui.{what}.{option}") for option in options}


def ask_choice(what: str, options: tuple[str, ...], place: str) -> str:
    """A format or a size."""
    return st.radio(
        say(f"ui.download.{what}"),
        options,
        format_func=name_choices(what, options).__getitem__,
        horizontal=True,
        key=f"{what}_{place}_{language()}",
    )


def ask_language(place: str) -> Language:
    """The language of the words in the image; the reader's own comes first."""
    own = language()
    others = [code for code in Language if code is not own]
    names = {code: say(f"ui.language_{code}") for code in Language}
    return st.radio(
        say("ui.download.language"),
        [own, *others],
        format_func=names.__getitem__,
        horizontal=True,
        key=f"language_{place}_{own}",
    )
