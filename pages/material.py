"""Use of the raw material: what one unit becomes before and after, by weight and value, and what is lost."""

import streamlit as st

from ui.charts import show_charts
from ui.layout import find_or_invite, show_answer
from ui.material import answer_material, detail_material, show_estimates, show_flow_tables
from ui.session import language, say

findings = find_or_invite()
show_answer(answer_material(findings, language()), detail_material(findings, language()))
if findings.evidence is None or not findings.evidence.materials:
    st.write(say("pages.material.how_to_add"))
else:
    show_charts("material")
    show_flow_tables(findings.evidence.materials)
    show_estimates(findings.evidence.avoided)
