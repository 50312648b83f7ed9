"""A page whose part of the data is missing: why it shows nothing, and the ways to where that is mended."""

from __future__ import annotations

import streamlit as st

from dictionary.load import load_tables
from i18n.numbers import write_number
from ui.frame import page_path
from ui.guide.steps import start_guide
from ui.pieces import plain
from ui.session import current_session, find_current, language, say

HOW_TO_ADD = {
    "participation": "pages.participation.how_to_add",
    "technology": "pages.technology.how_to_add",
    "flows": "pages.material.how_to_add",
}


def show_way_on(table: str) -> None:
    """That no sheet was read as a table or none of its rows can be compared, and where either is mended."""
    found, project = find_current(), current_session().project
    if found is None or project is None:
        return
    about = load_tables()[table]
    sheets = dict.fromkeys(one.sheet for one in project.sheets if one.table == table and one.rows_read)
    key = "pages.way_on.unused" if sheets else HOW_TO_ADD.get(table, "pages.way_on.absent")
    st.write(plain(say(key, table=about.sheet[language()], sheets=", ".join(sheets))))
    with st.container(horizontal=True):
        count = say("pages.start.go_check", n=write_number(len(found.problems)))
        if sheets and st.button(count, type="primary"):
            st.switch_page(page_path("data_check"))
        if project.previews and st.button(say("pages.guide.change")):
            start_guide()
        if not sheets and st.button(say("ui.go_start")):
            st.switch_page(page_path("start"))
