"""All images in one zip: drawn one after the other with a progress bar, then the button to take it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

import streamlit as st

from analysis.findings import Findings
from dictionary.load_methods import load_caveats
from figures import DrawingError, ImageChoice, NoBrowser, choose_all, list_charts, name_stem, write_image_zip
from figures.left_out import LEFT_OUT, add_left_out, list_left_out
from i18n.numbers import write_number
from ui.choices import FORMATS, SIZES, ask_choice, ask_language
from ui.files import offer_file
from ui.machine import browser_missing
from ui.pieces import plain
from ui.session import current_session, language, say
from ui.store import AskedPrices, Pair
from ui.wanted import choose, want

Charts: TypeAlias = "tuple[str, ...]"  # their keys
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
        charts = _ask_charts(findings)
        if st.button(say("pages.downloads.make"), type="primary", disabled=not charts):
            _make(findings, like, charts)
        _offer(findings, like, charts)


def _ask_charts(findings: Findings) -> Charts:
    """Which of the charts that the findings allow; where a change for the worse is then in none of them, W17."""
    known = {chart.key: chart.name[language()] for chart in list_charts(findings) if chart.available}
    with st.expander(say("report.which")):
        key = f"pack_charts_{current_session().version}_{language()}"
        kept = st.multiselect(
            say("report.charts"),
            tuple(known),
            tuple(known),
            format_func=known.__getitem__,
            key=key,
            placeholder=say("report.which"),
        )
    left = list_left_out(findings, kept) if kept else ()
    if left:
        names = ", ".join(one.indicator.label[language()] for one in left)
        caveat = load_caveats()[LEFT_OUT]
        st.warning(plain(f"{caveat.title[language()]}: {names} – {say('report.left_out')}"))
    return tuple(one for one in known if one in kept)


def _make(findings: Findings, like: ImageChoice, charts: Charts) -> None:
    """Draw the charts asked for; the zip is kept with what was asked for."""
    choices = [
        choose(want(one.chart, findings, one.language), one.size, one.image_format)
        for one in choose_all(findings, like)
        if one.chart in charts
    ]
    if list_left_out(findings, charts):
        choices = [replace(one, texts=add_left_out(one.texts, one.language)) if one.texts else one for one in choices]
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
    st.session_state[_PACK] = (_shown(), (like, charts), content, len(choices))


def _shown() -> tuple[int, Pair | None, AskedPrices]:
    """Of which data and which rounds the images are, and in which prices."""
    session = current_session()
    return session.version, session.pair, session.asked_prices


def _tell(done: int, total: int) -> str:
    return say("pages.downloads.making", done=write_number(done), all=write_number(total))


def _offer(findings: Findings, like: ImageChoice, charts: Charts) -> None:
    made = st.session_state.get(_PACK)
    if made is None or made[:2] != (_shown(), (like, charts)):
        return
    _, _, content, count = made
    st.success(say("pages.downloads.ready", n=write_number(count)))
    name = f"{name_stem(findings, like)}_{like.size}_{like.image_format}.zip"
    offer_file(say("pages.downloads.take"), content, name, "primary")
