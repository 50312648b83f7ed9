"""The steps of the guided page, and its end: what was said is confirmed, and the files are read with it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dictionary.load import describe_question, load_tables
from i18n.numbers import write_number
from ingest import InputFile, SheetMapping, write_mappings
from ui.files import offer_file
from ui.frame import page_path
from ui.guide.columns import ask_columns, ask_periods, tell_open
from ui.guide.drafts import confirm_drafts, find_draft, list_chosen, list_file_rounds
from ui.guide.mends import ask_mends, list_faults, list_mends, tell_mends
from ui.guide.sheets import ask_header, ask_sheets, choose_sheet, name_sheet
from ui.pieces import plain, show_grid
from ui.problems import show_problems
from ui.session import current_session, language, open_files, say, told_before

STEPS = ("sheets", "header", "columns", "periods", "mends", "confirm")
ABOUT_A_SHEET = {"header": ask_header, "columns": ask_columns, "periods": ask_periods, "mends": ask_mends}
MAPPING_FILE = "konlang_mapping.toml"
STEP = "guide_step"
NEXT = "guide_next"  # the step to show first when the page is opened; the field of the step cannot be set once drawn


def ask_steps() -> None:
    """The steps in a row, the one that is chosen, and the way to the next; nothing is read again on the way."""
    _tell_questions()
    if NEXT in st.session_state:
        st.session_state[STEP] = st.session_state.pop(NEXT)
    st.session_state.setdefault(STEP, "sheets")
    names = {step: f"{number} {say(f'pages.guide.step.{step}')}" for number, step in enumerate(STEPS, 1)}
    st.segmented_control(
        say("pages.guide.steps"),
        STEPS,
        required=True,
        format_func=names.__getitem__,
        key=STEP,
        label_visibility="collapsed",
    )
    step = str(st.session_state[STEP])
    st.subheader(say(f"pages.guide.step.{step}"), anchor=False)
    if step == "sheets":
        ask_sheets()
    elif step == "confirm":
        _ask_to_confirm()
    elif preview := choose_sheet():
        ABOUT_A_SHEET[step](preview)
    _offer_ways(STEPS.index(step))


def _tell_questions() -> None:
    project = current_session().project
    for question in project.questions if project else ():
        if question.mapping:
            st.info(plain(describe_question(question, language())))


def _offer_ways(at: int) -> None:
    with st.container(horizontal=True):
        if at:
            st.button(say("pages.guide.back"), on_click=_go, args=(STEPS[at - 1],))
        if at + 1 < len(STEPS):
            st.button(say("pages.guide.next"), type="primary", on_click=_go, args=(STEPS[at + 1],))


def _go(step: str) -> None:
    st.session_state[STEP] = step


def start_guide(step: str = "sheets") -> None:
    """Go to the guided page, at one of its steps."""
    st.session_state[NEXT] = step
    st.switch_page(page_path("guide"))


def _ask_to_confirm() -> None:
    """What will be read as what, and the button that reads it."""
    chosen = list_chosen()
    rows = [_summarise(name_sheet(one), find_draft(one)) for one in chosen]
    if rows:
        names = ("sheet", "table", "header", "columns_used")
        show_grid([say(f"pages.data_check.{name}") for name in names], rows, numeric=2)
    else:
        st.info(say("pages.guide.no_sheet"))
    for one in chosen:
        tell_open(find_draft(one))
    tell_mends()
    with st.container(horizontal=True):
        if st.button(say("pages.guide.confirm"), type="primary"):
            _confirm()
        offer_file(say("pages.guide.download"), write_mappings(confirm_drafts()).encode(), MAPPING_FILE)
    refused = current_session().refused
    if refused:
        st.error(plain(say("pages.start.refused", files=", ".join(file.name for file in refused.files))))
        show_problems(refused.problems)


def _summarise(name: str, draft: SheetMapping) -> tuple[str, ...]:
    used = sum(bool(column.column) for column in draft.columns)
    table = load_tables()[draft.table].sheet[language()]
    return name, table, write_number(draft.header_row), f"{used}/{len(draft.columns)}"


def _confirm() -> None:
    """Read the files with what was said; new faults lead to the grid that mends them, else the result is shown."""
    session = current_session()
    known = {(one.file, one.sheet, one.cell) for one in list_faults()}
    version = session.version
    with st.status(say("pages.start.reading")):
        open_files(_mend_files(session.files), told_before(mappings=tuple(confirm_drafts())))
    new = {(one.file, one.sheet, one.cell) for one in list_faults()} - known
    if session.version == version:
        st.rerun()
    if new:
        start_guide("mends")
    project = session.project
    shows = project is not None and not project.questions and not project.is_empty
    st.switch_page(page_path("overview" if shows else "start"))


def _mend_files(files: tuple[InputFile, ...]) -> list[InputFile]:
    rounds = list_file_rounds()
    return [
        replace(file, mends=list_mends(file.name, file.mends), round=rounds.get(file.name, file.round))
        for file in files
    ]


def offer_kept_mapping() -> None:
    """A way to change what was understood, and the confirmed mapping to take away."""
    with st.container(horizontal=True):
        if st.button(say("pages.guide.change"), icon=":material/edit:"):
            start_guide()
        kept = current_session().mappings
        if kept:
            offer_file(say("pages.guide.download"), write_mappings(kept).encode(), MAPPING_FILE)
