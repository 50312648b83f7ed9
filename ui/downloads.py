"""Taking a chart away: image in the wanted format and size, a copy on the clipboard, the figures as a workbook."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.findings import Findings
from dictionary.nouns import Dimension
from figures import Chart, ImageChoice, file_name, name_stem, render_chart, write_figure_table
from figures.catalogue import shown_findings
from i18n import Language
from ui.choices import FORMATS, SIZES, ask_choice
from ui.copying import show_copy_button
from ui.drawers import Handle, show_drawer
from ui.files import offer_file
from ui.machine import browser_missing
from ui.pieces import plain
from ui.session import find_current, language, say
from ui.sources import show_sources
from ui.store import EditedTexts
from ui.wanted import Wanted, choose, keep_texts, texts_of, want


def show_download_bar(wanted: Wanted) -> None:
    """Beside a chart: download, copy, figures behind."""
    with st.container(horizontal=True, key=f"bar_{wanted.key}"):
        handle = Handle(say("ui.download.chart"), ":material/download:", "primary")
        show_drawer(handle, partial(_ask_image, wanted), f"image_{wanted.place}")
        if not browser_missing():
            show_copy_button(wanted)
        _offer_table(wanted)
        show_sources(shown_findings(wanted.findings, wanted.key), wanted.place)
    if browser_missing():
        st.caption(say("ui.download.no_browser"))


def _ask_image(wanted: Wanted) -> None:
    if browser_missing():
        st.write(say("ui.download.no_browser"))
        return
    format_, size = ask_choice("format", FORMATS, wanted.place), ask_choice("size", SIZES, wanted.place)
    choice = choose(wanted, size, format_)
    make = partial(render_chart, wanted.findings, choice)
    label = say("ui.download.image", format=format_.upper())
    offer_file(label, make, file_name(wanted.findings, choice), "primary")
    _ask_texts(wanted)  # below the button, which a small screen shows without scrolling


def _ask_texts(wanted: Wanted) -> None:
    """Title and note to edit; the chart on the screen and every later image follow."""
    texts = texts_of(wanted)
    title = st.text_input(say("ui.download.title"), value=texts.title, key=f"title_{wanted.place}")
    note = st.text_area(say("ui.download.note"), value=texts.note, key=f"note_{wanted.place}", height=80)
    if (title, note) != (texts.title, texts.note):
        keep_texts(wanted, EditedTexts(title, note))
        st.rerun()


def _offer_table(wanted: Wanted) -> None:
    choice = choose(wanted)
    make = partial(write_figure_table, wanted.findings, wanted.key, wanted.language, choice.texts)
    offer_file(say("ui.download.table"), make, f"{name_stem(wanted.findings, choice)}.xlsx")


def offer_chart(chart: Chart) -> None:
    """One chart in the list of all: its name and title, and its download bar."""
    findings = find_current()
    if findings is not None:
        wanted = want(chart.key, findings, language())
        with st.expander(plain(_name(chart, texts_of(wanted).title))):
            show_download_bar(wanted)


def _name(chart: Chart, title: str) -> str:
    """Name and title of a chart; a dimension that the name says is not said again."""
    dimension = chart.key.removeprefix("changes_")
    said = f"{say(f'figures.{dimension}')}: " if dimension in list(Dimension) else ""
    return f"{chart.name[language()]}: {title.removeprefix(said)}"


def offer_tables(findings: Findings) -> None:
    """All findings as a workbook and as JSON."""
    with st.container(border=True, key="tables"):
        st.subheader(say("pages.downloads.tables"), anchor=False)
        st.write(say("pages.downloads.tables_help"))
        chosen = language()
        stem = name_stem(findings, ImageChoice("findings", chosen))
        offer_file(say("pages.downloads.findings_xlsx"), partial(_write_findings, findings, chosen), f"{stem}.xlsx")
        offer_file(say("pages.downloads.findings_json"), partial(_write_json, findings, chosen), f"{stem}.json")


def _write_findings(findings: Findings, chosen: Language) -> bytes:
    from reports.tables import write_findings

    return write_findings(findings, chosen)


def _write_json(findings: Findings, chosen: Language) -> bytes:
    from reports.findings_json import write_json

    return write_json(findings, chosen).encode()
