"""Start: try a sample, open files, take the blank form."""

import streamlit as st

from ui.details import ask_project, ask_questions
from ui.guide.asking import ask_about_sheets
from ui.layout import show_answer
from ui.samples import ask_sample
from ui.session import say
from ui.start import offer_form, show_opened, show_refused
from ui.uploads import ask_files, ask_password, ask_where

show_answer(say("pages.start.answer"), say("pages.start.detail"))
ask_where()  # first: what is open is long, and the files just chosen wait for the answer
show_refused()
show_opened()
ask_password()
ask_questions()
ask_about_sheets()
ask_project()
left, right = st.columns([3, 2])
with left:
    ask_files()
with right:
    ask_sample()
    offer_form()
