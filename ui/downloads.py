"""Taking a chart away: image in the wanted format and size, a copy on the clipboard, the figures as a workbook."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.findings import Findings
from dictionary.load import code_label
from dictionary.nouns import Dimension
from figures import Chart, ImageChoice, name_stem, write_figure_table
from figures.catalogue import shown_findings
from i18n import Language
from ui.copying import show_copy_button
from ui.drawers import Handle, show_drawer
from ui.files import offer_file
from ui.imaging import show_image_maker
from ui.machine import browser_missing
from ui.pieces import plain
from ui.session import current_session, find_current, language, say
from ui.sources import show_sources
from ui.store import Session
from ui.wanted import Wanted, choose, texts_of, want


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
    else:
        show_image_maker(wanted)


def _offer_table(wanted: Wanted) -> None:
    make = partial(_write_table, wanted, current_session())
    offer_file(say("ui.download.table"), make, f"{name_stem(wanted.findings, choose(wanted))}.xlsx")


def _write_table(wanted: Wanted, session: Session) -> bytes:
    """The figures behind a chart under the words it has by now."""
    return write_figure_table(wanted.findings, wanted.key, wanted.language, texts_of(wanted, session))


def offer_chart(chart: Chart) -> None:
    """One chart in the list of all: its name and title, and its download bar."""
    findings = find_current()
    if findings is not None:
        wanted = want(chart.key, findings, language())
        with st.expander(plain(_name(chart, texts_of(wanted).title))):
            show_download_bar(wanted)


def _name(chart: Chart, title: str) -> str:
    """Name and title of a chart; what the name says before its colon or the dimension is not said again."""
    chosen = language()
    dimension = next((one for one in Dimension if chart.key.endswith(f"_{one}")), None)
    told = code_label("dimension", dimension)[chosen] if dimension else ""
    said = (f"{chart.name[chosen]}: ", f"{told}: ", say("figures.of_dimension", dimension=told, title=""))
    for one in said:
        title = title.removeprefix(one)
    return f"{chart.name[chosen]}: {title}"


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
