"""Downloads: every image at once, each chart by itself, and the tables."""

import streamlit as st

from figures import list_charts
from ui.downloads import offer_chart, offer_tables
from ui.layout import find_or_invite, show_answer
from ui.pack import offer_pack
from ui.session import say

findings = find_or_invite()
show_answer(say("pages.downloads.answer"), say("pages.downloads.detail"))
left, right = st.columns([3, 2])
with left:
    offer_pack(findings)
with right:
    offer_tables(findings)
st.subheader(say("pages.downloads.each"), anchor=False)
for chart in list_charts(findings):
    if chart.available:
        offer_chart(chart)
