"""All images in one zip: drawn one after the other with a progress bar, then the button to take it."""

from __future__ import annotations

import streamlit as st

from analysis.findings import Findings
from figures import DrawingError, ImageChoice, NoBrowser, choose_all, name_stem, write_image_zip
from i18n.numbers import write_number
from ui.choices import FORMATS, SIZES, ask_choice, ask_language
from ui.files import offer_file
from ui.machine import browser_missing
from ui.session import current_session, say
from ui.store import Pair
from ui.wanted import choose, want

_PACK = "pack"  # (data, rounds and prices, what was asked for, the zip, how many images), kept while the page is open


def offer_pack(findings: Findings) -> None:
    """Ask for format, size and language, make the images on demand, offer the zip."""
    with st.container(border=True, key="pack"):
        st.subheader(say("pages.downloads.all_title"), anchor=False)
        st.write(say("pages.downloads.all_help"))
        if browser_missing():
            st.write(say("ui.download.no_browser"))
            return
        format_, size = ask_choice("format", FORMATS, "pack"), ask_choice("size", SIZES, "pack")
        like = ImageChoice("all", ask_language("pack"), size, format_)
        if st.button(say("pages.downloads.make"), type="primary"):
            _make(findings, like)
        _offer(findings, like)


def _make(findings: Findings, like: ImageChoice) -> None:
    """Draw every chart that the findings allow; the zip is kept with what was asked for."""
    choices = [
        choose(want(one.chart, findings, one.language), one.size, one.image_format)
        for one in choose_all(findings, like)
    ]
    bar = st.progress(0.0, _tell(0, len(choices)))

    def show_progress(done: int, total: int) -> None:
        bar.progress(done / total, _tell(done, total))

    try:
        content = write_image_zip(findings, choices, show_progress)
    except (NoBrowser, DrawingError):
        st.error(say("pages.downloads.failed"))
        return
    finally:
        bar.empty()
    st.session_state[_PACK] = (_shown(), like, content, len(choices))


def _shown() -> tuple[int, Pair | None, bool]:
    """Of which data and which rounds the images are, and in which prices."""
    session = current_session()
    return session.version, session.pair, session.is_real


def _tell(done: int, total: int) -> str:
    return say("pages.downloads.making", done=write_number(done), all=write_number(total))


def _offer(findings: Findings, like: ImageChoice) -> None:
    made = st.session_state.get(_PACK)
    if made is None or made[:2] != (_shown(), like):
        return
    _, _, content, count = made
    st.success(say("pages.downloads.ready", n=write_number(count)))
    name = f"{name_stem(findings, like)}_{like.size}_{like.image_format}.zip"
    offer_file(say("pages.downloads.take"), content, name, "primary")
