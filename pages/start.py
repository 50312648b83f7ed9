import streamlit as st
from ui.session import say

st.title(say("ui.empty"), anchor=False)
