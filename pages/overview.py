"""Overview: the answer, a card for each of the three dimensions, and every indicator as an arrow."""

import streamlit as st

from ui.answers import answer_overview, detail_overview
from ui.cards import show_dimension_cards
from ui.charts import show_charts
from ui.elsewhere import show_elsewhere
from ui.headlines import list_behind, list_headlines
from ui.layout import find_or_invite, show_answer, show_caveats, show_typed
from ui.session import language
from ui.tables import show_findings

findings = find_or_invite()
headlines = list_headlines(findings)
show_answer(answer_overview(findings, language()), detail_overview(findings, language()), list_behind(headlines))
show_elsewhere(findings)
cards = st.container()  # filled after the chart, which takes the browser longest to draw
show_charts("overview")
with cards:
    show_dimension_cards(findings)
    show_caveats(headlines)
    show_typed(findings, headlines)
show_findings(headlines, "overview")
