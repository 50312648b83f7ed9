"""The steps of the guided page, one after the other, and the way to them."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from dictionary.load import describe_question
from ui.files import offer_file
from ui.frame import page_path
from ui.guide.columns import ask_columns
from ui.guide.confirming import MAPPING_FILE, ask_to_confirm
from ui.guide.doubts import list_asked
from ui.guide.mends import ask_mends
from ui.guide.periods import ask_periods
from ui.guide.sheets import ask_header, ask_sheets, choose_one
from ui.mapping_uploads import name_each
from ui.pieces import plain
from ui.session import current_session, language, say

STEPS = ("sheets", "header", "columns", "periods", "mends", "confirm")
ABOUT_A_TABLE = {"header": ask_header, "columns": ask_columns, "periods": ask_periods}
STEP = "guide_step"
NEXT = "guide_next"  # the step to show first when the page is opened; the field of the step cannot be set once drawn


def ask_steps() -> None:
    """The steps in a row, the one that is chosen, and the way to the next; nothing takes effect on the way."""
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
        _tell_questions(list_asked())
        ask_sheets()
    elif step == "mends":
        ask_mends()
    elif step == "confirm":
        if ask_to_confirm():
            start_guide("mends")
    elif table := choose_one():
        _tell_questions({table.preview.place})
        ABOUT_A_TABLE[step](table)
    _offer_ways(STEPS.index(step))


def _tell_questions(places: Collection[tuple[str, str]]) -> None:
    """What is asked of the sheets at some places; what is asked of others, each on its own."""
    project = current_session().project
    for question in project.questions if project else ():
        if question.mapping and (question.file, question.sheet) in places:
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


def offer_kept_mapping() -> None:
    """A way to change what was understood, and the mapping as confirmed, with what was decided of people."""
    from ingest import write_mappings, write_pairs

    with st.container(horizontal=True):
        if st.button(say("pages.guide.change"), icon=":material/edit:"):
            start_guide()
        session = current_session()
        decisions = session.people.decisions
        if session.mappings or decisions:
            kept = write_mappings(session.mappings) + "\n" + write_pairs((), decisions, name_each(session.files))
            offer_file(say("pages.guide.download"), kept.encode(), MAPPING_FILE)
