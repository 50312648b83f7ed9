"""All images in one zip: drawn one after the other with a progress bar, then the button to take it."""

from __future__ import annotations

import io
import zipfile
from zipfile import ZipFile

import streamlit as st

from analysis.findings import Findings
from figures import DrawingError, NoBrowser, list_charts
from i18n import Language
from i18n.numbers import write_number
from ui.choices import FORMATS, SIZES, ask_choice, ask_language
from ui.files import offer_file
from ui.machine import browser_missing
from ui.session import current_session, say
from ui.wanted import Wanted, make_image, name_image, texts_of

_PACK = "pack"  # (what was asked for, the zip, how many images), kept while the page is open


def offer_pack(findings: Findings) -> None:
    """Ask for format, size and language, make the images on demand, offer the zip."""
    with st.container(border=True, key="pack"):
        st.subheader(say("pages.downloads.all_title"), anchor=False)
        st.write(say("pages.downloads.all_help"))
        if browser_missing():
            st.write(say("ui.download.no_browser"))
            return
        format_, size = ask_choice("format", FORMATS, "pack"), ask_choice("size", SIZES, "pack")
        language = ask_language("pack")
        asked = (current_session().version, format_, size, language)
        if st.button(say("pages.downloads.make"), type="primary"):
            _make(findings, asked)
        _offer(findings, asked)


def _make(findings: Findings, asked: tuple[int, str, str, Language]) -> None:
    """Draw every chart that the findings allow; the zip is kept with what was asked for."""
    _, format_, size, language = asked
    charts = [chart for chart in list_charts(findings) if chart.available]
    bar = st.progress(0.0)
    content = io.BytesIO()
    try:
        with ZipFile(content, "w", zipfile.ZIP_DEFLATED) as images:
            for done, chart in enumerate(charts):
                told = say("pages.downloads.making", done=write_number(done + 1), all=write_number(len(charts)))
                bar.progress(done / len(charts), told)
                wanted = Wanted(chart.key, findings, language)
                images.writestr(name_image(wanted, size, format_), make_image(wanted, texts_of(wanted), size, format_))
    except (NoBrowser, DrawingError):
        st.error(say("pages.downloads.failed"))
        return
    finally:
        bar.empty()
    st.session_state[_PACK] = (asked, content.getvalue(), len(charts))


def _offer(findings: Findings, asked: tuple[int, str, str, Language]) -> None:
    made = st.session_state.get(_PACK)
    if made is None or made[0] != asked:
        return
    _, content, count = made
    _, format_, size, language = asked
    st.success(say("pages.downloads.ready", n=write_number(count)))
    name = name_image(Wanted("all", findings, language), size, format_)
    offer_file(say("pages.downloads.take"), content, f"{name.rpartition('.')[0]}.zip", kind="primary")
