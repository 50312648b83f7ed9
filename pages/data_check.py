"""Data check: what was understood sheet by sheet, what is wrong, and what was left out."""

import streamlit as st

from ui.annotated import offer_annotated
from ui.frame import PageEnds
from ui.guide.steps import offer_kept_mapping
from ui.layout import invite, show_answer
from ui.people import show_people
from ui.people_names import name_people
from ui.problems import show_problems
from ui.readings import answer_reading, show_rows_left_out, show_sheets, show_units_left_out
from ui.session import current_session, find_current, say

project = current_session().project
if project is None or project.questions:
    invite()
    raise PageEnds
found = find_current()
excluded = found.excluded if found else project.excluded
problems = name_people(found.problems if found else project.problems)  # some show only where rounds are compared
show_answer(answer_reading(project.sheets, problems), say("pages.start.form_blank") if project.is_blank_form else "")
offer_kept_mapping()
st.subheader(say("pages.data_check.problems"), anchor=False)
offer_annotated(problems)
show_problems(problems)
show_people()
if project.sheets:
    st.subheader(say("pages.data_check.sheets"), anchor=False)
    show_sheets(project.sheets)
    st.subheader(say("pages.data_check.rows_left_out"), anchor=False)
    show_rows_left_out(excluded)
if found:
    st.subheader(say("pages.data_check.units_left_out"), anchor=False)
    st.caption(say("pages.data_check.ids_here_only"))
    show_units_left_out(excluded)
