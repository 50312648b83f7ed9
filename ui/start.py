"""What Start shows: the blank form, what was opened, and what could not be."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from i18n import Language
from i18n.numbers import write_number
from ui.files import offer_file
from ui.frame import page_path
from ui.guide.steps import start_guide
from ui.pieces import plain
from ui.problems import show_problems, tell_hidden
from ui.readings import count_rows
from ui.session import current_session, open_files, say, told_before

if TYPE_CHECKING:
    from project import Project


def offer_form() -> None:
    """The blank Excel form in both languages, made when asked for."""
    with st.container(border=True, key="form"):
        st.subheader(say("pages.start.form_title"), anchor=False)
        st.write(say("pages.start.form_help"))
        for form in Language:
            name = say(f"pages.start.form_file_{form}")
            offer_file(say(f"pages.start.form_{form}"), partial(_write_form, form), name)


def _write_form(form: Language) -> bytes:
    from reports.form import write_form

    return write_form(form)


def show_refused() -> None:
    """What is wrong with files that were not opened in the place of the project, which is still there."""
    refused = current_session().refused
    if refused is None:
        return
    with st.container(border=True, key="refused"):
        key = "pages.start.refused_mapping" if refused.said else "pages.start.refused"
        st.error(plain(say(key, files=", ".join(file.name for file in refused.files))))
        show_problems(refused.problems, "_refused")


def show_opened() -> None:
    """What is open now, how much of it could be used, and where to go on."""
    session = current_session()
    project = session.project
    if project is None:
        return
    with st.container(border=True, key="opened"):
        name = project.info.name or project.info.group
        files = ", ".join(file.name for file in session.files)
        st.subheader(plain(name or files), anchor=False)
        rows = count_rows(project.sheets)
        st.write(plain(f"{files} · {rows}" if name else rows))
        if not project.is_empty:
            tell_hidden(project.problems)
        with st.container(horizontal=True):
            is_asked = bool(project.questions)  # below, and that comes first
            if not (project.is_empty or is_asked) and st.button(say("pages.start.go_overview"), type="primary"):
                st.switch_page(page_path("overview"))
            if not is_asked and st.button(say("pages.start.go_check", n=write_number(len(project.problems)))):
                st.switch_page(page_path("data_check"))
            if any(file.round for file in session.files) and st.button(say("pages.start.ask_again")):
                unanswered = tuple(replace(file, round=None) for file in session.files)
                open_files(unanswered, told_before())
                st.rerun()
            if project.previews and st.button(say("pages.guide.change")):
                start_guide()
        _tell_why_empty(project)


def _tell_why_empty(project: Project) -> None:
    """Why nothing can be compared: the form is still blank, or what is wrong in the files."""
    if project.is_blank_form:
        st.info(say("pages.start.form_blank"))
    elif project.is_empty and not project.questions:
        st.error(say("pages.start.nothing_usable"))
        show_problems(project.problems)
