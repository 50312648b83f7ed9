"""Words that Streamlit writes into a page in English alone, and what a Thai reader is shown in their place."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import streamlit as st

from i18n import Language, word
from i18n.words import load_words
from ui.session import language, say

PLACES = {
    name: f"{{{name}}}" for name in ("count", "label", "page", "size")
}  # what stands in Streamlit's own sentences


@cache
def write_script() -> str:
    """The script of every page that puts the words of the reader's language in the place of Streamlit's."""
    names = [key.removeprefix("streamlit.") for key in load_words() if key.startswith("streamlit.")]
    words = [[word(f"streamlit.{name}", one, **PLACES) for one in (Language.EN, Language.TH)] for name in names]
    code = Path(__file__).with_name("streamlit_words.js").read_text(encoding="utf-8")
    return f"<script>{code.replace('WORDS', json.dumps(words, ensure_ascii=False))}</script>"


def tell_language() -> None:
    """Let the script know the language that was switched to, and the sign that opens the menu say what it does."""
    menu = json.dumps(say("ui.menu"), ensure_ascii=False)
    st.html(f'<style class="language" lang="{language()}">:root {{ --menu: {menu} }}</style>')
