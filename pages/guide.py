"""Match data: what each sheet is, what its columns mean, which period they are of, and what to mend."""

import streamlit as st

from ui.guide.drafts import list_previews
from ui.guide.steps import ask_steps
from ui.layout import invite, show_answer
from ui.session import say

if not list_previews():
    invite()
    st.stop()
show_answer(say("pages.guide.answer"), say("pages.guide.detail"))
ask_steps()
