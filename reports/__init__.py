"""Findings → JSON, text and tables; the blank Excel form."""
