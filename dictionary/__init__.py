"""Meaning, as rows that a non-programmer edits (CSV), and the small typed nouns beside them."""
