"""Words for an income, those between it and its source, and the months that the amounts of a period stand for."""

from __future__ import annotations

from functools import cache

from dictionary.load import load_spellings_of
from dictionary.squash import squash
from ingest.headers import split_header

QUARTER = "quarter"
MONTHS = {"month": 1.0, QUARTER: 3.0, "year": 12.0}  # months that an amount stands for


def is_income(text: str) -> bool:
    """Whether a text says no more than an income."""
    return split_header(text).bare in list_incomes()


def follows_income(text: str) -> bool:
    """Whether a text goes on behind a word for an income: ``จากการทอผ้า``."""
    return squash(text).startswith(_list_links())


@cache
def list_incomes() -> tuple[str, ...]:
    """The words for an income, squashed."""
    return tuple(map(squash, load_spellings_of("income_word", "income")))


@cache
def _list_links() -> tuple[str, ...]:
    """The words between an income and its source."""
    return tuple(map(squash, load_spellings_of("income_link", "income_source")))
