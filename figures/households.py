"""Sentences about incomes of households: they are no members, and are not counted as people."""

from __future__ import annotations

from analysis.findings import Finding, Findings
from i18n.words import load_words

INDICATOR = "member_income"


def fit_words(key: str, about: Findings | Finding | None) -> str:
    """The key of a sentence about an income, or where it is of households that of its own sentence, if it has one."""
    income = about.find(INDICATOR) if isinstance(about, Findings) else about
    own = f"households.{key}"
    return own if income is not None and income.indicator.of_households and own in load_words() else key
