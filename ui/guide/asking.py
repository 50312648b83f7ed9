"""Questions about sheets on the Start page: answer them on the guided page, or go on without what is unsure."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dictionary.load import describe_question
from dictionary.nouns import SheetReading
from ingest import SheetMapping, SheetPreview
from ui.guide.drafts import first_draft, list_previews, place_of
from ui.guide.steps import start_guide
from ui.pieces import plain
from ui.session import current_session, language, open_files, say, told_before


def ask_about_sheets() -> None:
    """What is asked of the sheets, with a way to the guided page and a way around it."""
    session = current_session()
    questions = [one for one in session.project.questions if one.mapping] if session.project else []
    if not questions:
        return
    with st.container(border=True, key="unsure"):
        for question in questions:
            st.write(plain(describe_question(question, language())))
        with st.container(horizontal=True):
            if st.button(say("pages.guide.answer_here"), type="primary"):
                start_guide("columns" if any(not first_draft(one).skip for one in _asked()) else "sheets")
            if st.button(say("pages.guide.go_on")):
                open_files(session.files, told_before(mappings=tuple(_take_sure(preview) for preview in _asked())))
                st.rerun()


def _asked() -> list[SheetPreview]:
    project = current_session().project
    places = {(one.file, one.sheet) for one in project.questions if one.mapping} if project else set()
    return [preview for preview in list_previews() if place_of(preview) in places]


def _take_sure(preview: SheetPreview) -> SheetMapping:
    """What was understood of the sheet without any guess; a sheet that is not known is left out."""
    project = current_session().project
    readings = {(one.file, one.sheet): one for one in project.sheets} if project else {}
    reading: SheetReading | None = readings.get(place_of(preview))
    draft = first_draft(preview)
    if reading is None or reading.table is None:
        return replace(draft, skip=True)
    used = [column.column is not None for column in reading.columns]
    columns = (
        column if is_used else replace(column, column="", round="")
        for column, is_used in zip(draft.columns, used, strict=True)
    )
    return replace(draft, columns=tuple(columns))
