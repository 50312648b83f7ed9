"""What the Overview is compared with: a Streamlit page that shows one Plotly chart and nothing else."""

import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Bar(x=[1, 2, 3], y=[4, 1, 2])))
