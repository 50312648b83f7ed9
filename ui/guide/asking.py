"""Questions about sheets on the Start page: answer them on the guided page, or go on without what is unsure."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import streamlit as st

from dictionary.load import describe_question
from dictionary.nouns import SheetReading
from ingest import OPEN, SheetMapping, SheetPreview, TableMapping, list_headers
from ingest.addresses import cell_address
from ui.asking import primary_unless
from ui.guide.doubts import list_asked
from ui.guide.drafts import TableDraft, first_draft, list_previews, list_tables
from ui.guide.steps import start_guide
from ui.pieces import plain
from ui.session import current_session, language, open_files, say, told_before

ABOUT_KIND = {"question.people_or_indicators", "question.people_repeat"}
KIND_UNKNOWN = {"kind_unknown", "person_repeats"}
ABOUT_PERIODS = {f"question.{code}" for code in ("round_unknown", "short_years", "period_unknown", "period_by_day")}


def ask_about_sheets() -> None:
    """What is asked of the sheets, with a way to the guided page and a way around it."""
    session = current_session()
    asked = session.project.questions if session.project else ()
    questions = [one for one in asked if one.mapping]
    if not questions:
        return
    with st.container(border=True, key="unsure"):
        for question in questions:
            st.write(plain(describe_question(question, language())))
        with st.container(horizontal=True):
            rank = primary_unless(len(questions) < len(asked))  # files are asked about above
            if st.button(say("pages.guide.answer_here"), type=rank):
                start_guide(_first_step())
            if st.button(say("pages.guide.go_on")):
                open_files(session.files, told_before(mappings=tuple(map(_take_sure, _asked()))))
                st.rerun()


def _first_step() -> str:
    """The step on which the first thing asked is answered."""
    project = current_session().project
    codes = {one.code for one in project.questions if one.mapping} if project else set()
    if ABOUT_KIND & codes or all(first_draft(one).mapping.skip for one in _asked()):
        return "sheets"
    return "periods" if codes <= ABOUT_PERIODS else "columns"


def _asked() -> list[SheetPreview]:
    places = list_asked()
    return [preview for preview in list_previews() if preview.place in places]


def _take_sure(preview: SheetPreview) -> SheetMapping:
    """What was understood of the sheet without any guess; a sheet that is not known is left out."""
    project = current_session().project
    readings = {(one.file, one.sheet): one for one in project.sheets} if project else {}
    reading = readings.get(preview.place)
    tables = [_drop_guesses(one, reading) for one in list_tables(first_draft(preview))]
    return replace(preview.mapping, tables=tuple(tables))


def _drop_guesses(table: TableDraft, reading: SheetReading | None) -> TableMapping:
    """The table with the headers alone that were understood."""
    if reading is None or reading.table is None or reading.reason in KIND_UNKNOWN:
        return replace(table.mapping, table="")
    sure = {column.cell for column in reading.columns if column.column}
    headers = list_headers(table.sheet, table.header, table.mapping.header_rows)
    cells = [cell_address(table.mapping.header_row, table.sheet.first_column + at) for at, _ in headers]
    asked = _list_asked(table.preview)
    columns = (
        one if cell in sure and one.header not in asked else replace(one, column="", round="", rounds=())
        for one, cell in zip(table.mapping.columns, cells, strict=True)
    )
    return replace(table.mapping, columns=tuple(columns))


def _list_asked(preview: SheetPreview) -> set[str]:
    """The headers whose meaning is asked: of several of one meaning the first was read, but is no surer."""
    project = current_session().project
    questions = [one for one in project.questions if (one.file, one.sheet) == preview.place] if project else []
    tables = (table for one in questions for table in tomllib.loads(one.mapping).get("sheet", ()))
    return {column["header"] for table in tables for column in table.get("column", ()) if column.get("column") == OPEN}
