"""Streamlit parts that the pages share: session, cards, charts, filters, downloads and problems."""
