"""Findings become Plotly figures, and figures become image bytes."""
